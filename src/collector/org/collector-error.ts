/** What kind of trouble leaves nothing to audit. */
export type CollectorErrorKind =
  /** What was asked for is wrong: an ambiguous user, an address that is none, a version the org does not have. */
  | 'usage'
  /** A user that was named is not there, or not visible to the auditing user. */
  | 'user-not-seen'
  /** No answer: no such host, nobody listening, a broken certificate, no answer in time. */
  | 'unreachable'
  /** Something answers at the address, but it is no Salesforce API. */
  | 'not-an-org'
  /** The session is not valid, or not good enough. */
  | 'signed-out'
  /** The org would not give a session: the token request was refused. */
  | 'sign-in-refused'
  /** The org's edition or settings have no API. */
  | 'no-api'
  /** The org's daily API calls are used up. */
  | 'limit-exceeded'
  /** The Salesforce CLI is missing, too old, or does not know the org. */
  | 'cli'
  /** The caller's AbortSignal ended it. */
  | 'aborted'
  /** The guard found a request that is not provably a read: a bug in syncgate. */
  | 'refused-by-guard';

/**
 * Nothing could be read at all. The message is one or two sentences: what happened, to which thing, what to
 * do now. It never carries a token, and no cause that might.
 */
export class CollectorError extends Error {
  override readonly name = 'CollectorError';
  readonly kind: CollectorErrorKind;
  constructor(kind: CollectorErrorKind, message: string) {
    super(message);
    this.kind = kind;
  }
}
