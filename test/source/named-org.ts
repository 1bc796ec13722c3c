import * as fc from 'fast-check';
import type { OrgDescription } from '../../src/emulator/org-description.ts';
import { randomOrg } from '../access/property/random-org.ts';
import { readable } from '../access/property/readable-org.ts';

/** Names that people give, with every sign that XML or a file name has to write in another way. */
const titles: readonly string[] = [
  'Plain',
  "Sales & Größe <100%> 'A/B'",
  'Force.com - App: "Übersicht" (β)',
  '同期 ]]> %41',
];

/**
 * Random orgs with such names. The first profile may be Salesforce's own, which has another name in metadata, and one
 * of the objects somebody's own or a package's.
 */
export const namedOrg: fc.Arbitrary<OrgDescription> = fc
  .tuple(
    randomOrg,
    fc.constantFrom(...titles),
    fc.boolean(),
    fc.constantFrom('Contact', 'Deal__c', 'iv__Deal__c'),
  )
  .map(([org, title, isStandard, object]) => renamed(withObject(org, object), title, isStandard));

/** The object's name is a word that nothing else has in it. */
const withObject = (org: OrgDescription, name: string): OrgDescription =>
  JSON.parse(JSON.stringify(org).replaceAll('Contact', name)) as OrgDescription;

function renamed(org: OrgDescription, title: string, isStandard: boolean): OrgDescription {
  const label = (name: string) => `${title} ${name}`.replace(/^Plain /, '');
  const isOurs = (profile: string) => isStandard && profile === 'Profile 0';
  const profileName = (name: string) => (isOurs(name) ? 'System Administrator' : label(name));
  return readable({
    ...org,
    profiles: org.profiles.map((each) => ({
      ...each,
      name: profileName(each.name),
      custom: !isOurs(each.name),
    })),
    permissionSets: (org.permissionSets ?? []).map((set) => ({ ...set, label: label(set.label) })),
    permissionSetGroups: (org.permissionSetGroups ?? []).map((group) => ({
      ...group,
      label: label(group.label),
      ...(group.muting && { muting: { ...group.muting, label: label(group.muting.label) } }),
    })),
    users: org.users.map((user) => ({ ...user, profile: profileName(user.profile) })),
  });
}
