import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createSpool } from '../../../src/cli/orgs/spool.ts';
import { runs } from '../../runs.ts';

test('a spool gives back every text as it was, in whichever order it is asked', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(fc.string(), fc.string({ unit: 'grapheme', maxLength: 2000 })), {
        selector: ([key]) => key,
        maxLength: 20,
      }),
      (texts) => {
        const spool = createSpool();
        try {
          for (const [key, text] of texts) spool.add(key, text);
          for (const [key, text] of texts.toReversed()) expect(spool.get(key)).toBe(text);
          expect(spool.get('\u0000 nobody added this')).toBe('');
        } finally {
          spool.close();
        }
      },
    ),
    runs(30),
  );
});

test.skipIf(process.platform === 'win32')(
  'a spool that has no room to begin with is told with what to do',
  () => {
    vi.stubEnv('TMPDIR', '/nowhere/at/all');
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(createSpool).toThrow(/\/nowhere\/at\/all: there is no such file or folder\. Set TMPDIR/);
  },
);
