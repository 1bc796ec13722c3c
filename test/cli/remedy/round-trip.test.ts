import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { OrgDescription } from '../../../src/emulator/org-description.ts';
import { loadScenario } from '../../../src/emulator/scenarios/load-scenario.ts';
import type { RemedyPlan } from '../../../src/model/remedy-plan.ts';
import type { Report } from '../../../src/model/report.ts';
import { emptyFolder, liveOrg, syncgate } from '../command-line.ts';
import { withSet } from './applied-set.ts';

const username = 'integration@acme.example';

async function auditOf(
  description: OrgDescription,
): Promise<{ readonly exitCode: number; readonly report: Report }> {
  const { org, user, env } = await liveOrg(description);
  const { exitCode, stdout } = await syncgate(['audit', ...org, ...user, '--format', 'json'], { env });
  return { exitCode, report: JSON.parse(stdout) as Report };
}

const failing = ({ results }: Report) =>
  results.filter(({ verdict }) => verdict === 'fail').map(({ requirement }) => requirement);

/** What the plan leaves to others, done by them. */
function mendedByOthers(org: OrgDescription): OrgDescription {
  const executive = 'iv__InsideView_Executive_ID__c';
  const contact = org.objects.Contact ?? { label: 'Contact', fields: [] };
  return {
    ...org,
    dailyApiRequests: { max: 100_000, remaining: 90_000 },
    objects: {
      ...org.objects,
      Contact: {
        ...contact,
        fields: [...contact.fields, { name: executive, label: 'Executive Id', type: 'Text(40)' }],
      },
    },
    profiles: org.profiles.map((profile) =>
      profile.name === 'API Only'
        ? { ...profile, fields: { ...profile.fields, [`Contact.${executive}`]: 'edit' } }
        : profile,
    ),
    users: org.users.map((user) => {
      if (user.username === username) return { ...user, frozen: false };
      return user.profile === 'API Only' ? { ...user, profile: 'Sales User' } : user;
    }),
  };
}

test('an org that has drifted complies once the set is applied and others have done what is left to them', async () => {
  const drifted = await loadScenario('drifted');
  const before = await auditOf(drifted);
  expect(before.exitCode).toBe(1);

  const cwd = await emptyFolder();
  const { org, user, env, stats } = await liveOrg(drifted);
  const args = ['remedy', ...org, ...user, '--output-dir', 'out', '--name', 'Sync_Mend', '--format', 'json'];
  const { exitCode, stdout } = await syncgate(args, { cwd, env });
  const plan = JSON.parse(stdout) as RemedyPlan;
  expect(exitCode).toBe(1);
  expect(stats().refusedWrites).toBe(0);
  expect([...plan.mended, ...plan.left].map(({ requirement }) => requirement).sort()).toEqual(
    failing(before.report).sort(),
  );

  const xml = await readFile(join(cwd, 'out/permissionsets/Sync_Mend.permissionset-meta.xml'), 'utf8');
  const applied = withSet(drifted, 'Sync_Mend', xml, username);
  const after = await auditOf(applied);
  expect(failing(after.report).sort()).toEqual(plan.left.map(({ requirement }) => requirement).sort());

  const done = await auditOf(mendedByOthers(applied));
  expect(failing(done.report)).toEqual([]);
  expect(done.exitCode).toBe(0);
  expect(done.report.verdict).toBe('compliant');
});

test('a mended org is left alone by the next remedy', async () => {
  const cwd = await emptyFolder();
  const { org, user, env } = await liveOrg('compliant');
  const { exitCode, stdout, stderr } = await syncgate(['remedy', ...org, ...user, '--output-dir', 'out'], {
    cwd,
    env,
  });
  expect(stdout).toContain('Nothing fails, so there is nothing to mend.');
  expect(stderr).toContain('Nothing was written.');
  expect(exitCode).toBe(0);
});
