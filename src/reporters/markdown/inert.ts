import { markdownText } from '../markdown-text.ts';
import { terminalText } from '../terminal-text.ts';

/** An HTML comment shows nothing and parts what stands beside it, whoever reads it next. */
const nothing = '<!-- -->';

/**
 * What GitHub and GitLab look for in the text itself, when Markdown is done with it: people, issues, merge requests,
 * labels, milestones, snippets, epics and emoji; and what some readers take for a link all the same.
 */
const references: readonly (readonly [RegExp, string])[] = [
  [/&#58;/g, `:${nothing}`],
  [/(&#64;)/g, `$1${nothing}`],
  [/(\\[#!~]|[$%]|&amp;)(?=\S)/g, `$1${nothing}`],
  [/(:)(?=(?:[\w-]|\\[_+])+:)/g, `$1${nothing}`],
  [/&#46;/g, `${nothing}.`],
  // The backslash before it is the table's to read, in ways that differ.
  [/\\\|/g, '&#124;'],
];

const parted = (text: string): string =>
  references.reduce((result, [sign, instead]) => result.replace(sign, instead), text);

/** Text from anywhere as Markdown that is just that text, on one line: nothing that reads it makes more of it. */
export const inert = (text: string): string => parted(markdownText(text)).trim();

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The same inside HTML, where no Markdown is read. */
export const inertHtml = (text: string): string =>
  terminalText(text)
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
    .replace(/[@#!~$%]|&amp;|:(?=[\w+-]+:)/g, `$&${nothing}`)
    .replace(/:(?=\/\/)/g, `$&${nothing}`)
    .trim();
