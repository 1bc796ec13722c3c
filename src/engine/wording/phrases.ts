import type { AssignmentRef, ContainerRef } from '../../model/access.ts';
import { containerKinds } from '../../salesforce/labels.ts';

/** `permission set 'Sync extras'`, and the group it is a member of where it reaches the user through one. */
export function containerName({ kind, title }: ContainerRef, through: AssignmentRef | null = null): string {
  const name = `${containerKinds[kind]} '${title}'`;
  const group = kind === 'group' ? null : (through?.group ?? null);
  return group === null ? name : `${name} in permission set group '${group.title}'`;
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The text as a sentence: its own end, if it has one, else a full stop. */
export const sentence = (text: string): string => (/[.!?]['")\]]?$/u.test(text) ? text : `${text}.`);

/** The text as part of a longer sentence: without its full stop. */
export const clause = (text: string): string => text.replace(/\.$/u, '');
