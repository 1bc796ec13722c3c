const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECKSUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
/** Every Id of an emulated org carries this instance in its fourth and fifth character. */
const INSTANCE = 'gS';

/**
 * The 18-character form of a 15-character Id: each of the three suffix characters tells which of five
 * characters are capitals, so that the Id survives systems that do not tell `a` from `A`.
 */
export function withChecksum(id15: string): string {
  const suffix = (start: number): string => {
    let bits = 0;
    for (let place = 0; place < 5; place += 1) {
      const letter = id15.charAt(start + place);
      if (letter >= 'A' && letter <= 'Z') bits += 1 << place;
    }
    return CHECKSUM.charAt(bits);
  };
  return id15 + suffix(0) + suffix(5) + suffix(10);
}

/**
 * Reads an Id as SOQL accepts it: 15 characters, or 18, whose checksum mends lost capitals. Gives the
 * 18-character form, or undefined for what cannot be an Id.
 */
export function readId(text: string): string | undefined {
  if (/^[0-9a-zA-Z]{15}$/.test(text)) return withChecksum(text);
  if (!/^[0-9a-zA-Z]{15}[a-zA-Z0-5]{3}$/.test(text)) return undefined;
  const suffix = text.slice(15).toUpperCase();
  const mended = [...text.slice(0, 15)].map((letter, index) => {
    const bits = CHECKSUM.indexOf(suffix[Math.floor(index / 5)] ?? 'A');
    return bits & (1 << (index % 5)) ? letter.toUpperCase() : letter.toLowerCase();
  });
  return withChecksum(mended.join(''));
}

/** The Id of the `number`th record with this key prefix (such as `005`); the same for ever. */
export function makeId(keyPrefix: string, number: number): string {
  let digits = '';
  for (let rest = number; rest > 0; rest = Math.floor(rest / 62)) digits = BASE62[rest % 62] + digits;
  return withChecksum(`${keyPrefix}${INSTANCE}${digits.padStart(10, '0')}`);
}

/** The placeholder Id of rows that show inferred access: their Id names no record (docs/salesforce.md, trap 2). */
export const PLACEHOLDER_ID = '000000000000000AAA';
