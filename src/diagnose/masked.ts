/** What looks like a session id, a token, a key or a password, wherever it stands. */
const secrets: readonly RegExp[] = [
  /00D\w{9,15}!\S{0,400}/g,
  /\beyJ[\w-]{5,2000}(?:\.[\w-]{0,2000}){0,2}/g,
  /\b(?:bearer|oauth|sid=|password|secret|token)[\s:="']{1,4}\S{6,400}/gi,
  /force:\/\/\S{1,400}/g,
  /-----BEGIN[^\n]{0,400}/g,
];

/** A run that no name is as long as: nobody can tell what it is. */
const long = /[A-Za-z0-9+/=_.-]{41,}/g;
const isName = (text: string): boolean => /__|^[A-Za-z_.]+$|^[A-Z_]+$/.test(text) && text.length <= 120;

/** A text from a log as it may be shown: one line, and no secret in it. */
export function masked(text: string): string {
  const clean = secrets.reduce((result, secret) => result.replace(secret, '[secret]'), text);
  return clean
    .replace(long, (found) => (isName(found) ? found : '[secret]'))
    .replace(/\s+/g, ' ')
    .trim();
}
