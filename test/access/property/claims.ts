import type { EffectiveAccess } from '../../../src/emulator/effective-access/effective-access.ts';
import type { Truth } from '../../../src/emulator/effective-access/truth.ts';

/** Every decision about one user as a flat list: `Account: edit`, `Account.F0__c: field-level read` … */
export type Claims<T> = ReadonlyMap<string, T>;

/** What the arithmetic says, claim by claim. */
export function truthsOf({ system, objects, fields, flows }: EffectiveAccess): Claims<Truth> {
  return new Map<string, Truth>([
    ...Object.entries(system).map(([name, truth]) => [`system ${name}`, truth] as const),
    ...Object.entries(objects).flatMap(([object, rights]) =>
      Object.entries(rights).map(([right, truth]) => [`${object}: ${right}`, truth] as const),
    ),
    ...Object.entries(fields).flatMap(([field, { fieldLevel, effective }]) => [
      ...Object.entries(fieldLevel).map(
        ([right, truth]) => [`${field}: field-level ${right}`, truth] as const,
      ),
      ...Object.entries(effective).map(([right, truth]) => [`${field}: effective ${right}`, truth] as const),
    ]),
    ...Object.entries(flows).map(([flow, truth]) => [`flow ${flow}`, truth] as const),
  ]);
}
