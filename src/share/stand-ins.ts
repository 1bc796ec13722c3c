import type { NamedStandIn, StandInKind } from '../model/share-key.ts';
import { type Family, type Form, inOtherCase, kindOf, suffixOf } from './families.ts';
import { createIdNumbers } from './id-numbers.ts';
import { idStandIn, looksLikeId } from './ids.ts';
import type { Making } from './making.ts';
import { plainStandIn } from './numbering.ts';
import { createThings } from './things.ts';

/** Names are noted first, all of them; then they are numbered; then each has its stand-in. */
export interface StandIns {
  readonly note: (family: Family, form: Form, original: string, title?: string) => void;
  readonly noteId: (id: string) => void;
  /** May be called again, when more was noted. */
  readonly number: () => void;
  /** That of a name that was noted, or of one that differs from it in case alone. */
  readonly of: (family: Family, form: Form, original: string) => string;
  readonly ofId: (id: string) => string;
  /** A stand-in that is made of others. */
  readonly derive: (standIn: string, original: string) => string;
  /** Everything that has a stand-in by now. */
  readonly all: () => readonly NamedStandIn[];
}

export function createStandIns(making: Making): StandIns {
  const things = createThings(making);
  const ids = createIdNumbers(making);
  const made = new Map(making.known.map((each) => [JSON.stringify([each.kind, each.original]), each]));
  const used = new Set(making.known.map(({ standIn }) => standIn));
  const standInOf = (kind: StandInKind, original: string, make: () => string): string => {
    const key = JSON.stringify([kind, original]);
    const known = made.get(key);
    if (known !== undefined) return known.standIn;
    const standIn = make();
    used.add(standIn);
    made.set(key, { kind, standIn, original });
    return standIn;
  };
  const of = (family: Family, form: Form, original: string): string =>
    standInOf(kindOf(family, form), original, () =>
      unused(templated(family, form, original, things.numberOf(family, form, original), making), used),
    );
  return {
    note: things.note,
    // What should be an Id and is none may be anything.
    noteId: (id) => (looksLikeId(id) ? ids.note(id) : things.note('id', 'name', id)),
    number() {
      things.number();
      ids.number();
    },
    of,
    ofId: (id) =>
      looksLikeId(id)
        ? standInOf('id-name', id, () => idStandIn(id, ids.numberOf(id)))
        : of('id', 'name', id),
    derive: (standIn, original) => standInOf('derived', original, () => standIn),
    all: () => [...made.values()],
  };
}

/** A field's stand-in goes on to look like the vendor's where the field does: fields are found by that. */
function templated(
  family: Family,
  form: Form,
  original: string,
  number: number,
  { prefixOf }: Making,
): string {
  const plain = plainStandIn(family, form, number);
  if (form === 'title' || !suffixed.has(family)) return plain;
  const mention = family === 'field' && mentionsVendor(original) ? 'InsideView_' : '';
  return prefixOf(original) + mention + plain + suffixOf(original);
}

const suffixed: ReadonlySet<Family> = new Set(['field', 'object', 'text']);

const mentionsVendor = (name: string): boolean => /inside[^\p{L}\p{N}]*view/iu.test(name);

/** The stand-in, or its first spelling in another case that nothing else has. */
function unused(standIn: string, used: ReadonlySet<string>): string {
  for (let nth = 0; ; nth += 1) {
    const spelling = inOtherCase(standIn, nth) ?? `${standIn}-${nth}`;
    if (!used.has(spelling)) return spelling;
  }
}
