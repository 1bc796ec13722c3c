import { isReadOnlyField } from '../../src/emulator/org/schema/field-type.ts';
import type { OrgDescription } from '../../src/emulator/org-description.ts';
import type { Grantable } from '../access/property/random-entries.ts';
import { grantableIn } from '../access/property/random-ground.ts';

/** What can be said of an org at all. */
export interface Vocabulary {
  readonly grantable: Grantable;
  readonly readOnlyFields: ReadonlySet<string>;
  readonly absentPermissions: readonly string[];
  /** Full name by name: that of a package's flow begins with its namespace. */
  readonly flows: ReadonlyMap<string, string>;
}

export function vocabularyOf(org: OrgDescription): Vocabulary {
  const readOnly = Object.entries(org.objects).flatMap(([object, { fields }]) =>
    fields.filter(isReadOnlyField).map(({ name }) => `${object}.${name}`),
  );
  return {
    grantable: grantableIn(org),
    readOnlyFields: new Set(readOnly),
    absentPermissions: org.absentPermissions ?? [],
    flows: new Map(
      (org.flows ?? []).map(({ name, namespace }) => [
        name,
        namespace === undefined ? name : `${namespace}__${name}`,
      ]),
    ),
  };
}
