import type { Access, Decision, Entry } from '../model/access.ts';
import type { Location } from '../model/part.ts';
import { entriesOf } from './entries-of.ts';
import { type SubjectWords, subjectWords } from './wording/subject-words.ts';

/** What it takes to put findings on a subject into words, beside the findings. */
export interface Audited {
  readonly words: SubjectWords;
  /** The entry that would settle each decision. */
  readonly entries: ReadonlyMap<Decision, Entry>;
  /** Where in source its profile stands. */
  readonly profileAt: Location | undefined;
}

export const auditedOf = (access: Access): Audited => ({
  words: subjectWords[access.subject.kind],
  entries: entriesOf(access),
  profileAt: access.profile.status === 'ok' ? access.profile.value.at : undefined,
});
