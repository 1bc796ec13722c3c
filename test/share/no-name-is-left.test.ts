import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadScenario, scenarioNames } from '../../src/emulator/scenarios/load-scenario.ts';
import { validateSnapshot } from '../../src/generated/validate-snapshot.js';
import type { ShareKey } from '../../src/model/share-key.ts';
import { isPlainWord } from '../../src/share/word-list.ts';
import { collected } from '../collector/org/emulated.ts';
import { runs } from '../runs.ts';
import { customerOrg, customerOrgs } from './customer-names.ts';
import { redacted, restored, unordered } from './redacting.ts';

/** What a shared snapshot says whoever it is of. */
const everybodys = JSON.stringify(
  redacted(customerOrg(Array.from({ length: 9 }, () => 'q'))).snapshot,
).toLowerCase();

/**
 * Whether finding a name would tell anything: it has a word of four letters or digits that is none of our own, and is
 * not found in a snapshot of somebody else.
 */
const isTelling = (original: string, kept: string): boolean =>
  original.length >= 4 &&
  !everybodys.includes(original.toLowerCase()) &&
  (original.match(/[\w\u{80}-\u{10ffff}]+/gu) ?? []).some(
    (word) => word.length >= 4 && !isPlainWord(word, new Set()) && !kept.includes(word.toLowerCase()),
  );

/** The names of a key that stand in a text: as they are, in any case, within longer words, or encoded for a URL. */
function foundIn(document: object, { names }: ShareKey, kept: string): readonly string[] {
  const strings: string[] = [];
  JSON.stringify(document, (key, value: unknown) => {
    strings.push(key, ...(typeof value === 'string' ? [value] : []));
    return value;
  });
  const said = strings.join('\n').toLowerCase();
  const decoded = said.replace(/%[0-9a-f]{2}/gu, (code) =>
    String.fromCharCode(Number.parseInt(code.slice(1), 16)),
  );
  const raw = JSON.stringify(document).toLowerCase();
  return names.flatMap(({ original }) => {
    const name = original.toLowerCase();
    const isThere = said.includes(name) || decoded.includes(name) || raw.includes(name);
    return isThere && isTelling(original, kept) ? [original] : [];
  });
}

/** What stays says its words: what was asked for, and the marks of stand-ins. */
const keptIn = (needs: object): string =>
  `${JSON.stringify(needs)} user- redacted.example custom_field custom_object permission-set permission_set`.toLowerCase();

describe('of the names that were replaced', () => {
  test('none stands in what is shared, however they are called', () => {
    fc.assert(
      fc.property(customerOrgs, (snapshot) => {
        const { snapshot: shared, key } = redacted(snapshot);
        expect([validateSnapshot(shared), validateSnapshot.errors]).toEqual([true, null]);
        expect(foundIn(shared, key, keptIn(snapshot.needs))).toEqual([]);
        expect(JSON.stringify(shared)).not.toMatch(/zyx/iu);
        expect(unordered(restored(shared, key))).toEqual(unordered(snapshot));
      }),
      runs(80),
    );
  });

  test.for(scenarioNames())('none stands in the snapshot of the scenario %s', async (scenario) => {
    const snapshot = await collected({ org: await loadScenario(scenario) });
    const { snapshot: shared, key } = redacted(snapshot);
    expect(key.names.length).toBeGreaterThan(5);
    expect(foundIn(shared, key, keptIn(snapshot.needs))).toEqual([]);
    for (const told of ['acme', 'Sync extras', 'integration@'])
      expect(JSON.stringify(shared)).not.toContain(told);
  });
});
