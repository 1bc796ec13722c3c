import { expect, test } from 'vitest';
import { decideAll } from '../../../src/access/decide-access.ts';
import type { Change } from '../../../src/model/change.ts';
import { shownAccess } from '../../../src/page/access/shown-access.ts';
import { judgedSides } from '../../../src/page/judged.ts';
import { decisionsOf } from '../../access/random-snapshot.ts';
import { scenarioDocument } from '../documents.ts';

test('what differs while changes are tried is what the access documents of before and after differ in', async () => {
  const document = await scenarioDocument('via-permission-sets');
  const [{ snapshot }] = document.sides;
  const [record] = snapshot.subjects;
  const assignments = record?.assignments.status === 'ok' ? record.assignments.value : [];
  const change: Change = {
    kind: 'unassign',
    assignmentId: assignments.find(({ groupId }) => groupId !== null)?.id ?? '',
  };
  const { read, tried } = judgedSides(document, [change]);
  const subjectId = record?.subject.id ?? '';
  const shown = shownAccess(tried, read[0], subjectId);
  const [before, after] = [snapshot, tried.situation.snapshot].map((each) => {
    const [access] = decideAll(each);
    return access === undefined ? new Map() : decisionsOf({ ...access, flows: { status: 'ok', value: [] } });
  });
  const turned = [...(after ?? [])].filter(
    ([path, { decision }]) => !path.includes('/fieldLevel/') && before?.get(path)?.decision !== decision,
  );
  const told = [...(shown?.differing ?? [])].filter(
    ([key, { kind }]) => kind === 'state' && !key.startsWith('flow/'),
  );
  expect(told.length).toBe(turned.length);
  expect(told.length).toBeGreaterThan(5);
  for (const [key, difference] of told) {
    expect(difference).toEqual({ kind: 'state', was: 'granted' });
    expect(shown?.permissions.get(key)?.state).not.toBe('granted');
  }
  expect(shownAccess(read[0], read[0], subjectId)?.differing.size).toBe(0);
  expect(shownAccess(tried, read[0], 'nobody')).toBeNull();
});
