import type { Fact, GapDigest, NamedContainer } from './history.ts';
import type { Level } from './pack.ts';

/** Something that changed between two runs and explains why a verdict did. */
export type Cause = AccessCause | FactCause | RequirementCause;

/** A container that has to do with a change. */
export interface ChangedContainer extends NamedContainer {
  readonly id: string;
}

/** Whether permissions went or came by it. What went by one change came by its opposite. */
export type Turn = 'lost' | 'gained';

/** A change to what the subject can do: what went, or came, with it stands in `permissions`, sorted. */
export type AccessCause = { readonly turn: Turn; readonly permissions: readonly string[] } & AccessChange;

/** As it reads where permissions were lost by it; gained, it is the other way round. */
export type AccessChange =
  | {
      readonly kind: 'assignment-gone' | 'assignment-inactive' | 'assignment-revoked' | 'session-based';
      readonly container: ChangedContainer;
    }
  | { readonly kind: 'assignment-expired'; readonly container: ChangedContainer; readonly expires: string }
  /** `from` and `to` as it happened, whether permissions went or came. */
  | { readonly kind: 'profile-switched'; readonly from: string; readonly to: string }
  | { readonly kind: 'group-outdated'; readonly group: string; readonly status: string }
  /** It was outdated, so that what it gives was in doubt, and is so no more. */
  | { readonly kind: 'group-recalculated'; readonly group: string; readonly status: string }
  | { readonly kind: 'muted'; readonly group: string; readonly by: ChangedContainer }
  | { readonly kind: 'member-gone'; readonly group: string; readonly member: ChangedContainer }
  /** The profile or set was edited: `entries` are what it granted. */
  | {
      readonly kind: 'entry-gone';
      readonly container: ChangedContainer;
      readonly group: string | null;
      readonly entries: readonly string[];
    }
  | { readonly kind: 'not-known'; readonly gap: GapDigest }
  | { readonly kind: 'field-gone' | 'field-not-writable'; readonly field: string };

/** A change to something plain that a requirement looks at. */
export type FactCause =
  | {
      readonly kind: 'fact-changed';
      /** What asks for it, such as `login`. */
      readonly need: string;
      readonly name: string;
      /** Undefined never; absent facts are null. */
      readonly from: Fact;
      readonly to: Fact;
    }
  | {
      readonly kind: 'facts-not-known';
      readonly turn: Turn;
      readonly need: string;
      readonly gap: GapDigest;
    }
  | {
      readonly kind: 'expiry-changed';
      readonly container: ChangedContainer;
      readonly from: string | null;
      readonly to: string | null;
    }
  /** Nobody changed anything: the end of an assignment came nearer. */
  | {
      readonly kind: 'end-nearer';
      readonly container: ChangedContainer;
      readonly expires: string;
      readonly days: number;
      readonly permissions: readonly string[];
    };

/** A change to what is asked, or how it is weighed. */
export type RequirementCause =
  | { readonly kind: 'pack-version'; readonly pack: string; readonly from: string; readonly to: string }
  | {
      readonly kind: 'variant';
      readonly pack: string;
      readonly from: string | null;
      readonly to: string | null;
    }
  | { readonly kind: 'feature'; readonly pack: string; readonly feature: string; readonly on: boolean }
  | { readonly kind: 'level'; readonly from: Level; readonly to: Level }
  | { readonly kind: 'waiver'; readonly started: boolean }
  /** The requirement rests on these now (or did), and the other run did not look at them at all. */
  | { readonly kind: 'asked'; readonly turn: Turn; readonly permissions: readonly string[] };
