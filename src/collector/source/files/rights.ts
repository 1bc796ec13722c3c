import type { ObjectRight } from '../../../model/container.ts';
import type { Location } from '../../../model/part.ts';
import { nameKey } from '../../../salesforce/names.ts';

/** One right, as an entry gives or refuses it. */
export type Right =
  | { readonly kind: 'system'; readonly permission: string }
  | { readonly kind: 'object'; readonly object: string; readonly right: ObjectRight }
  | {
      readonly kind: 'field';
      readonly object: string;
      readonly field: string;
      readonly right: 'read' | 'edit';
    }
  | { readonly kind: 'flow'; readonly flow: string };

export type FoundRight = Right & { readonly at: Location };

export interface Rights {
  readonly grants: readonly FoundRight[];
  readonly denials: readonly FoundRight[];
}

/** Equal for the same right in any spelling. */
export function rightKey(right: Right): string {
  switch (right.kind) {
    case 'system':
      return `system ${nameKey(right.permission)}`;
    case 'object':
      return `object ${nameKey(right.object)} ${right.right}`;
    case 'field':
      return `field ${nameKey(right.object)}.${nameKey(right.field)} ${right.right}`;
    case 'flow':
      return `flow ${nameKey(right.flow)}`;
  }
}

export interface RightsCollector {
  readonly add: (right: FoundRight, granted: boolean) => void;
  readonly result: () => Rights;
}

/** Adds rights up as Salesforce does: of several entries for the same right, one that grants it is enough. */
export function collectRights(): RightsCollector {
  const grants = new Map<string, FoundRight>();
  const denials = new Map<string, FoundRight>();
  return {
    add: (right, granted) => {
      const key = rightKey(right);
      if (grants.has(key)) return;
      if (granted) {
        grants.set(key, right);
        denials.delete(key);
      } else if (!denials.has(key)) denials.set(key, right);
    },
    result: () => ({ grants: [...grants.values()], denials: [...denials.values()] }),
  };
}
