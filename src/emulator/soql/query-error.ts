import { SalesforceError } from '../emulated-org.ts';

/** How many words and commas an error shows on either side of the culprit (v: refusals quoted in issue threads). */
const SHOWN_BEFORE = 4;
const SHOWN_AFTER = 2;

/** A refusal that points at a word of the query as an org does: a piece of the query, a caret, row and column. */
export function errorAt(soql: string, word: string, errorCode: string, message: string): SalesforceError {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const place = Math.max(0, soql.search(new RegExp(`(?<![\\w.])${escaped}(?![\\w.])`, 'i')));
  const pieces = [...soql.matchAll(/[\w.:']+|[^\s\w.:']/g)].map(({ index, 0: text }) => ({
    from: index,
    to: index + text.length,
  }));
  const culprit = pieces.findIndex(({ to }) => to > place);
  const start = pieces[Math.max(0, culprit - SHOWN_BEFORE)]?.from ?? 0;
  const end = pieces[Math.min(pieces.length - 1, culprit + SHOWN_AFTER)]?.to ?? soql.length;
  const lines = soql.slice(0, place).split('\n');
  const column = (lines.at(-1)?.length ?? 0) + 1;
  const shown = soql.slice(start, end).replace(/\s/g, ' ');
  return new SalesforceError(
    400,
    errorCode,
    `\n${shown}\n${' '.repeat(place - start)}^\nERROR at Row:${lines.length}:Column:${column}\n${message}`,
  );
}

export function malformed(message: string): SalesforceError {
  return new SalesforceError(400, 'MALFORMED_QUERY', message);
}

/** A query an org would answer and the emulator does not. Told apart from every refusal of a real org. */
export function notEmulated(what: string): SalesforceError {
  return new SalesforceError(501, 'NOT_IMPLEMENTED', `The emulator does not answer ${what}.`);
}

export function noSuchColumn(soql: string, written: string, column: string, entity: string): SalesforceError {
  return errorAt(
    soql,
    written,
    'INVALID_FIELD',
    `No such column '${column}' on entity '${entity}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`,
  );
}

export function noSuchRelationship(soql: string, written: string, relationship: string): SalesforceError {
  return errorAt(
    soql,
    written,
    'INVALID_FIELD',
    `Didn't understand relationship '${relationship}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`,
  );
}

export function noSuchType(soql: string, name: string): SalesforceError {
  return errorAt(
    soql,
    name,
    'INVALID_TYPE',
    `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`,
  );
}
