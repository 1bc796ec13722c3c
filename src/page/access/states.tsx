import type { Difference } from './differences.ts';
import type { State } from './permissions.ts';

const signs: Readonly<Record<State, string>> = { granted: '✔', denied: '✖', unknown: '?', 'not-needed': '·' };
const words: Readonly<Record<State, string>> = {
  granted: 'granted',
  denied: 'denied',
  unknown: 'unknown',
  'not-needed': 'no grant needed',
};

export const stateWord = (state: State): string => words[state];

/** Sign and word: colour alone says nothing. */
export const StateMark = ({ state }: { readonly state: State }) => (
  <span class={`access-state access-${state}`}>
    <span aria-hidden="true">{signs[state]}</span> <span class="access-word">{words[state]}</span>
  </span>
);

/** What it was before the changes that are tried. */
export const Was = ({ difference }: { readonly difference: Difference }) => (
  <span class="access-was">
    {difference.kind === 'state' ? `was ${words[difference.was]}` : 'on other grounds'}
  </span>
);
