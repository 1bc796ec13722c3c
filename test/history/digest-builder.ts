import type { Recorded } from '../../src/history/index.ts';
import type {
  AccessDigest,
  AssignmentDigest,
  DecidedAlike,
  Fact,
  GroupDigest,
  HistoryRecord,
  RecordedPack,
  RecordedResult,
} from '../../src/model/history.ts';
import type { Part } from '../../src/model/part.ts';
import { integrationUser } from '../reporters/result-fixture.ts';

export const ok = <T>(value: T): Part<T> => ({ status: 'ok', value });
export const blind = { code: 'auditor-blind', message: 'The auditor lacks View Setup' } as const;
export const unread = { status: 'unavailable', reason: blind } as const;

const containers: AccessDigest['containers'] = {
  P: { kind: 'profile', title: 'API Only' },
  Q: { kind: 'profile', title: 'Standard' },
  S: { kind: 'permission-set', title: 'Sync extras' },
  G: { kind: 'group', title: 'Vendors' },
  M: { kind: 'permission-set', title: 'Member' },
  U: { kind: 'muting', title: 'Quiet' },
};

/** An assignment in force of one of the containers above. */
export const assigned = (container: string, changes: Partial<AssignmentDigest> = {}): AssignmentDigest => ({
  container,
  group: null,
  active: true,
  revoked: false,
  expires: null,
  complete: true,
  ...changes,
});

export const group = (changes: Partial<GroupDigest> = {}): { readonly group: GroupDigest } => ({
  group: { id: 'g', title: 'Vendors', status: 'Updated', members: ['M'], ...changes },
});

export const permission = 'Account: Edit';

const none: Omit<DecidedAlike, 'decision'> = {
  permissions: [permission],
  ways: [],
  misses: [],
  because: [],
};

export const grantedBy = (...ids: readonly string[]): DecidedAlike => ({
  ...none,
  decision: 'granted',
  ways: ids.map((container) =>
    container === 'G'
      ? { container, groupId: 'g', members: ['M'], by: null }
      : { container, groupId: null, members: [], by: null },
  ),
});
export const denied = (misses: DecidedAlike['misses'] = []): DecidedAlike => ({
  ...none,
  decision: 'denied',
  misses,
});
export const unknown = (
  because: DecidedAlike['because'],
  misses: DecidedAlike['misses'] = [],
): DecidedAlike => ({
  ...none,
  decision: 'unknown',
  because,
  misses,
});

export const digest = (changes: Partial<AccessDigest> = {}): AccessDigest => ({
  asOf: '2026-10-01T09:00:00Z',
  facts: {},
  fields: {},
  assignments: ok([assigned('P'), assigned('S')]),
  containers,
  decided: [grantedBy('S')],
  ...changes,
});

export const facts = (need: string, values: Readonly<Record<string, Fact>>): Partial<AccessDigest> => ({
  facts: { [need]: ok(values) },
});

export const result = (changes: Partial<RecordedResult> = {}): RecordedResult => ({
  pack: 'pack',
  requirement: 'account-access',
  title: 'Access to accounts',
  level: 'error',
  verdict: 'pass',
  waived: false,
  message: 'It is so.',
  needs: [],
  restsOn: [permission],
  lacks: [],
  ...changes,
});

export const pack = (changes: Partial<RecordedPack> = {}): RecordedPack => ({
  id: 'pack',
  version: '1.0.0',
  variant: null,
  features: [],
  ...changes,
});

/** A requirement in a run, with the access that it was judged by. */
export const recorded = (
  access: Partial<AccessDigest> = {},
  changes: Partial<RecordedResult> = {},
  packs: readonly RecordedPack[] = [pack()],
): Recorded => ({
  packs,
  result: result(changes),
  subject: { subject: integrationUser, results: [result(changes)], access: digest(access) },
});

/** A record of a run on a day. */
export const record = (
  day: string,
  results: readonly RecordedResult[],
  changes: Partial<HistoryRecord> = {},
  access: Partial<AccessDigest> = {},
): HistoryRecord => ({
  historyVersion: 1,
  collectedAt: `${day}T09:00:00Z`,
  place: { kind: 'org', name: '00D1', title: 'https://acme.my.salesforce.com' },
  snapshotDigest: 'ab'.repeat(32),
  tool: { name: 'syncgate', version: '0.1.0' },
  failOn: 'error',
  verdict: 'compliant',
  packs: [pack()],
  subjects: [{ subject: integrationUser, results, access: digest({ asOf: `${day}T09:00:00Z`, ...access }) }],
  ...changes,
});
