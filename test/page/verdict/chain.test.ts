import { describe, expect, test } from 'vitest';
import type { AssignmentRef, ContainerRef, Grant, NearMiss } from '../../../src/model/access.ts';
import type { Subject } from '../../../src/model/subject.ts';
import { grantChain, missChain } from '../../../src/page/verdict/chain.ts';

const subject: Subject = { kind: 'user', id: '005A', name: 'sync@acme.example', title: 'Sync' };
const set: ContainerRef = { id: '0PS1', kind: 'permission-set', title: 'Extras' };
const group: ContainerRef = { id: '0PS2', kind: 'group', title: 'Vendors' };
const quiet: ContainerRef = { id: '0QM1', kind: 'muting', title: 'Quiet' };
const own: AssignmentRef = { id: '0Pa1', group: null, expires: null };
const byGroup: AssignmentRef = {
  id: '0Pa2',
  group: { id: '0PG1', title: 'Vendors', status: 'Outdated' },
  expires: '2026-10-01T00:00:00Z',
};
const entry = { kind: 'object', object: 'Account', right: 'edit' } as const;

/** The links, with why the chain breaks at one of them. */
const told = (links: ReturnType<typeof grantChain>) =>
  links.map(({ text, broken }) => (broken === undefined ? text : `${text} ✖ ${broken}`));

describe('a chain that holds', () => {
  test.each<[string, Grant, readonly string[]]>([
    [
      'goes from the user by the assignment and the set to the entry',
      { container: set, through: own, entry },
      ['sync@acme.example', 'assignment', "permission set 'Extras'", 'Edit on Account'],
    ],
    [
      'names the members of a group, and until when it is assigned',
      { container: group, through: byGroup, entry, members: [set] },
      [
        ...['sync@acme.example', 'assignment until 2026-10-01', "permission set group 'Vendors'"],
        ...["permission set 'Extras'", 'Edit on Account'],
      ],
    ],
    [
      'ends with what the entry implies',
      {
        container: set,
        through: own,
        entry: { kind: 'system', permission: 'ModifyAllData' },
        implied: { by: 'Modify All Data', fact: 'it edits everything' },
      },
      [
        ...['sync@acme.example', 'assignment', "permission set 'Extras'", 'Modify All Data'],
        'implied by Modify All Data: it edits everything',
      ],
    ],
    [
      'needs no container where nothing can take it away',
      { container: set, through: own, entry: { kind: 'fixed', what: 'Id has no field-level security' } },
      ['sync@acme.example', 'Id has no field-level security'],
    ],
  ])('%s', (_, grant, links) => {
    expect(told(grantChain(grant, subject))).toEqual(links);
  });
});

describe('a chain that does not hold breaks once, where somebody has to do something', () => {
  const by = (kind: NearMiss['kind'], given: Partial<NearMiss> = {}): NearMiss => ({
    ...{ kind, container: set, through: own, entry },
    ...given,
  });

  test.each<[NearMiss, string]>([
    [
      by('expired', { through: { ...own, expires: '2026-10-01T00:00:00Z' } }),
      'assignment ✖ its assignment expired on 2026-10-01',
    ],
    [by('inactive'), 'assignment ✖ its assignment is not active'],
    [by('revoked'), 'assignment ✖ its assignment was revoked'],
    [by('not-assigned', { through: null }), 'assignment ✖ it is not assigned to the user'],
    [by('session-based'), "permission set 'Extras' ✖ it counts only in a session that has activated it"],
    [
      by('outdated-group', { container: group, through: byGroup }),
      "permission set group 'Vendors' ✖ the group has to be recalculated first, its status is Outdated",
    ],
    [
      by('muted', { through: byGroup, mutedBy: quiet }),
      "muting permission set 'Quiet' ✖ muting permission set 'Quiet' takes it away",
    ],
    [by('refused'), 'Edit on Account ✖ its entry says no'],
  ])('%#: $kind', (miss, link) => {
    const links = told(missChain(miss, subject));
    expect(links.filter((each) => each.includes('✖'))).toEqual([link]);
    expect(links[0]).toBe('sync@acme.example');
    expect(links.at(-1)).toMatch(/^Edit on Account/u);
  });
});
