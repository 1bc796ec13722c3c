import { describe, expect, test } from 'vitest';
import type { Change } from '../../../src/model/change.ts';
import { withoutChange, withSetting } from '../../../src/page/what-if/change-list.ts';
import { nothing } from './judged-here.ts';

const subjectId = '005A';
const set = { name: 'New', label: 'New', description: '', entries: nothing };
const made: Change = { kind: 'add-set', subjectId, set };
const ticked: Change = { kind: 'grant', containerId: 'permission-set:New', entries: nothing };
const endOfMade: Change = { kind: 'expire', assignmentId: `${subjectId} permission-set:New` };
const assigned: Change = { kind: 'assign', subjectId, containerId: '0PSX' };
const endOfAssigned: Change = { kind: 'unassign', assignmentId: `${subjectId} 0PSX` };
const elsewhere: Change = { kind: 'revoke', containerId: '0PSX', entries: nothing };

describe('undoing one step', () => {
  test.each<readonly [string, readonly Change[], number, readonly Change[]]>([
    ['leaves the others in their order', [elsewhere, assigned, ticked], 1, [elsewhere, ticked]],
    ['takes what is ticked in a set that is not made any more', [made, ticked, elsewhere], 0, [elsewhere]],
    [
      'takes the end of an assignment that is none',
      [made, endOfMade, assigned, endOfAssigned],
      2,
      [made, endOfMade],
    ],
    ['keeps what another step makes too', [made, ticked, made], 0, [ticked, made]],
    ['keeps what was ticked in a set that is only assigned', [assigned, elsewhere], 0, [elsewhere]],
    ['changes nothing where there is no such step', [made], 5, [made]],
  ])('%s', (_, changes, index, left) => {
    expect(withoutChange(changes, index)).toEqual(left);
  });
});

describe('choosing a setting', () => {
  const edition = (name: string): Change & { readonly kind: 'edition' } => ({
    kind: 'edition',
    edition: name,
  });
  const feature = (name: string, on: boolean): Change & { readonly kind: 'feature' } => ({
    ...{ kind: 'feature', feature: name, on },
  });

  test('takes the place of the same choice before it, and of nothing else', () => {
    const changes = [edition('Team Edition'), feature('a', false), made];
    expect(withSetting(changes, edition('Base Edition'), edition('Enterprise Edition'))).toEqual([
      feature('a', false),
      made,
      edition('Base Edition'),
    ]);
    expect(withSetting(changes, feature('b', true), feature('b', false))).toEqual([
      ...changes,
      feature('b', true),
    ]);
  });

  test('is no change where it is what was read', () => {
    const changes = [feature('a', false), edition('Team Edition')];
    expect(withSetting(changes, feature('a', true), feature('a', true))).toEqual([edition('Team Edition')]);
  });
});
