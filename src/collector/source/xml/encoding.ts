/** How a document's bytes are to be read: the encoding, and how many bytes its byte order mark takes. */
export interface Encoding {
  /** As `TextDecoder` calls it: `utf-8`, `utf-16le`, `windows-1252` … */
  readonly name: string;
  readonly mark: number;
}

/** So many bytes at a document's beginning tell its encoding. */
export const headLength = 1024;

const signs: readonly { readonly bytes: readonly number[]; readonly name: string; readonly mark: number }[] =
  [
    { bytes: [0xff, 0xfe, 0, 0], name: 'utf-32', mark: 4 },
    { bytes: [0, 0, 0xfe, 0xff], name: 'utf-32', mark: 4 },
    { bytes: [0x3c, 0, 0, 0], name: 'utf-32', mark: 0 },
    { bytes: [0, 0, 0, 0x3c], name: 'utf-32', mark: 0 },
    { bytes: [0xef, 0xbb, 0xbf], name: 'utf-8', mark: 3 },
    { bytes: [0xff, 0xfe], name: 'utf-16le', mark: 2 },
    { bytes: [0xfe, 0xff], name: 'utf-16be', mark: 2 },
    { bytes: [0x3c, 0, 0x3f, 0], name: 'utf-16le', mark: 0 },
    { bytes: [0, 0x3c, 0, 0x3f], name: 'utf-16be', mark: 0 },
  ];

const declaration = /^<\?xml[ \t\r\n][^>]*?[ \t\r\n]encoding[ \t\r\n]*=[ \t\r\n]*(["'])(?<name>[^"'<>]*)\1/u;

/**
 * The encoding of a document, from its first bytes: what they show (a byte order mark, or the pattern of `<?`)
 * goes before what the XML declaration says. Source: XML 1.0, appendix F.
 */
export function encodingOf(head: Uint8Array): Encoding | { readonly problem: string } {
  const shown = signs.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte));
  if (shown?.name === 'utf-32') return { problem: 'is in UTF-32, which is not read: save it as UTF-8' };
  if (shown !== undefined) return shown;
  const text = String.fromCharCode(...head.subarray(0, headLength));
  const declared = declaration.exec(text)?.groups?.name;
  if (declared === undefined) return { name: 'utf-8', mark: 0 };
  const name = knownName(declared);
  if (name === undefined) {
    return { problem: `names the encoding "${declared}", which is not known: save it as UTF-8` };
  }
  if (name.startsWith('utf-16')) {
    return {
      problem: `names the encoding "${declared}", which its bytes are not: name the one it is in, or save it as UTF-8`,
    };
  }
  return { name, mark: 0 };
}

function knownName(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
