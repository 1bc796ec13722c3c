import type { Options } from 'yargs';
import { formats } from '../reporters/format.ts';
import { many, one } from './option-kinds.ts';

/** Groups of options that say what is asked, and what becomes of the answer. `place-options.ts` has what is looked at. */

export const packOptions = {
  pack: { ...many, group: 'What:', describe: 'Pack id or file (default: demandbase-data-integrity)' },
  variant: { ...one, group: 'What:', describe: 'Variant of the pack, such as admin-user' },
  'without-feature': { ...many, group: 'What:', describe: 'Feature of the vendor that is not in use' },
  'mapped-field': {
    ...many,
    group: 'What:',
    describe: "A field mapped in the vendor's portal, as Object.Field; repeat for more",
  },
  config: {
    ...one,
    alias: 'c',
    group: 'What:',
    describe: 'Configuration file (default: syncgate.config.yaml, here or above)',
  },
} as const satisfies Record<string, Options>;

export const outputOptions = {
  format: {
    ...one,
    alias: 'f',
    group: 'Output:',
    describe: 'What to print (default: table)',
    choices: formats,
  },
  output: {
    ...many,
    group: 'Output:',
    describe: 'FORMAT=FILE: write this format to this file too; repeat for more',
  },
} as const satisfies Record<string, Options>;

/** What commands print that write no report. */
export const tableOrJson = {
  format: {
    ...one,
    alias: 'f',
    group: 'Output:',
    describe: 'What to print: table or json',
    choices: ['table', 'json'],
  },
} as const satisfies Record<string, Options>;

export const verdictOptions = {
  'fail-on': {
    ...one,
    group: 'Verdict:',
    describe: 'Lowest level that decides the verdict (default: error)',
    choices: ['error', 'warning', 'note'],
  },
  'allow-inconclusive': {
    type: 'boolean',
    group: 'Verdict:',
    describe: 'Exit with 0 where nothing failed but something could not be known',
  },
  baseline: {
    ...one,
    group: 'Verdict:',
    describe: 'Earlier report (JSON or SARIF) to compare with: what is new, changed or fixed',
  },
  'fail-on-new': {
    type: 'boolean',
    group: 'Verdict:',
    describe: 'Of failures, only new or worse ones decide the verdict',
  },
} as const satisfies Record<string, Options>;

export const historyOption = {
  history: {
    ...one,
    group: 'Output:',
    describe: 'Folder to add a record of the run to, for `syncgate history`',
  },
} as const satisfies Record<string, Options>;

export const commonOptions = {
  quiet: {
    type: 'boolean',
    alias: 'q',
    group: 'Other:',
    describe:
      'Leave out progress and notices; of a verdict print the closing line only, unless --format asks for more',
  },
  verbose: {
    type: 'boolean',
    group: 'Other:',
    describe: 'Say what the reading cost, and show traces of errors',
  },
} as const satisfies Record<string, Options>;
