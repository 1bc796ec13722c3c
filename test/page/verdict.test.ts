import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { scenarioNames } from '../../src/emulator/scenarios/load-scenario.ts';
import type { PageDocument } from '../../src/model/page.ts';
import { openPage } from './browser.ts';
import { scenarioDocument, twoSides, twoUsers } from './documents.ts';

/** What each card shows: its name, the word of its verdict, and everything that it says, folds too. */
const cardsOn = (page: Page) =>
  page.locator('article').evaluateAll((cards) =>
    cards.map((card) => ({
      name: card.querySelector('a')?.textContent ?? '',
      verdict: (card.querySelector('h3 > span')?.textContent ?? '').replace(/^\S+ /, ''),
      says: card.textContent,
      links: [...card.querySelectorAll('a[target]')].map((link) => link.getAttribute('href')),
    })),
  );

const unfoldAll = (page: Page) => page.getByRole('button', { name: 'Unfold all' }).click();

describe.each(scenarioNames())('of the scenario %s', (name) => {
  test('every result of the report is there, with all that it says, and the page judges it so itself', async () => {
    const document = await scenarioDocument(name);
    const { report } = document.sides[0];
    const { page } = await openPage(document);
    await unfoldAll(page);
    const cards = await cardsOn(page);
    expect(cards.map((card) => card.name).toSorted()).toEqual(
      report.results.map(({ requirement }) => requirement).toSorted(),
    );
    for (const result of report.results) {
      const card = cards.find((each) => each.name === result.requirement);
      expect(card?.verdict).toBe(result.verdict.replace('-', ' '));
      const { remedy, source, evidence } = result;
      const texts = [
        ...[result.title, result.message, result.why, source.section ?? '', source.quote ?? ''],
        ...(result.verdict === 'fail' && result.impact !== null ? [`The sync would ${result.impact}.`] : []),
        ...evidence.flatMap(({ text }) => text.split('\n')),
        ...(remedy?.setup.lightning ?? []),
      ];
      for (const text of texts) expect(card?.says).toContain(text);
      expect(card?.links).toEqual(source.page === null ? [] : [source.page.url]);
    }
    expect(await page.getByRole('alert').count()).toBe(0);
    const head = await page.locator('h1').textContent();
    expect(head?.toLowerCase()).toContain(report.verdict);
  });
});

const shownNames = async (page: Page) => (await cardsOn(page)).map(({ name }) => name);

describe('a reader', () => {
  test('sees what failed first, the worst of it on top, and what is settled folded', async () => {
    const document = await scenarioDocument('drifted');
    const { page } = await openPage(document);
    const groups = await page.locator('h2').allTextContents();
    expect(groups).toEqual(['Failed (14)', 'Passed (5)', 'Not applicable (1)']);
    const problems = document.sides[0].report.results.filter(({ verdict }) => verdict === 'fail');
    const byLevel = (['error', 'warning', 'note'] as const).flatMap((level) =>
      problems.filter((result) => result.level === level).map(({ requirement }) => requirement),
    );
    expect(await shownNames(page)).toEqual(byLevel);
  });

  test('learns what the sync would lose in the words of the vendor’s product', async () => {
    const { page } = await openPage(await scenarioDocument('drifted'));
    const card = page.locator('article', { hasText: 'account-insideview-fields' });
    expect(await card.locator('.verdict-loss').allTextContents()).toEqual([
      expect.stringMatching(/^\d Account values? would stay empty\.$/u),
      'The sync would lose the InsideView Ids of accounts, by which it knows them again.',
    ]);
  });

  test('follows the chain to the link that breaks', async () => {
    const { page } = await openPage(await scenarioDocument('drifted'));
    await unfoldAll(page);
    const card = page.locator('article', { hasText: 'customize-application' }).first();
    const broken = await card.locator('.verdict-broken').allTextContents();
    expect(broken).toEqual([
      expect.stringMatching(/^muting permission set '.*' ✖ muting permission set '.*' takes it away$/u),
    ]);
  });

  test('finds by words, verdict and level, is told how many there are, and groups', async () => {
    const { page } = await openPage(await scenarioDocument('drifted'));
    const status = page.locator('.verdict-count');
    await page.getByLabel('Search').fill('Sync EXTRAS');
    expect(await shownNames(page)).toContain('account-access');
    expect(await status.textContent()).toMatch(/^\d+ of 20 requirements$/u);
    await page.getByLabel('Search').fill('nothing has these words');
    expect(await status.textContent()).toBe('0 of 20 requirements');
    await page.getByLabel('Search').fill('');
    await page.getByLabel('Level', { exact: true }).selectOption('note');
    expect(await page.locator('h3').allTextContents()).toSatisfy((heads: readonly string[]) =>
      heads.every((head) => head.includes('(note)')),
    );
    await page.getByLabel('Level', { exact: true }).selectOption('');
    await page.getByRole('combobox', { name: 'Verdict' }).selectOption('fail');
    await page.getByLabel('Group by').selectOption('object');
    expect(await page.locator('h2').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Account \(/u), expect.stringMatching(/^Lead \(/u)]),
    );
  });

  test('switches the steps to Salesforce Classic', async () => {
    const document = await scenarioDocument('drifted');
    const { page } = await openPage(document);
    const result = document.sides[0].report.results.find(
      ({ requirement }) => requirement === 'account-access',
    );
    const { lightning = [], classic = [] } = result?.remedy?.setup ?? {};
    expect(lightning).not.toEqual(classic);
    const ways = page.locator('article', { hasText: 'account-access' }).locator('ol.verdict-ways > li');
    expect(await ways.allTextContents()).toEqual(lightning);
    await page.getByLabel('Steps for').selectOption('classic');
    expect(await ways.allTextContents()).toEqual(classic);
  });

  test('is told what would make known what is not', async () => {
    const { page } = await openPage(await scenarioDocument('blind-auditor'));
    const doubts = page.locator('article.verdict-doubt');
    expect(await doubts.count()).toBeGreaterThan(0);
    expect(await doubts.filter({ hasText: 'What would make it known' }).count()).toBeGreaterThan(0);
    await page.locator('footer summary', { hasText: 'What could not be read' }).click();
    expect(await page.locator('footer').textContent()).toContain('To know:');
  });

  test('is sent to one requirement by the address, be it folded away', async () => {
    const document = await scenarioDocument('drifted');
    const { page } = await openPage(document, {}, '#verdict/api-enabled');
    expect(await page.locator(':focus').textContent()).toContain('pass');
    expect(await page.locator('article:has(:focus) a').first().textContent()).toBe('api-enabled');
    await page.locator('article a', { hasText: 'account-access' }).click();
    expect(await page.locator('article:has(:focus) a').first().textContent()).toBe('account-access');
    expect(page.url()).toMatch(/#verdict\/account-access$/u);
  });

  test('sees waivers, changed levels and what is new since the baseline', async () => {
    const waiver = {
      requirement: 'account-access',
      reason: 'moves in May',
      owner: 'CRM team',
      expires: '2027-06-30',
    };
    const document = await scenarioDocument('drifted', {
      waivers: [waiver],
      levels: { 'run-flow': { level: 'warning', reason: 'no flows here' } },
    });
    const { page } = await openPage(withBaseline(document));
    expect(await page.locator('h2').allTextContents()).toContain('Failed, and waived (1)');
    const waived = page.locator('article', { hasText: 'account-access' });
    expect(await waived.textContent()).toContain('until 2027-06-30 by CRM team: moves in May');
    const lowered = page.locator('article', { hasText: 'run-flow' }).first();
    expect(await lowered.textContent()).toContain('lowered from error: no flows here');
    await page.getByLabel('Only what is new').check();
    expect(await shownNames(page)).toEqual(['customize-application']);
    expect(await page.locator('article').textContent()).toContain(
      'new: the earlier report does not have it.',
    );
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('sees whom a result is about where there are several, and only theirs if so wished', async () => {
    const document = await twoUsers('drifted', 'auditor@acme.example');
    const { page } = await openPage(document);
    await unfoldAll(page);
    expect(await page.locator('article').count()).toBe(40);
    await page.getByRole('combobox', { name: 'Results of' }).selectOption({ label: 'auditor@acme.example' });
    expect(await page.locator('article').count()).toBe(20);
    const names = await page.locator('article .verdict-name').allTextContents();
    expect(names.filter((name) => !name.endsWith(' of auditor@acme.example'))).toEqual([]);
    await page.locator('#tab-access').click();
    const who = page.getByRole('combobox', { name: 'Who' });
    expect(await who.locator('option:checked').textContent()).toBe('auditor@acme.example');
    await page.locator('#tab-verdict').click();
    expect(await page.locator('article').count()).toBe(20);
  });

  test('looks at one side or the other', async () => {
    const { page } = await openPage(await twoSides('drifted', 'compliant'));
    const head = page.locator('h1');
    expect(await head.textContent()).toContain('NON-COMPLIANT');
    await page.getByRole('combobox', { name: 'Side' }).selectOption('1');
    expect(await head.textContent()).toMatch(/✔ COMPLIANT/u);
  });

  test('is warned of a page whose report does not come of its snapshot', async () => {
    const document = await scenarioDocument('drifted');
    const [side] = document.sides;
    const results = side.report.results.map((result) => ({ ...result, verdict: 'pass' as const }));
    const forged = { ...side, report: { ...side.report, verdict: 'compliant' as const, results } };
    const { page } = await openPage({ ...document, sides: [forged] });
    expect(await page.getByRole('alert').textContent()).toContain('account-access');
  });
});

/** As held against an earlier report that has everything but one requirement. */
function withBaseline(document: PageDocument): PageDocument {
  const [side] = document.sides;
  const results = side.report.results.map((result) => {
    const isNew = result.requirement === 'customize-application';
    const baseline = isNew
      ? ({ state: 'new', was: null, worse: true } as const)
      : ({ state: 'unchanged', was: result.verdict, worse: false } as const);
    return { ...result, baseline };
  });
  const baseline = { file: 'last.json', collectedAt: null, onlyNew: false };
  return { ...document, sides: [{ ...side, report: { ...side.report, results, baseline } }] };
}
