import { SalesforceError } from '../emulated-org.ts';

/** How much of a long query an error shows on either side of the culprit. */
const SHOWN_BEFORE = 30;
const SHOWN_AFTER = 40;

/** A refusal that points at a word of the query, the way an org prints it: the query, a caret, row and column. */
export function errorAt(soql: string, word: string, errorCode: string, message: string): SalesforceError {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const place = Math.max(0, soql.search(new RegExp(`(?<![\\w.])${escaped}(?![\\w.])`, 'i')));
  const start = place <= SHOWN_BEFORE ? 0 : place - SHOWN_BEFORE;
  const shown = soql.slice(start, place + word.length + SHOWN_AFTER).replace(/\s/g, ' ');
  const before = soql.slice(0, place).split('\n');
  const row = before.length;
  const column = (before.at(-1)?.length ?? 0) + 1;
  const caret = `${' '.repeat(place - start)}^`;
  return new SalesforceError(
    400,
    errorCode,
    `\n${shown}\n${caret}\nERROR at Row:${row}:Column:${column}\n${message}`,
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
