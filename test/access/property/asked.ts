import type { OrgDescription } from '../../../src/emulator/org-description.ts';
import type { Needs } from '../../../src/model/needs.ts';
import { systemPermissions } from './random-entries.ts';

/** Everything a random org can be asked about, as needs. */
export const everythingIn = (org: OrgDescription): Needs => ({
  user: true,
  assignments: true,
  flows: true,
  systemPermissions,
  objects: Object.keys(org.objects),
  fields: Object.entries(org.objects).flatMap(([object, { fields }]) =>
    fields.map(({ name }) => ({ object, field: name })),
  ),
});
