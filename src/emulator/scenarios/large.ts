import type {
  FieldDescription,
  FlowDescription,
  ObjectDescription,
  OrgDescription,
  PermissionSetGroupDescription,
  UserDescription,
} from '../org-description.ts';
import { madeUpContainers } from './large-containers.ts';
import { madeUpUsers } from './large-users.ts';
import { createRandom, type Random } from './random.ts';
import type { GeneratedScenario } from './scenario-file.ts';

/**
 * Makes up a big org around a small one: everything described in `base` stays as it is, the integration
 * user gets part of its access through permission sets, and around that stand as many profiles, permission
 * sets, users and field permissions as the scenario says. Same seed, same org.
 */
export function generateLarge(scenario: GeneratedScenario, base: OrgDescription): OrgDescription {
  const random = createRandom(scenario.seed);
  const grown: OrgDescription = {
    ...base,
    description: scenario.description,
    organization: { name: 'Acme Worldwide', type: 'Unlimited Edition' },
    dailyApiRequests: { max: 5_000_000, remaining: 4_210_000 },
    objects: { ...base.objects, ...madeUpObjects(random) },
    flows: [...(base.flows ?? []), ...madeUpFlows(random)],
  };
  const { profiles, permissionSets } = madeUpContainers(grown, scenario.sizes, random);
  const permissionSetGroups = madeUpGroups(
    permissionSets.map(({ name }) => name),
    random,
  );
  const withContainers = { ...grown, profiles, permissionSets, permissionSetGroups };
  const users = madeUpUsers(withContainers, scenario.sizes.users, random);
  return {
    ...withContainers,
    users: users.map((user) =>
      user.username === base.audit[0]?.username ? busier(user, withContainers) : user,
    ),
  };
}

/** The audited user, with forty more assignments, four of them groups. */
function busier(
  user: UserDescription,
  { permissionSets = [], permissionSetGroups = [] }: OrgDescription,
): UserDescription {
  const plain = permissionSets.filter(
    ({ name, hasActivationRequired }) => /^Set_/.test(name) && hasActivationRequired !== true,
  );
  return {
    ...user,
    assignments: [
      ...(user.assignments ?? []),
      ...plain.slice(0, 36).map(({ name }) => ({ permissionSet: name })),
      ...permissionSetGroups.slice(0, 4).map(({ name }) => ({ group: name })),
    ],
  };
}

const objectCount = 40;
const fieldsAnObject = 50;

const fieldTypes = [
  'Text(80)',
  'Picklist',
  'Checkbox',
  'Number(18, 2)',
  'Date',
  'Email',
  'Formula (Text)',
  'Lookup(Account)',
] as const;

function madeUpObjects(random: Random): Readonly<Record<string, ObjectDescription>> {
  const objects = Array.from({ length: objectCount }, (_, number): [string, ObjectDescription] => {
    const made = Array.from(
      { length: fieldsAnObject },
      (__, index): FieldDescription => ({
        name: `Field_${index + 1}__c`,
        label: `Field ${index + 1}`,
        type: random.pick(fieldTypes),
      }),
    );
    const name: FieldDescription = {
      name: 'Name',
      label: 'Name',
      type: 'Text(80)',
      permissionable: false,
      required: true,
    };
    return [`Record_${number + 1}__c`, { label: `Record ${number + 1}`, fields: [name, ...made] }];
  });
  return Object.fromEntries(objects);
}

const flowCount = 240;
/** Flows in the user's context whose restriction must be read one by one, `base`'s own not counted. */
const flowsToRead = 16;

function madeUpFlows(random: Random): readonly FlowDescription[] {
  return Array.from({ length: flowCount }, (_, number): FlowDescription => {
    const named = { name: `Flow_${number + 1}`, label: `Flow ${number + 1}` };
    if (number < flowsToRead) return { ...named, processType: random.pick(['Flow', 'AutoLaunchedFlow']) };
    if (random.chance(30))
      return { ...named, processType: 'Flow', active: false, restrictsAccess: random.chance(50) };
    return {
      ...named,
      processType: 'AutoLaunchedFlow',
      triggerType: random.pick(['RecordAfterSave', 'RecordBeforeSave', 'Scheduled']),
    };
  });
}

const groupCount = 40;

function madeUpGroups(sets: readonly string[], random: Random): readonly PermissionSetGroupDescription[] {
  const candidates = sets.filter((name) => /^Set_/.test(name));
  return Array.from({ length: groupCount }, (_, number): PermissionSetGroupDescription => {
    const name = `Group_${number + 1}`;
    const muting = {
      name: `${name}_Muting`,
      label: `Group ${number + 1} muting`,
      system: ['ModifyAllData', 'ViewAllData'],
    };
    return {
      name,
      label: `Group ${number + 1}`,
      members: random.sample(candidates, 3 + random.below(8)),
      ...(random.chance(40) ? { muting } : {}),
    };
  });
}
