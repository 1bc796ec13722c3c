import type { FieldNeed, Needs } from '../model/needs.ts';
import type { Level, Requirement } from '../model/pack.ts';
import { sameName } from '../salesforce/names.ts';
import type { FoundMessage } from './found.ts';
import type { Point } from './message-catalogue.ts';

/** A requirement of a chosen pack, and what it needs read; null where it cannot apply as things are set. */
export interface AskedRequirement {
  readonly pack: string;
  readonly requirement: Requirement;
  readonly level: Level;
  readonly needs: Needs | null;
}

/** A point with the names of the message put into it. */
export type Aim =
  | Exclude<Point, { readonly kind: 'object' | 'field' }>
  | { readonly kind: 'object'; readonly right: ObjectPoint['right']; readonly object: string | null }
  | {
      readonly kind: 'field';
      readonly right: FieldPoint['right'];
      readonly object: string | null;
      readonly field: string | null;
    };

type ObjectPoint = Extract<Point, { readonly kind: 'object' }>;
type FieldPoint = Extract<Point, { readonly kind: 'field' }>;

/** What a message points to, with its names. A field whose object it does not tell is looked for among those asked. */
export function aimsOf(message: FoundMessage, asked: readonly AskedRequirement[]): readonly Aim[] {
  const { entry, objects, said } = message;
  return entry.points.flatMap((point): readonly Aim[] => {
    if (point.kind === 'object') {
      const isSaid = point.said === undefined || point.said.some((word) => said.includes(word));
      return isSaid ? orNull(objects).map((object) => ({ kind: 'object', right: point.right, object })) : [];
    }
    return point.kind === 'field' ? fieldAims(message, point, asked) : [point];
  });
}

function fieldAims(
  { objects, fields }: FoundMessage,
  { right }: FieldPoint,
  asked: readonly AskedRequirement[],
): readonly Aim[] {
  return orNull(fields).flatMap((name): readonly Aim[] => {
    if (name === null)
      return orNull(objects).map((object) => ({ kind: 'field', right, object, field: null }));
    const [first = name, second] = name.split('.');
    if (second !== undefined) return [{ kind: 'field', right, object: first, field: second }];
    const named = objects.length > 0 ? objects : objectsWith(name, asked);
    return orNull(named).map((object) => ({ kind: 'field', right, object, field: name }));
  });
}

const orNull = (names: readonly string[]): readonly (string | null)[] => (names.length > 0 ? names : [null]);

const objectsWith = (name: string, asked: readonly AskedRequirement[]): readonly string[] => [
  ...new Set(
    asked
      .flatMap(({ needs }) => needs?.fields ?? [])
      .filter((need) => isField(need, name))
      .map(({ object }) => object),
  ),
];

export const isField = ({ field, configured }: FieldNeed, name: string): boolean =>
  sameName(field, name) || (configured !== undefined && sameName(configured, name));

/** The requirements that ask for what an aim names, by what they need read. */
export function requirementsFor(aim: Aim, asked: readonly AskedRequirement[]): readonly AskedRequirement[] {
  const which = (holds: (needs: Needs, each: AskedRequirement) => boolean) =>
    asked.filter((each) => each.needs !== null && holds(each.needs, each));
  switch (aim.kind) {
    case 'permission':
      return which((needs) => (needs.systemPermissions ?? []).some((name) => aim.names.includes(name)));
    case 'login':
      return which((needs) => needs.login === true);
    case 'flows':
      return which((needs) => needs.flows === true);
    case 'limits':
      return which((needs) => needs.limits === true);
    case 'edition':
      return which((needs) => needs.organization === true);
    case 'object':
      return objectRequirements(aim, asked);
    case 'field':
      return which(({ fields = [] }) => fields.some((need) => isAimedAt(aim, need)));
  }
}

const isAimedAt = (aim: Extract<Aim, { readonly kind: 'field' }>, need: FieldNeed): boolean =>
  (aim.object === null || sameName(need.object, aim.object)) &&
  (aim.field === null || isField(need, aim.field));

/** Those that ask for the very right; where none does, those whose fields stand on the object. */
function objectRequirements(
  { object, right }: Extract<Aim, { readonly kind: 'object' }>,
  asked: readonly AskedRequirement[],
): readonly AskedRequirement[] {
  const isMeant = (name: string) => object === null || sameName(name, object);
  const direct = asked.filter(
    ({ needs, requirement }) =>
      needs?.fields === undefined && (needs?.objects ?? []).some(isMeant) && asksFor(requirement, right),
  );
  if (direct.length > 0 || object === null) return direct;
  return asked.filter(({ needs }) => (needs?.fields ?? []).some((need) => isMeant(need.object)));
}

/** A requirement that lists rights asks for those alone. */
function asksFor({ options }: Requirement, right: string): boolean {
  const listed = options?.require;
  return !Array.isArray(listed) || listed.includes(right);
}
