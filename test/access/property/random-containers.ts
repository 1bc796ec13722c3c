import * as fc from 'fast-check';
import type {
  AssignmentDescription,
  PermissionEntries,
  PermissionSetDescription,
  PermissionSetGroupDescription,
} from '../../../src/emulator/org-description.ts';
import { randomEntries, randomMuting } from './random-entries.ts';

/** The org's clock in every random org. */
export const now = '2026-03-01T12:00:00Z';

type Save = (entries: PermissionEntries) => PermissionEntries;

const rarely = <T>(value: T): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constant(value) });

/** Leaves out what is undefined, so that descriptions stay exact and counterexamples short. */
const said = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

const setName = (i: number) => `Set_${i}`;
const groupName = (i: number) => `Group_${i}`;

/** Permission sets, a few of them session-based or limited to a licence. */
export const randomSets = fc
  .array(
    fc.record({
      entries: randomEntries,
      hasActivationRequired: rarely(true as const),
      license: rarely('Salesforce'),
    }),
    { maxLength: 4 },
  )
  .map(
    (sets) =>
      (savable: Save): readonly PermissionSetDescription[] =>
        sets.map(({ entries, ...rest }, i) => ({
          name: setName(i),
          label: `Set ${i}`,
          ...said(rest),
          ...savable(entries),
        })),
  );

const status = fc.oneof(fc.constant(undefined), fc.constantFrom('Updated', 'Outdated', 'Updating', 'Failed'));

/** Groups of those sets, with muting, session activation, and aggregates that are out of date. */
export const randomGroups = fc
  .array(
    fc.record({
      members: fc.uniqueArray(fc.nat(3), { maxLength: 3 }),
      muting: fc.option(randomMuting, { freq: 3, nil: undefined }),
      status,
      staleAggregate: fc.option(randomEntries, { nil: undefined }),
      hasActivationRequired: rarely(true as const),
    }),
    { maxLength: 3 },
  )
  .map(
    (groups) =>
      (savable: Save, sets: readonly PermissionSetDescription[]): readonly PermissionSetGroupDescription[] =>
        groups
          .map(({ members, ...rest }) => ({
            ...rest,
            members: members.filter((member) => member < sets.length).map(setName),
          }))
          // A group without members looks like one whose members are hidden: its own test, no random org's.
          .filter(({ members, muting }) => members.length > 0 || muting !== undefined)
          .map(({ members, muting, staleAggregate, ...rest }, i) => ({
            name: groupName(i),
            label: `Group ${i}`,
            members,
            ...said({
              ...rest,
              muting: muting && {
                name: `Muting_${i}`,
                label: `Muting ${i}`,
                ...savable(muting(sets.find(({ name }) => name === members[0]) ?? {})),
              },
              staleAggregate: isStale(rest.status) && staleAggregate ? savable(staleAggregate) : undefined,
            }),
          })),
  );

const isStale = (status: string | undefined): boolean => status !== undefined && status !== 'Updated';

/** Ends before, at and after the org's clock. */
const ends = [-86_400, -1, 0, 1, 86_400, 34_560_000].map((seconds) =>
  new Date(Date.parse(now) + seconds * 1000).toISOString().replace('.000', ''),
);

/** Assignments of an org's sets and groups, no two of the same. */
export const randomAssignments = fc
  .array(
    fc.record({
      target: fc.nat(6),
      expires: fc.oneof(fc.constant(undefined), fc.constantFrom(...ends)),
      active: rarely(false as const),
      revoked: fc.oneof(
        { weight: 3, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.boolean() },
      ),
      sessionActive: rarely(true as const),
    }),
    { maxLength: 5 },
  )
  .map((assignments) => (sets: number, groups: number) => {
    const chosen = assignments.map((each) => ({ ...each, target: each.target % Math.max(1, sets + groups) }));
    const distinct = new Map(sets + groups === 0 ? [] : chosen.map((each) => [each.target, each]));
    return [...distinct.values()].map(({ target, ...rest }): AssignmentDescription => {
      // Groups first: they hold more traps.
      const to = target < groups ? { group: groupName(target) } : { permissionSet: setName(target - groups) };
      return { ...to, ...said(rest) };
    });
  });
