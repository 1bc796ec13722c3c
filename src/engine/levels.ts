import type { Level } from '../model/pack.ts';

const rank: Readonly<Record<Level, number>> = { note: 1, warning: 2, error: 3 };

/** Whether a level counts when runs fail on `failOn`. */
export const atOrAbove = (level: Level, failOn: Level): boolean => rank[level] >= rank[failOn];
