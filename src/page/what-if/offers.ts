import { atomsIn } from '../../access/atoms.ts';
import { missingEntries } from '../../access/missing-entries.ts';
import { describeAccess } from '../../engine/index.ts';
import type { Access, Decision, Entry, FieldAccess } from '../../model/access.ts';
import type { Entries } from '../../model/container.ts';
import type { Result } from '../../model/report.ts';
import type { Flow } from '../../model/snapshot.ts';
import { objectRights, permissionLabel, rightLabels } from '../../salesforce/labels.ts';
import { flowName } from '../../salesforce/names.ts';

/** A permission that somebody could tick. */
export interface Offer {
  /** What the entries of a container know it by. */
  readonly key: string;
  /** Such as `Account: View All`, as sentences have it. */
  readonly title: string;
  /** Everything that it goes by. */
  readonly names: string;
  readonly entries: Entries;
  readonly decision: Decision['decision'];
  /** Whether a requirement that is not met, or not known to be, asks for it and it may be missing. */
  readonly isLacking: boolean;
}

/** Everything that was decided about a subject and that an entry could grant, in the order of Setup. */
export function offersOf(access: Access, results: readonly Result[]): readonly Offer[] {
  const lacking = new Set(missingEntries(access, citedBy(access, results)).map(entryKey));
  const offer = (entry: TickableEntry, title: string, names: string, decision: Decision): Offer => ({
    ...{ title, names: `${title} ${names}`, decision: decision.decision },
    ...{ isLacking: lacking.has(entryKey(plain(entry))), ...entriesOf(entry) },
  });
  return [
    ...sorted(access.systemPermissions).map(([permission, decision]) =>
      offer({ kind: 'system', permission }, permissionLabel(permission), permission, decision),
    ),
    ...sorted(access.objects).flatMap(([, { object, rights }]) =>
      objectRights.map((right) =>
        offer({ kind: 'object', object, right }, `${object}: ${rightLabels[right]}`, '', rights[right]),
      ),
    ),
    ...sorted(access.fields).flatMap(([name, field]) => fieldOffers(name, field, offer)),
    ...flowOffers(access, offer),
  ];
}

type TickableEntry =
  | Exclude<Entry, { readonly kind: 'flow' | 'fixed' }>
  | { readonly kind: 'flow'; readonly flow: Flow };
type OfferOf = (entry: TickableEntry, title: string, names: string, decision: Decision) => Offer;

const citedBy = ({ subject }: Access, results: readonly Result[]): ReadonlySet<Decision> =>
  new Set(
    results
      .filter((result) => result.subject.id === subject.id && openVerdicts.includes(result.verdict))
      .flatMap(({ evidence }) => evidence)
      .flatMap((each) => (each.kind === 'decision' ? [each.decision] : [])),
  );

const openVerdicts: readonly Result['verdict'][] = ['fail', 'inconclusive'];

/** Fields without field-level security have nothing to tick, and what nobody can write has no Edit. */
function fieldOffers(
  name: string,
  { asked, field, writable, effective }: FieldAccess,
  offer: OfferOf,
): readonly Offer[] {
  if (field.status === 'unavailable' || !field.value?.permissionable) return [];
  const { name: own, label } = field.value;
  const rights =
    writable.status === 'ok' && !writable.value ? (['read'] as const) : (['read', 'edit'] as const);
  return rights.map((right) =>
    offer(
      { kind: 'field', object: asked.object, field: own, right },
      `${name}: ${rightLabels[right]}`,
      `${own} ${label}`,
      effective[right],
    ),
  );
}

/** Those that ask for a grant of their own, or may. */
function flowOffers(access: Access, offer: OfferOf): readonly Offer[] {
  const { flows } = access;
  if (flows.status === 'unavailable') return [];
  const asking = new Set(
    describeAccess({ ...access, systemPermissions: {}, objects: {}, fields: {} }).map(({ what }) => what),
  );
  return flows.value
    .map(({ flow, run }) => ({ flow, run, title: `Flow ${flowName(flow)}: Run` }))
    .filter(({ title }) => asking.has(title))
    .map(({ flow, run, title }) => offer({ kind: 'flow', flow }, title, flow.label, run));
}

const plain = (entry: TickableEntry): Entry =>
  entry.kind === 'flow' ? { kind: 'flow', flow: flowName(entry.flow) } : entry;

const entryKey = (entry: Entry): string => JSON.stringify(entry);

function entriesOf(entry: TickableEntry): Pick<Offer, 'key' | 'entries'> {
  const entries = { ...noEntries, ...entriesWith(entry) };
  return { key: atomsIn(entries)[0]?.key ?? '', entries };
}

/** What a set grants before anything is ticked in it. */
export const noEntries: Entries = { systemPermissions: [], objects: [], fields: [], flows: [] };

function entriesWith(entry: TickableEntry): Partial<Entries> {
  switch (entry.kind) {
    case 'system':
      return { systemPermissions: [{ permission: entry.permission }] };
    case 'object':
      return { objects: [{ object: entry.object, rights: [entry.right] }] };
    case 'field': {
      const { object, field, right } = entry;
      return { fields: [{ object, field, read: right === 'read', edit: right === 'edit' }] };
    }
    case 'flow':
      return { flows: [{ flowId: entry.flow.id }] };
  }
}

/** Sorted by name, by code units: the same everywhere. */
const sorted = <T>(record: Readonly<Record<string, T>>): readonly (readonly [string, T])[] =>
  Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1));
