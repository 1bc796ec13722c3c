/** What kind of trouble leaves no metadata to read. */
export type SourceErrorKind =
  /** What was named is wrong: a file for a folder, a sfdx-project.json that is no JSON or names no folders. */
  | 'usage'
  /** Nothing there, or nothing that could be read. */
  | 'unreadable';

/**
 * Nothing at all can be read of the folders that were named. The message says what happened, to which folder or
 * file, and what to do now.
 */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly kind: SourceErrorKind;
  constructor(kind: SourceErrorKind, message: string) {
    super(message);
    this.kind = kind;
  }
}
