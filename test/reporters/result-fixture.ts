import type { ContainerRef, Decision, Entry } from '../../src/model/access.ts';
import type { Gap, Json } from '../../src/model/part.ts';
import type { Remedy, ReportedEvidence, Result, Verdict } from '../../src/model/report.ts';
import type { Subject } from '../../src/model/subject.ts';

/** Results made by hand: what the reporters are given, without the rooms before them. */
export const integrationUser: Subject = {
  kind: 'user',
  id: '005Hs00000A1b2CIAR',
  name: 'integration@acme.example',
  title: 'Demandbase Integration',
};

export const vendorPage = {
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
    levelChange: null,
    subject: integrationUser,
    verdict,
    message: `${requirement} came to ${verdict}.`,
    impact: null,
    evidence: [],
    remedy: null,
    why: 'Data Integrity calls the API in the name of this user.',
    source: { page: vendorPage, section: 'Profile, step 6', quote: null },
    waiver: null,
    baseline: null,
    definedAt: { file: 'packs/demandbase-data-integrity.json', line: 42, column: 5 },
    at: null,
    related: [],
    ...given,
  };
}

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
