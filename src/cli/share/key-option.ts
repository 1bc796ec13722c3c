import type { Options } from 'yargs';
import { one } from '../option-kinds.ts';

export const keyOption = {
  key: {
    ...one,
    group: 'Output:',
    describe:
      'File for what turns stand-ins back into names (mode 0600); one that is there is gone on with, so that names keep their stand-ins',
  },
} as const satisfies Record<string, Options>;
