import { decideAll } from '../../src/access/decide-access.ts';
import { reportOn } from '../../src/cli/audit.ts';
import { recordOf } from '../../src/cli/keep-history.ts';
import { type Question, questionNeeds } from '../../src/cli/question.ts';
import { compareRecords, type RecordSide } from '../../src/diff/index.ts';
import type { OrgDescription } from '../../src/emulator/org-description.ts';
import type { Access } from '../../src/model/access.ts';
import type { ComparedSubjects, Comparison } from '../../src/model/comparison.ts';
import type { HistoryRecord } from '../../src/model/history.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { objectRights, permissionLabel, rightLabels } from '../../src/salesforce/labels.ts';
import { describedSnapshot } from '../access/property/described-snapshot.ts';
import { users } from '../access/property/random-org.ts';
import { packFor, plainSettings } from '../history/asked-everything.ts';

export const tool = { name: 'syncgate', version: '0.1.0' } as const;

/** A record as one of the two, without API names. */
export const sideOf = (record: HistoryRecord, changes: Partial<RecordSide> = {}): RecordSide => ({
  ...{ named: 'org.json', kind: 'snapshot', revision: null, apiNames: {}, record },
  ...changes,
});

/** A described org, read and audited for all that can be asked about it. */
export interface ReadOrg {
  readonly snapshot: Snapshot;
  readonly accesses: readonly Access[];
  readonly record: HistoryRecord;
}

export const everything = (org: OrgDescription): Question => ({
  packs: [packFor(org)],
  settings: plainSettings,
});

export const readOrg = (org: OrgDescription): ReadOrg =>
  audited(describedSnapshot(org, questionNeeds(everything(org))), everything(org));

export function audited(snapshot: Snapshot, question: Question): ReadOrg {
  const accesses = decideAll(snapshot);
  const report = reportOn({ question, snapshot, snapshotFile: null }, accesses);
  return { snapshot, accesses, record: recordOf({ question, snapshot, accesses, report }) };
}

export const compared = (a: HistoryRecord, b: HistoryRecord): Comparison =>
  compareRecords(sideOf(a), sideOf(b), tool);

/** Who is compared first: the user whose access the tests change. */
export function firstOf({ subjects }: Comparison): ComparedSubjects {
  const found = subjects.find(({ before }) => before.name === users[0]);
  if (found === undefined) throw new Error('the user is not among the compared');
  return found;
}

/** All decisions of an access document, counted by hand. Flows that anybody may run are none. */
export function decisionsIn(access: Access): ReadonlyMap<string, string> {
  const { systemPermissions, objects, fields, flows } = access;
  const all: [string, string][] = [];
  for (const [name, { decision }] of Object.entries(systemPermissions)) {
    all.push([permissionLabel(name), decision]);
  }
  for (const [name, { rights }] of Object.entries(objects)) {
    for (const right of objectRights) all.push([`${name}: ${rightLabels[right]}`, rights[right].decision]);
  }
  for (const [name, { fieldLevel }] of Object.entries(fields)) {
    all.push([`${name}: Read`, fieldLevel.read.decision], [`${name}: Edit`, fieldLevel.edit.decision]);
  }
  for (const { flow, context, run } of flows.status === 'ok' ? flows.value : []) {
    const isRestricted = flow.restricted.status !== 'ok' || flow.restricted.value;
    const name = flow.namespace === null ? flow.name : `${flow.namespace}__${flow.name}`;
    if (context === 'user' && isRestricted) all.push([`Flow ${name}: Run`, run.decision]);
  }
  return new Map(all);
}
