import { describe, expect, test } from 'vitest';
import { scenarioNames } from '../../src/emulator/scenarios/load-scenario.ts';
import { openPage } from './browser.ts';
import { hostileDocument, scenarioDocument, twoSides } from './documents.ts';

describe.each(scenarioNames())('the verdict of %s', (name) => {
  test('has every result of the report, and the same verdict', async () => {
    const document = await scenarioDocument(name);
    const { report } = document.sides[0];
    const { page } = await openPage(document);
    await page.getByRole('button', { name: 'Unfold all' }).click();
    const shown = await page
      .locator('article')
      .evaluateAll((cards) =>
        cards.map((card) => [
          card.querySelector('a')?.textContent,
          card.querySelector('h3 > span')?.textContent?.slice(2),
        ]),
      );
    const words = { 'not-applicable': 'not applicable' } as Readonly<Record<string, string>>;
    const expected = report.results.map(({ requirement, verdict }) => [
      requirement,
      words[verdict] ?? verdict,
    ]);
    expect(shown.toSorted()).toEqual(expected.toSorted());
    await page.screenshot({ path: `test-results/verdict-${name}.png`, fullPage: true });
  });
});

test('nothing hostile acts', async () => {
  const { page } = await openPage(await hostileDocument());
  await page.getByRole('button', { name: 'Unfold all' }).click();
  expect(await page.title()).toContain('NON-COMPLIANT');
  await page.screenshot({ path: 'test-results/verdict-hostile.png', fullPage: true });
});

test('sides', async () => {
  const { page } = await openPage(await twoSides('drifted', 'compliant'));
  await page.getByLabel('Side').selectOption('1');
  expect(await page.locator('h1').textContent()).toContain('COMPLIANT');
});
