import { describe, expect, test } from 'vitest';
import { inParallel } from '../../../src/cli/orgs/in-parallel.ts';

/** Work that ends when it is told to, and knows how much of it went on at once. */
function workshop() {
  const begun: number[] = [];
  const ends = new Map<number, PromiseWithResolvers<void>>();
  return {
    begun,
    end: (item: number) => ends.get(item)?.resolve(),
    fail: (item: number, why: string) => ends.get(item)?.reject(new Error(why)),
    work: (item: number) => {
      begun.push(item);
      const ending = Promise.withResolvers<void>();
      ends.set(item, ending);
      return ending.promise;
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('work in parallel', () => {
  test('never has more under way than it may, and begins in order', async () => {
    const { begun, end, work } = workshop();
    const all = inParallel([1, 2, 3, 4, 5], 2, work);
    await settled();
    expect(begun).toEqual([1, 2]);
    end(2);
    await settled();
    expect(begun).toEqual([1, 2, 3]);
    end(1);
    end(3);
    await settled();
    end(4);
    end(5);
    await all;
    expect(begun).toEqual([1, 2, 3, 4, 5]);
  });

  test('begins nothing more after an error, and gives it when the rest has ended', async () => {
    const { begun, end, fail, work } = workshop();
    let over = false;
    const all = inParallel([1, 2, 3, 4], 2, work).finally(() => {
      over = true;
    });
    const caught = expect(all).rejects.toThrow('no more');
    await settled();
    fail(1, 'no more');
    await settled();
    expect([begun, over]).toEqual([[1, 2], false]);
    end(2);
    await caught;
    expect(begun).toEqual([1, 2]);
  });

  test('of nothing ends at once', async () => {
    await inParallel([], 4, () => Promise.reject(new Error('nothing to do')));
  });
});
