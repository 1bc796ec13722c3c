import type { Decision } from '../../model/access.ts';
import type { ObjectRight } from '../../model/container.ts';
import type { NeedName, Needs } from '../../model/needs.ts';
import type { Gap, Json } from '../../model/part.ts';
import type { AccessView } from '../../model/rule.ts';
import { objectRights } from '../../salesforce/labels.ts';
import { decisionOn, notCollected } from '../decisions.ts';
import { rightOn } from '../object-access.ts';
import { documentShape, type Shape } from './document-shape.ts';

type Path = readonly (string | number)[];

/** The part of the access document that one assertion sees, and what in it could not be known. */
export interface Document {
  readonly value: unknown;
  readonly decisions: readonly {
    readonly path: Path;
    readonly decision: Decision;
    /** What stands in the document; its word is changed to try both answers of an unknown decision. */
    readonly node: { decision: Decision['decision'] };
  }[];
  readonly unavailable: readonly { readonly path: Path; readonly reason: Gap }[];
  /** Plain values that were read. */
  readonly facts: readonly { readonly path: Path; readonly value: Json }[];
}

type Found = { -readonly [K in 'decisions' | 'unavailable' | 'facts']: Document[K][number][] };

/**
 * The access document as an assertion sees it: only what its shape has. So of a decision only its word, because grants
 * and near misses of an unknown one could not be put in its place; of assignments only the list itself, because
 * what else depends on them is another requirement's matter; and nowhere the places in files where it was read.
 */
export function documentFor(access: AccessView<NeedName>, needs: Needs): Document {
  const found: Found = { decisions: [], unavailable: [], facts: [] };
  const parts = byName(Object.keys(needs), (name) => partOf(access, needs, name as NeedName));
  const seen = needs.flows ? { ...parts, ...otherFlowsIn(access, found) } : parts;
  const { subject, asOf } = access;
  const projected = project(seen, documentShape(needs), [], found) as object;
  return { value: { subject, asOf, ...projected }, ...found };
}

/** Where there may be other flows, what is said of all flows is not known either. */
function otherFlowsIn({ otherFlows }: AccessView<NeedName>, found: Found) {
  if (otherFlows === null) return { otherFlows };
  found.unavailable.push({ path: ['flows', 'value'], reason: otherFlows });
  return { otherFlows: { status: 'unavailable', reason: otherFlows } };
}

function partOf(access: AccessView<NeedName>, needs: Needs, name: NeedName): unknown {
  switch (name) {
    case 'systemPermissions':
      return byName(needs[name] ?? [], (key) => decisionOn(access[name], key));
    case 'objects':
      return byName(needs[name] ?? [], (object) => ({
        object,
        rights: byName(objectRights, (right) => rightOn(access.objects, object, right as ObjectRight)),
      }));
    case 'fields':
      return byName(
        (needs[name] ?? []).map(({ object, field }) => `${object}.${field}`),
        (key) => own(access.fields, key) ?? unread(key),
      );
    case 'permissionSetLicenses':
      return byName(needs[name] ?? [], (key) => own(access[name], key) ?? unread(key));
    case 'assignments':
      return access.assignments.status === 'ok'
        ? { status: 'ok', value: { all: access.assignments.value.all } }
        : access.assignments;
    default:
      return access[name];
  }
}

function byName<T>(names: readonly string[], value: (name: string) => T): Record<string, T> {
  return Object.fromEntries(names.map((name) => [name, value(name)]));
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function unread(about: string) {
  return { status: 'unavailable', reason: notCollected(about) };
}

/** Copies what the shape has of a value, and notes every decision and every part that could not be read. */
function project(value: unknown, shape: Shape, path: Path, found: Found): unknown {
  if (Array.isArray(value))
    return value.map((item, index) => project(item, shape.items ?? {}, [...path, index], found));
  if (value === null && shape.untold) {
    found.unavailable.push({ path, reason: shape.untold });
    return null;
  }
  if (typeof value !== 'object' || value === null) {
    found.facts.push({ path, value: value as Json });
    return value;
  }
  if ('decision' in value) {
    const decision = value as Decision;
    const node = { decision: decision.decision };
    found.decisions.push({ path, decision, node });
    return node;
  }
  if ('status' in value && value.status === 'unavailable' && 'reason' in value) {
    found.unavailable.push({ path, reason: value.reason as Gap });
    return { status: 'unavailable' };
  }
  const { members = {} } = shape;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      const member = Object.hasOwn(members, key) ? members[key] : undefined;
      return member ? [[key, project(inner, member, [...path, key], found)]] : [];
    }),
  );
}
