import type { Options } from 'yargs';

/** What an option takes, as yargs takes it: one text, or as many as it is repeated. */

export const one = { type: 'string', requiresArg: true } as const satisfies Options;
export const many = { ...one, array: true } as const satisfies Options;
