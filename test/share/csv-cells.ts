/** The cells of CSV in which every cell is in quotes, line by line (RFC 4180). */
export const csvParse = (text: string): readonly (readonly string[])[] =>
  text
    .replace(/^\ufeff/u, '')
    .split('\r\n')
    .map((line) =>
      Array.from(line.matchAll(/"((?:[^"]|"")*)"/gu), ([, cell = '']) => cell.replaceAll('""', '"')),
    );
