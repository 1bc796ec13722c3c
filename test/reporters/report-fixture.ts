import type { Level } from '../../src/model/pack.ts';
import type { Report, ReportVerdict, Result, Summary, Verdict } from '../../src/model/report.ts';
import { accountAccess, blindGap, fact, integrationUser, result, vendorPage } from './result-fixture.ts';

const field = (requirement: string, name: string, message: string) =>
  result(requirement, 'fail', {
    title: `${name} can be edited`,
    rule: 'field-access',
    message: `${message} The vendor syncs it as a hidden field: nothing shows that it stays empty.`,
    source: { page: vendorPage, section: 'Profile, note to step 6', quote: null },
  });

const level = (grade: Level, given: Partial<Result> = {}): Partial<Result> => ({ level: grade, ...given });

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
      waiver: {
        reason: 'Support logs in as this user until the move is done',
        owner: 'CRM team',
        expires: '2026-12-31',
      },
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
    skipped: [],
    failOn: 'error',
    verdict,
    summary: summaryOf(results),
    results,
    unread: [],
    warnings: [],
    waivers: [],
    baseline: null,
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
