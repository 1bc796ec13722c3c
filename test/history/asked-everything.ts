import type { OrgDescription } from '../../src/emulator/org-description.ts';
import type { LoadedPack, Requirement, Settings } from '../../src/model/pack.ts';
import { objectRights, systemPermissions } from '../access/property/random-entries.ts';

/** A pack with a requirement for every single permission that a random org can be asked about, and for its user. */
export function packFor(org: OrgDescription): LoadedPack {
  const requirements = [
    ...systemPermissions.map((permission) =>
      requirement(`system-${permission}`, 'system-permission', { anyOf: [permission] }),
    ),
    ...Object.keys(org.objects).flatMap((object) =>
      objectRights.map((right) =>
        requirement(`object-${object}-${right}`, 'object-access', { object, require: [right] }),
      ),
    ),
    ...Object.entries(org.objects).flatMap(([object, { fields }]) =>
      fields.flatMap(({ name }) =>
        (['read', 'edit'] as const).map((require) =>
          requirement(`field-${object}-${name}-${require}`, 'field-access', {
            fields: [`${object}.${name}`],
            require,
          }),
        ),
      ),
    ),
    requirement('flows', 'flow-access', {}),
    requirement('user', 'user-state', { require: ['active', 'notFrozen'] }),
  ];
  const pack = {
    id: 'everything',
    version: '1.0.0',
    title: 'Everything',
    description: 'Everything there is',
    vendor: 'Nobody',
    sources: {},
    requirements,
  };
  return { pack, file: 'everything.json', locations: {} };
}

const requirement = (id: string, rule: string, options: Requirement['options'] & object): Requirement => ({
  ...{ id, rule, options },
  title: id,
  level: 'error',
  why: 'It is there',
  source: {},
});

export const plainSettings: Settings = {
  variant: null,
  features: {},
  parameters: {},
  fieldNames: {},
  failOn: 'error',
  levels: {},
  waivers: [],
};
