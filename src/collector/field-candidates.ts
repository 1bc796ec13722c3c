import type { FieldNeed } from '../model/needs.ts';
import type { Field } from '../model/snapshot.ts';

/**
 * The fields that a requirement may turn out to mean: by API name, by the name the user configured, or by
 * label. Which of them it is, the access room decides; here a field too many is read rather than one too few.
 */
export function candidatesFor(need: FieldNeed, fields: readonly Field[]): readonly Field[] {
  const names = [need.field, need.configured].flatMap((name) =>
    name === undefined ? [] : name.toLowerCase(),
  );
  const label = need.label === undefined ? undefined : core(need.label);
  return fields.filter(
    (field) =>
      names.includes(field.name.toLowerCase()) || (label !== undefined && core(field.label) === label),
  );
}

/** A label without case, spaces, signs, and the words that the vendor's page and package put in or leave out. */
function core(label: string): string {
  let rest = label.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replaceAll('insideview', '').replaceAll('company', '');
  }
  return rest;
}
