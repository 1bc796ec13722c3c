import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Condition, Pack } from '../../src/model/pack.ts';

const table = new URL('../../../shared/requirements.md', import.meta.url);
const pack = JSON.parse(
  readFileSync(new URL('../../packs/demandbase-data-integrity.json', import.meta.url), 'utf8'),
) as Pack;

interface Row {
  readonly id: string;
  readonly level: string;
  readonly rule: string;
  readonly when: string;
}

/** The rows of the table, as the requirements were agreed on. */
function rowsOf(text: string): readonly Row[] {
  return text
    .split('\n')
    .filter((line) => /^\| `[a-z-]+` \| (error|warning|note) \|/.test(line))
    .map((line) => {
      const [, id = '', level = '', rule = '', when = ''] = line.split('|').map((cell) => cell.trim());
      return { id: id.replaceAll('`', ''), level, rule: rule.replaceAll('`', ''), when };
    });
}

/** What the words of the table mean as a condition. */
const conditions: Readonly<Record<string, Condition | undefined>> = {
  always: undefined,
  'not `admin-user`': { notVariant: ['admin-user'] },
  'edition is Enterprise or Unlimited': { edition: ['Enterprise Edition', 'Unlimited Edition'] },
  'feature `lead-to-account` or `account-hierarchies`': {
    feature: ['lead-to-account', 'account-hierarchies'],
  },
  'the user named mapped fields': { parameter: ['mappedFields'] },
};

const rows = existsSync(table) ? rowsOf(readFileSync(table, 'utf8')) : [];

describe.skipIf(rows.length === 0)('the agreed requirements (skipped where their table is absent)', () => {
  test('are all in the pack, and nothing else is', () => {
    expect(pack.requirements.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
  });

  test.each(rows)('$id has the agreed level, rule and condition', ({ id, level, rule, when }) => {
    expect(Object.keys(conditions)).toContain(when);
    const found = pack.requirements.find((requirement) => requirement.id === id);
    expect(found).toMatchObject({ level, rule });
    expect(found?.when).toEqual(conditions[when]);
  });
});
