import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { PageDocument } from '../../../src/model/page.ts';
import { pageShell } from '../../../src/page/shell/page-shell.js';
import { renderHtml } from '../../../src/reporters/report-html.ts';
import { openHtml } from '../browser.ts';

/** Opens a page on what the subject can do, with the details of a permission where one is named. */
export async function openAccess(
  document: PageDocument,
  place = '',
  options: BrowserContextOptions = {},
): Promise<Page> {
  const hash = `#access${place === '' ? '' : `/${encodeURIComponent(place)}`}`;
  const { page } = await openHtml(renderHtml(document, pageShell), options, hash);
  await page.locator('.access-view').waitFor();
  return page;
}

/** Unfolds all objects, and all lists that show their beginning. */
export async function unfoldAll(page: Page): Promise<void> {
  const folded = page.locator('tr[aria-expanded="false"]');
  await page.evaluate(
    `for (const button of document.querySelectorAll('tr[aria-expanded="false"] th button')) button.click()`,
  );
  await expect.poll(() => folded.count()).toBe(0);
  const more = page.locator('.access-main button').filter({ hasText: /^Show \d+ more/ });
  while ((await more.count()) > 0) await more.first().click();
}

/** The word of every cell, by the permission's key. */
export const wordsOf = (page: Page): Promise<Readonly<Record<string, string>>> =>
  page.evaluate(`Object.fromEntries([...document.querySelectorAll('.access-main [data-permission]')].map((cell) =>
    [cell.dataset.permission, cell.querySelector('.access-word').textContent]))`);

/** What stands out of the window to the right. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** The permission whose cell has the focus, or what else has it. */
export const focusOf = (page: Page): Promise<string> =>
  page.evaluate(
    'document.activeElement.dataset.permission || document.activeElement.id || document.activeElement.textContent',
  );
