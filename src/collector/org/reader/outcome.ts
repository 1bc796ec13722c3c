/** What became of one request: its JSON, or why there is none. */
export type Outcome =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly failure: Failure };

/** A refusal, as the org words it. */
export interface Failure {
  /** Salesforce's code, such as INVALID_FIELD; `ERROR_HTTP_503` where the answer carried none. */
  readonly errorCode: string;
  readonly message: string;
}

export const failed = (errorCode: string, message: string): Outcome => ({
  ok: false,
  failure: { errorCode, message },
});

/** The first error of a body `[{message, errorCode}]`. */
export function failureIn(body: unknown, status: number): Failure {
  const first: unknown = Array.isArray(body) ? body[0] : body;
  const { errorCode, message } = isObject(first) ? first : {};
  const code = typeof errorCode === 'string' && errorCode !== '' ? errorCode : `ERROR_HTTP_${status}`;
  return { errorCode: code, message: typeof message === 'string' ? message : 'no explanation was given' };
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
