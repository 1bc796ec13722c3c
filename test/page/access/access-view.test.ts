import { describe, expect, test } from 'vitest';
import { decideAll } from '../../../src/access/decide-access.ts';
import { withPersonas } from '../../../src/access/with-personas.ts';
import { scenarioNames } from '../../../src/emulator/scenarios/load-scenario.ts';
import type { Access, Decision, Grant } from '../../../src/model/access.ts';
import type { ObjectRight } from '../../../src/model/container.ts';
import type { PageDocument } from '../../../src/model/page.ts';
import { terminalText } from '../../../src/reporters/terminal-text.ts';
import { need } from '../../access/org-parts.ts';
import { decisionOn, persona } from '../../access/source/decide-files.ts';
import { filesOf } from '../../access/source/files-builder.ts';
import { violationsOn } from '../axe.ts';
import { hostileDocument, question, scenarioDocument, sideOf } from '../documents.ts';
import { focusOf, openAccess, overflowOf, unfoldAll, wordsOf } from './opened-access.ts';

/** Decisions by the key that the page's address has for them, taken from the access document itself. */
function decisionsIn({ systemPermissions, objects, fields }: Access): Readonly<Record<string, Decision>> {
  return Object.fromEntries([
    ...Object.entries(systemPermissions),
    ...Object.entries(objects).flatMap(([object, { rights }]) =>
      (Object.keys(rights) as ObjectRight[]).map((right) => [`${object}:${right}`, rights[right]]),
    ),
    ...Object.entries(fields).flatMap(([name, { effective }]) => [
      [`${name}:read`, effective.read],
      [`${name}:edit`, effective.edit],
    ]),
  ]);
}

function firstAccess({ sides: [{ snapshot }] }: PageDocument): Access {
  const [access] = decideAll(snapshot);
  if (access === undefined) throw new Error('Nobody was read');
  return access;
}

const namesOf = ({ container, through, members = [] }: Grant): readonly string[] =>
  [container.title, through.group?.title, ...members.map(({ title }) => title)].filter(
    (name) => name !== undefined,
  );

describe.each(scenarioNames())('the access view of the scenario %s', (name) => {
  test('has a cell for each decision with its word, and the details of a grant name every container of it', async () => {
    const document = await scenarioDocument(name);
    const decisions = decisionsIn(firstAccess(document));
    const page = await openAccess(document);
    await unfoldAll(page);
    const words = await wordsOf(page);
    const expected = Object.entries(decisions).map(([key, { decision }]) => [key, decision]);
    expect(Object.fromEntries(expected.map(([key]) => [key, words[String(key)]]))).toEqual(
      Object.fromEntries(expected),
    );
    const extra = Object.keys(words).filter((key) => !(key in decisions) && !/^(flow|license)\//.test(key));
    expect(extra).toEqual([]);
    for (const [key, decision] of granted(decisions).slice(0, 3)) {
      await page.evaluate(`document.querySelector('[data-permission=${JSON.stringify(key)}]').click()`);
      const detail = page.locator('.access-detail');
      await detail.locator('h3').filter({ hasText: 'granted' }).waitFor();
      const text = (await detail.textContent()) ?? '';
      for (const name of decision.grants.slice(0, 10).flatMap(namesOf))
        expect(text).toContain(terminalText(name));
      const drawn = await detail.locator('.access-node').allTextContents();
      expect(drawn.length).toBeGreaterThan(1);
    }
  });
});

/** Granted ones of every kind, those with the most grants first. */
function granted(decisions: Readonly<Record<string, Decision>>) {
  return Object.entries(decisions)
    .flatMap(([key, decision]) => (decision.decision === 'granted' ? [[key, decision] as const] : []))
    .toSorted(([, a], [, b]) => b.grants.length - a.grants.length);
}

describe('the details of a permission', () => {
  const told: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
    drifted: {
      'Account:viewAllRecords': [
        "'Sync extras' would grant it: its assignment expired on 2026-10-01",
        'account-access',
      ],
      CustomizeApplication: ["muting permission set 'Integration setup muting' takes it away"],
      'Lead.iv__InsideView_Executive_ID__c:edit': ['Field-level security: ✔ granted', 'Lead: Edit ✖ denied'],
      ModifyAllData: ['Nothing assigned to the user grants it.'],
      'flow/Route_Lead': ['asks for no grant'],
    },
    'expired-and-session': { RunFlow: ['Why it is not known', 'session-based'] },
  };

  test.each(Object.entries(told))(
    'say what stands in the way, and why not all is known: %s',
    async (scenario, texts) => {
      const page = await openAccess(await scenarioDocument(scenario));
      await unfoldAll(page);
      for (const [key, sentences] of Object.entries(texts)) {
        await page.evaluate(`document.querySelector('[data-permission="${key}"]').click()`);
        await expect.poll(() => focusOf(page)).toBe('access-detail');
        for (const text of sentences)
          await expect.poll(() => page.locator('.access-detail').textContent()).toContain(text);
        await page.keyboard.press('Escape');
      }
    },
  );

  test('name the file and the line of what grants it, what refuses it, and where an entry would go', async () => {
    const files = filesOf({
      needs: need({ systemPermissions: ['ApiEnabled', 'RunFlow', 'ViewSetup'] }),
      sets: { Sync: { system: ['ApiEnabled'], notSystem: ['RunFlow'] } },
    });
    const snapshot = withPersonas(files, [persona({ permissionSets: ['Sync'] })], new Map());
    const document = { pageVersion: 1, ...question, sides: [sideOf('files', snapshot)] } as const;
    const addition = decisionOn(firstAccess(document), 'ViewSetup');
    const at = addition.decision === 'denied' ? addition.place?.at : undefined;
    const page = await openAccess(document);
    for (const [key, place] of [
      ['ApiEnabled', 'Sync.xml:10:5'],
      ['RunFlow', 'Sync.xml:11:5'],
      ['ViewSetup', `An entry would go into permission set 'Sync'. ${at?.file}:${at?.line}:${at?.column}`],
    ]) {
      await page.evaluate(`document.querySelector('[data-permission="${key}"]').click()`);
      await expect.poll(() => page.locator('.access-detail').textContent()).toContain(place);
    }
  });

  test('are opened by the address, which says of what was never asked for that it was not read', async () => {
    const document = await scenarioDocument('drifted');
    const page = await openAccess(document, 'Lead.iv__InsideView_Executive_ID__c:edit');
    expect(await focusOf(page)).toBe('access-detail');
    expect(await page.locator('[data-permission][aria-current="true"]').count()).toBe(1);
    const other = await openAccess(document, 'Case:read');
    expect(await other.getByRole('alert').textContent()).toContain(
      'Case:read is none of the permissions that were read',
    );
    expect(await other.locator('.access-detail').count()).toBe(0);
  });
});

test('a person with a keyboard alone unfolds, opens, reads the graph, closes and is back where they were', async () => {
  const page = await openAccess(await scenarioDocument('drifted'));
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await press('/');
  expect(await focusOf(page)).toBe('access-query');
  await press('Tab');
  expect(await focusOf(page)).toContain('Account');
  await press('Enter', 'ArrowDown', 'ArrowRight');
  await expect.poll(() => focusOf(page)).toBe('Account.iv__InsideView_Company_ID__c:read');
  await press('Control+End', 'Home', 'Control+Home', 'ArrowRight', 'End', 'ArrowLeft', 'ArrowLeft');
  expect(await focusOf(page)).toBe('Account:viewAllRecords');
  await press('Enter');
  expect(await focusOf(page)).toBe('access-detail');
  await page.locator('.access-node').first().focus();
  await press('ArrowDown');
  expect(await focusOf(page)).toContain('Assignment');
  await press('End');
  expect(await focusOf(page)).toContain('Account: View All');
  await press('Escape');
  expect(await focusOf(page)).toBe('Account:viewAllRecords');
  expect(await page.locator('.access-detail').count()).toBe(0);
});

test('the search leads to a cell wherever it is folded away, and is honest about what was not read', async () => {
  const page = await openAccess(await scenarioDocument('drifted'));
  await page.keyboard.press('/');
  await page.keyboard.type('executive id lead edit');
  await page.keyboard.press('Enter');
  await expect.poll(() => focusOf(page)).toBe('Lead.iv__InsideView_Executive_ID__c:edit');
  expect(await page.locator('.access-detail h3').textContent()).toContain(
    'Lead.iv__InsideView_Executive_ID__c: Edit',
  );
  const input = page.getByRole('combobox', { name: 'Find a permission' });
  await input.fill('account');
  await page.keyboard.press('ArrowDown');
  const active = await input.getAttribute('aria-activedescendant');
  expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
  expect(await page.getByRole('option', { selected: true }).count()).toBe(1);
  expect(await violationsOn(page)).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await page.getByRole('option').count()).toBe(0);
  await input.fill('OwnerId');
  await page.keyboard.press('Enter');
  const note = page.locator('.access-search [role="status"]');
  expect(await note.textContent()).toMatch(
    /OwnerId is there; who may do what with it was not read: no requirement/,
  );
  await input.fill('zebra');
  expect(await note.textContent()).toContain('Nothing that was read is called that');
});

describe('whoever looks at it', () => {
  const key = 'CustomizeApplication';
  test.each([
    ['wide and light', { viewport: { width: 1400, height: 900 } }],
    ['narrow and dark', { viewport: { width: 360, height: 740 }, colorScheme: 'dark' as const }],
  ])('finds nothing wrong with it, %s', async (how, options) => {
    const page = await openAccess(await scenarioDocument('drifted'), key, options);
    await unfoldAll(page);
    await page.locator('.access-detail summary').first().click();
    await page.screenshot({ path: `test-results/access-${how.replaceAll(' ', '-')}.png`, fullPage: true });
    expect(await violationsOn(page)).toEqual([]);
    expect(await overflowOf(page)).toBe(0);
  });

  test('finds it whole with hostile names, at 360 pixels too', async () => {
    const document = await hostileDocument();
    const access = firstAccess(document);
    const page = await openAccess(document, key, { viewport: { width: 360, height: 740 } });
    await unfoldAll(page);
    const words = await wordsOf(page);
    for (const [key, { decision }] of Object.entries(decisionsIn(access)))
      expect(words[key], key).toBe(decision);
    expect(await overflowOf(page)).toBe(0);
    for (const key of ['Account:viewAllRecords', 'ApiEnabled', 'Lead.iv__InsideView_Company_ID__c:edit']) {
      await page.evaluate(`document.querySelector('[data-permission="${key}"]').click()`);
      await page.locator('.access-detail svg').waitFor();
      expect(await overflowOf(page), key).toBe(0);
    }
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.title()).not.toBe('broken');
  });
});
