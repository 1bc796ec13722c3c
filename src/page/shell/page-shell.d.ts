/** The whole page without its document, as `npm run page` builds it. */
export declare const pageShell: string;
