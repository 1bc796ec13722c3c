import type { Location } from '../../../model/part.ts';
import { nameKey } from '../../../salesforce/names.ts';
import type { Interest, ObjectInterest } from '../interest.ts';
import { bareName, isTemplate } from '../templates.ts';
import type { ObjectUse } from './file-reading.ts';
import { comesAfter, noKeys, type SeenKeys } from './repeats.ts';

/** An object that a file has entries for, and what was seen of them so far. */
export interface OpenUse {
  readonly object: string;
  /** Absent where nobody needs the object. */
  readonly wanted: ObjectInterest | undefined;
  /** Whether it may become the wanted object, and may not. */
  readonly isTemplate: boolean;
  readonly fields: SeenKeys;
  /** What the names of its fields begin with. */
  readonly prefix: string;
  isSeen: boolean;
  givesRead: boolean;
  readableAt: Location | null;
  strangerAt: Location | null;
  lastField: Location | null;
}

export interface ObjectUses {
  readonly interest: Interest;
  readonly byKey: Map<string, OpenUse>;
  /** Whether the fields of each object are counted on to be in order. */
  readonly inOrder: boolean;
  /** Of the field before, where it is spelled as at its first. */
  current: OpenUse | undefined;
}

export const objectUses = (interest: Interest, inOrder: boolean): ObjectUses => ({
  interest,
  inOrder,
  byKey: new Map(),
  current: undefined,
});

export function useOfObject({ interest, byKey, inOrder }: ObjectUses, object: string): OpenUse {
  const key = nameKey(object);
  const use = byKey.get(key) ?? openUse(object, interest, inOrder);
  byKey.set(key, use);
  return use;
}

/** @returns undefined where the name is no `Object.Field`. */
export function useOfField(uses: ObjectUses, name: string): OpenUse | undefined {
  const dot = name.indexOf('.');
  if (dot < 1 || dot === name.length - 1) return undefined;
  const object = name.slice(0, dot);
  const use = useOfObject(uses, object);
  uses.current = object === use.object ? use : undefined;
  return use;
}

/** The use of the field before, if this is the next one of the same object in order. */
export function nextInOrder({ current }: ObjectUses, name: string): OpenUse | undefined {
  if (current === undefined || current.fields.all !== null) return undefined;
  const { prefix, fields } = current;
  return name.startsWith(prefix) && comesAfter(name, fields.last, prefix.length) ? current : undefined;
}

function openUse(object: string, interest: Interest, inOrder: boolean): OpenUse {
  const template = isTemplate(object);
  return {
    object,
    wanted: template ? interest.bareObjects.get(bareName(object)) : interest.objects.get(nameKey(object)),
    isTemplate: template,
    fields: noKeys(inOrder),
    prefix: `${object}.`,
    isSeen: false,
    givesRead: false,
    readableAt: null,
    strangerAt: null,
    lastField: null,
  };
}

/**
 * Whether a custom object is none of those that are known. Of another namespace's objects a project has no files,
 * and which object a template becomes is not known.
 */
export function isStranger(object: string, { knownObjects, namespace }: Interest): boolean {
  if (knownObjects === null || !/__c$/i.test(object) || isTemplate(object)) return false;
  const key = nameKey(object);
  const own = namespace === null ? '' : `${nameKey(namespace)}__`;
  const plain = own !== '' && key.startsWith(own) ? key.slice(own.length) : key;
  const isForeign = plain.indexOf('__') < plain.length - '__c'.length;
  return !isForeign && !knownObjects.has(plain) && !knownObjects.has(key) && !knownObjects.has(own + plain);
}

/**
 * Only those that may be odd, or answer for another file of the same set.
 * @param watchesReading whether fields of objects that cannot be read are odd there.
 */
export const oddUses = ({ byKey }: ObjectUses, watchesReading: boolean): readonly ObjectUse[] =>
  [...byKey.values()]
    .filter(
      (use) => use.strangerAt !== null || (watchesReading && (use.givesRead || use.readableAt !== null)),
    )
    .map(({ object, givesRead, readableAt, strangerAt }) => ({ object, givesRead, readableAt, strangerAt }));
