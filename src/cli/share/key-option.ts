import type { Options } from 'yargs';

export const keyOption = {
  key: {
    type: 'string',
    requiresArg: true,
    group: 'Output:',
    describe:
      'File for what turns stand-ins back into names (mode 0600); one that is there is gone on with, so that names keep their stand-ins',
  },
} as const satisfies Record<string, Options>;
