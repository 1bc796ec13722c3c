import { expect, test } from 'vitest';
import { openPage } from './browser.ts';
import { scenarioDocument } from './documents.ts';

test('the page opens from disk and asks for nothing', async () => {
  const { page } = await openPage(await scenarioDocument('drifted'));
  expect(await page.locator('h1').count()).toBe(1);
});

test('again', async () => {
  const { page } = await openPage(await scenarioDocument('compliant'), { colorScheme: 'dark' });
  expect(await page.locator('h1').count()).toBe(1);
});
