import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** Something a run has written: where it stands, and what it says. */
export interface Written {
  readonly place: string;
  readonly text: string;
}

/** A secret in something written, told without the secret. */
export interface Leak {
  readonly place: string;
  readonly form: string;
}

/** Shorter ones stand in ordinary words by chance. */
const shortestSecret = 8;

/** Where any of the secrets stands, plainly or in a form that anybody can turn back. */
export function leaksIn(written: readonly Written[], secrets: readonly string[]): readonly Leak[] {
  const forms = secrets.filter((secret) => secret.length >= shortestSecret).flatMap(formsOf);
  return written.flatMap(({ place, text }) =>
    forms.flatMap(([form, looks]) => (text.includes(looks) ? [{ place, form }] : [])),
  );
}

/** Tokens of an emulated org that the test did not start itself, known by their form. */
export const emulatedTokensIn = (written: readonly Written[]): readonly Leak[] =>
  written.flatMap(({ place, text }) =>
    /00D\w{12}!AQ4AQ[0-9a-f]{64}|5Aep8[0-9a-f]{64}/.test(text) ? [{ place, form: 'of an emulated org' }] : [],
  );

type Form = readonly [name: string, looks: string];

function formsOf(secret: string): readonly Form[] {
  const trimmed = secret.trim();
  // Of a key, any line gives it away in part.
  const lines = trimmed.split(/\r?\n|\\n/).filter((line) => line.length > 30 && !line.startsWith('-----'));
  const pieces = [...new Set([trimmed, ...lines])];
  return pieces.flatMap((piece): readonly Form[] => [
    ['as it is', piece],
    ['in JSON', JSON.stringify(piece).slice(1, -1)],
    ['in a URL', encodeURIComponent(piece)],
    ['in a form', new URLSearchParams({ '': piece }).toString().slice(1)],
    ['in XML', piece.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')],
    ...['base64', 'base64url'].flatMap((encoding) =>
      insideBase64(piece, encoding as 'base64' | 'base64url').map((looks): Form => [`in ${encoding}`, looks]),
    ),
    ['in hexadecimal', Buffer.from(piece).toString('hex')],
  ]);
}

/** What a text looks like inside a base64 of something longer: it may begin at any of three places in a group. */
function insideBase64(text: string, encoding: 'base64' | 'base64url'): readonly string[] {
  return [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]);
    const whole = bytes.toString(encoding).replaceAll('=', '');
    // Characters that the neighbours have a part in are left out.
    return whole.slice(Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6));
  });
}

/** When each file under a folder was last written: what a run creates or changes differs from it. */
export type Marks = ReadonlyMap<string, string>;

const mostFiles = 5_000;
const mostBytes = 8 * 1024 * 1024;

export async function marksOf(folder: string): Promise<Marks> {
  const marks = new Map<string, string>();
  await walk(folder, marks);
  return marks;
}

async function walk(folder: string, marks: Map<string, string>): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (marks.size >= mostFiles || ['.git', 'node_modules'].includes(entry.name)) continue;
    if (entry.isDirectory()) await walk(path, marks);
    if (!entry.isFile()) continue;
    const { mtimeMs, ctimeMs, size } = await stat(path);
    marks.set(path, `${mtimeMs} ${ctimeMs} ${size}`);
  }
}

/** The files that were created or changed since. */
export async function writtenSince(before: Marks, folder: string): Promise<readonly Written[]> {
  const after = await marksOf(folder);
  const changed = [...after].filter(([path, mark]) => before.get(path) !== mark).map(([path]) => path);
  return Promise.all(
    changed.map(async (path) => ({
      place: relative(folder, path),
      text: (await readFile(path)).subarray(0, mostBytes).toString('utf8'),
    })),
  );
}
