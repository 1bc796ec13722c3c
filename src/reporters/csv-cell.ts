import { terminalText } from './terminal-text.ts';

/** What makes a formula of a cell that begins with it, in wide letters too. */
const formula = '[=+\\-@\uff1d\uff0b\uff0d\uff20]';

/**
 * Where a cell can begin: at the start, and after whatever another program, or another country's, takes for the end of
 * the cell before (OWASP, "CSV Injection").
 */
const start = new RegExp(`(^|[,;|"'])(?=\\s*${formula})`, 'gu');

/**
 * Text from anywhere as one cell of CSV, always in quotes and on one line. Where a formula could begin an apostrophe
 * stands before it, which spreadsheets take for "this is text".
 */
export const csvCell = (text: string): string => `"${cellText(text).replaceAll('"', '""')}"`;

/** What the cell says, read back. */
export const cellText = (text: string): string => terminalText(text).replace(start, "$1'");
