import { cellText } from '../reporters/csv-cell.ts';
import { jsonText } from '../reporters/json-text.ts';
import { inert, inertHtml } from '../reporters/markdown/inert.ts';
import { markdownText } from '../reporters/markdown-text.ts';
import { terminalText } from '../reporters/terminal-text.ts';

/** What a text is written in, as far as it matters to a name that is put into it. */
export type TextFormat = 'json' | 'markup' | 'csv' | 'markdown' | 'plain';

/** What a text looks like it is written in. `file` is what it is called, if anything. */
export function formatOf(text: string, file = ''): TextFormat {
  if (/^\s*[[{]/u.test(text) && isJson(text)) return 'json';
  // By its first line a bot finds its comment again.
  if (text.startsWith('<!-- syncgate report ')) return 'markdown';
  if (/^\ufeff?\s*</u.test(text)) return 'markup';
  if (/^\ufeff?"org","subject",/u.test(text)) return 'csv';
  return /\.(?:md|markdown)$/iu.test(file) || /^#{1,6} /mu.test(text) ? 'markdown' : 'plain';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const entities: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
};

const markupText = (text: string): string =>
  terminalText(text).replace(/[&<>"']/gu, (sign) => entities[sign] ?? sign);

/** The ways in which a name may be written in a format; the first is the most usual one. */
export const writings: Readonly<Record<TextFormat, readonly ((name: string) => string)[]>> = {
  // Strings of JSON are read before names are looked for in them, and written again after.
  json: [(name) => name],
  // JUnit's class names have no dots but their own.
  markup: [markupText, inertHtml, (name) => markupText(name).replaceAll('.', '_')],
  csv: [(name) => cellText(name).replaceAll('"', '""')],
  markdown: [inert, markdownText, inertHtml, terminalText],
  plain: [terminalText],
};

/**
 * The text with every string of JSON in it put through a change; keys are strings too. In SARIF a string of the name
 * `markdown` is written in that.
 */
export const withJsonStrings = (
  text: string,
  change: (value: string, format: 'json' | 'markdown') => string,
): string =>
  text.replace(
    /("markdown"\s*:\s*)?("(?:[^"\\]|\\.)*")/gu,
    (whole, key: string | undefined, literal: string) => {
      const value = JSON.parse(literal) as string;
      const changed = change(value, key === undefined ? 'json' : 'markdown');
      return changed === value ? whole : (key ?? '') + jsonText(changed).trimEnd();
    },
  );
