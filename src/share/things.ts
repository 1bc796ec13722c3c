import { nameKey } from '../salesforce/names.ts';
import { type Family, type Form, kindOf, templates } from './families.ts';
import type { Making } from './making.ts';
import { isLastResort, numbered, numberIn, plainStandIn } from './numbering.ts';

/** Something that is named: whether by a title, a name or both. */
type Thing = { [F in Form]?: true } & { number?: number };

/** What is named, by family, and its numbers. Names that differ in case alone are of one thing. */
export interface Things {
  /** @param title of the same thing, so that both bear one number where nothing is in the way. */
  readonly note: (family: Family, form: Form, original: string, title?: string) => void;
  readonly number: () => void;
  readonly numberOf: (family: Family, form: Form, original: string) => number;
}

export function createThings(making: Making): Things {
  const families = new Map<Family, Thing[]>();
  const byKey = knownThings(making, families);
  const add = (family: Family, thing: Thing) => {
    const things = families.get(family);
    if (things === undefined) families.set(family, [thing]);
    else things.push(thing);
    return thing;
  };
  const note: Things['note'] = (family, form, original, title) => {
    const key = keyOf(family, form, original);
    if (byKey.has(key)) return;
    if (title !== undefined) note(family, 'title', title);
    const beside = title === undefined ? undefined : byKey.get(keyOf(family, 'title', title));
    const thing = beside !== undefined && beside[form] === undefined ? beside : add(family, {});
    thing[form] = true;
    byKey.set(key, thing);
  };
  return {
    note,
    number() {
      for (const [family, things] of families) numberThings(family, things, making);
    },
    numberOf(family, form, original) {
      const number = byKey.get(keyOf(family, form, original))?.number;
      if (number === undefined) throw new Error(`This ${family} was not noted, so it has no stand-in`);
      return number;
    },
  };
}

const keyOf = (family: Family, form: Form, original: string) => `${family} ${form} ${nameKey(original)}`;

function numberThings(family: Family, things: readonly Thing[], { chance, isTaken, isThere }: Making): void {
  const used = new Set(things.map(({ number }) => number));
  const isFree = (number: number) =>
    !used.has(number) &&
    (['title', 'name'] as const).every((form) => {
      const standIn = plainStandIn(family, form, number);
      return isLastResort(number) ? !isThere(standIn) : !isTaken(standIn);
    });
  const unnumbered = things.filter(({ number }) => number === undefined);
  for (const [thing, number] of numbered(unnumbered, isFree, chance)) thing.number = number;
}

/** The things of an earlier time, put among the families too: nothing else gets their numbers. */
function knownThings({ known }: Making, families: Map<Family, Thing[]>): Map<string, Thing> {
  const byKey = new Map<string, Thing>();
  for (const family of Object.keys(templates) as Family[]) {
    const byNumber = new Map<number, Thing>();
    for (const form of ['title', 'name'] as const) {
      for (const { kind, standIn, original } of known) {
        const number = kind === kindOf(family, form) ? numberIn(family, form, standIn) : null;
        if (number === null) continue;
        const thing = byNumber.get(number) ?? { number };
        thing[form] = true;
        byNumber.set(number, thing);
        byKey.set(keyOf(family, form, original), thing);
      }
    }
    if (byNumber.size > 0) families.set(family, [...byNumber.values()]);
  }
  return byKey;
}
