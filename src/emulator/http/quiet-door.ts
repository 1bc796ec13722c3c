import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';

/** Tells when nothing has come in, and nothing been worked on, for a while. */
export interface QuietDoor {
  /** Something came in, or some work was done. */
  stir(): void;
  /** Waits until it has been quiet for long enough; not for ever, where requests never cease. */
  quiet(): Promise<void>;
}

/** Longest wait, in quiet spells. */
const mostSpells = 200;

/** Turns of the event loop in which a request whose connection is only being opened gets in. */
const turnsAtLeast = 16;

/**
 * Requests that a client sends together must all have arrived before the first of them is answered, or the
 * round trips would be miscounted. How long that takes nobody can say: connections have to be opened, and the
 * answer to the first may keep this very thread busy. So answers wait for a spell of quiet.
 *
 * @param spellMs How long it has to be quiet, in milliseconds.
 */
export function createQuietDoor(spellMs: number): QuietDoor {
  let lastStir = 0;
  const stir = () => {
    lastStir = performance.now();
  };
  return {
    stir,
    async quiet() {
      const deadline = performance.now() + mostSpells * spellMs;
      for (;;) {
        const now = performance.now();
        const left = lastStir + spellMs - now;
        if (left <= 0 || now >= deadline) break;
        await wait(Math.ceil(left));
        // Slept far too long: the thread was kept busy, and who was to come could not.
        if (performance.now() > now + left + 2 * spellMs) stir();
      }
      for (let turns = 0; turns < turnsAtLeast; turns += 1) await turn();
    },
  };
}
