import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/engine/evaluate.ts';
import { needsOf } from '../../src/engine/needs-of.ts';
import { settingProblems } from '../../src/engine/setting-problems.ts';
import type { LevelChange } from '../../src/model/pack.ts';
import { accessOf, finding, packOf, requirement, rulesOf, settings } from './fixtures.ts';

const asked = {
  packs: [packOf([{ ...requirement('x', [finding('fail', 'F')]), level: 'warning' }])],
  rules: rulesOf(),
} as const;

const judged = (change: LevelChange) =>
  evaluate({ ...asked, settings: settings({ levels: { x: change } }), accesses: [accessOf()] })[0];

describe('a requirement whose level the customer changed', () => {
  test.each(['error', 'note'] as const)('weighs what the customer says: %s', (level) => {
    expect(judged({ level, reason: 'Our sync stands on it' })).toMatchObject({
      verdict: 'fail',
      level,
      levelChange: { from: 'warning', reason: 'Our sync stands on it' },
    });
  });

  test('is not asked where it is switched off, and says why', () => {
    expect(judged({ level: 'off', reason: 'We sync no leads' })).toMatchObject({
      verdict: 'not-applicable',
      level: 'warning',
      message: 'Does not apply: it is switched off here: We sync no leads.',
      levelChange: { from: 'warning', reason: 'We sync no leads' },
    });
  });

  test('is not read for either', () => {
    const reading = requirement('x', [], { options: { needs: { limits: true } } });
    const off = settings({ levels: { x: { level: 'off', reason: 'r' } } });
    expect(needsOf([packOf([reading])], settings(), rulesOf())).toEqual({ limits: true });
    expect(needsOf([packOf([reading])], off, rulesOf())).toEqual({});
  });

  test('has to be one that a pack has', () => {
    const unknown = settings({ levels: { z: { level: 'off', reason: 'r' } } });
    expect(settingProblems(asked.packs, unknown, asked.rules)).toEqual([
      { path: ['levels', 'z'], message: "The packs have no requirement 'z'; did you mean 'x'?" },
    ]);
  });
});
