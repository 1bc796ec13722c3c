import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type KnownError, knownErrors } from '../../src/diagnose/index.ts';
import type { GeneratedFile } from './generated-file.ts';
import { code, plain, table } from './markdown.ts';

const path = 'docs/diagnose.md';
const begin = '<!-- The catalogue: generated from src/diagnose/catalogue.json by `npm run generate`. -->';
const end = '<!-- The end of the catalogue. -->';

/** The page about diagnosing: its words are written by hand, the table of what is known is not. */
export async function diagnosePage(root: string): Promise<GeneratedFile> {
  const text = (await readFile(join(root, path), 'utf8')).replaceAll('\r\n', '\n');
  const [before, rest] = text.split(begin);
  const [, after] = rest?.split(end) ?? [];
  if (after === undefined) throw new Error(`${path} has no place for the catalogue`);
  return { path, text: `${before}${begin}\n\n${catalogue}\n\n${end}${after}` };
}

const catalogue = table(
  ['Message', 'Told by', 'Points to', 'Known from'],
  knownErrors.map(({ id, title, recognised, points, source }) => [
    `${code(id)}: ${plain(title)}`,
    toldBy(recognised),
    points.length === 0 ? 'no permission' : [...new Set(points.map(pointText))].join(', '),
    `[${plain(source.title)}](${source.url}), ${source.trust}`,
  ]),
);

function toldBy({ codes = [], sharedCodes = [], phrases = [], descriptions = [] }: KnownError['recognised']) {
  const words = [...new Set([...phrases, ...descriptions])].map((text) => `“${plain(text)}”`);
  return [...codes.map(code), ...sharedCodes.map((each) => `${code(each)}¹`), ...words].join(', ');
}

function pointText(point: KnownError['points'][number]): string {
  switch (point.kind) {
    case 'permission':
      return point.names.map(code).join(' or ');
    case 'object':
      return `${point.right} on the object`;
    case 'field':
      return `${point.right} on the field`;
    case 'login':
      return 'whether the user can log in';
    case 'flows':
      return 'flows that restrict access';
    case 'limits':
      return 'API calls left';
    case 'edition':
      return 'the edition of the org';
  }
}
