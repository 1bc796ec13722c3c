import type { LeftRequirement, LeftWork } from '../model/remedy-plan.ts';
import type { Result } from '../model/report.ts';

/** Who has to do what about a failure that no permission set mends. */
export function leftRequirement(result: Result): LeftRequirement {
  const { pack, requirement, title, level, message, remedy } = result;
  const kind = workOn(result);
  return {
    ...{ pack, requirement, title, level, message, kind },
    who: doers[kind],
    setup: remedy?.setup ?? { lightning: [], classic: [] },
  };
}

/** Work that comes before a permission set is assigned: it decides what the user may be given at all. */
export const comesFirst = ({ kind }: Pick<LeftRequirement, 'kind'>): boolean =>
  kind === 'edition' || kind === 'licence';

function workOn({ rule, evidence }: Result): LeftWork {
  const hasNeverLoggedIn = evidence.some(
    (each) => each.kind === 'fact' && each.about === 'Last login' && each.value === null,
  );
  if (rule === 'user-state' && hasNeverLoggedIn) return 'sign-in';
  return Object.hasOwn(workByRule, rule) ? (workByRule[rule] ?? 'other') : 'other';
}

const workByRule: Readonly<Record<string, LeftWork>> = {
  'org-edition': 'edition',
  'user-license': 'licence',
  'permission-set-license': 'licence',
  profile: 'profile',
  'dedicated-user': 'profile',
  'user-state': 'user',
  'field-access': 'package',
  'api-limits': 'limits',
};

const doers: Readonly<Record<LeftWork, string>> = {
  edition: 'whoever buys Salesforce for this org',
  licence: 'an administrator who may assign licences (Manage Users)',
  profile: 'an administrator with Manage Users and Manage Profiles and Permission Sets',
  user: 'an administrator with Manage Users',
  'sign-in': 'whoever has the credentials of the integration user',
  package: 'whoever installs the packages of this org, or keeps the mapping of its fields',
  limits: 'whoever watches over the API calls of this org',
  other: 'an administrator of this org',
};
