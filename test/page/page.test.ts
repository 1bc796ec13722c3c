import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { pageShell } from '../../src/page/shell/page-shell.js';
import { renderHtml } from '../../src/reporters/report-html.ts';
import { syncgate } from '../cli/command-line.ts';
import * as files from '../cli/source/project-files.ts';
import { hostile } from '../reporters/hostile-report.ts';
import { violationsOn } from './axe.ts';
import { openHtml, openPage } from './browser.ts';
import { hostileDocument, scenarioDocument } from './documents.ts';

const unfoldAll = (page: Page) => page.getByRole('button', { name: 'Unfold all' }).click();
const overflow = (page: Page) => page.evaluate('document.documentElement.scrollWidth - innerWidth');

describe('the shell', () => {
  test('has less than 1.5 MB', () => {
    expect(Buffer.byteLength(pageShell)).toBeLessThan(1_500_000);
  });

  test('passes on the licences of what is in it', () => {
    expect(pageShell).toMatch(/preact \d+\.\d+\.\d+ \(MIT\)[\s\S]*Copyright/u);
  });

  test('allows its own script and style, and nothing else', () => {
    const policy = /Content-Security-Policy" content="([^"]+)"/u.exec(pageShell)?.[1] ?? '';
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      expect.stringMatching(/^script-src 'sha256-[\w+/=]{44}'$/u),
      expect.stringMatching(/^style-src 'sha256-[\w+/=]{44}'$/u),
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  test('runs no script, handler or style that somebody brings in, and loads nothing', async () => {
    const injected = [
      '<script>document.title = "broken"</script>',
      '<img src="x" onerror="document.title = \'broken\'">',
      '<img src="https://evil.example/pixel.png">',
      '<p id="styled" style="color: rgb(1, 2, 3)">styled</p>',
    ].join('');
    const html = renderHtml(await scenarioDocument('compliant'), pageShell);
    const { page, troubles } = await openHtml(html.replace('</body>', `${injected}</body>`));
    expect(await page.title()).toContain('COMPLIANT');
    const colour = await page.evaluate('getComputedStyle(document.getElementById("styled")).color');
    expect(colour).not.toBe('rgb(1, 2, 3)');
    const refused = troubles.filter((trouble) => trouble.includes('Content Security Policy'));
    expect(refused).toEqual(
      expect.arrayContaining(
        ['inline script', 'inline event handler', 'inline style', 'evil.example'].map((what) =>
          expect.stringContaining(what),
        ),
      ),
    );
    // The browser tells of a request before its policy stops it.
    expect(troubles.filter((trouble) => !/Content Security Policy|^asked for/u.test(trouble))).toEqual([]);
    troubles.length = 0;
  });
});

test('a page that was cut off shows no verdict, and says why', async () => {
  const html = renderHtml(await scenarioDocument('compliant'), pageShell);
  const { page } = await openHtml(html.replace('"pageVersion":1', '"pageVersion":'));
  expect(await page.getByRole('alert').textContent()).toContain('not whole');
  expect(await page.locator('h1').count()).toBe(0);
});

describe('axe finds nothing', () => {
  test.for([
    ['light', 1100],
    ['dark', 360],
  ] as const)('in the verdict of a drifted org, %s, %i px wide', async ([colorScheme, width]) => {
    const options = { colorScheme, viewport: { width, height: 800 } };
    const { page } = await openPage(await scenarioDocument('drifted'), options);
    expect(await violationsOn(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await page.screenshot({ path: `test-results/verdict-${colorScheme}-${width}.png` });
    await page.getByLabel('Search').fill('customize-application');
    await unfoldAll(page);
    expect(await violationsOn(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
  });

  test('in the verdict of an auditor who may not look, dark', async () => {
    const { page } = await openPage(await scenarioDocument('blind-auditor'), { colorScheme: 'dark' });
    await page.locator('footer summary').first().click();
    await page.locator('article summary').first().click();
    expect(await violationsOn(page)).toEqual([]);
  });

  test.each(['access', 'what-if'])('in the view %s', async (view) => {
    const { page } = await openPage(await scenarioDocument('drifted'), {}, `#${view}`);
    expect(await violationsOn(page)).toEqual([]);
  });
});

describe('hostile names', () => {
  /** What makes text read otherwise than it is written. */
  const deceiving = /(?![\n\t])[\p{Cc}\p{Bidi_Control}\u00ad\u200b\ufeff]/u;

  test('in every place of a snapshot and a pack are text, whatever the view', async () => {
    const options = { viewport: { width: 360, height: 800 } };
    const { page } = await openPage(await hostileDocument(), options);
    for (const view of ['verdict', 'access', 'what-if']) {
      await page
        .getByRole('tab')
        .and(page.locator(`#tab-${view}`))
        .click();
      if (view === 'verdict') await unfoldAll(page);
      expect(deceiving.exec(await page.locator('body').innerText())).toBeNull();
      expect(
        await page.locator('img, iframe, object, embed, link, form, script:not([type]) ~ script').count(),
      ).toBe(0);
      expect(await page.title()).not.toBe('broken');
      expect(await overflow(page)).toBe(0);
    }
    await page.locator('#tab-verdict').click();
    expect(await violationsOn(page)).toEqual([]);
    await page.screenshot({ path: 'test-results/verdict-hostile-360.png' });
  });

  test('in every place of a report are text', async () => {
    const document = await hostileDocument();
    const [side] = document.sides;
    const { page } = await openPage({ ...document, sides: [{ ...side, report: hostile }] });
    await unfoldAll(page);
    for (const summary of await page.locator('footer summary').all()) await summary.click();
    expect(await page.locator('article').count()).toBe(hostile.results.length);
    expect(deceiving.exec(await page.locator('body').innerText())).toBeNull();
    expect(await page.locator('img, iframe, object, embed').count()).toBe(0);
    expect(await violationsOn(page)).toEqual([]);
  });
});

describe('by keyboard alone', () => {
  const focused = (page: Page) =>
    page.evaluate('(document.activeElement.innerText || document.activeElement.id).split("\\n")[0]');
  const press = async (page: Page, ...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  test('one gets everywhere, and sees where one is', async () => {
    const { page } = await openPage(await scenarioDocument('drifted'));
    await press(page, 'Tab');
    expect(await focused(page)).toBe('Skip to the view');
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    await press(page, 'Tab');
    expect(await focused(page)).toBe('Verdict');
    await press(page, 'ArrowRight');
    expect(await focused(page)).toBe('Access');
    expect(await page.getByRole('tab', { selected: true }).textContent()).toBe('Access');
    await press(page, 'End', 'ArrowRight');
    expect(await focused(page)).toBe('Verdict');
    expect(page.url()).toMatch(/#verdict$/u);
    await press(page, 'Shift+Tab', 'Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('view');
    await press(page, 'Tab');
    await page.keyboard.type('account-access');
    expect(await page.locator('article').first().textContent()).toContain('account-access');
    // Verdict, level, grouping, steps, unfold, the requirement's link, its evidence.
    await press(page, ...Array<string>(7).fill('Tab'), 'Enter');
    expect(await focused(page)).toMatch(/^Evidence/u);
    expect(await page.locator('article').first().textContent()).toContain('Sync extras');
  });
});

describe('on paper', () => {
  test('is the whole report: everything unfolded, both ways through Setup, nothing to operate', async () => {
    const document = await scenarioDocument('drifted');
    const { page } = await openPage(document, {}, '#access');
    await page.emulateMedia({ media: 'print' });
    const { results } = document.sides[0].report;
    await page
      .locator('article')
      .nth(results.length - 1)
      .waitFor();
    expect(await page.locator('article').count()).toBe(results.length);
    expect(await page.locator('details:not([open])').count()).toBe(0);
    expect(await page.locator('button:visible, input:visible, select:visible').count()).toBe(0);
    const text = await page.locator('body').innerText();
    for (const words of ['In Setup, Salesforce Classic', 'In Setup, Lightning Experience', 'takes it away']) {
      expect(text).toContain(words);
    }
    await page.screenshot({ path: 'test-results/verdict-print.png' });
    await page.emulateMedia({ media: null });
    const printed = await page.pdf({ path: 'test-results/verdict.pdf' });
    const pages = printed.toString('latin1').match(/\/Type\s*\/Page\b/gu) ?? [];
    expect(pages.length).toBeGreaterThan(5);
  });
});

test('of metadata files it tells the places', async () => {
  const profile = files.profile({ system: ['ApiEnabled'], objects: { Account: ['allowRead'] } });
  const cwd = await files.project({ ...files.sfdxProject, [files.profileFile('API Only')]: profile });
  const outputs = ['--output', 'html=report.html', '--output', 'json=report.json'];
  await syncgate(['audit', '--source-dir', '.', '--profile', 'API Only', ...outputs], { cwd });
  const { page } = await openHtml(await readFile(join(cwd, 'report.html'), 'utf8'));
  const { results }: Report = JSON.parse(await readFile(join(cwd, 'report.json'), 'utf8'));
  const placed = results.filter(({ at }) => at !== null);
  expect(placed.length).toBeGreaterThan(3);
  await unfoldAll(page);
  for (const { requirement, at } of placed) {
    const link = page.getByRole('link', { name: requirement, exact: true });
    const card = page.locator('article').filter({ has: link });
    expect(await card.textContent()).toContain(`${at?.file}:${at?.line}:${at?.column}`);
  }
});
