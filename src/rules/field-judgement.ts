import type { Access, Decision, FieldAccess, FieldRight } from '../model/access.ts';
import type { Gap } from '../model/part.ts';
import type { Evidence } from '../model/rule.ts';
import type { Field } from '../model/snapshot.ts';
import { rightLabels } from '../salesforce/labels.ts';
import { decided, fact, gap } from './evidence.ts';
import { rightOn } from './object-access.ts';

/** What one field comes to, and in which words. */
export type FieldRead = {
  readonly right: string;
  /** What makes it read-only. */
  readonly kind?: string;
  readonly evidence: readonly Evidence[];
} & (
  | { readonly outcome: 'pass'; readonly message: 'granted' }
  | { readonly outcome: 'fail'; readonly message: 'absent' | 'readOnly' | Denial }
  | { readonly outcome: 'inconclusive'; readonly message: 'existenceUnknown' | 'unknown' }
);

type Denial = 'fieldMissing' | 'objectMissing' | 'bothMissing' | 'objectMissingAtLeast';

/**
 * Judges one field: does it exist, can anybody edit it, does field-level security allow it, does the object's right
 * stand behind it. A field needs both, and the message tells which is missing (docs/salesforce.md, "Field
 * permissions").
 */
export function judgeField(access: FieldAccess, objects: Access['objects'], right: FieldRight): FieldRead {
  const { object, field: name } = access.asked;
  const path = `${object}.${name}`;
  const label = rightLabels[right];
  const fieldLevel = access.fieldLevel[right];
  const onObject = rightOn(objects, object, right);
  const both = [
    decided(`${path}: ${label} (field-level security)`, fieldLevel),
    decided(`${object}: ${label}`, onObject),
  ];
  const effective = access.effective[right].decision;
  const missing = { outcome: 'fail', message: denial(fieldLevel, onObject), right: label } as const;
  if (access.field.status === 'unavailable') {
    const { reason } = access.field;
    const isCited =
      fieldLevel.decision === 'unknown' && fieldLevel.because.some((each) => isSame(each, reason));
    const evidence = isCited ? both : [gap(path, reason), ...both];
    // Whether or not it exists, what is denied cannot be used.
    return effective === 'denied'
      ? { ...missing, evidence }
      : { outcome: 'inconclusive', message: 'existenceUnknown', right: label, evidence };
  }
  const field = access.field.value;
  if (field === null)
    return {
      outcome: 'fail',
      message: 'absent',
      right: label,
      evidence: [fact(`Field ${path} exists`, false)],
    };
  if (right === 'edit' && access.writable.status === 'ok' && !access.writable.value)
    return {
      outcome: 'fail',
      message: 'readOnly',
      right: label,
      kind: readOnlyKind(field),
      evidence: [fact(`Type of ${path}`, field.dataType)],
    };
  if (effective === 'granted') return { outcome: 'pass', message: 'granted', right: label, evidence: both };
  if (effective === 'unknown')
    return { outcome: 'inconclusive', message: 'unknown', right: label, evidence: both };
  return { ...missing, evidence: both };
}

const isSame = (one: Gap, other: Gap): boolean => one.code === other.code && one.message === other.message;

/** Which of the two is missing, of an access that is denied. */
function denial({ decision: fieldLevel }: Decision, { decision: onObject }: Decision): Denial {
  if (fieldLevel === 'denied') return onObject === 'denied' ? 'bothMissing' : 'fieldMissing';
  return fieldLevel === 'granted' ? 'objectMissing' : 'objectMissingAtLeast';
}

/** What makes a field one that nobody can write: compound fields, such as addresses, are the last kind. */
function readOnlyKind({ autoNumber, calculated, permissionable }: Field): string {
  if (autoNumber) return 'an auto-number field';
  if (calculated) return 'a formula field';
  return permissionable ? 'a field that cannot be updated' : 'a read-only field of Salesforce';
}
