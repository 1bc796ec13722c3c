import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideAll } from '../../src/access/decide-access.ts';
import { reportOn } from '../../src/cli/audit.ts';
import { recordOf } from '../../src/cli/keep-history.ts';
import { type Question, questionNeeds } from '../../src/cli/question.ts';
import type { OrgDescription } from '../../src/emulator/org-description.ts';
import { explainChange, type Recorded } from '../../src/history/index.ts';
import type { HistoryRecord } from '../../src/model/history.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { audit } from '../access/property/audited-org.ts';
import { describedSnapshot } from '../access/property/described-snapshot.ts';
import { randomOrg, users } from '../access/property/random-org.ts';
import { runsMeeting } from '../runs.ts';
import { packFor, plainSettings } from './asked-everything.ts';
import { changeOrg, drawnChange } from './org-change.ts';

type Read = (org: OrgDescription, question: Question) => Promise<Snapshot>;

const ways: readonly (readonly [way: string, often: number, read: Read])[] = [
  ['through HTTP', 8, async (org, question) => (await audit(org, questionNeeds(question))).snapshot],
  ['as it is described', 14, async (org, question) => describedSnapshot(org, questionNeeds(question))],
];

/** Audits what was read as the product does, and keeps what it would keep. */
function recorded(snapshot: Snapshot, question: Question): HistoryRecord {
  const accesses = decideAll(snapshot);
  const report = reportOn({ question, snapshot, snapshotFile: null }, accesses);
  return recordOf({ question, snapshot, accesses, report });
}

/** The results of the user whose access is changed, by requirement. */
function resultsIn({ packs, subjects }: HistoryRecord): ReadonlyMap<string, Recorded> {
  const subject = subjects.find((each) => each.subject.name === users[0]);
  return new Map(subject?.results.map((result) => [result.requirement, { packs, subject, result }]) ?? []);
}

const badness = { pass: 0, 'not-applicable': 0, inconclusive: 1, error: 1, fail: 2 };

describe('whatever is changed in whatever org, where a verdict got worse the explanation names it:', () => {
  test.each(ways)('an org read %s', async (_, often, read) => {
    const worse = new Map<string, number>();
    const property = fc.asyncProperty(randomOrg, drawnChange, async (org, drawn) => {
      const change = changeOrg(org, drawn);
      fc.pre(change !== null);
      const question = { packs: [packFor(org)], settings: plainSettings };
      const were = resultsIn(recorded(await read(org, question), question));
      for (const [requirement, is] of resultsIn(recorded(await read(change.org, question), question))) {
        const was = were.get(requirement);
        if (was === undefined || badness[is.result.verdict] <= badness[was.result.verdict]) continue;
        worse.set(change.kind, (worse.get(change.kind) ?? 0) + 1);
        const causes = explainChange(was, is);
        const text = `${change.what}; ${requirement}: ${was.result.verdict} to ${is.result.verdict}`;
        expect([text, causes, causes.some(change.isNamed)]).toEqual([text, causes, true]);
      }
    });
    await fc.assert(property, runsMeeting(property, often, 6, 3));
    expect(worse.size).toBeGreaterThanOrEqual(3);
  });
});
