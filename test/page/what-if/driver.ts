import type { Locator, Page } from 'playwright-core';
import type { PageDocument } from '../../../src/model/page.ts';
import { openPage } from '../browser.ts';

/** The page with one of its views shown. */
export async function openView(document: PageDocument, view: string, width = 1100) {
  const opened = await openPage(document, { viewport: { width, height: 800 } });
  await opened.page.locator('header').getByText(view, { exact: true }).click();
  return opened;
}

/** Presses Tab until something has the focus whose text or label begins so. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 300; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await focused(page)).startsWith(name)) return;
  }
  throw new Error(`No Tab leads to ${name}`);
}

/** What has the focus, as a person would call it. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(
    `(() => {
      const it = document.activeElement;
      const label = it.labels && it.labels.length > 0 ? it.labels[0] : it;
      return label.textContent.replace(/\\s+/g, ' ').trim();
    })()`,
  );

export const tabToAndPress = async (page: Page, name: string, key = 'Enter'): Promise<void> => {
  await tabTo(page, name);
  await page.keyboard.press(key);
};

/** The part of the view under this heading. */
export const part = (page: Page, heading: string): Locator =>
  page.locator('section').filter({ has: page.locator(`h3:text-is(${JSON.stringify(heading)})`) });

export const status = (page: Page): Promise<string> => page.locator('.what-if-status').innerText();

/** What is offered and not ticked. */
export const unticked = (page: Page): Locator =>
  part(page, 'Permissions')
    .locator('fieldset li')
    .filter({ has: page.locator('input:not(:checked):not(:disabled)') });

/** Ticks what is offered until everything offered is granted, and gives the titles. */
export async function tickLacking(page: Page): Promise<readonly string[]> {
  const titles: string[] = [];
  const lacking = unticked(page).filter({ hasNotText: 'granted' });
  while ((await lacking.count()) > 0) {
    const label = lacking.first().locator('label');
    titles.push((await label.innerText()).trim());
    await label.click();
  }
  return titles;
}

/** `Title: before → after` of every requirement whose verdict turned, as the page shows them. */
export async function shownTurns(page: Page): Promise<readonly string[]> {
  const items = part(page, 'What comes of it').locator('.what-if-head + div li');
  const texts = await items.evaluateAll((all) =>
    (
      all as unknown as readonly {
        querySelector(s: string): { textContent: string };
        querySelectorAll(s: string): Iterable<{ textContent: string }>;
      }[]
    ).map((item) => {
      const words = [...item.querySelectorAll('.parts-badge')].map(({ textContent }) =>
        textContent.replace(/^\S+ /, ''),
      );
      return `${item.querySelector('strong').textContent}: ${words.join(' → ')}`;
    }),
  );
  return texts.toSorted();
}
