import type { CodeHit } from './hit.ts';

/** Keys under which Salesforce and its clients give a code. */
const key =
  /(?:errorCode|statusCode|exceptionCode|faultcode|error_code|sf__Error)["']?\]?\s{0,3}[:=>]{1,2}\s{0,3}["']?$|<(?:\w{1,20}:)?(?:faultcode|exceptionCode|statusCode)>(?:\w{1,20}:)?$|\bsf:$/i;

/** Names that only Salesforce and its clients have. */
const marks =
  /salesforce|force\.com|\/services\/(?:data|oauth2|soap|async)\b|soap\.sforce|sobject|jsforce|simple_salesforce|\bSOQL\b|sf__/i;

/** Whether a code stands under a key of Salesforce or its clients. */
export const isUnderKey = (text: string, { start }: CodeHit): boolean =>
  key.test(text.slice(Math.max(0, start - 40), start));

/** Whether a code stands as Salesforce gives it: under its key, in capitals before its message, or alone on its line. */
export function isSalesforceCode(text: string, hit: CodeHit): boolean {
  const { code, start, end } = hit;
  if (isUnderKey(text, hit)) return true;
  if (text.slice(start, end) !== code) return false;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(Math.max(lineStart, start - 200), start).trim();
  const lineEnd = text.indexOf('\n', end);
  const after = text.slice(end, lineEnd === -1 ? end + 200 : Math.min(lineEnd, end + 200)).trim();
  return before === '' && after === '';
}

const before = 400;
const behind = 300;

/** Whether something of Salesforce stands near. */
export const hasSalesforceBeside = (text: string, at: number): boolean =>
  marks.test(text.slice(Math.max(0, at - before), at + behind));
