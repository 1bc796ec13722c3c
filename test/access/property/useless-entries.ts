import { effectiveAccess } from '../../../src/emulator/effective-access/effective-access.ts';
import type { OrgDescription, PermissionEntries } from '../../../src/emulator/org-description.ts';
import type { Decision, Entry } from '../../../src/model/access.ts';
import { truthsOf } from './claims.ts';

/** Entries that grants and near misses show although they neither are the claim nor imply any part of it. */
export function uselessEntriesIn(org: OrgDescription, claim: string, decision: Decision): readonly string[] {
  const shown = decision.decision === 'granted' ? decision.grants : decision.nearMisses;
  return shown
    .filter(({ entry }) => !partsOf(claim).some((part) => givesByItself(org, part, entry)))
    .map(({ entry }) => `${claim}: is not given by ${JSON.stringify(entry)}`);
}

/** What a user really can do with a field is two things: its field-level security, and the right on its object. */
function partsOf(claim: string): readonly string[] {
  const [, object, right] = /^(\w+)\.\w+: effective (\w+)$/.exec(claim) ?? [];
  return object === undefined ? [claim] : [claim.replace('effective', 'field-level'), `${object}: ${right}`];
}

/** Whether a user who has nothing else, or lacks this alone, has the claim by this entry. */
function givesByItself(org: OrgDescription, claim: string, entry: Entry): boolean {
  if (entry.kind === 'fixed') return isGranted(org, claim, {});
  return groundsFor(claim).some(
    (ground) => !isGranted(org, claim, ground) && isGranted(org, claim, ground, entriesOf(entry)),
  );
}

/** What is there already: nothing, or one half of what it takes to edit a field that is read-only otherwise. */
function groundsFor(claim: string): readonly PermissionEntries[] {
  const [, field] = /^(\S+): field-level edit$/.exec(claim) ?? [];
  return field === undefined
    ? [{}]
    : [{}, { fields: { [field]: 'read' } }, { system: ['EditReadonlyFields'] }];
}

function entriesOf(entry: Exclude<Entry, { readonly kind: 'fixed' }>): PermissionEntries {
  switch (entry.kind) {
    case 'system':
      return { system: [entry.permission] };
    case 'object':
      return { objects: { [entry.object]: [entry.right] } };
    case 'field':
      return { fields: { [`${entry.object}.${entry.field}`]: entry.right } };
    case 'flow':
      return { flows: [entry.flow.replace(/^iv__/, '')] };
  }
}

/** Answers by question: the same few come up in every org. */
const answers = new Map<string, ReadonlyMap<string, string>>();

/** Whether a profile with some entries and a permission set with others give the claim in this org. */
function isGranted(org: OrgDescription, claim: string, ...entries: readonly PermissionEntries[]): boolean {
  const around = { ...org, objects: objectOf(org, claim), absentPermissions: [] };
  const key = JSON.stringify([around.objects, around.flows, entries]);
  const truths = answers.get(key) ?? truthsOf(effectiveAccess(withNothingBut(around, entries), 'someone'));
  answers.set(key, truths);
  return truths.get(claim) === 'granted';
}

/** The object that a claim is about, with the field that it is about; nothing for other claims. */
function objectOf({ objects }: OrgDescription, claim: string): OrgDescription['objects'] {
  const [, name = '', fieldName] = /^(\w+)(?:\.(\w+))?: /.exec(claim) ?? [];
  const object = objects[name];
  if (object === undefined) return {};
  return { [name]: { ...object, fields: object.fields.filter((field) => field.name === fieldName) } };
}

const withNothingBut = (
  org: OrgDescription,
  [ground, added]: readonly PermissionEntries[],
): OrgDescription => ({
  ...org,
  profiles: [{ name: 'Ground', license: 'Salesforce', custom: true, ...ground }],
  permissionSets: [{ name: 'Added', label: 'Added', ...added }],
  permissionSetGroups: [],
  users: [
    {
      username: 'someone',
      alias: 'one',
      name: 'Someone',
      profile: 'Ground',
      lastLogin: null,
      assignments: [{ permissionSet: 'Added' }],
    },
  ],
});
