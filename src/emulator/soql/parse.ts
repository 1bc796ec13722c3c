import { parseQuery, type Query } from '@jetstreamapp/soql-parser-js';
import { malformed, notEmulated } from './query-error.ts';

/** Parses SOQL; a syntax error is refused with the token an org would name. */
export function parseSoql(soql: string): Query {
  let query: Query;
  try {
    query = parseQuery(soql);
  } catch (error) {
    throw malformed(`unexpected token: '${culpritIn(error instanceof Error ? error.message : '')}'`);
  }
  if (query.withSecurityEnforced === true || query.withAccessLevel !== undefined) {
    throw malformed("unexpected token: 'WITH'");
  }
  if (query.having !== undefined) throw notEmulated('HAVING');
  if (query.withDataCategory !== undefined) throw notEmulated('WITH DATA CATEGORY');
  return query;
}

/** The parser words its errors in two ways; both name the token it stumbled over. */
function culpritIn(message: string): string {
  const token =
    /but found(?: -->|:) '(.*?)'(?: <--)?/s.exec(message)?.[1] ?? /but found: (.*)$/s.exec(message)?.[1];
  return token === undefined || token === '' ? '<EOF>' : token;
}
