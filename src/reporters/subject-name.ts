import type { Subject } from '../model/subject.ts';

const nouns: Readonly<Record<Subject['kind'], string>> = { user: 'user', persona: 'persona' };

/** What to call one of these: `user`, `persona`; `user or persona` where there are both, or none to tell. */
export function subjectNoun(subjects: readonly Subject[]): string {
  const there = new Set(subjects.map(({ kind }) => nouns[kind]));
  return Object.values(nouns)
    .filter((noun) => there.size === 0 || there.has(noun))
    .join(' or ');
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `integration (profile 'API Only', permission sets 'Sync')`: the name, and what a person calls it. */
export const subjectName = ({ name, title }: Subject): string =>
  title === name ? name : `${name} (${title})`;
