import type { Access, ContainerRef, Decision, Grant, NearMiss } from '../../src/model/access.ts';
import type { Cause } from '../../src/model/cause.ts';
import type { Checkup } from '../../src/model/checkup.ts';
import type { Comparison } from '../../src/model/comparison.ts';
import type { Container } from '../../src/model/container.ts';
import type { Diagnosis } from '../../src/model/diagnosis.ts';
import type { HistoryRecord } from '../../src/model/history.ts';
import type { Gap, Part } from '../../src/model/part.ts';
import type { RemedyPlan } from '../../src/model/remedy-plan.ts';
import type { Report } from '../../src/model/report.ts';
import type { ReportSet } from '../../src/model/report-set.ts';
import type { ShareKey } from '../../src/model/share-key.ts';
import type { Flow, ReadingWarning, Snapshot } from '../../src/model/snapshot.ts';
import type { Profile, Subject, User } from '../../src/model/subject.ts';
import type { Timeline } from '../../src/model/timeline.ts';
import { drifted } from '../reporters/report-fixture.ts';
import type { schemaNames } from './schema-files.ts';

/** Documents of each kind in which every shape the model knows stands at least once. */
const ok = <T>(value: T): Part<T> => ({ status: 'ok', value });
const gap: Gap = {
  code: 'auditor-blind',
  message: 'No rows came.',
  query: 'SELECT Id FROM UserLogin',
  errorCode: 'INVALID_TYPE',
  mend: 'give the auditor Manage Users',
};
const at = { file: 'profiles/Admin.profile', line: 3, column: 5, snippet: '<userPermissions>' };
const unreadableFile: Gap = { code: 'file-unreadable', message: 'It ends too early.', at };
const unavailable = { status: 'unavailable', reason: gap } as const;

const subject: Subject = {
  kind: 'user',
  id: '005Hs00000A1b2CIAR',
  name: 'i@acme.example',
  title: 'Integration',
};

const user: User = {
  id: subject.id,
  username: subject.name,
  name: subject.title,
  isActive: true,
  lastLoginDate: null,
  userType: 'Standard',
  flowUser: ok(false),
  passwordExpires: ok(null),
};

const ownProfile: Profile = {
  id: '00eHs0000001',
  name: 'API Only',
  isCustom: ok(true),
  license: ok({ name: 'Salesforce', key: 'SFDC' }),
};

const flow: Flow = {
  id: '300Hs0000001',
  name: 'Route_Lead',
  label: 'Route lead',
  namespace: null,
  processType: 'Flow',
  triggerType: null,
  restricted: ok(true),
};

const profile: Container = {
  id: '0PSHs0000001',
  kind: 'profile',
  title: 'API Only',
  apiName: 'X00eHs0000001',
  completeness: { kind: 'complete' },
  isCustom: true,
  sessionBased: false,
  groupId: null,
  license: null,
  systemPermissions: ok([{ permission: 'ApiEnabled', at }]),
  objects: ok([{ object: 'Account', rights: ['read', 'create', 'edit'], at }]),
  fields: ok([{ object: 'Account', field: 'Industry', read: true, edit: false, at }]),
  flows: ok([{ flowId: flow.id, at }]),
  at,
};

const organization = { id: '00DHs0000001', name: 'Acme', edition: 'Enterprise Edition', isSandbox: false };
const limits = { dailyApiRequests: { max: 15_000, remaining: -3 } };
const login = { isFrozen: false, isPasswordLocked: false };
const profilePeers = { total: 1, examples: ['other@acme.example'] };
const assignment = {
  id: '0PaHs0000001',
  containerId: profile.id,
  groupId: null,
  isActive: true,
  isRevoked: false,
  expires: '2026-10-01T00:00:00Z',
};
const license = { name: 'SalesUserPsl', label: 'Sales User', status: 'Active', expires: null };
const needs = {
  organization: true,
  user: true,
  profile: true,
  login: true,
  profilePeers: true,
  limits: true,
  systemPermissions: ['ApiEnabled'],
  objects: ['Account'],
  fields: [{ object: 'Account', field: 'Industry', label: 'Industry', configured: 'Industry__c' }],
  flows: true,
  permissionSetLicenses: [license.name],
  assignments: true,
} as const;

export const snapshotSample: Snapshot = {
  snapshotVersion: 1,
  collectedAt: '2026-10-04T09:12:33.120Z',
  source: {
    kind: 'org',
    instanceUrl: 'https://acme.my.salesforce.com',
    organizationId: null,
    apiVersion: '67.0',
  },
  cost: { roundTrips: 3, apiCalls: 11 },
  needs,
  auditor: ok({ userId: '005Hs0000009', username: 'auditor@acme.example', permissions: ['ViewSetup'] }),
  organization: ok(organization),
  limits: ok(limits),
  availablePermissions: ok(['ApiEnabled']),
  permissionableObjects: unavailable,
  catalogue: {
    Account: ok({
      seenBy: 'tooling',
      fields: [
        {
          name: 'Industry',
          label: 'Industry',
          dataType: 'Picklist',
          permissionable: true,
          calculated: false,
          autoNumber: false,
          updatable: true,
        },
      ],
    }),
  },
  flows: ok([flow]),
  otherFlows: null,
  subjects: [
    {
      subject,
      user: ok(user),
      profile: ok(ownProfile),
      login: ok(login),
      profilePeers: ok(profilePeers),
      assignments: ok([assignment]),
      permissionSetLicenses: ok([license]),
    },
  ],
  containers: [profile],
  groups: [
    {
      id: '0PGHs0000001',
      apiName: 'Sync',
      title: 'Sync',
      status: 'Updated',
      sessionBased: false,
      components: ok({ members: [profile.id], muting: ['0QMHs0000001'] }),
    },
  ],
  warnings: [],
};

const warning: ReadingWarning = { code: 'duplicate-entry', message: 'ApiEnabled is there twice.', at };
const persona: Subject = {
  kind: 'persona',
  id: 'persona:sync',
  name: 'sync',
  title: 'API Only with Sync',
};
const filesSource: Snapshot['source'] = {
  kind: 'source',
  directories: ['force-app'],
  apiVersion: null,
  facts: {
    org: {
      kind: 'org',
      instanceUrl: 'https://acme.my.salesforce.com',
      organizationId: null,
      apiVersion: '67.0',
    },
    collectedAt: '2026-10-03T18:00:00Z',
  },
};
const filesCost: Snapshot['cost'] = { files: 12, bytes: 34_567, containers: 3, entries: 210 };

/** The same of metadata files: places, entries that say no, and what files cannot tell. */
const sourceSnapshotSample: Snapshot = {
  ...snapshotSample,
  source: filesSource,
  cost: filesCost,
  auditor: unavailable,
  catalogue: { Account: ok({ seenBy: 'source', fields: [] }) },
  flows: ok([{ ...flow, id: 'flow:Route_Lead', at }]),
  otherFlows: gap,
  subjects: [
    {
      subject: persona,
      user: unavailable,
      profile: ok({ ...ownProfile, license: ok({ name: 'Salesforce', key: null }), at }),
      login: unavailable,
      profilePeers: unavailable,
      assignments: ok([{ ...assignment, expires: null }]),
      permissionSetLicenses: unavailable,
    },
  ],
  containers: [
    {
      ...profile,
      completeness: { kind: 'partial', reason: unreadableFile },
      denials: {
        systemPermissions: [{ permission: 'ViewAllData', at }],
        objects: [{ object: 'Account', rights: ['delete'], at }],
        fields: [{ object: 'Account', field: 'Rating', read: true, edit: true, at }],
        flows: [{ flowId: 'flow:Route_Lead', at }],
      },
      additions: { systemPermissions: at, objects: at, fields: { '': at, Account: at }, flows: at },
    },
  ],
  groups: snapshotSample.groups.map((group) => ({ ...group, at })),
  warnings: [warning],
};

const ref: ContainerRef = { id: profile.id, kind: 'profile', title: profile.title, at };
const through = {
  id: assignment.id,
  group: { id: '0PGHs0000001', title: 'Sync', status: 'Updated' },
  expires: assignment.expires,
};
const grant = (entry: Grant['entry']): Grant => ({ container: ref, through, entry, members: [ref] });
const nearMiss: NearMiss = {
  kind: 'muted',
  container: ref,
  through: null,
  entry: { kind: 'object', object: 'Account', right: 'delete', at },
  mutedBy: { ...ref, entryAt: at },
};
const refused: NearMiss = { kind: 'refused', container: ref, through, entry: nearMiss.entry };
const granted: Decision = {
  decision: 'granted',
  grants: [
    grant({ kind: 'system', permission: 'ModifyAllData', at }),
    {
      ...grant({ kind: 'flow', flow: flow.id, at }),
      implied: { by: 'Modify All Data', fact: 'It gives all.' },
    },
    grant({ kind: 'field', object: 'Account', field: 'Industry', right: 'read', at }),
    grant({ kind: 'fixed', what: 'Id can always be read' }),
  ],
};
const place = { container: ref, at };
const denied: Decision = { decision: 'denied', nearMisses: [nearMiss, refused], place };
const unknown: Decision = { decision: 'unknown', because: [gap, unreadableFile], nearMisses: [], place };

export const accessSample: Access = {
  accessVersion: 1,
  subject,
  asOf: '2026-10-04T09:12:33Z',
  organization: ok(organization),
  user: ok(user),
  profile: ok({ ...ownProfile, at }),
  login: ok(login),
  profilePeers: ok(profilePeers),
  limits: unavailable,
  systemPermissions: { ApiEnabled: granted },
  objects: {
    Account: {
      object: 'Account',
      rights: {
        read: granted,
        create: granted,
        edit: granted,
        delete: denied,
        viewAllRecords: unknown,
        modifyAllRecords: denied,
        viewAllFields: denied,
      },
    },
  },
  fields: {
    'Account.Industry': {
      asked: needs.fields[0],
      field: ok({
        name: 'Industry',
        label: 'Industry',
        dataType: 'Picklist',
        permissionable: true,
        calculated: false,
        autoNumber: false,
        updatable: true,
      }),
      foundBy: 'name',
      candidates: ['Account.Industry2__c'],
      writable: ok(true),
      fieldLevel: { read: granted, edit: denied },
      effective: { read: granted, edit: unknown },
    },
    'Account.Gone__c': {
      asked: { object: 'Account', field: 'Gone__c' },
      field: ok(null),
      foundBy: null,
      candidates: [],
      writable: unavailable,
      fieldLevel: { read: denied, edit: denied },
      effective: { read: denied, edit: denied },
    },
  },
  flows: ok([{ flow: { ...flow, at }, context: 'user', run: denied }]),
  otherFlows: gap,
  permissionSetLicenses: { SalesUserPsl: ok(license), Other: ok(null) },
  assignments: ok({
    all: [{ ...assignment, container: ref }],
    dependents: [{ permission: 'Account: Read', decision: granted }],
  }),
};

/** Metadata files, with places of every kind. */
const sourceReportSample: Report = {
  ...drifted,
  source: { ...drifted.source, collected: filesSource, cost: filesCost },
  subjects: [persona],
  skipped: [{ subject, because: 'none of its files changed since origin/main' }],
  results: drifted.results.slice(0, 1).map((result) => ({
    ...result,
    subject: persona,
    evidence: [
      { kind: 'decision', about: 'Account: Delete', decision: denied, text: 'It is denied.' },
      { kind: 'decision', about: 'Account: View All', decision: unknown, text: 'It is unknown.' },
    ],
    at,
    related: [{ at, text: "Permission set 'Sync' grants Account: Read" }],
  })),
  unread: [unreadableFile],
  warnings: [warning],
};

const checkupSample: Checkup = {
  checkupVersion: 1,
  tool: { name: 'syncgate', version: '0.1.0' },
  org: {
    kind: 'org',
    instanceUrl: 'https://acme.my.salesforce.com',
    organizationId: null,
    apiVersion: '67.0',
  },
  checkedAt: '2026-10-04T09:12:33.000Z',
  cost: { roundTrips: 4, apiCalls: 9 },
  auditor: { userId: null, username: null },
  rights: [
    {
      permission: 'ViewSetup',
      label: 'View Setup and Configuration',
      state: 'missing',
      needed: true,
      shows: 'permission sets',
      source: 'Object Reference, PermissionSet',
    },
  ],
  unneeded: [{ permission: 'ModifyAllData', label: 'Modify All Data', lets: 'change every record' }],
  changeable: ['Account'],
  otherPermissions: ['RunReports'],
  users: { asked: ['i@acme.example'], hidden: 'There is no such user.' },
  reads: [
    { what: 'Flows', gap: { ...gap, at } },
    { what: 'API limits', gap: null },
  ],
  asked: 19,
  requirements: [
    {
      pack: 'demandbase-data-integrity',
      requirement: 'account-access',
      title: 'Access to accounts',
      level: 'error',
      outlook: 'may-be-inconclusive',
      missing: ['ViewSetup'],
      untold: ['The org refused to tell flows.'],
    },
  ],
};

const wayDigest = {
  container: profile.id,
  groupId: '0PGHs0000001',
  members: [profile.id],
  by: 'Modify All Data',
};
const missDigest = { kind: 'muted', container: profile.id, groupId: null, mutedBy: '0QMHs0000001' } as const;
const gapDigest = { code: 'auditor-blind', message: 'No rows came.' } as const;

export const recordSample: HistoryRecord = {
  historyVersion: 1,
  collectedAt: '2026-10-04T09:12:33.120Z',
  place: { kind: 'org', name: '00DHs0000001', title: 'https://acme.my.salesforce.com' },
  snapshotDigest: 'ab'.repeat(32),
  tool: { name: 'syncgate', version: '0.1.0' },
  failOn: 'error',
  verdict: 'non-compliant',
  packs: [{ id: 'pack', version: '1.0.0', variant: null, features: ['routing'] }],
  subjects: [
    {
      subject,
      results: [
        {
          pack: 'pack',
          requirement: 'account-access',
          title: 'Account',
          level: 'error',
          verdict: 'fail',
          waived: true,
          message: 'It is missing.',
          needs: ['objects'],
          restsOn: ['Account: Read'],
          lacks: ['Account: Read'],
        },
      ],
      access: {
        asOf: '2026-10-04T09:12:33.120Z',
        facts: {
          login: ok({ frozen: false, other: null, named: 'x', counted: 1 }),
          user: { status: 'unavailable', reason: gapDigest },
        },
        fields: {
          'Account.Industry': { found: ok('Industry'), writable: true },
          'Account.Gone__c': { found: { status: 'unavailable', reason: gapDigest }, writable: null },
        },
        assignments: ok([
          {
            container: profile.id,
            group: { id: '0PGHs0000001', title: 'Sync', status: 'Updated', members: [profile.id] },
            active: true,
            revoked: false,
            expires: null,
            complete: true,
          },
        ]),
        containers: { [profile.id]: { kind: 'profile', title: 'API Only' } },
        decided: [
          {
            decision: 'unknown',
            permissions: ['Account: Read'],
            ways: [wayDigest],
            misses: [missDigest],
            because: [gapDigest],
          },
        ],
      },
    },
  ],
};

export const reportSetSample: ReportSet = {
  reportSetVersion: 1,
  tool: drifted.tool,
  verdict: 'non-compliant',
  summary: { orgs: 2, compliant: 0, nonCompliant: 1, inconclusive: 0, unchanged: 0, unread: 1 },
  orgs: [
    { org: 'prod', status: 'audited', report: sourceReportSample },
    { org: 'test', status: 'unread', failure: { exitCode: 4, message: 'The token has expired.' } },
  ],
};

const changedContainer = { id: profile.id, kind: 'profile', title: 'API Only' } as const;
const lost = { turn: 'lost', permissions: ['Account: Read'] } as const;

/** One of every kind. */
const causes: readonly Cause[] = [
  { ...lost, kind: 'assignment-gone', container: changedContainer },
  { ...lost, kind: 'assignment-expired', container: changedContainer, expires: '2026-10-01T00:00:00Z' },
  { ...lost, kind: 'profile-switched', from: 'API Only', to: 'Standard User' },
  { ...lost, kind: 'group-outdated', group: 'Sync', status: 'Outdated' },
  { ...lost, kind: 'group-recalculated', turn: 'gained', group: 'Sync', status: 'Outdated' },
  { ...lost, kind: 'muted', group: 'Sync', by: changedContainer },
  { ...lost, kind: 'member-gone', group: 'Sync', member: changedContainer },
  { ...lost, kind: 'entry-gone', container: changedContainer, group: null, entries: ['Account: Read'] },
  { ...lost, kind: 'not-known', gap: gapDigest },
  { ...lost, kind: 'field-gone', field: 'Account.Industry' },
  { kind: 'fact-changed', need: 'login', name: 'frozen', from: false, to: true },
  { kind: 'facts-not-known', turn: 'lost', need: 'login', gap: gapDigest },
  { kind: 'expiry-changed', container: changedContainer, from: null, to: '2026-11-01T00:00:00Z' },
  {
    kind: 'end-nearer',
    container: changedContainer,
    expires: '2026-11-01T00:00:00Z',
    days: 6,
    permissions: ['Account: Read'],
  },
  { kind: 'pack-version', pack: 'pack', from: '1.0.0', to: '1.1.0' },
  { kind: 'variant', pack: 'pack', from: null, to: 'admin-user' },
  { kind: 'feature', pack: 'pack', feature: 'routing', on: true },
  { kind: 'level', from: 'note', to: 'error' },
  { kind: 'waiver', started: false },
  { kind: 'asked', ...lost },
];

const moment = {
  verdict: 'pass',
  waived: false,
  at: '2026-10-04T09:12:33Z',
  level: 'error',
  lacks: [],
} as const;
const later = { ...moment, verdict: 'fail', at: '2026-10-05T09:12:33Z', lacks: ['Account: Read'] } as const;

const timelineSample: Timeline = {
  timelineVersion: 1,
  places: [
    {
      place: recordSample.place,
      subjects: [
        {
          subject,
          runs: ['2026-10-03T09:12:33Z', moment.at, later.at],
          requirements: [
            {
              pack: 'pack',
              requirement: 'account-access',
              title: 'Account',
              last: later,
              since: later.at,
              verdicts: [null, { verdict: 'pass', waived: false }, { verdict: 'fail', waived: false }],
              changes: [{ from: moment, to: later, causes, because: ['The user was frozen.'] }],
            },
          ],
        },
      ],
    },
  ],
};

const state = { verdict: 'pass', waived: false, level: 'error', lacks: [] } as const;

const side = {
  named: 'org:prod',
  kind: 'org',
  place: recordSample.place,
  collectedAt: moment.at,
  revision: null,
  packs: recordSample.packs,
} as const;

const comparisonSample: Comparison = {
  comparisonVersion: 1,
  tool: drifted.tool,
  verdict: 'different',
  basis: 'access',
  before: { ...side, named: 'rev:main', kind: 'files', revision: 'ab'.repeat(20) },
  after: side,
  summary: { alike: 3, decisions: 1, facts: 1, requirements: 1, notKnown: 1, notAsked: 2 },
  remarks: ['The pack pack is version 1.0.0 for A, and 1.1.0 for B.'],
  subjects: [
    {
      before: subject,
      after: subject,
      verdict: 'different',
      alike: 3,
      decisions: [
        {
          permission: 'Account: Read',
          before: 'granted',
          after: 'denied',
          requirements: ['account-access'],
          because: ['The user was frozen.'],
        },
      ],
      facts: causes.map((cause) => ({ text: 'The user was frozen.', cause })),
      requirements: [
        {
          pack: 'pack',
          requirement: 'account-access',
          title: 'Account',
          before: state,
          after: { ...state, verdict: 'fail', lacks: ['Account: Read'] },
          changed: true,
          causes,
          because: ['The user was frozen.'],
        },
      ],
      causes,
      notKnown: [{ what: 'Lead: Read', before: gapDigest.message, after: gapDigest.message }],
      notAskedBefore: ['Lead: Edit'],
      notAskedAfter: ['limits'],
    },
  ],
  onlyBefore: [subject],
  onlyAfter: [subject],
};

const diagnosisSample: Diagnosis = {
  diagnosisVersion: 1,
  tool: { name: 'syncgate', version: '0.1.0' },
  source: drifted.source,
  packs: [{ id: 'demandbase-data-integrity', version: '1.0.0', title: 'Integration user' }],
  subjects: [subject],
  text: { lines: 12, unknownCodes: [{ code: 'BRAND_NEW', count: 2, line: 7 }] },
  recognised: 'messages',
  messages: [
    {
      ...{ id: 'field-not-writable', title: 'The user may not write the field', stage: 'field' },
      ...{ outcome: 'explained', count: 3, lines: [3, 5, 8] },
      quote: 'Unable to create/update fields: Industry',
      ...{ objects: ['Account'], fields: ['Industry'], flows: ['Route Lead'] },
      inside: ['CANNOT_EXECUTE_FLOW_TRIGGER'],
      meaning: 'The user cannot write these fields.',
      suspects: [
        {
          ...{ pack: 'demandbase-data-integrity', requirement: 'mapped-fields', title: 'Mapped fields' },
          level: 'error',
          standings: [
            {
              ...{ subject: subject.id, state: 'explains', verdict: 'fail', message: 'It is missing.' },
              ...{ evidence: ['Nobody grants it.'], mend: ['Grant it.'] },
            },
          ],
        },
      ],
      named: [
        {
          what: 'Account.Industry: Edit',
          asked: true,
          standings: [{ subject: subject.id, decision: 'denied', sentences: ['Nobody grants it.'] }],
        },
      ],
      todo: ['Make it editable.'],
      otherwise: ['it is a formula'],
      source: { title: 'A thread', url: 'https://example.com/1', trust: 'seen' },
    },
  ],
  fits: [],
};

const textAloneSample: Diagnosis = {
  ...diagnosisSample,
  ...{ source: null, recognised: 'words', messages: [] },
  fits: [
    {
      ...{ pack: 'demandbase-data-integrity', requirement: 'mapped-fields', title: 'Mapped fields' },
      ...{ subject: subject.id, words: ['industry'], message: 'It is missing.', mend: ['Grant it.'] },
    },
  ],
};

const asked = { pack: 'test', requirement: 'account-access', title: 'Access', level: 'error' } as const;

const remedySample: RemedyPlan = {
  remedyVersion: 1,
  tool: { name: 'syncgate', version: '0.1.0' },
  source: snapshotSample.source,
  collectedAt: '2026-10-08T12:00:00.000Z',
  subject,
  mend: 'new-set',
  set: {
    ...{ name: 'Mend', label: 'Mend', description: 'For the sync.', smallest: true },
    entries: [
      {
        ...{ entry: { kind: 'system', permission: 'ApiEnabled' }, text: 'API Enabled' },
        ...{ neededBy: ['api-enabled'], strong: null },
      },
      {
        ...{ entry: { kind: 'object', object: 'Account', right: 'modifyAllRecords' }, text: 'Modify All' },
        ...{ neededBy: ['account-access'], strong: 'change every record' },
      },
      {
        ...{ entry: { kind: 'field', object: 'Account', field: 'Site', right: 'edit' }, text: 'Edit' },
        ...{ neededBy: ['fields'], strong: null },
      },
      {
        ...{ entry: { kind: 'flow', flow: 'Route_Lead' }, text: 'the flow' },
        ...{ neededBy: ['flows'], strong: null },
      },
    ],
  },
  existing: [
    {
      ...{ kind: 'renew', apiName: 'Extras', surplus: ['Create on Account'] },
      container: { id: '0PS1', kind: 'permission-set', title: 'Extras', at },
      assignment: {
        id: '0Pa1',
        group: { id: '0PG1', title: 'Vendors', status: 'Updated' },
        expires: '2026-10-01T00:00:00Z',
      },
    },
    {
      ...{ kind: 'assign', apiName: 'Others', surplus: [], assignment: null },
      container: { id: '0PS2', kind: 'group', title: 'Others' },
    },
  ],
  mended: [{ ...asked, before: 'fail', after: 'pass' }],
  left: [
    {
      ...{ ...asked, kind: 'licence', who: 'an administrator', message: 'The licence is wrong.' },
      setup: { lightning: ['Setup'], classic: ['Setup'] },
    },
  ],
  doubts: [{ ...asked, before: 'fail', after: 'inconclusive', message: 'Not known.', nearest: ['Look.'] }],
  waived: ['account-delete'],
};

const shareKeySample: ShareKey = {
  shareKeyVersion: 1,
  fingerprint: '0123456789abcdef',
  names: [
    { kind: 'user-name', standIn: 'user-1@redacted.example', original: 'sync@example.com' },
    { kind: 'id-name', standIn: '005000000000002AAA', original: '005000000000001AAA' },
  ],
};

export const samples: Readonly<Record<(typeof schemaNames)[number], Readonly<Record<string, object>>>> = {
  report: { 'of an org': drifted, 'of metadata files': sourceReportSample },
  'report-set': { 'with everything': reportSetSample },
  snapshot: { 'of an org': snapshotSample, 'of metadata files': sourceSnapshotSample },
  access: { 'with everything': accessSample },
  checkup: { 'of an auditor': checkupSample },
  history: { 'with everything': recordSample },
  timeline: { 'with causes of every kind': timelineSample },
  comparison: { 'with everything': comparisonSample },
  diagnosis: { 'of a log': diagnosisSample, 'of a text alone': textAloneSample },
  'remedy-plan': { 'with everything': remedySample },
  'share-key': { 'with two names': shareKeySample },
};
