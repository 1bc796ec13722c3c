import type { Decision } from '../../src/model/access.ts';
import { assignmentHealth } from '../../src/rules/assignment-health.ts';
import {
  asOf,
  denied,
  granted,
  nearMiss,
  ok,
  throughProfile,
  unavailable,
  unknown,
} from './access-fixture.ts';
import { testRule } from './test-rule.ts';

const extras = { id: '0PSx', kind: 'permission-set', title: 'Sync extras' } as const;
const group = (status: string) => ({ id: '0PG1', title: 'Sync group', status });
const until = (expires: string, id = '0Pa2') => ({ id, expires, container: extras });
const dependents = (permissions: Readonly<Record<string, Decision>>) => ({
  assignments: ok({
    all: [],
    dependents: Object.entries(permissions).map(([permission, decision]) => ({ permission, decision })),
  }),
});
const soon = '2026-11-10T00:00:00.000Z';
const later = '2026-11-15T12:00:00.001Z';
const session = unknown(nearMiss('session-based', extras, { ...throughProfile, id: '0Pa3' }));
const outdated = unknown(
  nearMiss('outdated-group', extras, { id: '0Pa4', group: group('Outdated'), expires: null }),
);

testRule(assignmentHealth, {
  pass: [
    { name: 'nothing expires', options: {}, says: ['lasting'], text: 'within 14 days' },
    {
      name: 'the longest-lasting way counts',
      options: {},
      access: dependents({ 'Account: Read': granted(until(soon), {}) }),
      says: ['lasting'],
    },
    {
      name: 'it expires just after the days are over',
      options: {},
      access: dependents({ 'Account: Read': granted(until(later)) }),
      says: ['lasting'],
    },
    {
      name: 'fewer days are asked for',
      options: { withinDays: 7 },
      access: dependents({ 'Account: Read': granted(until(soon)) }),
      says: ['lasting'],
    },
    {
      name: 'a group that is up to date',
      options: {},
      access: dependents({ 'Account: Read': granted({ group: group('Updated') }) }),
      says: ['lasting'],
    },
    {
      name: 'a permission the org does not have at all',
      options: {},
      access: dependents({
        'Account: Read': granted(),
        'Modify All Data': {
          decision: 'unknown',
          because: [{ code: 'not-in-org', message: 'This org has no such permission' }],
          nearMisses: [],
        },
      }),
      says: ['lasting'],
    },
    {
      name: 'what is denied depends on nothing',
      options: {},
      access: dependents({ 'Account: Delete': denied }),
      says: ['lasting'],
    },
  ],
  fail: [
    {
      name: 'an assignment that expires soon is told once, with all that stands on it',
      options: {},
      access: dependents({
        'Account: Read': granted(until(soon)),
        'Account: Edit': granted(until(soon)),
        'API Enabled': granted(until(soon), {}),
      }),
      says: ['expiring'],
      text: "The assignment of 'Sync extras' expires on 2026-11-10, within 14 days, and nothing else gives Account: Read and Edit.",
    },
    {
      name: 'permissions on one thing are told together, and a long list is cut',
      options: {},
      access: dependents(
        Object.fromEntries(
          ['A: Read', 'A: Edit', 'API Enabled', 'B: Read', 'C: Read', 'D: Read'].map((name) => [
            name,
            granted(until(soon)),
          ]),
        ),
      ),
      says: ['expiring'],
      text: 'nothing else gives A: Read and Edit, API Enabled, B: Read and 2 more.',
    },
    {
      name: 'the last moment of the days is within them',
      options: {},
      access: dependents({ 'Account: Read': granted(until('2026-11-15T12:00:00.000Z')) }),
      says: ['expiring'],
    },
    {
      name: 'of two that expire the later one is told',
      options: {},
      access: dependents({ 'Account: Read': granted(until(asOf), until(soon, '0Pa9')) }),
      says: ['expiring'],
      text: '2026-11-10',
    },
    {
      name: 'two assignments are two findings',
      options: {},
      access: dependents({
        'Account: Read': granted(until(soon)),
        'Account: Edit': granted(until(soon, '0Pa9')),
      }),
      says: ['expiring', 'expiring'],
    },
    {
      name: 'an expiry that cannot be read is assumed the worst',
      options: {},
      access: dependents({ 'Account: Read': granted(until('soon')) }),
      says: ['expiring'],
    },
    {
      name: 'a group is named, not the set in it',
      options: {},
      access: dependents({ 'Account: Read': granted({ group: group('Updated'), expires: soon }) }),
      says: ['expiring'],
      text: "'Sync group'",
    },
    {
      name: 'everything hangs on a group that is not up to date',
      options: {},
      access: dependents({ 'Account: Read': granted({ group: group('Failed') }), 'Account: Edit': outdated }),
      says: ['outdatedGroup'],
      text: "'Sync group' is Failed",
    },
    {
      name: 'everything hangs on a session activation',
      options: {},
      access: dependents({ 'Account: Read': session }),
      says: ['sessionBased'],
      text: "'Sync extras' gives Account: Read only in a session",
    },
    {
      name: 'a near miss that tells no assignment',
      options: {},
      access: dependents({
        'Account: Read': unknown(nearMiss('outdated-group', { ...extras, kind: 'group' }, null)),
        'Account: Edit': unknown(nearMiss('session-based', extras, null)),
      }),
      says: ['outdatedGroup', 'sessionBased'],
    },
    {
      name: 'a failure beside a doubt',
      options: {},
      access: dependents({ 'Account: Read': session, 'Account: Edit': unknown() }),
      says: ['sessionBased', 'permissionsUnknown'],
    },
  ],
  inconclusive: [
    {
      name: 'whether something is granted could not be known, so neither could on what it hangs',
      options: {},
      access: dependents({ 'Account: Read': unknown(), 'Account: Edit': granted() }),
      says: ['permissionsUnknown'],
      text: 'Whether what gives Account: Read will last could not be known',
    },
    {
      name: 'near misses of other kinds say nothing about it',
      options: {},
      access: dependents({ 'Account: Read': unknown(nearMiss('expired', extras, null)) }),
      says: ['permissionsUnknown'],
    },
    {
      name: 'the assignments could not be read',
      options: {},
      access: { assignments: unavailable },
      says: ['unknown'],
    },
  ],
  notApplicable: [
    {
      name: 'in another variant',
      options: {},
      when: { notVariant: ['admin-user'] },
      settings: { variant: 'admin-user' },
      because: 'admin-user',
    },
  ],
});
