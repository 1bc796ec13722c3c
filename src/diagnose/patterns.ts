import { type KnownError, knownErrors, oauthCodes } from './message-catalogue.ts';

/** A phrase of an entry, ready to be looked for. */
export interface Pattern {
  readonly entry: KnownError;
  /** What has to stand somewhere, in lower case, before it is worth looking. */
  readonly anchor: string;
  readonly expression: RegExp;
}

/** Every part is bounded and no part can match in two ways: the time it takes grows with the text alone. */
const names: Readonly<Record<string, string>> = {
  object: '(?<object>[A-Za-z]\\w{0,79})',
  field: '(?<field>[A-Za-z][\\w.]{0,120})',
  fields: '(?<fields>[A-Za-z][\\w.]{0,120}(?:\\s{0,3},\\s{0,8}[A-Za-z][\\w.]{0,120}){0,99})',
  flow: '(?<flow>[^"“”&<\\\\\\n]{1,120})',
};

/** As logs, JSON and XML write a quotation mark. */
const quote = '(?:\\\\?["\'“”‘’`]|\\\\u201[89cd]|&apos;|&quot;|&#39;)';

const gap = '\\s{1,80}';

/** A template as an expression: any white space between its words, any quotation marks, any case. */
function expressionOf(template: string): RegExp {
  const source = template
    .split(/(\{\w+\}|["']| )/)
    .map((part) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      if (name !== undefined) return names[name] ?? '';
      if (part === ' ') return gap;
      return part === '"' || part === "'" ? quote : part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    })
    .join('');
  // What begins with a name begins where a word does.
  return new RegExp(template.startsWith('{') ? `\\b${source}` : source, 'gi');
}

/** The longest word of a template: what is rare enough to look for first. */
function anchorOf(template: string): string {
  const words = template
    .replace(/\{\w+\}/g, ' ')
    .split(/[ "']+/)
    .filter((word) => word !== '');
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '').toLowerCase();
}

/** In the order of the catalogue: of phrases that begin alike, the fuller one comes first. */
export const patterns: readonly Pattern[] = knownErrors.flatMap((entry) =>
  (entry.recognised.phrases ?? []).map((phrase) => ({
    entry,
    anchor: anchorOf(phrase),
    expression: expressionOf(phrase),
  })),
);

export interface KnownCode {
  readonly entry: KnownError;
  /** It says nothing where nothing of Salesforce stands beside it. */
  readonly shared: boolean;
}

/** Codes that are enough, by themselves or beside something of Salesforce. */
export const codes: ReadonlyMap<string, KnownCode> = new Map(
  knownErrors.flatMap((entry) => {
    const known = (list: readonly string[] = [], shared: boolean) =>
      list.map((code): readonly [string, KnownCode] => [code, { entry, shared }]);
    return [...known(entry.recognised.codes, false), ...known(entry.recognised.sharedCodes, true)];
  }),
);

/** The codes that belong to a phrase of an entry where they stand beside it. */
export const companionsOf = ({ recognised }: KnownError): readonly string[] => [
  ...(recognised.codes ?? []),
  ...(recognised.sharedCodes ?? []),
  ...(recognised.besideCodes ?? []),
  ...(recognised.descriptions === undefined ? [] : oauthCodes.map((code) => code.toUpperCase())),
];
