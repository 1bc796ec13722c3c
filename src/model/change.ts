import type { Entries } from './container.ts';
import type { PermissionSetDraft } from './permission-set.ts';

/** Something that somebody could do in an org, or to the way it is audited. */
export type Change = AssignmentChange | ContainerChange | SettingChange;

export type AssignmentChange =
  /** Assigns a permission set, or a group by its aggregate, without an end; who had it has it again. */
  | { readonly kind: 'assign'; readonly subjectId: string; readonly containerId: string }
  | { readonly kind: 'unassign'; readonly assignmentId: string }
  /** Its end has come. */
  | { readonly kind: 'expire'; readonly assignmentId: string }
  /** In force again, and without an end. */
  | { readonly kind: 'renew'; readonly assignmentId: string }
  /** Makes a permission set and assigns it. One that has its name already is replaced by it. */
  | { readonly kind: 'add-set'; readonly subjectId: string; readonly set: PermissionSetDraft };

export type ContainerChange =
  /** Ticks entries in a profile or permission set. */
  | { readonly kind: 'grant'; readonly containerId: string; readonly entries: Entries }
  /** Unticks them, and what cannot be without them; with Read on an object View All Fields too. */
  | { readonly kind: 'revoke'; readonly containerId: string; readonly entries: Entries }
  /** Mutes entries in a permission set group. */
  | { readonly kind: 'mute'; readonly groupId: string; readonly entries: Entries }
  | { readonly kind: 'unmute'; readonly groupId: string; readonly entries: Entries };

export type SettingChange =
  /** `OrganizationType`, such as `Enterprise Edition`. What else an edition brings or lacks stays as it was read. */
  | { readonly kind: 'edition'; readonly edition: string }
  | { readonly kind: 'feature'; readonly feature: string; readonly on: boolean }
  | { readonly kind: 'variant'; readonly variant: string | null };
