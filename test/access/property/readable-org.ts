import * as fc from 'fast-check';
import type { OrgDescription } from '../../../src/emulator/org-description.ts';

/** Makes fast-check print an org as what sets it apart, a line a thing. The org itself stays as it is. */
export function readable(org: OrgDescription): OrgDescription {
  return Object.defineProperty(org, fc.toStringMethod, { value: () => summaryOf(org), enumerable: false });
}

function summaryOf(org: OrgDescription): string {
  const fields = Object.entries(org.objects).flatMap(([object, { fields }]) =>
    fields.filter(({ name }) => /__c$|^ParentId$/.test(name)).map((field) => ({ object, ...field })),
  );
  return [
    `\n  ${org.organization.type}, now ${org.now}, without ${JSON.stringify(org.absentPermissions)}`,
    ...lines('field', fields),
    ...lines('flow', org.flows),
    ...lines('profile', org.profiles.slice(0, -1)),
    ...lines('set', org.permissionSets),
    ...lines('group', org.permissionSetGroups),
    ...lines('user', org.users.slice(0, -1)),
    '',
  ].join('\n');
}

const notWorthSaying = new Set(['label', 'alias', 'lastLogin', 'license', 'custom']);

const lines = (kind: string, things: readonly object[] = []): readonly string[] =>
  things.map((thing) => {
    const worthSaying = Object.entries(thing).filter(([key]) => !notWorthSaying.has(key));
    return `  ${kind} ${JSON.stringify(Object.fromEntries(worthSaying))}`;
  });
