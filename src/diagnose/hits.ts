import type { CodeHit, Hit } from './hit.ts';
import { hasSalesforceBeside, isSalesforceCode, isUnderKey } from './marks.ts';
import { oauthCodes } from './message-catalogue.ts';
import { oauthErrorAt } from './oauth-hits.ts';
import { codes, companionsOf, patterns } from './patterns.ts';

export interface Hits {
  readonly known: readonly Hit[];
  readonly unknown: readonly CodeHit[];
}

const codeShape = /(?<![A-Za-z0-9_])[A-Za-z]{2,40}(?:_[A-Za-z]{2,40}){1,8}(?![A-Za-z0-9_])/g;

/** Every known message that begins in this part of a text, in order; the text around it tells what it is. */
export function hitsIn(text: string, from: number, to: number): Hits {
  const inside = ({ start }: { readonly start: number }) => start >= from && start < to;
  const phrases = phraseHits(text);
  const found = codesIn(text);
  const free = unattached(found, phrases, text);
  const known: Hit[] = [...phrases];
  const unknown: CodeHit[] = [];
  for (const hit of free) {
    const told = toldBy(hit, text);
    if (told !== undefined) known.push({ ...hit, ...told, names: {} });
    else if (!codes.has(hit.code) && isSalesforceCode(text, hit)) unknown.push(hit);
  }
  return {
    known: known.filter(inside).sort((a, b) => a.start - b.start),
    unknown: unknown.filter(inside),
  };
}

function toldBy({ code, start, end }: CodeHit, text: string): Pick<Hit, 'entry' | 'quote'> | undefined {
  if (oauthCodes.includes(code.toLowerCase())) return oauthErrorAt(text, code, start, end);
  const known = codes.get(code);
  if (known === undefined) return undefined;
  const isOurs =
    !known.shared || isSalesforceCode(text, { code, start, end }) || hasSalesforceBeside(text, start);
  return isOurs ? { entry: known.entry } : undefined;
}

/** Phrases are told by all their words: they need nothing beside them. */
function phraseHits(text: string): readonly Hit[] {
  const lower = text.toLowerCase();
  const hits: Hit[] = [];
  const covered = new Uint8Array(text.length);
  for (const { entry, anchor, expression } of patterns) {
    if (!lower.includes(anchor)) continue;
    for (const match of text.matchAll(expression)) {
      const end = match.index + match[0].length;
      if (covered[match.index] === 1 || covered[end - 1] === 1) continue;
      covered.fill(1, match.index, end);
      hits.push({ entry, start: match.index, end, names: { ...match.groups } });
    }
  }
  return hits.sort((a, b) => a.start - b.start);
}

/** What may stand between a code and the same code again, of one and the same error. */
const repeated = /^(?:<\/[\w:]{1,40}>\s{0,80}<[\w:]{1,40}>|[\s:'"[\]()-]{0,6}|\s?exceptionMessage=)$/;

function codesIn(text: string): readonly CodeHit[] {
  const hits: CodeHit[] = [];
  for (const match of text.matchAll(codeShape)) {
    const code = match[0].toUpperCase();
    const last = hits.at(-1);
    const isAgain =
      last?.code === code &&
      match.index - last.end <= 200 &&
      repeated.test(text.slice(last.end, match.index));
    if (!isAgain) hits.push({ code, start: match.index, end: match.index + match[0].length });
  }
  return hits;
}

const mostApart = 1000;
const mostLinesApart = 8;

/** Codes but for those that stand beside a phrase of their own message, before or behind it. */
function unattached(found: readonly CodeHit[], phrases: readonly Hit[], text: string): readonly CodeHit[] {
  const attached = new Set<CodeHit>();
  let next = 0;
  for (const phrase of phrases) {
    const companions = companionsOf(phrase.entry);
    while (found[next] !== undefined && (found[next] as CodeHit).start < phrase.start) next += 1;
    const near = (hit: CodeHit | undefined): hit is CodeHit =>
      hit !== undefined && companions.includes(hit.code) && isNear(text, hit, phrase);
    const before = found[next - 1];
    const behind = found.slice(next, next + 3).find((hit) => hit.start >= phrase.end);
    const isBefore = near(before) && !attached.has(before);
    if (isBefore) attached.add(before);
    // jsforce prints it as `CODE: message`, and its code once more as a property.
    const isOnceMore =
      behind !== undefined && !(before && isUnderKey(text, before)) && isUnderKey(text, behind);
    if (near(behind) && (!isBefore || isOnceMore)) attached.add(behind);
    // The code may be within the phrase too.
    for (const hit of found.slice(next, next + 3)) if (hit.start < phrase.end) attached.add(hit);
  }
  return found.filter((hit) => !attached.has(hit));
}

function isNear(text: string, hit: CodeHit, phrase: Hit): boolean {
  const [from, to] = hit.start < phrase.start ? [hit.end, phrase.start] : [phrase.end, hit.start];
  return to - from <= mostApart && linesIn(text, from, to) <= mostLinesApart;
}

function linesIn(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
