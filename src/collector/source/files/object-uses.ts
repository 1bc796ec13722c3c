import type { Location } from '../../../model/part.ts';
import { nameKey } from '../../../salesforce/names.ts';
import type { Interest, ObjectInterest } from '../interest.ts';
import { bareName, isTemplate } from '../templates.ts';
import type { ObjectUse } from './file-reading.ts';
import { findRepeats, type Repeats } from './repeats.ts';

/** An object that a file has entries for, and what was seen of them so far. */
export interface OpenUse {
  readonly object: string;
  /** Absent where nobody needs the object. */
  readonly wanted: ObjectInterest | undefined;
  /** Whether it may become the wanted object, and may not. */
  readonly isTemplate: boolean;
  /** Of its fields. */
  readonly repeats: Repeats;
  isSeen: boolean;
  givesRead: boolean;
  readableAt: Location | null;
  strangerAt: Location | null;
  lastField: Location | null;
}

export interface ObjectUses {
  readonly ofObject: (object: string) => OpenUse;
  /** Undefined where the name is no `Object.Field`. */
  readonly ofField: (name: string) => OpenUse | undefined;
  readonly all: () => readonly OpenUse[];
}

/** Entries of one object stand together, so that the object of a field is nearly always that of the one before. */
export function objectUses(interest: Interest): ObjectUses {
  const uses = new Map<string, OpenUse>();
  let prefix = '';
  let current: OpenUse | undefined;
  const ofObject = (object: string): OpenUse => {
    const key = nameKey(object);
    const use = uses.get(key) ?? openUse(object, interest);
    uses.set(key, use);
    return use;
  };
  return {
    ofObject,
    ofField: (name) => {
      if (current === undefined || !name.startsWith(prefix)) {
        const dot = name.indexOf('.');
        if (dot < 1) return undefined;
        prefix = name.slice(0, dot + 1);
        current = ofObject(name.slice(0, dot));
      }
      return name.length > prefix.length ? current : undefined;
    },
    all: () => [...uses.values()],
  };
}

function openUse(object: string, interest: Interest): OpenUse {
  const template = isTemplate(object);
  return {
    object,
    wanted: template ? interest.bareObjects.get(bareName(object)) : interest.objects.get(nameKey(object)),
    isTemplate: template,
    repeats: findRepeats(),
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

/** Only those that may be odd, or answer for another file of the same set. */
export const oddUses = (uses: readonly OpenUse[]): readonly ObjectUse[] =>
  uses
    .filter((use) => use.givesRead || use.readableAt !== null || use.strangerAt !== null)
    .map(({ object, givesRead, readableAt, strangerAt }) => ({
      object,
      givesRead,
      readableAt,
      strangerAt,
    }));
