import type { FieldNeed, Needs } from '../../model/needs.ts';
import type { Gap } from '../../model/part.ts';
import { objectRights } from '../../salesforce/labels.ts';

/** What may stand at a place of the document: named members, items of an array, or a plain value. */
export interface Shape {
  readonly members?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  /** Null is possible here, and most keywords of JSON Schema accept null in silence. */
  readonly nullable?: true;
  /** Null here is no answer: it stands for what could not be known, for this reason. */
  readonly untold?: Gap;
}

const plain: Shape = {};
const nullable: Shape = { nullable: true };
const decision: Shape = { members: { decision: plain } };

function object(members: Readonly<Record<string, Shape>>): Shape {
  return { members };
}

/** A part is never null itself; what could not be read has a status and no value. */
function part(value: Shape): Shape {
  return object({ status: plain, value });
}

function record(names: readonly string[], shape: Shape): Shape {
  return object(Object.fromEntries(names.map((name) => [name, shape])));
}

const untold = (code: Gap['code'], message: string): Shape => ({ ...nullable, untold: { code, message } });

const license = object({
  name: plain,
  key: untold('source-cannot-tell', 'Of the licence its name alone is known, not its key'),
});
const container = object({ id: plain, kind: plain, title: plain });
const profile = object({
  id: plain,
  name: untold('auditor-blind', 'The name of the profile is hidden from the auditor'),
  isCustom: part(plain),
  license: part(license),
});

const user = object({
  id: plain,
  username: plain,
  name: plain,
  isActive: plain,
  lastLoginDate: nullable,
  userType: nullable,
  flowUser: part(plain),
  passwordExpires: part(nullable),
});

const flow = object({
  id: plain,
  name: plain,
  label: plain,
  namespace: nullable,
  processType: plain,
  triggerType: nullable,
  restricted: part(plain),
});

const field = object({
  name: plain,
  label: plain,
  dataType: plain,
  permissionable: plain,
  calculated: plain,
  autoNumber: plain,
  updatable: plain,
});

const fieldAccess = object({
  asked: object({ object: plain, field: plain, label: plain, configured: plain }),
  field: part({ ...field, nullable: true }),
  foundBy: nullable,
  candidates: { items: plain },
  writable: part(plain),
  fieldLevel: record(['read', 'edit'], decision),
  effective: record(['read', 'edit'], decision),
});

const assignment = object({
  id: plain,
  containerId: plain,
  groupId: nullable,
  isActive: plain,
  isRevoked: plain,
  expires: nullable,
  container,
});

const assignedLicense = object({ name: plain, label: plain, status: plain, expires: nullable });

const objectAccess = object({ object: plain, rights: record(objectRights, decision) });

const fixed: Readonly<Record<string, Shape>> = {
  organization: part(object({ id: plain, name: plain, edition: plain, isSandbox: plain })),
  user: part(user),
  profile: part(profile),
  login: part(object({ isFrozen: plain, isPasswordLocked: plain })),
  profilePeers: part(object({ total: plain, examples: { items: plain } })),
  limits: part(object({ dailyApiRequests: object({ max: plain, remaining: plain }) })),
  flows: part({ items: object({ flow, context: plain, run: decision }) }),
  assignments: part(object({ all: { items: assignment } })),
};

/** The shape of the document that an assertion with these needs sees. */
export function documentShape(needs: Needs): Shape {
  const { flows, systemPermissions, objects, fields, permissionSetLicenses } = needs;
  return object({
    subject: object({ kind: plain, id: plain, name: plain, title: plain }),
    asOf: plain,
    ...Object.fromEntries(Object.entries(fixed).filter(([name]) => name in needs)),
    ...(flows && { otherFlows: nullable }),
    ...(systemPermissions && { systemPermissions: record(systemPermissions, decision) }),
    ...(objects && { objects: record(objects, objectAccess) }),
    ...(fields && { fields: record(fields.map(fieldPath), fieldAccess) }),
    ...(permissionSetLicenses && {
      permissionSetLicenses: record(permissionSetLicenses, part({ ...assignedLicense, nullable: true })),
    }),
  });
}

function fieldPath({ object: name, field: fieldName }: FieldNeed): string {
  return `${name}.${fieldName}`;
}
