import type { Entries } from './container.ts';

/** A permission set that somebody could deploy. */
export interface PermissionSetDraft {
  /** API name: a letter, then letters, digits and single underscores. */
  readonly name: string;
  readonly label: string;
  readonly description: string;
  /** What it grants. Flows by the Id that the snapshot's flows have. */
  readonly entries: Entries;
}
