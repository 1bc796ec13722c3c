import { terminalText } from './terminal-text.ts';

/** What makes a mention, an entity or a tag; and what makes a link of a bare address. */
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '@': '&#64;' };
const address = /:(?=\/\/)|\.(?<=www\.)/i;
const syntax = /[\\`*_{}[\]()#+!|~]|^-|(?<=^\d+)\./;
const special = new RegExp(`[${Object.keys(entities).join('')}]|${address.source}|${syntax.source}`, 'gi');

/**
 * Text from anywhere as Markdown that shows just that text, on one line: no link, image, HTML, emphasis, list,
 * code or mention comes out of it, and invisible characters are shown as escapes.
 */
export const markdownText = (text: string): string =>
  terminalText(text).replace(special, (found, index: number, whole: string) => {
    const entity = entities[found];
    if (entity !== undefined) return entity;
    if (found === ':') return '&#58;';
    return found === '.' && !/^\d+$/.test(whole.slice(0, index)) ? '&#46;' : `\\${found}`;
  });
