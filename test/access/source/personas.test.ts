import { describe, expect, test } from 'vitest';
import { withAggregates } from '../../../src/access/with-aggregates.ts';
import {
  apiOnlyHolders,
  type Persona,
  unknownNames,
  withPersonas,
} from '../../../src/access/with-personas.ts';
import type { Profile } from '../../../src/model/subject.ts';
import { need, ok } from '../org-parts.ts';
import { persona } from './decide-files.ts';
import { filesOf } from './files-builder.ts';

const files = withAggregates(
  filesOf({
    needs: need({ systemPermissions: ['ApiUserOnly'] }),
    profiles: { Admin: { title: 'System Administrator' }, Robot: { system: ['ApiUserOnly'] } },
    sets: {
      Sync: { title: 'Sync extras' },
      Api: { system: ['ApiUserOnly'] },
      One: { title: 'Twin' },
      Two: { title: 'Twin' },
    },
    muting: { Quiet: { system: ['ApiUserOnly'] } },
    groups: { G: { members: ['Api'] }, Muted: { members: ['Api'], muting: ['Quiet'] } },
  }),
);

describe('a persona', () => {
  test.each<readonly [title: string, parts: Partial<Persona>, words: string]>([
    ['is a profile', { profile: 'Robot' }, "profile 'Robot'"],
    [
      'names a standard profile by its label',
      { profile: 'system administrator' },
      "profile 'System Administrator'",
    ],
    [
      'is a profile with sets and groups',
      { profile: 'Robot', permissionSets: ['sync', 'Api'], permissionSetGroups: ['G'] },
      "profile 'Robot', permission sets 'Sync extras' and 'Api', permission set group 'G'",
    ],
    [
      'of sets alone says so',
      { permissionSets: ['Sync extras'] },
      "permission set 'Sync extras', without a profile",
    ],
  ])('%s', (_title, parts, words) => {
    const { subjects } = withPersonas(files, [persona(parts)], new Map());
    expect(subjects.map(({ subject }) => subject)).toEqual([
      { kind: 'persona', id: 'persona:sync', name: 'sync', title: words },
    ]);
  });

  test('has the profile that files describe, and no user', () => {
    const profile: Profile = {
      ...{ id: 'profile:Robot', name: 'Robot', isCustom: ok(true) },
      license: ok({ name: 'Salesforce', key: 'SFDC' }),
    };
    const known = new Map([[profile.id, profile]]);
    const [record] = withPersonas(files, [persona({ profile: 'Robot' })], known).subjects;
    expect(record?.profile).toEqual(ok(profile));
    for (const part of ['user', 'login', 'profilePeers', 'permissionSetLicenses'] as const) {
      expect(record?.[part]).toMatchObject({ status: 'unavailable', reason: { code: 'source-cannot-tell' } });
    }
  });

  test('without a profile has none that is known', () => {
    const [record] = withPersonas(files, [persona({ permissionSets: ['Sync'] })], new Map()).subjects;
    expect(record?.profile).toMatchObject({ status: 'unavailable' });
  });

  test('names what has no file, or may mean two', () => {
    const wrong = persona({ profile: 'Robt', permissionSets: ['Twin', 'One'], permissionSetGroups: ['H'] });
    expect(unknownNames(files, [wrong])).toEqual([
      { persona: 'sync', kind: 'profile', name: 'Robt', known: ['Admin', 'Robot'] },
      { persona: 'sync', kind: 'permission-set', name: 'Twin', known: ['Api', 'One', 'Sync', 'Two'] },
      { persona: 'sync', kind: 'group', name: 'H', known: ['G', 'Muted'] },
    ]);
    expect(() => withPersonas(files, [wrong], new Map())).toThrow('Robt');
  });

  test('those that make their holder API-only are profiles, sets and groups, as muted', () => {
    expect(apiOnlyHolders(files).map(({ id }) => id)).toEqual([
      'profile:Robot',
      'permission-set:Api',
      'group:G',
    ]);
  });

  test('what cannot be read in full may make its holder API-only', () => {
    const unread = filesOf({
      needs: need({ systemPermissions: ['ApiUserOnly'] }),
      profiles: { Plain: {}, Odd: { oddEntry: true } },
      sets: { Broken: { malformed: true }, Whole: {} },
      groups: { G: { members: ['Broken'] }, H: { members: ['Whole'] } },
    });
    expect(apiOnlyHolders(withAggregates(unread)).map(({ id }) => id)).toEqual([
      'profile:Odd',
      'permission-set:Broken',
      'group:G',
    ]);
  });
});
