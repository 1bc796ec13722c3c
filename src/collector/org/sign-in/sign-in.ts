/** A session: where, and the token that opens it. Never printed, logged, or put into a snapshot. */
export interface SignIn {
  /** Origin of the org, such as `https://acme.my.salesforce.com`: no path, no slash at the end. */
  readonly instanceUrl: string;
  readonly accessToken: string;
}
