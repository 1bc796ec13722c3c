import type { EffectiveAccess } from '../../../src/emulator/effective-access/effective-access.ts';
import type { Truth } from '../../../src/emulator/effective-access/truth.ts';
import type { Access, Decision } from '../../../src/model/access.ts';
import { systemPermissions } from './random-entries.ts';

/** Every decision about one user as a flat list: `system ApiEnabled`, `Account: edit`, `Account.F0__c: effective read` … */
export type Claims<T> = ReadonlyMap<string, T>;

/** What has the shape of an answer about a user, whatever an answer is. */
interface Answers<T> {
  readonly system: Readonly<Record<string, T>>;
  readonly objects: Readonly<Record<string, Readonly<Record<string, T>>>>;
  readonly fields: Readonly<
    Record<
      string,
      { readonly fieldLevel: Readonly<Record<string, T>>; readonly effective: Readonly<Record<string, T>> }
    >
  >;
  readonly flows: Readonly<Record<string, T>>;
}

function claimsOf<T>({ system, objects, fields, flows }: Answers<T>): Claims<T> {
  return new Map<string, T>([
    ...prefixed('system ', system),
    ...Object.entries(objects).flatMap(([object, rights]) => prefixed(`${object}: `, rights)),
    ...Object.entries(fields).flatMap(([field, { fieldLevel, effective }]) => [
      ...prefixed(`${field}: field-level `, fieldLevel),
      ...prefixed(`${field}: effective `, effective),
    ]),
    ...prefixed('flow ', flows),
  ]);
}

const prefixed = <T>(
  prefix: string,
  answers: Readonly<Record<string, T>>,
): readonly (readonly [string, T])[] =>
  Object.entries(answers).map(([name, answer]) => [prefix + name, answer] as const);

/** What the arithmetic says, claim by claim; of the system permissions, those that are asked about. */
export const truthsOf = ({ system, ...others }: EffectiveAccess): Claims<Truth> =>
  claimsOf<Truth>({
    ...others,
    system: Object.fromEntries(systemPermissions.map((name) => [name, system[name] ?? 'unknown'])),
  });

/** What the product says, claim by claim. Flows that could not be read make no claims. */
export function decisionsOf(access: Access): Claims<Decision> {
  const flows = access.flows.status === 'ok' ? access.flows.value : [];
  return claimsOf<Decision>({
    system: access.systemPermissions,
    objects: Object.fromEntries(Object.values(access.objects).map(({ object, rights }) => [object, rights])),
    fields: access.fields,
    flows: Object.fromEntries(flows.map(({ flow, run }) => [flow.name, run])),
  });
}

/** Where the product and the arithmetic do not say the same. */
export function differences(decisions: Claims<Decision>, truths: Claims<Truth>): readonly string[] {
  return [...decisions].flatMap(([claim, { decision }]) => {
    const truth = truths.get(claim) ?? 'unknown';
    return decision === truth ? [] : [`${claim}: decided ${decision}, is ${truth}`];
  });
}
