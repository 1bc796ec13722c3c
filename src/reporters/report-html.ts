import type { PageDocument } from '../model/page.ts';

/** Where the shell of the page wants its document. */
export const documentPlace = '/*document*/';

/**
 * The page, complete in one file.
 * @param shell The built page without its document (`npm run page`).
 */
export const renderHtml = (document: PageDocument, shell: string): string => {
  const [before = '', after = ''] = shell.split(documentPlace);
  return `${before}${inertJson(document)}${after}`;
};

/** JSON that no reader of HTML takes for the end of its element. */
const inertJson = (document: PageDocument): string =>
  JSON.stringify(document).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
