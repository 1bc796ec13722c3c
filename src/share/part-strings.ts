import type { Gap, Location, Part } from '../model/part.ts';
import { type Change, object, stays, text } from './changes.ts';

/** What the strings are that stand in many objects of a snapshot. */

export const objectName: Change<string> = (value, say) => say.apiName('object', value);
export const fieldName: Change<string> = (value, say) => say.apiName('field', value);
export const permission: Change<string> = (value, say) => say.apiName('permission', value);
export const username: Change<string> = (value, say) => say.name('user', 'name', value);

export const location = object<Location>({ file: text, line: stays, column: stays, snippet: text });

export const gap = object<Gap>({
  code: stays,
  message: text,
  query: text,
  // Salesforce's codes are words in capitals; whatever else an answer gives for one is a sentence.
  errorCode: (value, say) => (/^[A-Z]+(?:_[A-Z0-9]+)*$/u.test(value) ? value : say.text(value)),
  mend: text,
  at: location,
});

export const part =
  <T>(change: Change<T>): Change<Part<T>> =>
  (value, say) =>
    value.status === 'ok'
      ? { status: 'ok', value: change(value.value, say, value) }
      : { status: 'unavailable', reason: gap(value.reason, say, value) };
