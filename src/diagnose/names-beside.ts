import type { Hit } from './hit.ts';

/** What a message is about, as far as the text says. */
export interface NamesBeside {
  readonly objects: readonly string[];
  readonly fields: readonly string[];
  readonly flows: readonly string[];
}

/** The first three characters of an Id tell its object (Salesforce help: standard field record Id prefixes). */
const prefixes: Readonly<Record<string, string>> = {
  '001': 'Account',
  '003': 'Contact',
  '00Q': 'Lead',
  '005': 'User',
  '006': 'Opportunity',
  '00T': 'Task',
  '00U': 'Event',
  '500': 'Case',
  '701': 'Campaign',
};

const recordId =
  /\b(001|003|00Q|005|006|00T|00U|500|701)(?=\w{0,14}[A-Za-z])[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?\b/g;
const apiName = /^[A-Za-z]\w{0,79}(?:\.[A-Za-z]\w{0,79})?$/;

/** What a hit names itself; else what stands beside it: the `fields` of its answer, an Id, an address, a query. */
export function namesBeside(text: string, hit: Hit): NamesBeside {
  const { object, field, fields, flow } = hit.names;
  const named = listOf(fields ?? field ?? '');
  return {
    objects: object === undefined ? objectBeside(lineOf(text, hit)) : [object],
    fields: named.length > 0 ? named : fieldsBeside(text, hit),
    flows: flow === undefined ? [] : [flow.trim()],
  };
}

const listOf = (names: string): readonly string[] => [
  ...new Set(
    names
      .split(',')
      .map((name) => name.trim().replace(/\.+$/, ''))
      .filter((name) => apiName.test(name)),
  ),
];

const reach = 600;

function lineOf(text: string, { start, end }: Hit): string {
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - reach);
  const to = text.indexOf('\n', end);
  return text.slice(from, to === -1 ? end + reach : Math.min(to, end + reach));
}

/** JSON has them in the same braces, behind the message; SOAP right before or behind it. */
function fieldsBeside(text: string, { start, end }: Hit): readonly string[] {
  const behind = text.slice(end, end + reach);
  const brace = behind.indexOf('}');
  const answer = brace === -1 ? behind : behind.slice(0, brace);
  const [, list = ''] = /["']fields["']\s{0,3}:\s{0,3}\[([^\]]{0,2000})\]/.exec(answer) ?? [];
  if (list !== '') return listOf(list.replace(/["'\s]/g, ''));
  const around = text.slice(Math.max(0, start - 200), end + 200);
  return listOf(Array.from(around.matchAll(/<fields>(\w{1,80})<\/fields>/g), ([, name]) => name).join(','));
}

/**
 * On the line of the hit alone: another line may be about something else. Of several Ids nobody knows which is the
 * record's, so all their objects count; that of a user tells of an owner, mostly.
 */
function objectBeside(line: string): readonly string[] {
  const ids = Array.from(line.matchAll(recordId), ([, prefix = '']) => prefixes[prefix] ?? '');
  const objects = [...new Set(ids)];
  const others = objects.filter((object) => object !== 'User');
  if (objects.length > 0) return others.length > 0 ? others : objects;
  const named =
    /\/sobjects\/([A-Za-z]\w{0,79})\b/.exec(line)?.[1] ??
    /\bFROM\s{1,9}([A-Za-z]\w{0,79})\b/.exec(line)?.[1] ??
    /\((Account|Contact|Lead|Opportunity|Case|Campaign|\w{1,60}__c)\)/.exec(line)?.[1];
  return named === undefined ? [] : [named];
}
