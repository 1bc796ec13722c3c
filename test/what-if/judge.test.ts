import { describe, expect, test } from 'vitest';
import type { Change } from '../../src/model/change.ts';
import type { Situation } from '../../src/model/situation.ts';
import { judge } from '../../src/what-if/judge.ts';
import { withChanges } from '../../src/what-if/with-changes.ts';
import { settings } from '../engine/fixtures.ts';
import { dataIntegrity, everything, syncResults, syncSnapshot } from '../engine/sync-org.ts';

const situation: Situation = {
  snapshot: syncSnapshot({ profile: everything }),
  packs: [dataIntegrity],
  settings: settings(),
};

const verdicts = (results: Iterable<{ readonly requirement: string; readonly verdict: string }>) =>
  [...results].map(({ requirement, verdict }) => `${requirement} ${verdict}`);

const judged = (...changes: readonly Change[]) => judge(withChanges(situation, changes)).results;

test('without changes it is what an audit says', () => {
  expect(judged()).toEqual([...syncResults({ profile: everything }).values()]);
});

describe('settings', () => {
  const [feature = ''] = Object.keys(dataIntegrity.pack.features ?? {});
  const [variant = ''] = Object.keys(dataIntegrity.pack.variants ?? {});
  test.each([true, false])('a feature switched, %s, is what an audit with it says', (on) => {
    const audited = syncResults({ profile: everything, settings: { features: { [feature]: on } } });
    const tried = judged({ kind: 'feature', feature, on });
    // What was not collected because nobody asked for it is unknown, never met.
    const wrong = tried.filter(
      ({ requirement, verdict }) => verdict === 'pass' && audited.get(requirement)?.verdict !== 'pass',
    );
    expect(wrong).toEqual([]);
    const open = tried
      .filter(({ verdict }) => verdict === 'inconclusive')
      .map(({ requirement }) => requirement);
    const settled = (all: Iterable<(typeof tried)[number]>) =>
      verdicts([...all].filter(({ requirement }) => !open.includes(requirement)));
    expect(settled(tried)).toEqual(settled(audited.values()));
  });

  test('a variant chosen is what an audit with it says', () => {
    const audited = syncResults({ profile: everything, settings: { variant } });
    expect(verdicts(judged({ kind: 'variant', variant }))).toEqual(verdicts(audited.values()));
  });

  test('another edition is what an org of it is asked', () => {
    const different = {
      organization: {
        status: 'ok',
        value: { id: '00D', name: 'Example', edition: 'Professional Edition', isSandbox: false },
      },
    } as const;
    const audited = syncResults({ profile: everything, different });
    const tried = judged({ kind: 'edition', edition: 'Professional Edition' });
    expect(verdicts(tried)).toEqual(verdicts(audited.values()));
    expect(verdicts(tried)).not.toEqual(verdicts(judged()));
  });
});
