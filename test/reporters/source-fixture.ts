import type { Location } from '../../src/model/part.ts';
import type { Report } from '../../src/model/report.ts';
import type { FilesCost, FilesSource, ReadingWarning } from '../../src/model/snapshot.ts';
import type { Subject } from '../../src/model/subject.ts';
import { reportOf } from './report-fixture.ts';
import { decided, result } from './result-fixture.ts';

/** Reports on metadata files, made by hand. */
export const integration: Subject = {
  kind: 'persona',
  id: 'persona:integration',
  name: 'integration',
  title: "profile 'API Only', permission sets 'Sync' and 'Sync extras'",
};

export const syncSet = 'force-app/main/default/permissionsets/Sync.permissionset-meta.xml';
export const apiOnly = 'force-app/main/default/profiles/API Only.profile-meta.xml';
const muting = 'force-app/main/default/mutingpermissionsets/Quiet.mutingpermissionset-meta.xml';

export const at = (file: string, line: number, snippet?: string): Location => ({
  ...{ file, line, column: 9 },
  ...(snippet !== undefined && { snippet }),
});

const sync = { id: 'permission-set:Sync', kind: 'permission-set', title: 'Sync' } as const;
const through = { id: 'persona:integration permission-set:Sync', group: null, expires: null };
const edit = { kind: 'object', object: 'Account', right: 'edit' } as const;
const entry = { ...edit, at: at(syncSet, 12, '<allowEdit>false</allowEdit>') };

/** An entry of a permission set says no. */
export const refused = result('account-access', 'fail', {
  title: 'Account: Read, Edit',
  subject: integration,
  message: 'Account: Edit is not granted.',
  evidence: [
    decided(
      'Account: Edit',
      { decision: 'denied', nearMisses: [{ kind: 'refused', container: sync, through, entry }] },
      `Permission set 'Sync' would grant it: its entry says no (${syncSet}:12:9).`,
    ),
  ],
  remedy: {
    nearest: [`Set Edit on Account to true in permission set 'Sync' (${syncSet}:12:9).`],
    setup: { lightning: [], classic: [] },
  },
  at: entry.at,
  related: [
    { at: at(apiOnly, 40, '<allowRead>true</allowRead>'), text: "Profile 'API Only' grants Account: Read" },
    { at: at(muting, 7), text: "Muting permission set 'Quiet' takes away Account: Edit" },
  ],
});

export const filesSource: FilesSource = {
  kind: 'source',
  directories: ['force-app', 'other'],
  apiVersion: '67.0',
  facts: null,
};
export const filesCost: FilesCost = { files: 12, bytes: 4_123_456, containers: 17, entries: 40_213 };

export const sourceOf = (given: Partial<FilesSource> = {}): Report['source'] => ({
  collected: { ...filesSource, ...given },
  collectedAt: '2026-10-04T09:12:33Z',
  cost: filesCost,
  snapshot: null,
});

const twice = (line: number): ReadingWarning => ({
  code: 'duplicate-entry',
  message: `fieldPermissions of Account.Field${line}__c stands there twice.`,
  at: at(syncSet, line, '<fieldPermissions>'),
});
export const warnings = Array.from({ length: 12 }, (_, index) => twice(100 + index));

export const skipped = [
  {
    subject: {
      ...integration,
      id: 'persona:reader',
      name: 'reader',
      title: "permission set 'Read', without a profile",
    },
    because: 'none of its files changed since origin/main',
  },
];

/** A failure, a pass and a doubt about files, with warnings, and somebody left out. */
export const inFiles: Report = reportOf(
  'non-compliant',
  [
    refused,
    result('api-enabled', 'pass', {
      subject: integration,
      message: 'API Enabled is granted.',
      at: at(apiOnly, 3),
    }),
    result('run-flow', 'inconclusive', { subject: integration, level: 'warning', message: 'Not known.' }),
  ],
  {
    source: sourceOf(),
    warnings,
    skipped,
    unread: [
      {
        code: 'file-unreadable',
        message: "Permission set 'Sync extras' is not well-formed: there is no </PermissionSet>.",
        mend: 'mend the file, or leave it out with .forceignore',
        at: at('force-app/Sync extras.permissionset-meta.xml', 30),
      },
    ],
  },
);

/** Nobody was audited: nothing that concerns anybody changed. */
export const unchanged: Report = reportOf('unchanged', [], { source: sourceOf(), subjects: [], skipped });
