import type { Subject } from '../../model/subject.ts';

/** How sentences speak of who is audited: permission sets are assigned to a user, and a persona is made of them. */
export interface SubjectWords {
  /** `Nothing in the persona` grants it. */
  readonly nothing: string;
  readonly notAssigned: string;
  /** `assign permission set 'Sync' to the user` */
  readonly assign: (name: string) => string;
}

export const subjectWords: Readonly<Record<Subject['kind'], SubjectWords>> = {
  user: {
    nothing: 'Nothing assigned to the user',
    notAssigned: 'it is not assigned to the user',
    assign: (name) => `assign ${name} to the user`,
  },
  persona: {
    nothing: 'Nothing in the persona',
    notAssigned: 'it is not in the persona',
    assign: (name) => `add ${name} to the persona`,
  },
};
