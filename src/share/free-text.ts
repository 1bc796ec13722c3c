import type { NamedStandIn } from '../model/share-key.ts';
import { nameKey } from '../salesforce/names.ts';
import { suffixOf } from './families.ts';
import { looksLikeId } from './ids.ts';
import { isPlainWord } from './word-list.ts';

/** A piece of a sentence that is not what every other org's sentence says, too. */
export type Term =
  | { readonly kind: 'name'; readonly text: string; readonly named: NamedStandIn }
  | { readonly kind: 'id'; readonly text: string }
  /** Nobody knows what it names. */
  | { readonly kind: 'unknown'; readonly text: string };

/** What is known of names when sentences are read. */
export interface KnownNames {
  /** By the key of the first word in it: longest first. */
  readonly byWord: ReadonlyMap<string, readonly KnownName[]>;
  /** Keys of API names that stay. */
  readonly asked: ReadonlySet<string>;
  /** Words that stay, in small letters. */
  readonly words: ReadonlySet<string>;
}

interface KnownName {
  readonly named: NamedStandIn;
  /** How much stands before its first word. */
  readonly offset: number;
  /** False: it is made of words that every sentence may have, so it counts in quotes alone. */
  readonly telling: boolean;
}

/** A word: what no blank or sign of ASCII is in. An accent, or a sign of another script, may be part of a name. */
const word = /[\w\u{80}-\u{10ffff}]+/gu;
const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|\+\d{4})?/u;
/** An address of 320 characters is the longest that mail knows. */
const mail = /^[\w.+%\u{80}-\u{10ffff}-]{1,64}@[\w.\u{80}-\u{10ffff}-]*[\w\u{80}-\u{10ffff}]/u;
/** Signs of our own sentences: no part of a name by themselves. */
const ownSigns = /^[–—…’‘“”→·]+$/u;

export function knownNames(
  all: readonly NamedStandIn[],
  { asked, words }: Pick<KnownNames, 'asked' | 'words'>,
): KnownNames {
  const byWord = new Map<string, KnownName[]>();
  for (const named of all) {
    const [first] = named.original.matchAll(word);
    if (first === undefined) continue;
    const known = { named, offset: first.index, telling: isTelling(named.original, words) };
    const key = nameKey(first[0]);
    const others = byWord.get(key);
    if (others === undefined) byWord.set(key, [known]);
    else others.push(known);
  }
  for (const names of byWord.values())
    names.sort((one, other) => other.named.original.length - one.named.original.length);
  return { byWord, asked, words };
}

/** Whether a name says anything in the middle of a sentence: three letters or digits that are no common word. */
const isTelling = (name: string, words: ReadonlySet<string>): boolean =>
  name.replace(/[^\p{L}\p{N}]/gu, '').length >= 3 &&
  Array.from(name.matchAll(word), ([each]) => each).some((each) => !isPlainWord(each, words));

/** The sentence with its terms exchanged for what `replaced` makes of them. */
export function withTerms(text: string, names: KnownNames, replaced: (term: Term) => string): string {
  let result = '';
  let end = 0;
  for (const { index, ...term } of merged(termsIn(text, names), text)) {
    result += text.slice(end, index) + replaced(term);
    end = index + term.text.length;
  }
  return result + text.slice(end);
}

type PlacedTerm = Term & { readonly index: number };

function* termsIn(text: string, names: KnownNames): Iterable<PlacedTerm> {
  let end = 0;
  for (const match of text.matchAll(word)) {
    const [found] = match;
    if (match.index < end) continue;
    const named = nameAt(text, match.index, found, end, names);
    if (named !== null) {
      end = named.index + named.text.length;
      yield named;
      continue;
    }
    const [address] = mail.exec(text.slice(match.index, match.index + 330)) ?? [];
    if (address !== undefined) {
      end = match.index + address.length;
      yield { kind: 'unknown', text: address, index: match.index };
      continue;
    }
    const [moment] = time.exec(text.slice(match.index, match.index + 40)) ?? [];
    end = match.index + (moment ?? found).length;
    if (moment !== undefined || ownSigns.test(found) || names.asked.has(nameKey(found))) continue;
    if (looksLikeId(found)) yield { kind: 'id', text: found, index: match.index };
    else if (!isPlainWord(found, names.words)) yield { kind: 'unknown', text: found, index: match.index };
  }
}

/** The longest known name that stands at a word, in whatever case, and is no part of a longer word. */
function nameAt(
  text: string,
  at: number,
  first: string,
  from: number,
  { byWord }: KnownNames,
): PlacedTerm | null {
  for (const { named, offset, telling } of byWord.get(nameKey(first)) ?? []) {
    const { length } = named.original;
    const index = at - offset;
    const found = text.slice(index, index + length);
    if (index < from || !isSame(found, named)) continue;
    const [before, after] = [text.slice(index - 1, index), text.slice(index + length, index + length + 1)];
    const whole = !(isWord(found.slice(-1)) && isWord(after));
    const counts = telling ? whole : /^['"‘“]$/u.test(before) && /^['"’”]$/u.test(after);
    if (counts) return { kind: 'name', text: found, named, index };
  }
  return null;
}

/** Ids, and what is made of several names, have no other spelling. */
const isSame = (found: string, { kind, original }: NamedStandIn): boolean =>
  kind === 'derived' || kind === 'id-name' ? found === original : nameKey(found) === nameKey(original);

const isWord = (character: string): boolean => /^[\w\u{80}-\u{10ffff}]$/u.test(character);

/** Unknown words that stand beside each other, as those of one name do, together. */
function merged(terms: Iterable<PlacedTerm>, text: string): readonly PlacedTerm[] {
  const all: PlacedTerm[] = [];
  for (const term of terms) {
    const last = all.at(-1);
    const between = last === undefined ? '' : text.slice(last.index + last.text.length, term.index);
    const alike = last !== undefined && isPartOfName(last) && isPartOfName(term);
    if (alike && /^[ .@+%&-]{1,3}$/u.test(between))
      all[all.length - 1] = { ...last, text: last.text + between + term.text };
    else all.push(term);
  }
  return all;
}

const isPartOfName = ({ kind, text }: Term): boolean => kind === 'unknown' && !isApiName(text);

/** Whether an unknown term looks like the API name of something. */
export const isApiName = (text: string): boolean => suffixOf(text) !== '' && /^\w+$/u.test(text);
