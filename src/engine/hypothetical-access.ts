import type { Access, Decision, FieldAccess } from '../model/access.ts';
import type { NeedName, Needs } from '../model/needs.ts';
import type { Gap, Part } from '../model/part.ts';
import { objectRights } from '../salesforce/labels.ts';

/** What an audited user may be like, in what does not stand on the auditor's rights. */
export interface Imagined {
  /** Its own row speaks for it: its password lasts, and it is a Flow User. */
  readonly favoured: boolean;
  /** Others have its profile. */
  readonly hasPeers: boolean;
}

/** Every user that a rule may tell from another by what any auditor sees. */
export const imaginable: readonly Imagined[] = [
  { favoured: true, hasPeers: false },
  { favoured: true, hasPeers: true },
  { favoured: false, hasPeers: false },
  { favoured: false, hasPeers: true },
];

/**
 * The access document of a user who need not be there, as an auditor would see it to whom some needs are blind: what
 * is blind is unknown because of `gap`, all else is known.
 */
export function hypotheticalAccess(
  needs: Needs,
  blind: ReadonlySet<NeedName>,
  gap: Gap,
  { favoured, hasPeers }: Imagined,
): Access {
  const seen = <T>(name: NeedName, value: T): Part<T> =>
    blind.has(name) ? { status: 'unavailable', reason: gap } : ok(value);
  const known: Decision = favoured ? granted : { decision: 'denied', nearMisses: [] };
  const unknown: Decision = { decision: 'unknown', because: [gap], nearMisses: [] };
  const decision = (name: NeedName): Decision => (blind.has(name) ? unknown : known);
  const each = <T>(names: readonly string[] = [], value: T) =>
    Object.fromEntries(names.map((name) => [name, value]));
  const rights = Object.fromEntries(objectRights.map((right) => [right, decision('objects')]));
  return {
    accessVersion: 1,
    subject: { kind: 'user', id: user.id, name: user.username, title: user.name },
    asOf: '2026-01-01T00:00:00.000Z',
    organization: seen('organization', organization),
    user: seen('user', { ...user, flowUser: ok(favoured), passwordExpires: ok(favoured ? farDay : null) }),
    // The licence is the user's own to show; whether the profile is custom, its permission set's.
    profile: ok({
      id: '00e',
      name: 'Profile',
      isCustom: seen('profile', true),
      license: ok({ name: 'Salesforce', key: 'SFDC' }),
    }),
    login: seen('login', { isFrozen: false, isPasswordLocked: false }),
    profilePeers: seen('profilePeers', { total: hasPeers ? 1 : 0, examples: hasPeers ? ['other'] : [] }),
    limits: seen('limits', { dailyApiRequests: { max: 100, remaining: 100 } }),
    systemPermissions: each(needs.systemPermissions, decision('systemPermissions')),
    objects: Object.fromEntries(
      (needs.objects ?? []).map((object) => [
        object,
        { object, rights: rights as Readonly<Record<(typeof objectRights)[number], Decision>> },
      ]),
    ),
    fields: fieldsOf(needs, seen, decision('fields')),
    flows: seen('flows', []),
    otherFlows: null,
    permissionSetLicenses: each(needs.permissionSetLicenses, seen('permissionSetLicenses', null)),
    assignments: seen('assignments', { all: [], dependents: [] }),
  };
}

function fieldsOf(
  { fields = [] }: Needs,
  seen: <T>(name: NeedName, value: T) => Part<T>,
  decision: Decision,
): Access['fields'] {
  const both = { read: decision, edit: decision };
  return Object.fromEntries(
    fields.map((asked): readonly [string, FieldAccess] => [
      `${asked.object}.${asked.field}`,
      {
        asked,
        field: seen('fields', { ...field, name: asked.field, label: asked.label ?? asked.field }),
        foundBy: 'name',
        candidates: [],
        writable: seen('fields', true),
        fieldLevel: both,
        effective: both,
      },
    ]),
  );
}

const ok = <T>(value: T): Part<T> => ({ status: 'ok', value });

const granted: Decision = {
  decision: 'granted',
  grants: [
    {
      container: { id: '0PS', kind: 'permission-set', title: 'Permission set' },
      through: { id: '0Pa', group: null, expires: null },
      entry: { kind: 'fixed', what: 'imagined' },
    },
  ],
};

const farDay = '2100-01-01T00:00:00.000Z';

const organization = { id: '00D', name: 'Org', edition: 'Enterprise Edition', isSandbox: false };

const user = {
  id: '005',
  username: 'user',
  name: 'User',
  isActive: true,
  lastLoginDate: '2026-01-01T00:00:00.000Z',
  userType: 'Standard',
};

const field = {
  dataType: 'Text(40)',
  permissionable: true,
  calculated: false,
  autoNumber: false,
  updatable: true,
};
