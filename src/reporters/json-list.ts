import { jsonText } from './json-text.ts';

/** JSON too long to hold at once: the text of a document up to the list that it ends with, empty yet. */
export const openedList = (document: object): string => jsonText(document).replace(/\[\]\n\}\n$/u, '[\n');

/** One item of the list, indented as in the whole document. */
export const listItem = (value: unknown): string => jsonText(value).trimEnd().replace(/^/gmu, '    ');

export const itemSeparator = ',\n';

/** What stands behind the last item. */
export const closedList = '\n  ]\n}\n';
