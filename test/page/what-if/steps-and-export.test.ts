import { readFile } from 'node:fs/promises';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { permissionSetXml } from '../../../src/metadata/permission-set-xml.ts';
import type { Change } from '../../../src/model/change.ts';
import { draftOf } from '../../../src/what-if/draft-of.ts';
import { withChanges } from '../../../src/what-if/with-changes.ts';
import { overflowOf } from '../access/opened-access.ts';
import { violationsOn } from '../axe.ts';
import { hostileDocument, scenarioDocument } from '../documents.ts';
import { focused, openView, part, status, tabToAndPress, tickLacking, unticked } from './driver.ts';
import { assignmentOf, newSetWith, situationOf } from './judged-here.ts';

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
  });
});
