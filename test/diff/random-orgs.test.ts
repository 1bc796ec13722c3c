import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparisonExitCode } from '../../src/diff/index.ts';
import type { OrgDescription } from '../../src/emulator/org-description.ts';
import type { Access } from '../../src/model/access.ts';
import type { ComparedSubjects, DecisionDifference } from '../../src/model/comparison.ts';
import { randomOrg, users } from '../access/property/random-org.ts';
import { changeOrg, drawnChange } from '../history/org-change.ts';
import { runs, runsMeeting } from '../runs.ts';
import { changed, randomChange } from '../source/random-change.ts';
import { compared, decisionsIn, firstOf, readOrg } from './compared.ts';

const strictly = { allowInconclusive: false };

const of = (accesses: readonly Access[], username: string | undefined): Access =>
  accesses.find(({ subject }) => subject.name === username) as Access;

/** What differs, is known on neither side, and is the same, by counting again. */
function recounted(before: Access, after: Access) {
  const [was, is] = [decisionsIn(before), decisionsIn(after)];
  const both = [...was].filter(([name]) => is.has(name));
  const differ = both.filter(([name, decision]) => is.get(name) !== decision);
  const unknown = both.filter(([name, decision]) => decision === 'unknown' && is.get(name) === 'unknown');
  return {
    differ: differ.map(([name, decision]) => `${name}: ${decision} ${is.get(name)}`).sort(),
    unknown: unknown.map(([name]) => name).sort(),
    alike: both.length - differ.length - unknown.length,
  };
}

/** Who may do what with tasks follows rules that nobody reads: of an org with them, not all can be known. */
const withoutTask = (org: OrgDescription): OrgDescription => {
  const { Task: _, ...objects } = org.objects;
  return { ...org, objects };
};

const told = ({ decisions, notKnown, alike }: ComparedSubjects) => ({
  differ: decisions.map(({ permission, before, after }) => `${permission}: ${before} ${after}`).sort(),
  // What is known on neither side may be a fact too.
  unknown: notKnown
    .map(({ what }) => what)
    .filter((what) => /: (?!other flows)[A-Z]|^[A-Z]/u.test(what))
    .sort(),
  alike,
});

const worth = { granted: 2, unknown: 1, denied: 0 };
const isWorse = ({ before, after }: DecisionDifference): boolean => worth[before] > worth[after];

describe('of whatever org,', () => {
  test('nothing differs from itself, and it is equal only where all of it is known', () => {
    const verdicts = new Set<string>();
    const property = fc.property(randomOrg, fc.boolean(), (drawn, isPlain) => {
      const org = isPlain ? withoutTask(drawn) : drawn;
      const { record, accesses } = readOrg(org);
      const comparison = compared(record, record);
      const isKnown = accesses.every((access) => recounted(access, access).unknown.length === 0);
      expect(
        comparison.subjects.flatMap(({ decisions, facts, requirements }) =>
          [decisions, facts, requirements].flat(),
        ),
      ).toEqual([]);
      if (comparison.verdict === 'equal') expect(isKnown).toBe(true);
      expect(comparisonExitCode(comparison.verdict, strictly)).toBe(comparison.verdict === 'equal' ? 0 : 3);
      for (const [index, subject] of comparison.subjects.entries()) {
        const { unknown, alike } = recounted(accesses[index] as Access, accesses[index] as Access);
        expect(told(subject)).toEqual({ differ: [], unknown, alike });
      }
      verdicts.add(comparison.verdict);
    });
    fc.assert(property, runsMeeting(property, 16, 4));
    expect([...verdicts].sort()).toEqual(['equal', 'not-known']);
  });

  test('after whatever change no decision that differs is missing, and none is made up', () => {
    let differing = 0;
    const property = fc.property(randomOrg, randomChange, (org, change) => {
      const [was, is] = [readOrg(org), readOrg(changed(org, change))];
      for (const username of users) {
        const subject = compared(was.record, is.record).subjects.find(({ after }) => after.name === username);
        const expected = recounted(of(was.accesses, username), of(is.accesses, username));
        expect(told(subject as ComparedSubjects)).toEqual(expected);
        differing += expected.differ.length;
      }
    });
    fc.assert(property, runsMeeting(property, 12, 4, 2));
    expect(differing).toBeGreaterThan(10);
  });

  test('what comes of comparing B with A is the mirror of comparing A with B', () => {
    fc.assert(
      fc.property(randomOrg, drawnChange, (org, drawn) => {
        const change = changeOrg(org, drawn);
        fc.pre(change !== null);
        const [was, is] = [readOrg(org).record, readOrg(change.org).record];
        const [forth, back] = [compared(was, is), compared(is, was)];
        expect(back.verdict).toBe(forth.verdict);
        expect(back.summary).toEqual(forth.summary);
        const [one, other] = [firstOf(forth), firstOf(back)];
        const turned = other.decisions.map((each) => `${each.permission}: ${each.after} ${each.before}`);
        expect(turned.sort()).toEqual(told(one).differ);
        expect([other.notAskedAfter, other.notAskedBefore]).toEqual([one.notAskedBefore, one.notAskedAfter]);
        const states = ({ requirements }: ComparedSubjects, key: 'before' | 'after') =>
          requirements.map((each) => JSON.stringify([each.requirement, each[key]]));
        expect(states(other, 'after')).toEqual(states(one, 'before'));
        expect(states(other, 'before')).toEqual(states(one, 'after'));
      }),
      runs(14),
    );
  });

  test('where a change took something away, what explains it names the change', () => {
    const named = new Map<string, number>();
    const property = fc.property(randomOrg, drawnChange, (org, drawn) => {
      const change = changeOrg(org, drawn);
      fc.pre(change !== null);
      const { decisions, causes } = firstOf(compared(readOrg(org).record, readOrg(change.org).record));
      if (!decisions.some(isWorse)) return;
      named.set(change.kind, (named.get(change.kind) ?? 0) + 1);
      expect([change.what, causes, causes.some(change.isNamed)]).toEqual([change.what, causes, true]);
    });
    fc.assert(property, runsMeeting(property, 13, 6, 3));
    expect(named.size).toBeGreaterThanOrEqual(3);
  });
});
