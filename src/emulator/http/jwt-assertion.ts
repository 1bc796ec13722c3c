import { type KeyObject, verify } from 'node:crypto';
import { type Answer, oauthRefusal } from './answer.ts';
import { isObject, jsonObject } from './request.ts';

type Claims = Readonly<Record<string, unknown>>;

/** What an assertion is held against. */
export interface AssertionRules {
  /** Of the certificate that the app has; undefined where it has none. */
  readonly publicKey: KeyObject | undefined;
  /** Whom it may be made out to. */
  readonly audiences: readonly string[];
  /** Milliseconds. */
  readonly now: number;
}

type Checked = { readonly claims: Claims } | { readonly refusal: Answer };

/** An assertion may not end later than so long from now: an org allows three minutes, and some for clocks. */
const longestSeconds = 180;

/** The claims of an assertion, unchecked; undefined for what is none. */
export function claimsOf(assertion: string): Claims | undefined {
  const [, payload, signature] = assertion.split('.');
  return payload === undefined || signature === undefined ? undefined : decoded(payload);
}

/** The claims of an assertion that holds: RS256, the app's own signature, one of the audiences, and its time. */
export function checkedClaims(assertion: string, rules: AssertionRules): Checked {
  const [header = '', payload = '', signature = '', ...rest] = assertion.split('.');
  const claims = decoded(payload);
  if (claims === undefined || rest.length > 0 || decoded(header)?.alg !== 'RS256') return invalid();
  if (!rules.audiences.includes(String(claims.aud))) {
    return refused(`audience is invalid [audience=${claims.aud} login=${rules.audiences[0]}]`);
  }
  const left = Number(claims.exp) - rules.now / 1000;
  if (!(left > 0 && left <= longestSeconds)) return invalid();
  const { publicKey } = rules;
  const signed = Buffer.from(`${header}.${payload}`);
  const holds =
    publicKey !== undefined && verify('RSA-SHA256', signed, publicKey, Buffer.from(signature, 'base64url'));
  return holds ? { claims } : invalid();
}

const refused = (description: string) => ({ refusal: oauthRefusal('invalid_grant', description) });
const invalid = () => refused('invalid assertion');

function decoded(part: string): Claims | undefined {
  const value = jsonObject(Buffer.from(part, 'base64url').toString('utf8'));
  return isObject(value) ? value : undefined;
}
