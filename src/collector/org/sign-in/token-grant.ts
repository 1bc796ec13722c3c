/** What is sent to the token endpoint for one way of signing in. */
export interface TokenGrant {
  /** The form, `grant_type` included. */
  readonly form: Readonly<Record<string, string>>;
  /** What in it, or behind it, nobody may ever be shown. */
  readonly secrets: readonly string[];
}
