import type { ObjectRight } from '../model/container.ts';
import type { MessageSource, MessageStage } from '../model/diagnosis.ts';
import { type TokenError, tokenErrors } from '../salesforce/token-errors.ts';
import written from './catalogue.json' with { type: 'json' };

/** One message that is known: how to tell it, what it means, and what to look at. `schemas/catalogue.schema.json` is its schema. */
export interface KnownError {
  readonly id: string;
  readonly title: string;
  readonly stage: MessageStage;
  /** The interfaces that give it. */
  readonly where: readonly string[];
  readonly recognised: Recognition;
  /** Its reason stands in another message inside it. */
  readonly wraps?: boolean;
  readonly meaning: string;
  readonly points: readonly Point[];
  readonly todo: readonly string[];
  /** What it is where all that it points to is granted. */
  readonly otherwise: readonly string[];
  readonly source: MessageSource;
  readonly examples: readonly KnownExample[];
}

export interface Recognition {
  /** Each is enough. */
  readonly codes?: readonly string[];
  /** Others say these too: something of Salesforce has to stand beside them. */
  readonly sharedCodes?: readonly string[];
  /** Codes of other entries that stand beside its phrases. */
  readonly besideCodes?: readonly string[];
  /** Each is enough: words, with `{object}`, `{field}`, `{fields}` and `{flow}` for names. */
  readonly phrases?: readonly string[];
  /** Of the token endpoint: enough beside an OAuth error. */
  readonly descriptions?: readonly string[];
}

/** What it may come from: to be looked up in the packs by what their requirements need read. */
export type Point =
  | { readonly kind: 'permission'; readonly names: readonly string[] }
  | { readonly kind: 'object'; readonly right: ObjectRight; readonly said?: readonly string[] }
  | { readonly kind: 'field'; readonly right: 'read' | 'edit' }
  | { readonly kind: 'login' | 'flows' | 'limits' | 'edition' };

export interface KnownExample {
  readonly text: string;
  readonly objects?: readonly string[];
  readonly fields?: readonly string[];
  readonly flows?: readonly string[];
}

const own = written.messages as unknown as readonly KnownError[];

/** A phrase of so many words is not met by chance; a shorter one wants an OAuth error beside it. */
const tellingWords = 5;

/** These are everybody's (RFC 6749): of themselves they do not tell Salesforce. */
export const oauthCodes: readonly string[] = [
  ...['invalid_grant', 'invalid_client', 'invalid_request', 'invalid_scope', 'unauthorized_client'],
  ...['unsupported_grant_type', 'access_denied', 'server_error'],
];

const points: Readonly<Record<'login' | 'api', readonly Point[]>> = {
  login: [{ kind: 'login' }],
  api: [{ kind: 'permission', names: ['ApiEnabled'] }],
};

function oauthError({ descriptions, errors, cause, mend, about, source }: TokenError): KnownError {
  const [name = ''] = [...descriptions, ...errors];
  const shared = errors.filter((error) => oauthCodes.includes(error));
  const example = descriptions[0] === undefined ? `OAUTH error: ${errors[0]}` : `invalid_grant: ${name}`;
  return {
    id: `oauth-${name.replace(/[^a-z]+/g, '-')}`,
    title: `The sign-in is refused: ${name}`,
    stage: 'sign-in',
    where: ['OAuth'],
    recognised: {
      codes: errors.filter((error) => !shared.includes(error)).map((error) => error.toUpperCase()),
      sharedCodes: shared.map((error) => error.toUpperCase()),
      phrases: descriptions.filter((text) => text.split(' ').length >= tellingWords),
      descriptions,
    },
    meaning: cause,
    points: about === null ? [] : points[about],
    todo: [mend],
    otherwise: about === null ? [] : ['the reason that Setup > Login History of the org names'],
    source: {
      title: 'Refused sign-ins',
      url: source,
      trust: source.includes('github') ? 'seen' : 'documented',
    },
    examples: [{ text: shared[0] === name ? `salesforce answered ${name}` : example }],
  };
}

const codesOf = ({ recognised: { codes = [], sharedCodes = [] } }: KnownError) => [...codes, ...sharedCodes];
const ownCodes = new Set(own.flatMap(codesOf));

/** Every message that is known: those of the APIs, and those of the token endpoint, which are written down once. */
export const knownErrors: readonly KnownError[] = [
  ...own,
  ...tokenErrors
    .filter(({ errors }) => !errors.some((error) => ownCodes.has(error.toUpperCase())))
    .map(oauthError),
];
