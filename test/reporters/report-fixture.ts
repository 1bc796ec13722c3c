import type { ContainerRef, Decision, Entry } from '../../src/model/access.ts';
import type { Level } from '../../src/model/pack.ts';
import type { Gap, Json } from '../../src/model/part.ts';
import type {
  Remedy,
  Report,
  ReportedEvidence,
  ReportVerdict,
  Result,
  Summary,
  Verdict,
} from '../../src/model/report.ts';
import type { Subject } from '../../src/model/snapshot.ts';

/** Reports made by hand: what the reporters are given, without the rooms before them. */
export const integrationUser: Subject = {
  kind: 'user',
  id: '005Hs00000A1b2CIAR',
  name: 'integration@acme.example',
  title: 'Demandbase Integration',
};

const vendorPage = {
  title: 'Set Up an Integration User for Demandbase in Salesforce',
  url: 'https://kb.demandbase.com/hc/en-us/articles/7273422990107',
  checked: '2026-09-14',
} as const;

const apiOnly: ContainerRef = { id: '0PSHs000000Prof', kind: 'profile', title: 'API Only' };
const syncExtras: ContainerRef = { id: '0PSHs000000Extr', kind: 'permission-set', title: 'Sync extras' };
const viewAll: Entry = { kind: 'object', object: 'Account', right: 'viewAllRecords' };
const direct = { id: '0PaHs0000001', group: null, expires: null } as const;

const read: Decision = {
  decision: 'granted',
  grants: [{ container: apiOnly, through: direct, entry: { ...viewAll, right: 'read' } }],
};
const noViewAll: Decision = {
  decision: 'denied',
  nearMisses: [
    {
      kind: 'expired',
      container: syncExtras,
      through: { id: '0PaHs0000002', group: null, expires: '2026-10-01T00:00:00Z' },
      entry: viewAll,
    },
  ],
};

export const blindGap: Gap = {
  code: 'query-failed',
  message: "The org does not answer UserLogin: sObject type 'UserLogin' is not supported.",
  query: "SELECT IsFrozen, IsPasswordLocked FROM UserLogin WHERE UserId IN ('005Hs00000A1b2CIAR')",
  errorCode: 'INVALID_TYPE',
  mend: 'give the auditor Manage Users',
};

export const decided = (about: string, decision: Decision, text: string): ReportedEvidence => ({
  kind: 'decision',
  about,
  decision,
  text,
});
export const fact = (about: string, value: Json, text: string): ReportedEvidence => ({
  kind: 'fact',
  about,
  value,
  text,
});

export const profileSteps: Remedy = {
  nearest: ["Renew the assignment of permission set 'Sync extras', or remove its expiry."],
  setup: {
    lightning: [
      'Setup > Users > Profiles, open the profile API Only.',
      'Object Settings > Accounts > Edit.',
      'Check Read, Create, Edit and View All Records, then Save.',
    ],
    classic: [
      'Setup > Manage Users > Profiles, click Edit beside API Only.',
      'Under Standard Object Permissions, check Read, Create, Edit and View All for Accounts, then Save.',
    ],
  },
};

/** A result of the default pack; what a case is about is given, the rest is plausible. */
export function result(requirement: string, verdict: Verdict, given: Partial<Result> = {}): Result {
  return {
    pack: 'demandbase-data-integrity',
    requirement,
    title: `The requirement ${requirement}`,
    rule: 'system-permission',
    level: 'error',
    subject: integrationUser,
    verdict,
    message: `${requirement} came to ${verdict}.`,
    evidence: [],
    remedy: null,
    why: 'Data Integrity calls the API in the name of this user.',
    source: { page: vendorPage, section: 'Profile, step 6', quote: null },
    waiver: null,
    definedAt: { file: 'packs/demandbase-data-integrity.json', line: 42, column: 5 },
    ...given,
  };
}

const field = (requirement: string, name: string, message: string) =>
  result(requirement, 'fail', {
    title: `${name} can be edited`,
    rule: 'field-access',
    message: `${message} The vendor syncs it as a hidden field: nothing shows that it stays empty.`,
    source: { page: vendorPage, section: 'Profile, note to step 6', quote: null },
  });

const level = (grade: Level, given: Partial<Result> = {}): Partial<Result> => ({ level: grade, ...given });

export const accountAccess = result('account-access', 'fail', {
  title: 'Account: Read, Create, Edit, View All',
  rule: 'object-access',
  message: 'Account: View All is not granted.',
  evidence: [
    decided('Account: Read', read, "Profile 'API Only' grants Read, Create, Edit."),
    decided(
      'Account: View All',
      noViewAll,
      "Permission set 'Sync extras' would grant it: its assignment expired on 2026-10-01.",
    ),
  ],
  remedy: profileSteps,
  source: {
    page: vendorPage,
    section: 'Profile, step 5',
    quote: 'Make sure that the Accounts object is set to Read, Create, Edit and View All permissions',
  },
});

const driftedResults: readonly Result[] = [
  result('supported-edition', 'pass', {
    title: 'Supported edition',
    message: 'The edition is Enterprise Edition.',
  }),
  result('salesforce-license', 'fail', {
    title: 'Salesforce licence',
    rule: 'user-license',
    message: "The user's licence is Salesforce Platform, not Salesforce.",
    evidence: [fact('licence', { key: 'AUL', name: 'Salesforce Platform' }, 'UserLicense: AUL.')],
  }),
  result('user-can-log-in', 'inconclusive', {
    title: 'The user can log in',
    rule: 'user-state',
    message: 'Whether the user is frozen or locked could not be known.',
    evidence: [
      {
        kind: 'gap',
        about: 'Frozen',
        gap: blindGap,
        text: `${blindGap.message} To know it: ${blindGap.mend}.`,
      },
    ],
    remedy: {
      nearest: ['To know it: give the auditor Manage Users.'],
      setup: { lightning: [], classic: [] },
    },
  }),
  result('has-logged-in', 'fail', {
    title: 'The user has logged in once',
    message: 'The user has never logged in.',
  }),
  result('dedicated-user', 'fail', level('note', { message: 'Two other active users share the profile.' })),
  result('custom-profile', 'pass', level('warning', { message: "'API Only' is a custom profile." })),
  result('api-enabled', 'pass', { title: 'API Enabled', message: 'ApiEnabled is granted.' }),
  result(
    'api-only-user',
    'fail',
    level('warning', {
      message: 'ApiUserOnly is not granted.',
      waiver: { reason: 'Support logs in as this user until the move is done', until: '2026-12-31' },
    }),
  ),
  accountAccess,
  result('customize-application', 'fail', { message: 'CustomizeApplication is not granted.' }),
  result('run-flow', 'fail', {
    message: 'Neither Run Flows, Manage Flow nor Flow User is granted.',
    remedy: {
      nearest: [],
      setup: { lightning: ['Edit the profile.'], classic: ['Edit the profile.'] },
    },
  }),
  field('account-insideview-fields', 'Account: InsideView Company Id', 'It can be read but not edited.'),
  field('lead-insideview-fields', 'Lead: InsideView Parent Id', 'The field does not exist.'),
  field('contact-executive-fields', 'Contact: Executive Id', 'Contact: Edit is not granted.'),
  field('lead-executive-fields', 'Lead: Employment Id', 'It can be read but not edited.'),
  result('mapped-fields', 'not-applicable', { message: 'No mapped fields were named.' }),
  result(
    'assignments-last',
    'fail',
    level('warning', { message: "Assignment of 'Sync' expires in 3 days." }),
  ),
  result(
    'api-calls-left',
    'error',
    level('warning', { message: 'The rule api-limits broke: x is not a number.' }),
  ),
];

const count = (results: readonly Result[], verdict: Verdict) =>
  results.filter((each) => each.verdict === verdict).length;

export const summaryOf = (results: readonly Result[]): Summary => ({
  pass: count(results, 'pass'),
  fail: count(results, 'fail'),
  inconclusive: count(results, 'inconclusive'),
  notApplicable: count(results, 'not-applicable'),
  error: count(results, 'error'),
  waived: results.filter(({ verdict, waiver }) => verdict === 'fail' && waiver !== null).length,
});

/** A whole report around some results. */
export function reportOf(
  verdict: ReportVerdict,
  results: readonly Result[],
  given: Partial<Report> = {},
): Report {
  const subjects = [...new Map(results.map(({ subject }) => [subject.id, subject])).values()];
  return {
    reportVersion: 1,
    tool: { name: 'syncgate', version: '0.1.0' },
    source: {
      collected: {
        kind: 'org',
        instanceUrl: 'https://acme.my.salesforce.com',
        organizationId: '00DHs000000Acme2AM',
        apiVersion: '67.0',
      },
      collectedAt: '2026-10-04T09:12:33Z',
      cost: { roundTrips: 3, apiCalls: 11 },
      snapshot: null,
    },
    packs: [
      {
        id: 'demandbase-data-integrity',
        version: '1.0.0',
        title: 'Demandbase Data Integrity',
        variant: null,
        features: ['account-hierarchies', 'lead-to-account'],
        notes: ['"Administrative permissions" is no row of its own: the page lists none.'],
      },
    ],
    subjects: subjects.length > 0 ? subjects : [integrationUser],
    failOn: 'error',
    verdict,
    summary: summaryOf(results),
    results,
    unread: [],
    ...given,
  };
}

/** A dozen faults, one waived, one thing unread, one rule broken. */
export const drifted: Report = reportOf('non-compliant', driftedResults, { unread: [blindGap] });

export const compliant: Report = reportOf(
  'compliant',
  driftedResults.filter(({ verdict }) => verdict === 'pass' || verdict === 'not-applicable'),
);

export const inconclusive: Report = reportOf(
  'inconclusive',
  driftedResults.filter(({ verdict }) => verdict !== 'fail' && verdict !== 'error'),
  { unread: [blindGap, { code: 'short-read', message: 'PermissionSet: 1,000 of 1,204 records came.' }] },
);

/** Names a malicious administrator could choose. */
export const hostileNames = [
  '\u001b[2J\u001b[31mAll fine\u001b]8;;http://evil.example\u0007',
  'line\nbreak\r\ttab',
  'right\u202eto left\u2066',
  'zero\u200bwidth\ufeff\u00ad\u{e0041}',
  '日本語の権限セット 👨‍👩‍👧‍👦 é́́́́́́ 🇩🇪',
  '[a](javascript:alert(1)) <img src=x onerror=alert(1)> `|` **b** {0}',
  '../../%2e%2e/ü ä#?.json',
  'x'.repeat(300),
  '\ud800 half',
] as const;

/** Every text that an org or a configuration can choose, hostile. */
export const hostile: Report = reportOf(
  'non-compliant',
  hostileNames.map((name, index) => ({
    ...accountAccess,
    requirement: `hostile-${index}`,
    title: name,
    message: `Profile '${name}' grants nothing.`,
    subject: { ...integrationUser, id: `005${index}`, name, title: name },
    evidence: [fact(name, { [name]: name }, `About '${name}'.`)],
    remedy: { nearest: [name], setup: { lightning: [name], classic: [name, name] } },
    why: name,
    source: { page: { ...vendorPage, title: name }, section: name, quote: name },
    waiver: { reason: name, until: '2026-12-31' },
    definedAt: { file: `packs/${name}`, line: 1 + index, column: 1 },
  })),
  { unread: hostileNames.map((name) => ({ ...blindGap, message: name, query: name, mend: name })) },
);
