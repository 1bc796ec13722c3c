/** What goes back over HTTP, before headers that every answer carries. `body` is JSON unless it is `text`. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly text?: { readonly contentType: string; readonly content: string };
  readonly headers?: Readonly<Record<string, string>>;
  /** Break the connection instead of answering. */
  readonly hangUp?: boolean;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });

/** A refusal of the data API: an array of `{message, errorCode}`. */
export const refusal = (status: number, errorCode: string, message: string): Answer => ({
  status,
  body: [{ message, errorCode }],
});

/** A refusal of the OAuth endpoints: an object of `error` and `error_description`, always with 400. */
export const oauthRefusal = (error: string, description: string): Answer => ({
  status: 400,
  body: { error, error_description: description },
});

/** An answer that is no JSON, as the front door of an org gives it. */
export const plainText = (
  status: number,
  content: string,
  contentType = 'text/html;charset=UTF-8',
): Answer => ({
  status,
  body: undefined,
  text: { contentType, content },
});

export const notFound = (): Answer => refusal(404, 'NOT_FOUND', 'The requested resource does not exist');

export const invalidSession = (): Answer => refusal(401, 'INVALID_SESSION_ID', 'Session expired or invalid');

export const requestLimitExceeded = (): Answer =>
  refusal(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');

/**
 * A write. A real org would carry it out; this one says what it is and refuses.
 */
export const readOnlyRefusal = (method: string): Answer =>
  refusal(
    405,
    'METHOD_NOT_ALLOWED',
    `HTTP Method '${method}' not allowed. This is an emulated org: it answers reads and refuses every write.`,
  );
