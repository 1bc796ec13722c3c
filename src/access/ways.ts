import type { Entry, FieldRight, Implication } from '../model/access.ts';
import type { ObjectRight } from '../model/container.ts';
import { permissionLabel, rightLabels } from '../salesforce/labels.ts';
import { nameKey } from '../salesforce/names.ts';
import { type Cause, type ImplicationRule, implications } from './implications.ts';

/** What is asked for: a permission as an entry, a field's with every spelling its rows may use. */
export type Target =
  | { readonly kind: 'system'; readonly permission: string }
  | { readonly kind: 'object'; readonly object: string; readonly right: ObjectRight }
  | {
      readonly kind: 'field';
      readonly object: string;
      readonly field: string;
      readonly spellings: readonly string[];
      readonly right: FieldRight;
    }
  | { readonly kind: 'flow'; readonly flow: string; readonly flowId: string };

/** One entry that gives what is asked for: the thing itself, or something that implies it. */
export interface Way {
  readonly entry: Exclude<Entry, { readonly kind: 'fixed' }>;
  /** Index keys of the entry, one a spelling. */
  readonly keys: readonly string[];
  /** Index keys of what the entry cannot be without: muting one of them mutes the entry. */
  readonly requires: readonly string[];
  /** Absent where the entry is the very permission asked for. */
  readonly implied?: Implication;
  /** Its entry stands in the same row as the direct one, which therefore says all there is to say. */
  readonly sameRow: boolean;
}

/** Keys under which a container's entries are indexed. API names are compared without regard to case. */
export const keyOf = {
  system: (permission: string) => `system ${nameKey(permission)}`,
  object: (object: string, right: ObjectRight) => `object ${nameKey(object)} ${right}`,
  field: (object: string, field: string, right: FieldRight) =>
    `field ${nameKey(object)}.${nameKey(field)} ${right}`,
  /** The first 15 characters of a Salesforce Id are the Id; the last three of 18 are a checksum. */
  flow: (flowId: string) => `flow ${/^[a-z0-9]{18}$/i.test(flowId) ? flowId.slice(0, 15) : flowId}`,
};

/** Every entry that would give the target, the direct one first. Ways that only hold for readable fields are apart. */
export function waysTo(target: Target): readonly Way[] {
  const implied = implyingRules(target).filter(({ onlyIfReadable }) => onlyIfReadable !== true);
  return [directWay(target), ...implied.flatMap((rule) => impliedWay(rule, target))];
}

/** Entries that give a field's Edit to whoever can read the field. */
export function waysIfReadable(target: Target & { readonly kind: 'field' }): readonly Way[] {
  const implied = implyingRules(target).filter(({ onlyIfReadable }) => onlyIfReadable === true);
  return implied.flatMap((rule) => impliedWay(rule, target));
}

function directWay(target: Target): Way {
  return { entry: entryOf(target), keys: keysOf(target), requires: requirementsOf(target), sameRow: true };
}

function impliedWay(rule: ImplicationRule, target: Target): readonly Way[] {
  const cause = causeTarget(rule.cause, target);
  if (cause === null) return [];
  const sameRow = rule.cause.kind !== 'system' && rule.cause.kind === rule.effect.kind;
  return [{ ...directWay(cause), implied: { by: causeLabel(rule.cause), fact: rule.fact }, sameRow }];
}

function implyingRules(target: Target): readonly ImplicationRule[] {
  return byEffect.get(rightOf(target)) ?? [];
}

/** What rules know of a target: which permission it is, or which right, on whatever object or field. */
const rightOf = (target: Target | Cause): string =>
  target.kind === 'system'
    ? `system ${target.permission}`
    : target.kind === 'flow'
      ? 'flow'
      : `${target.kind} ${target.right}`;

const effectsOf = ({ effect }: ImplicationRule): readonly string[] =>
  (effect.kind === 'system' ? effect.permissions : effect.rights).map((each) => `${effect.kind} ${each}`);

/** The rules by what they imply, and those within one kind of entry by what implies it: looked up for every entry. */
const byEffect = new Map(
  implications
    .flatMap(effectsOf)
    .map((effect) => [effect, implications.filter((rule) => effectsOf(rule).includes(effect))]),
);
const byCause = Map.groupBy(
  implications.filter(({ cause, effect }) => cause.kind === effect.kind),
  ({ cause }) => rightOf(cause),
);

/** The permission that implies the target, on the target's own object or field. */
function causeTarget(cause: Cause, target: Target): Target | null {
  if (cause.kind === 'system') return cause;
  if (cause.kind === 'field') return target.kind === 'field' ? { ...target, right: cause.right } : null;
  if (target.kind !== 'object' && target.kind !== 'field') return null;
  return { kind: 'object', object: target.object, right: cause.right };
}

/** What the target itself implies in the same kind of entry, and so requires. */
export function requiredBy(target: Target): readonly Target[] {
  return (byCause.get(rightOf(target)) ?? []).flatMap(({ effect }) =>
    effect.kind === 'system'
      ? effect.permissions.map((permission): Target => ({ kind: 'system', permission }))
      : effect.rights.map((right) => ({ ...target, right }) as Target),
  );
}

const requirementsOf = (target: Target): readonly string[] => requiredBy(target).flatMap(keysOf);

export function keysOf(target: Target): readonly string[] {
  switch (target.kind) {
    case 'system':
      return [keyOf.system(target.permission)];
    case 'object':
      return [keyOf.object(target.object, target.right)];
    case 'field':
      return target.spellings.map((spelling) => keyOf.field(target.object, spelling, target.right));
    case 'flow':
      return [keyOf.flow(target.flowId)];
  }
}

function entryOf(target: Target): Way['entry'] {
  switch (target.kind) {
    case 'system':
      return { kind: 'system', permission: target.permission };
    case 'object':
      return { kind: 'object', object: target.object, right: target.right };
    case 'field':
      return { kind: 'field', object: target.object, field: target.field, right: target.right };
    case 'flow':
      return { kind: 'flow', flow: target.flow };
  }
}

function causeLabel(cause: Cause): string {
  return cause.kind === 'system' ? permissionLabel(cause.permission) : rightLabels[cause.right];
}
