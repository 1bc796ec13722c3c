import type { Arguments } from '../command.ts';
import { type commonOptions, packOptions } from '../options.ts';
import { orgOptions, snapshotOption, sourceOptions, userOptions } from '../place-options.ts';

const one = { type: 'string', requiresArg: true, group: 'Output:' } as const;
const { 'changed-since': _changed, 'write-manifest': _manifest, ...ofPersonas } = sourceOptions;

export const remedyOptions = {
  ...orgOptions,
  ...snapshotOption,
  ...ofPersonas,
  user: { ...userOptions.user, describe: 'Username, Id or alias of the user to mend: one' },
  ...packOptions,
  'output-dir': { ...one, describe: 'Folder to write the permission set and the steps to' },
  name: { ...one, describe: 'API name of the permission set (default: Syncgate_Remedy)' },
  label: { ...one, describe: 'Its label (default: the name)' },
  layout: {
    ...one,
    describe: 'How the metadata is laid out (default: source, as in a project)',
    choices: ['source', 'metadata'],
  },
  force: { type: 'boolean', group: 'Output:', describe: 'Write over files that are there already' },
  format: {
    ...one,
    alias: 'f',
    describe: 'What to print (default: table)',
    choices: ['table', 'json', 'markdown'],
  },
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
