/** Judges a snapshot, changes it, and judges it again; prints the milliseconds of the first time and all later ones. */
import { readFileSync } from 'node:fs';
import type { Change } from '../src/model/change.ts';
import type { Pack } from '../src/model/pack.ts';
import type { Situation } from '../src/model/situation.ts';
import type { Snapshot } from '../src/model/snapshot.ts';
import { judge } from '../src/what-if/judge.ts';
import { withChanges } from '../src/what-if/with-changes.ts';

const [file = '', runs = '1'] = process.argv.slice(2);
const snapshot: Snapshot = JSON.parse(readFileSync(file, 'utf8'));
const packFile = 'packs/demandbase-data-integrity.json';
const pack: Pack = JSON.parse(readFileSync(packFile, 'utf8'));
const situation: Situation = {
  snapshot,
  packs: [{ pack, file: packFile, locations: {} }],
  settings: {
    ...{ variant: null, features: {}, parameters: {}, fieldNames: {} },
    ...{ failOn: 'error', levels: {}, waivers: [] },
  },
};

/** One of each kind that changes what was read, as far as it has something that this can be done to. */
function changesIn({ subjects, containers, groups }: Snapshot): readonly Change[] {
  const [record] = subjects;
  const entries = {
    systemPermissions: [{ permission: 'RunFlow' }],
    objects: [{ object: 'Account', rights: ['read', 'edit'] as const }],
    ...{ fields: [], flows: [] },
  };
  const set = containers.find(({ kind }) => kind === 'permission-set');
  const assignments = record?.assignments.status === 'ok' ? record.assignments.value : [];
  const draft = { name: 'Extras', label: 'Extras', description: '', entries };
  return [
    ...assignments.slice(1, 2).map(({ id }): Change => ({ kind: 'unassign', assignmentId: id })),
    ...(set ? [{ kind: 'grant', containerId: set.id, entries } as const] : []),
    ...(set ? [{ kind: 'revoke', containerId: set.id, entries } as const] : []),
    ...groups.slice(0, 1).map(({ id }): Change => ({ kind: 'mute', groupId: id, entries })),
    ...(record ? [{ kind: 'add-set', subjectId: record.subject.id, set: draft } as const] : []),
  ];
}

function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const first = milliseconds(() => judge(situation));
const changes = changesIn(snapshot);
const again = Array.from({ length: Number(runs) }).flatMap(() =>
  changes.map((change) => milliseconds(() => judge(withChanges(situation, [change])))),
);
console.log(JSON.stringify({ first, again }));
