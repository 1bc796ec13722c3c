import type { Decision, FieldRight } from '../model/access.ts';
import type { Gap, Part } from '../model/part.ts';
import type { Catalogue, Field } from '../model/snapshot.ts';
import { nameKey } from '../salesforce/names.ts';
import type { Scope } from './decide-ways.ts';
import { denied, unknown } from './decisions.ts';

/** Fields the org keeps by itself (Salesforce Help, "What Determines Field Access?"): all read them, none writes. */
const keptByTheOrg: readonly string[] = [
  'createdbyid',
  'createddate',
  'id',
  'isdeleted',
  'lastmodifiedbyid',
  'lastmodifieddate',
  'systemmodstamp',
];

/**
 * Whether anybody at all can write a field. Formulas and auto-numbers nobody can: requiring Edit on one is a
 * wrong requirement. What describe calls not updatable may only be so for the caller.
 */
export function writability(object: string, field: Field, seenBy: Catalogue['seenBy']): Part<boolean> {
  if (field.calculated || field.autoNumber) return known(false);
  if (keptByTheOrg.includes(nameKey(field.name))) return known(false);
  if (field.updatable || seenBy === 'tooling') return known(field.updatable);
  const reason: Gap = {
    code: 'auditor-blind',
    message: `${object}.${field.name} is not writable for the auditor, whether for others is not known`,
    mend: 'give the auditor View Setup and Configuration, which shows every field as it is',
  };
  return { status: 'unavailable', reason };
}

const known = (value: boolean): Part<boolean> => ({ status: 'ok', value });

/**
 * Access to a field without field-level security: no row grants it and none takes it away. Everybody reads it,
 * and everybody writes it who may write the record, if it can be written. The grant names the subject's profile,
 * for that is what nobody is without.
 */
export function fixedAccess(
  scope: Scope,
  object: string,
  field: Field,
  writable: Part<boolean>,
): Readonly<Record<FieldRight, Decision>> {
  const read = fixed(scope, `${object}.${field.name} has no field-level security: it can always be read`);
  if (writable.status === 'unavailable') return { read, edit: unknown([writable.reason]) };
  if (!writable.value) return { read, edit: denied() };
  return {
    read,
    edit: fixed(scope, `${object}.${field.name} has no field-level security: it can always be written`),
  };
}

function fixed({ routes, record }: Scope, what: string): Decision {
  if (routes.status === 'unavailable') return unknown([routes.reason]);
  const route = routes.value.find(
    ({ standing, container }) => standing.kind === 'in-force' && container !== null,
  );
  if (!route?.container) {
    const message = `No assignment of ${record.subject.name} that is in force was read, not even its profile`;
    return unknown([
      { code: 'auditor-blind', message, mend: 'give the auditor View Setup and Configuration' },
    ]);
  }
  const grant = {
    container: route.container.ref,
    through: route.through,
    entry: { kind: 'fixed', what },
  } as const;
  return { decision: 'granted', grants: [grant] };
}
