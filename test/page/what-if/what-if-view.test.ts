import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { reportVerdict } from '../../../src/engine/index.ts';
import type { Change } from '../../../src/model/change.ts';
import type { PageDocument } from '../../../src/model/page.ts';
import { proposeMend } from '../../../src/page/what-if/mend.ts';
import { scenarioDocument } from '../documents.ts';
import { openView, part, shownTurns, status, tabToAndPress, tickLacking, unticked } from './driver.ts';
import {
  assignmentOf,
  entriesNamed,
  newSetWith,
  resultsAfter,
  situationOf,
  subjectOf,
  turns,
} from './judged-here.ts';

/** What the page shows is what judging the same changes outside of it gives. */
async function expectSameAs(page: Page, document: PageDocument, changes: readonly Change[]): Promise<void> {
  expect(await shownTurns(page)).toEqual(turns(document, changes));
  const { report } = document.sides[0];
  const after = reportVerdict(resultsAfter(document, changes), report.subjects, {
    failOn: report.failOn,
    onlyNew: false,
  });
  const said = await status(page);
  expect(said).toContain(
    after === report.verdict
      ? `The verdict stays ${after}.`
      : `The verdict turns from ${report.verdict} to ${after}.`,
  );
}

describe('what is tried is judged as an audit would', () => {
  test('assignments that lapsed are renewed, and what is still lacking is ticked, by the keyboard alone', async () => {
    const document = await scenarioDocument('expired-and-session');
    const { page } = await openView(document, 'What if');
    const sets = ['Sync extras', 'App builder', 'Contact identifiers'];
    for (const set of sets) await tabToAndPress(page, `Renew permission set '${set}'`);
    const changes: Change[] = sets.map((set) => ({
      kind: 'renew',
      assignmentId: assignmentOf(document, set),
    }));
    await expectSameAs(page, document, changes);

    const lacking = unticked(page).filter({ hasNotText: 'granted' });
    const first = (await lacking.first().locator('label').innerText()).trim();
    await tabToAndPress(page, first, 'Space');
    const titles = [first, ...(await tickLacking(page))];
    await expectSameAs(page, document, [...changes, ...newSetWith(titles, document)]);
    expect(await status(page)).toContain('from non-compliant to compliant');
  });

  test('the drifted org is mended as far as permissions go', async () => {
    const document = await scenarioDocument('drifted');
    const { page } = await openView(document, 'What if');
    const titles = await tickLacking(page);
    expect(titles).toContain('Account: View All');
    await expectSameAs(page, document, newSetWith(titles, document));
    expect((await shownTurns(page)).length).toBeGreaterThan(5);
  });

  test('all is mended at once by the smallest set', async () => {
    const document = await scenarioDocument('expired-and-session');
    const { page } = await openView(document, 'What if');
    await page.getByRole('button', { name: 'Mend all' }).click();
    await page.getByRole('button', { name: 'Undo step 1' }).waitFor();
    const { tool } = document.sides[0].report;
    await expectSameAs(page, document, proposeMend(situationOf(document), subjectOf(document), tool));
    expect(await status(page)).toContain('from non-compliant to compliant');
    await page.getByRole('button', { name: 'Mend all' }).click();
    await page.getByText('No permission mends what is left.').waitFor();
    expect(await part(page, 'Being tried').locator('li').count()).toBe(1);
  });

  test('what is taken away, ended and muted breaks what was compliant', async () => {
    const document = await scenarioDocument('via-permission-sets');
    const { page } = await openView(document, 'What if');
    const changes: Change[] = [];
    await page.getByRole('button', { name: "Take away permission set 'Account delete'" }).click();
    changes.push({ kind: 'unassign', assignmentId: assignmentOf(document, 'Account delete') });
    await expectSameAs(page, document, changes);

    await page
      .getByRole('button', { name: "Let expire permission set 'Sync: customize application'" })
      .click();
    changes.push({ kind: 'expire', assignmentId: assignmentOf(document, 'Sync: customize application') });
    await expectSameAs(page, document, changes);

    const { groups } = document.sides[0].snapshot;
    await page
      .getByLabel('Change', { exact: true })
      .selectOption({ label: `muting in permission set group '${groups[0]?.title}'` });
    await page.getByLabel('Find').fill('account view all');
    await page.getByLabel('Account: View All', { exact: true }).check();
    changes.push({
      kind: 'mute',
      groupId: groups[0]?.id ?? '',
      entries: entriesNamed('Account: View All', document),
    });
    await expectSameAs(page, document, changes);
    expect(await status(page)).toContain('from compliant to non-compliant');

    await page.getByLabel('Account: View All', { exact: true }).uncheck();
    changes.push({
      kind: 'unmute',
      groupId: groups[0]?.id ?? '',
      entries: entriesNamed('Account: View All', document),
    });
    await page
      .getByLabel('Assign', { exact: true })
      .selectOption({ label: "permission set 'Account delete'" });
    await page.getByRole('button', { name: 'Assign it' }).click();
    const container = document.sides[0].snapshot.containers.find(({ title }) => title === 'Account delete');
    changes.push({ kind: 'assign', subjectId: subjectOf(document), containerId: container?.id ?? '' });
    await expectSameAs(page, document, changes);
  });

  test('the profile is unticked, and the edition, a feature and the variant are switched', async () => {
    const document = await scenarioDocument('compliant');
    const { page } = await openView(document, 'What if');
    await page.getByLabel('Edition').selectOption('Professional Edition');
    await page.getByLabel('Edition').selectOption('Team Edition');
    const edition: Change = { kind: 'edition', edition: 'Team Edition' };
    await expectSameAs(page, document, [edition]);
    expect(await part(page, 'Being tried').locator('li').count()).toBe(1);

    const [feature, { title, default: on }] = Object.entries(document.packs[0]?.pack.features ?? {})[0] ?? [
      '',
      { title: '', default: true },
    ];
    await page.getByLabel(title).click();
    const [variant, { title: variantTitle }] = Object.entries(document.packs[0]?.pack.variants ?? {})[0] ?? [
      '',
      { title: '' },
    ];
    await page.getByLabel('Variant').selectOption({ label: variantTitle });
    const changes: Change[] = [edition, { kind: 'feature', feature, on: !on }, { kind: 'variant', variant }];
    await expectSameAs(page, document, changes);

    await page.getByLabel('Change', { exact: true }).selectOption({ label: "profile 'API Only'" });
    await page.getByLabel('API Enabled', { exact: true }).uncheck();
    const profile = document.sides[0].snapshot.containers.find(({ kind }) => kind === 'profile');
    changes.push({
      kind: 'revoke',
      containerId: profile?.id ?? '',
      entries: entriesNamed('API Enabled', document),
    });
    await expectSameAs(page, document, changes);
    expect(await status(page)).toContain('to non-compliant');
  });

  test('where the assignments are not known, it says so and offers nothing', async () => {
    const { page } = await openView(await scenarioDocument('blind-auditor'), 'What if');
    expect(await part(page, 'Assignments').innerText()).toContain('could not be known');
    expect(await part(page, 'Permissions').locator('input').count()).toBe(0);
  });
});
