import type { Access, FieldAccess, FieldRight } from '../model/access.ts';
import type { Evidence, Outcome } from '../model/rule.ts';
import type { Field } from '../model/snapshot.ts';
import { rightLabels } from '../salesforce/labels.ts';
import { decided, fact, gap } from './evidence.ts';
import { rightOn } from './object-access.ts';

/** What one field comes to, and in which words. */
export interface FieldRead {
  readonly outcome: Outcome;
  readonly message:
    | 'granted'
    | 'absent'
    | 'readOnly'
    | 'fieldMissing'
    | 'objectMissing'
    | 'bothMissing'
    | 'objectMissingAtLeast'
    | 'existenceUnknown'
    | 'unknown';
  readonly right: string;
  /** What makes it read-only. */
  readonly kind?: string;
  readonly evidence: readonly Evidence[];
}

/**
 * Judges one field: does it exist, can anybody edit it, does field-level security allow it, does the object's right
 * stand behind it. A field needs both, and the message tells which is missing (salesforce.md, "Field permissions").
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
  if (access.field.status === 'unavailable') {
    const evidence = [gap(path, access.field.reason), ...both];
    return { outcome: 'inconclusive', message: 'existenceUnknown', right: label, evidence };
  }
  const field = access.field.value;
  if (field === null)
    return {
      outcome: 'fail',
      message: 'absent',
      right: label,
      evidence: [fact(`Field ${path} exists`, false)],
    };
  const kind = right === 'edit' ? readOnlyKind(field) : null;
  if (kind !== null && access.effective.edit.decision !== 'granted')
    return {
      outcome: 'fail',
      message: 'readOnly',
      right: label,
      kind,
      evidence: [fact(`Type of ${path}`, field.dataType)],
    };
  const evidence = both;
  const effective = access.effective[right].decision;
  if (effective === 'granted') return { outcome: 'pass', message: 'granted', right: label, evidence };
  if (effective === 'unknown') return { outcome: 'inconclusive', message: 'unknown', right: label, evidence };
  const message = denial(fieldLevel.decision, onObject.decision);
  return { outcome: 'fail', message, right: label, evidence };
}

type Answer = 'granted' | 'denied' | 'unknown';

/** Which of the two is missing, of an access that is denied. */
function denial(fieldLevel: Answer, onObject: Answer): FieldRead['message'] {
  if (fieldLevel === 'denied') return onObject === 'denied' ? 'bothMissing' : 'fieldMissing';
  return fieldLevel === 'granted' ? 'objectMissing' : 'objectMissingAtLeast';
}

/**
 * Why nobody can write a field, or null. Formula and auto-number fields have read permissions alone; a field
 * without field-level security that cannot be updated is one of Salesforce's own, such as CreatedDate.
 */
function readOnlyKind(field: Field): string | null {
  if (field.autoNumber) return 'an auto-number field';
  if (field.calculated) return 'a formula field';
  return !field.permissionable && !field.updatable ? 'a read-only field of Salesforce' : null;
}
