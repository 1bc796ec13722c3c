import { describeAccess } from '../../engine/index.ts';
import type { Access, Decision } from '../../model/access.ts';
import type { AccessRow } from '../../model/access-row.ts';
import type { ObjectRight } from '../../model/container.ts';
import { objectRights, rightLabels } from '../../salesforce/labels.ts';
import { differencesFirst } from './compared-results.ts';

/** One permission on both sides; null where a side did not ask for it. */
export interface ComparedPermission {
  readonly key: string;
  readonly what: string;
  readonly a: AccessRow | null;
  readonly b: AccessRow | null;
  /** `grounds`: the same, held or missed in other ways. */
  readonly difference: 'decision' | 'grounds' | 'none';
}

/** Everything that was decided about two subjects, what differs first. */
export function comparedPermissions(a: Access | null, b: Access | null): readonly ComparedPermission[] {
  const [ofA, ofB] = [rowsOf(a), rowsOf(b)];
  const all = [...new Set([...ofA.keys(), ...ofB.keys()])].map((key): ComparedPermission => {
    const [one, other] = [ofA.get(key) ?? null, ofB.get(key) ?? null];
    return { key, what: (one ?? other)?.what ?? key, a: one, b: other, difference: differenceOf(one, other) };
  });
  return differencesFirst(all);
}

const described = new WeakMap<Access, ReadonlyMap<string, AccessRow>>();

/** The same access is described once, however often it is held against others. */
function rowsOf(access: Access | null): ReadonlyMap<string, AccessRow> {
  if (access === null) return new Map();
  const known = described.get(access);
  if (known !== undefined) return known;
  const rows = new Map(describeAccess(access).map((row) => [`${row.kind} ${row.what}`, row]));
  described.set(access, rows);
  return rows;
}

function differenceOf(a: AccessRow | null, b: AccessRow | null): ComparedPermission['difference'] {
  if (a?.decision !== b?.decision) return 'decision';
  return a?.sentences.join('\n') === b?.sentences.join('\n') ? 'none' : 'grounds';
}

/** An object with any difference: both decisions of each right that differs. */
export interface DifferingObject {
  readonly object: string;
  readonly rights: Readonly<Partial<Record<ObjectRight, readonly [a: State, b: State]>>>;
  /** How many rights on fields of it differ. */
  readonly fields: number;
}

/** Null: not asked for. */
export type State = Decision['decision'] | null;

/** The objects on which two subjects can do different things, by name. */
export function differingObjects(all: readonly ComparedPermission[]): readonly DifferingObject[] {
  const differing = all.filter(({ difference }) => difference === 'decision');
  const ofObject = Map.groupBy(
    differing.filter(({ a, b }) => ['object', 'field'].includes((a ?? b)?.kind ?? '')),
    ({ what }) => what.replace(/[.:].*$/su, ''),
  );
  return [...ofObject]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([object, its]) => {
      const statesOf = (right: ObjectRight) => {
        const found = its.find(({ what }) => what === `${object}: ${rightLabels[right]}`);
        return found && ([found.a?.decision ?? null, found.b?.decision ?? null] as const);
      };
      const rights = objectRights.flatMap((right) => {
        const states = statesOf(right);
        return states === undefined ? [] : [[right, states] as const];
      });
      return { object, rights: Object.fromEntries(rights), fields: its.length - rights.length };
    });
}
