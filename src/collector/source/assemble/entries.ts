import type { Entries } from '../../../model/container.ts';
import type { FoundRight } from '../files/rights.ts';

/** Rights as a container's entries, one entry a right. `flowId` tells the flow that a name means. */
export function entriesOf(rights: readonly FoundRight[], flowId: (name: string) => string): Entries {
  return {
    systemPermissions: rights.flatMap((right) =>
      right.kind === 'system' ? [{ permission: right.permission, at: right.at }] : [],
    ),
    objects: rights.flatMap((right) =>
      right.kind === 'object' ? [{ object: right.object, rights: [right.right], at: right.at }] : [],
    ),
    fields: rights.flatMap((right) =>
      right.kind === 'field'
        ? [
            {
              ...{ object: right.object, field: right.field },
              ...{ read: right.right === 'read', edit: right.right === 'edit', at: right.at },
            },
          ]
        : [],
    ),
    flows: rights.flatMap((right) =>
      right.kind === 'flow' ? [{ flowId: flowId(right.flow), at: right.at }] : [],
    ),
  };
}
