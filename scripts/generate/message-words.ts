import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GeneratedFile } from './generated-file.ts';

/** The rooms whose sentences stand in a snapshot, and the words of Salesforce that they bring along. */
const rooms = ['access', 'collector', 'salesforce'];

/** Names that stand in examples: a customer may be called so. */
const examples: ReadonlySet<string> = new Set(['acme', 'atlas', 'pozil']);

/**
 * Every word that syncgate itself writes into a snapshot. What is shared of a sentence is these words; of any other
 * nobody knows whether it names somebody.
 */
export async function messageWords(root: string): Promise<GeneratedFile> {
  const words = new Set<string>();
  for (const room of rooms) {
    const folder = join(root, 'src', room);
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    for (const entry of entries) {
      if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
      for (const word of wordsIn(await readFile(join(entry.parentPath, entry.name), 'utf8'))) words.add(word);
    }
  }
  const told = [...words].filter((word) => !examples.has(word)).sort();
  return { path: 'src/generated/message-words.json', text: `${JSON.stringify(told, null, 0)}\n` };
}

const comment = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu;
const imported = /^(?:import|export)\b.*\bfrom\b.*$|^\} from .*$/gmu;
const literal = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/gu;

function* wordsIn(source: string): Iterable<string> {
  for (const [text] of source.replace(comment, '').replace(imported, '').matchAll(literal)) {
    for (const [word] of text.matchAll(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/gu)) yield word.toLowerCase();
  }
}
