import type { Arguments } from '../command.ts';
import { one } from '../option-kinds.ts';
import { type commonOptions, outputOptions, packOptions } from '../options.ts';
import { orgOptions, personaOptions, snapshotOption, userOptions } from '../place-options.ts';

const output = { ...one, group: 'Output:' } as const;

export const remedyOptions = {
  ...orgOptions,
  ...snapshotOption,
  ...personaOptions,
  user: { ...userOptions.user, describe: 'Username, Id or alias of the user to mend: one' },
  ...packOptions,
  'output-dir': { ...output, describe: 'Folder to write the permission set and the steps to' },
  name: { ...output, describe: 'API name of the permission set (default: Syncgate_Remedy)' },
  label: { ...output, describe: 'Its label (default: the name)' },
  layout: {
    ...output,
    describe: 'How the metadata is laid out (default: source, as in a project)',
    choices: ['source', 'metadata'],
  },
  force: { type: 'boolean', group: 'Output:', describe: 'Write over files that are there already' },
  format: { ...outputOptions.format, choices: ['table', 'json', 'markdown'] },
  'new-set': {
    type: 'boolean',
    group: 'What:',
    describe: 'Make a permission set even where one that is there would do',
  },
  'include-doubts': {
    type: 'boolean',
    group: 'What:',
    describe: 'Mend what could not be known too, as if it failed',
  },
} as const;

export type RemedyArguments = Arguments<typeof remedyOptions & typeof commonOptions>;
