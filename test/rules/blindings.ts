import type { Access, Decision } from '../../src/model/access.ts';
import { noAnswer } from './access-fixture.ts';

export type Path = readonly (string | number)[];

/** The same access document with one thing less known in it, for each thing that is known. */
export function blindings(access: Access): readonly { readonly path: string; readonly blinded: Access }[] {
  return knownPlaces(access, []).map(([path, value]) => ({
    path: path.join('.'),
    blinded: put(access, path, value) as Access,
  }));
}

/** Every decision that says what the subject can do. Those that list what stands on assignments say it again. */
export function decisionPlaces({
  assignments: _,
  ...access
}: Access): readonly (readonly [Path, Decision])[] {
  return decisionsBelow(access, []);
}

function decisionsBelow(value: unknown, path: Path): readonly (readonly [Path, Decision])[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('decision' in value && typeof value.decision === 'string') return [[path, value as Decision]];
  return Object.entries(value).flatMap(([key, member]) => decisionsBelow(member, [...path, key]));
}

/** The same access document with another decision at one place. */
export function withDecision(access: Access, path: Path, decision: Decision): Access {
  return put(access, path, decision) as Access;
}

/** The same access document with nothing known in it at all. */
export function blinded(access: Access): Access {
  const outermost = knownPlaces(access, []).filter(
    ([path], _, all) => !all.some(([other]) => other.length < path.length && isPrefix(other, path)),
  );
  return outermost.reduce<unknown>((blind, [path, value]) => put(blind, path, value), access) as Access;
}

/** Every decision and every part that was read, with what stands there when it is not known. */
function knownPlaces(value: unknown, path: Path): readonly (readonly [Path, unknown])[] {
  // That there are no other flows is known by their not having a gap.
  if (path.join('.') === 'otherFlows') return value === null ? [[path, noAnswer]] : [];
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, member]) => knownPlaces(member, [...path, key]));
  if ('decision' in value && typeof value.decision === 'string')
    return value.decision === 'unknown'
      ? []
      : [[path, { decision: 'unknown', because: [noAnswer], nearMisses: [] }]];
  return 'status' in value && value.status === 'ok' && 'value' in value
    ? [[path, { status: 'unavailable', reason: noAnswer }], ...inner]
    : inner;
}

function isPrefix(short: Path, long: Path): boolean {
  return short.every((step, index) => step === long[index]);
}

function put(target: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(target))
    return target.map((item, index) => (String(index) === String(step) ? put(item, rest, value) : item));
  const object = target as Readonly<Record<string, unknown>>;
  return { ...object, [step]: put(object[step], rest, value) };
}
