import { readFile } from 'node:fs/promises';
import { XMLParser } from 'fast-xml-parser';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { reportVerdict } from '../../../src/engine/index.ts';
import { permissionSetXml } from '../../../src/metadata/permission-set-xml.ts';
import type { Change } from '../../../src/model/change.ts';
import type { PageDocument } from '../../../src/model/page.ts';
import { proposeMend } from '../../../src/page/what-if/mend.ts';
import { draftOf } from '../../../src/what-if/draft-of.ts';
import { withChanges } from '../../../src/what-if/with-changes.ts';
import { overflowOf } from '../access/opened-access.ts';
import { violationsOn } from '../axe.ts';
import { hostileDocument, scenarioDocument } from '../documents.ts';
import {
  focused,
  openView,
  part,
  shownTurns,
  status,
  tabToAndPress,
  tickLacking,
  unticked,
} from './driver.ts';
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
    const document = await scenarioDocument('drifted');
    const { page } = await openView(document, 'What if');
    await page.getByRole('button', { name: 'Mend all that permissions mend' }).click();
    const { tool } = document.sides[0].report;
    await page.getByRole('button', { name: 'Undo step 1' }).waitFor();
    await expectSameAs(page, document, proposeMend(situationOf(document), subjectOf(document), tool));
    expect((await shownTurns(page)).length).toBeGreaterThan(5);
    await page.getByRole('button', { name: 'Mend all that permissions mend' }).click();
    expect(await part(page, 'Being tried').locator('li').count()).toBe(1);
    await page.getByText('No permission mends what is left.').waitFor();
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
    expect(await violationsOn(page)).toEqual([]);
  });
});

describe('steps', () => {
  test('go back one by one and all at once, and the focus stays where somebody works', async () => {
    const document = await scenarioDocument('drifted');
    const { page } = await openView(document, 'What if');
    const first = await status(page);
    expect(first).toBe('Nothing is being tried.');
    await tabToAndPress(page, "Renew permission set 'Sync extras'");
    const second = await status(page);
    await page.getByLabel('Account: View All', { exact: true }).check();
    const steps = part(page, 'Being tried').locator('li');
    await unticked(page).first().locator('label').click();
    expect(await steps.count()).toBe(3);
    // The set goes, and what is ticked in it.
    await page.getByRole('button', { name: 'Undo step 2' }).click();
    expect(await steps.count()).toBe(1);
    expect(await status(page)).toBe(second);
    await page.getByRole('button', { name: 'Undo all', exact: true }).click();
    expect(await status(page)).toBe(first);
    expect(await focused(page)).toBe('Being tried');
    expect(await part(page, 'What comes of it').count()).toBe(0);
  });
});

describe('the permission set', () => {
  test('is the file of what is ticked, under a name that Salesforce takes', async () => {
    const document = await scenarioDocument('drifted');
    const { page, troubles } = await openView(document, 'What if');
    const titles = await tickLacking(page);
    await tabToAndPress(page, "Take away permission set 'Sync rollout");
    const changes: Change[] = [
      ...newSetWith(titles, document),
      { kind: 'unassign', assignmentId: assignmentOf(document, 'Sync rollout (temporary)') },
    ];
    const section = part(page, 'As a permission set');
    for (const wrong of ['', '1st', 'Two__Underscores', 'Last_', 'With space', 'x'.repeat(81), 'Ärger']) {
      await section.getByLabel('API name').fill(wrong);
      expect(await section.getByRole('alert').innerText()).toContain('An API name');
      expect(await section.locator('a').count(), wrong).toBe(0);
    }
    await section.getByLabel('API name').fill('Sync_Mend');
    const [download] = await Promise.all([page.waitForEvent('download'), section.locator('a').click()]);
    expect(download.suggestedFilename()).toBe('Sync_Mend.permissionset-meta.xml');
    const xml = await readFile(await download.path(), 'utf8');

    const { snapshot } = withChanges(situationOf(document), changes.slice(0, 1));
    const { set: draft, others } = draftOf(changes, snapshot, { name: '', label: '', description: '' });
    const flows = snapshot.flows.status === 'ok' ? snapshot.flows.value : [];
    expect(draft).not.toBeNull();
    const parse = (text: string) => new XMLParser().parse(text);
    const parsed = parse(xml).PermissionSet;
    const expected = parse(draft === null ? '' : permissionSetXml(draft, flows)).PermissionSet;
    expect({ ...parsed, description: '' }).toEqual({ ...expected, description: '' });
    expect(parsed.objectPermissions).toBeDefined();
    expect(await section.getByLabel('The file').inputValue()).toBe(xml);
    expect(await section.locator('ul li').allInnerTexts()).toEqual(others);
    expect(others).toEqual(["Take away permission set 'Sync rollout (temporary)'."]);

    await section.getByRole('button', { name: 'Copy the file' }).click();
    await section
      .getByRole('status')
      .filter({ hasText: /Copied|selected/ })
      .waitFor();
    // The file comes from the page itself.
    troubles.splice(
      0,
      troubles.length,
      ...troubles.filter((trouble) => !trouble.startsWith('asked for blob:')),
    );
  });
});

describe('for everybody', () => {
  test('axe finds nothing with changes in it, and nothing scrolls sideways', async () => {
    const { page } = await openView(await scenarioDocument('drifted'), 'What if');
    await page.getByRole('button', { name: "Renew permission set 'Sync extras'" }).click();
    await page.getByLabel('Account: View All', { exact: true }).check();
    for (const summary of await page.locator('.what-if summary').all()) await summary.click();
    expect(await violationsOn(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await overflowOf(page)).toBe(0);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violationsOn(page)).toEqual([]);
  });

  test('hostile names break nothing', async () => {
    const { page } = await openView(await hostileDocument(), 'What if', 360);
    await page
      .getByRole('button', { name: /^Renew/ })
      .first()
      .click();
    await tickLacking(page);
    await page
      .getByRole('button', { name: /^Take away/ })
      .first()
      .click();
    for (const summary of await page.locator('.what-if summary').all()) await summary.click();
    expect(await page.title()).not.toBe('broken');
    expect(await page.locator('.what-if-status [role=status]').innerText()).toContain('decided otherwise');
    expect(await overflowOf(page)).toBe(0);
    expect(await violationsOn(page)).toEqual([]);
  });
});
