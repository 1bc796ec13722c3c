import { withWhatTheyRestOn } from '../engine/depended-on.ts';
import { entriesOf } from '../engine/entries-of.ts';
import { strongPermissions } from '../engine/strong-permissions.ts';
import type { Access, Decision, Entry, Grant } from '../model/access.ts';
import type { Result } from '../model/report.ts';
import type { Subject } from '../model/subject.ts';
import { permissionLabel, rightLabels } from '../salesforce/labels.ts';
import type { Judgement } from './judge.ts';

/** A permission that a subject has and that nothing in the run asks for. */
export interface UnneededGrant {
  /** Such as `Account: Delete`. */
  readonly permission: string;
  /** Who grants it itself; what implies it stands for itself. */
  readonly grants: readonly Grant[];
  /** Whether it reaches far beyond one thing: Modify All Data, Modify All on an object. */
  readonly broad: boolean;
}

/**
 * What a subject is granted and no requirement of the run rests on, by name. Only what was collected is seen: a set
 * may grant a thousand things that no requirement asks about, and these are not among them.
 */
export function unneededGrants({ accesses, results }: Judgement, subject: Subject): readonly UnneededGrant[] {
  const access = accesses.find((each) => each.subject.id === subject.id);
  if (access === undefined) return [];
  const needed = withWhatTheyRestOn(access, citedBy(results, subject));
  return [...entriesOf(access)].flatMap(([decision, entry]) => {
    const grants = needed.has(decision) ? [] : ownGrants(decision);
    if (grants.length === 0 || isRequired(entry, access, needed)) return [];
    return [{ permission: nameOf(entry), grants, broad: isBroad(entry) }];
  });
}

const citedBy = (results: readonly Result[], subject: Subject): ReadonlySet<Decision> =>
  new Set(
    results
      .filter((result) => result.subject.id === subject.id)
      .flatMap(({ evidence }) => evidence)
      .flatMap((each) => (each.kind === 'decision' ? [each.decision] : [])),
  );

const ownGrants = (decision: Decision): readonly Grant[] =>
  decision.decision === 'granted'
    ? decision.grants.filter(({ implied, entry }) => implied === undefined && entry.kind !== 'fixed')
    : [];

/** Nobody has a right on an object or field without Read on it. */
function isRequired(entry: Entry, { objects, fields }: Access, needed: ReadonlySet<Decision>): boolean {
  if (!('right' in entry) || entry.right !== 'read') return false;
  const beside =
    entry.kind === 'object'
      ? Object.values(objects)
          .filter(({ object }) => object === entry.object)
          .map(({ rights }) => rights)
      : Object.values(fields)
          .filter(
            ({ asked, field }) =>
              asked.object === entry.object && field.status === 'ok' && field.value?.name === entry.field,
          )
          .map(({ fieldLevel }) => fieldLevel);
  return beside.flatMap((rights) => Object.values<Decision>(rights)).some((decision) => needed.has(decision));
}

const isBroad = (entry: Entry): boolean =>
  entry.kind === 'system'
    ? Object.hasOwn(strongPermissions, entry.permission)
    : entry.kind === 'object' && entry.right === 'modifyAllRecords';

function nameOf(entry: Entry): string {
  switch (entry.kind) {
    case 'system':
      return permissionLabel(entry.permission);
    case 'object':
      return `${entry.object}: ${rightLabels[entry.right]}`;
    case 'field':
      return `${entry.object}.${entry.field}: ${rightLabels[entry.right]}`;
    case 'flow':
      return `Flow ${entry.flow}: Run`;
    case 'fixed':
      return entry.what;
  }
}
