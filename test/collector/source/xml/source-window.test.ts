import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sourceWindow } from '../../../../src/collector/source/xml/source-window.ts';
import { runs } from '../../../runs.ts';
import { place } from './saxes-oracle.ts';

const pieces = fc.array(fc.array(fc.constantFrom('a', '<', '\n', '\r\n', 'é')).map((all) => all.join('')));

describe('The window on a source', () => {
  test('gives up what will not be asked for any more', () => {
    const source = sourceWindow('f.xml');
    source.add('abc\n', 0);
    expect(source.has('bc', 1)).toBe(true);
    source.add('def', 2);
    expect([source.has('bc', 1), source.has('c\nd', 2)]).toEqual([false, true]);
    expect(source.locate(4)).toEqual({ file: 'f.xml', line: 2, column: 1 });
  });

  test('locates what it still shows, in any order', () => {
    fc.assert(
      fc.property(pieces, fc.array(fc.nat()), fc.nat(), (all, places, kept) => {
        const source = sourceWindow('f.xml');
        let text = '';
        let from = 0;
        for (const piece of all) {
          from = Math.max(from, Math.min(kept, text.length));
          // Nobody asks for what stands between the two characters of a line end.
          if (text.startsWith('\r\n', from - 1)) from += 1;
          source.add(piece, from);
          text += piece;
        }
        for (const one of places) {
          const offset = from + (one % (text.length - from + 1));
          if (text.startsWith('\r\n', offset - 1)) continue;
          expect(source.locate(offset)).toEqual(place(text, offset));
          expect(source.element(offset, offset + 9)).toEqual(place(text, offset, offset + 9));
        }
      }),
      runs(100),
    );
  });
});
