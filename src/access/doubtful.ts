import type { Container } from '../model/container.ts';

/** Whether something in its own files cannot be read: that has a place, what its files leave out has none. */
export const isDoubtful = ({ completeness }: Container): boolean =>
  completeness.kind === 'partial' && completeness.reason.at !== undefined;
