import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { decideAll } from '../../../src/access/decide-access.ts';
import type { Access } from '../../../src/model/access.ts';
import type { PageDocument, PageSide } from '../../../src/model/page.ts';
import { pageDocumentOf, sideOfSubject } from '../../../src/page/document.ts';
import { objectRights, permissionLabel, rightLabels } from '../../../src/salesforce/labels.ts';
import { overflowOf } from '../access/opened-access.ts';
import { violationsOn } from '../axe.ts';
import {
  hostileDocument,
  question,
  scenarioDocument,
  scenarioSnapshot,
  sideOf,
  twoSides,
} from '../documents.ts';
import { openView, part } from '../what-if/driver.ts';

/** Titles under a heading that differ so, as the page shows them. */
const shown = (page: Page, heading: string, difference: string): Promise<readonly string[]> =>
  part(page, heading).locator(`[data-difference="${difference}"] h4`).allInnerTexts();

/** Which requirements have another verdict in the reports. */
function otherVerdicts([a, b]: readonly PageSide[]): readonly string[] {
  const ofB = new Map(b?.report.results.map(({ requirement, verdict }) => [requirement, verdict]));
  return (a?.report.results ?? [])
    .filter(({ requirement, verdict }) => ofB.get(requirement) !== verdict)
    .map(({ title }) => title);
}

const decisionsOf = ({ systemPermissions, objects, fields }: Access): ReadonlyMap<string, string> =>
  new Map([
    ...Object.entries(systemPermissions).map(
      ([name, { decision }]) => [permissionLabel(name), decision] as const,
    ),
    ...Object.entries(objects).flatMap(([name, { rights }]) =>
      objectRights.map((right) => [`${name}: ${rightLabels[right]}`, rights[right].decision] as const),
    ),
    ...Object.entries(fields).flatMap(([name, { effective }]) =>
      (['read', 'edit'] as const).map(
        (right) => [`${name}: ${rightLabels[right]}`, effective[right].decision] as const,
      ),
    ),
  ]);

/** Permissions of the first subjects that are decided otherwise; flows and licences apart. */
function otherDecisions(sides: readonly PageSide[]): readonly string[] {
  const [a, b] = sides.map(
    ({ snapshot }) => decideAll(snapshot).map(decisionsOf)[0] ?? new Map<string, string>(),
  );
  const names = new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])]);
  return [...names].filter((name) => a?.get(name) !== b?.get(name)).toSorted();
}

async function expectDifferences(page: Page, document: PageDocument): Promise<void> {
  expect((await shown(page, 'Requirements', 'verdict')).toSorted()).toEqual(
    otherVerdicts(document.sides).toSorted(),
  );
  const permissions = (await shown(page, 'Permissions', 'decision')).filter(
    (title) => !/^(Flow|Permission set license) /.test(title),
  );
  expect(permissions.toSorted()).toEqual(otherDecisions(document.sides));
}

test('exactly what differs between two readings is shown, and everything on demand', async () => {
  const document = await twoSides('compliant', 'drifted');
  const { page } = await openView(document, 'Compare');
  await expectDifferences(page, document);
  expect(await shown(page, 'Requirements', 'none')).toEqual([]);
  await page.getByLabel('Only differences').uncheck();
  const all = part(page, 'Requirements').locator('[data-compared]');
  expect(await all.count()).toBe(document.sides[0].report.results.length);
  // What differs stands first.
  const kinds = await all.evaluateAll((items) =>
    (items as unknown as readonly { dataset: Record<string, string> }[]).map(
      ({ dataset }) => dataset.difference,
    ),
  );
  const order = ['verdict', 'grounds', 'none'];
  expect(kinds).toEqual(kinds.toSorted((a, b) => order.indexOf(a ?? '') - order.indexOf(b ?? '')));
});

test('the matrix has every object right that differs, and who grants it stands on both sides', async () => {
  const document = await twoSides('compliant', 'drifted');
  const { page } = await openView(document, 'Compare');
  const cells = await part(page, 'Objects that differ').locator('td:has(.parts-badge)').count();
  const ofObjects = otherDecisions(document.sides).filter((name) => /^[^.:]+: /.test(name));
  expect(cells).toBe(ofObjects.length);
  const item = part(page, 'Permissions').locator('[data-compared="object Account: View All"]');
  const [a, b] = await item.locator('dd').allInnerTexts();
  expect(a).toContain('grants View All');
  expect(b).toContain("Permission set 'Sync extras' would grant it");
});

test('two users stand side by side', async () => {
  const one = await scenarioSnapshot('compliant');
  const both = await scenarioSnapshot('drifted');
  const users = [
    ...one.subjects,
    ...both.subjects.map((record) => ({
      ...record,
      subject: { ...record.subject, id: '005B', name: 'other@acme.example' },
    })),
  ];
  const snapshot = { ...both, subjects: users };
  const reading = sideOf('both', snapshot);
  const [first, second] = users.map(({ subject }) => sideOfSubject(reading, subject.id));
  if (first === undefined || second === undefined) throw new Error('There are two users');
  const document = pageDocumentOf(question, first, second);
  const { page } = await openView(document, 'Compare', 360);
  expect(await page.locator('.compare-sides dt').allInnerTexts()).toEqual([
    `A: ${first.name}`,
    `B: ${second.name}`,
  ]);
  await expectDifferences(page, document);
  expect(await overflowOf(page)).toBe(0);
});

test('hostile names on both sides break nothing', async () => {
  const [hostile, drifted] = [await hostileDocument(), await scenarioDocument('drifted')];
  const document = pageDocumentOf(
    hostile,
    hostile.sides[0],
    sideOf('x'.repeat(10_000), drifted.sides[0].snapshot, hostile),
  );
  const { page } = await openView(document, 'Compare', 360);
  expect(await page.title()).not.toBe('broken');
  expect(await overflowOf(page)).toBe(0);
  expect(await violationsOn(page)).toEqual([]);
});

test('a page of one side has nothing to compare', async () => {
  const { page } = await openView(await scenarioDocument('compliant'), 'Verdict');
  expect(await page.locator('header').getByText('Compare', { exact: true }).count()).toBe(0);
});
