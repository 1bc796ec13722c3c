import type { FieldNeed, Needs } from '../../model/needs.ts';
import type { Catalogue, Snapshot } from '../../model/snapshot.ts';
import { nameKey } from '../../salesforce/names.ts';
import { candidatesFor } from '../field-candidates.ts';
import { spellingsOf } from './field-spellings.ts';
import { bareName } from './templates.ts';

/** What is kept of files, all else is only counted. Plain data: it travels to whoever reads the files. */
export interface Interest {
  /** By name key: system permissions, as the needs spell them. */
  readonly permissions: ReadonlyMap<string, string>;
  /** By name key. */
  readonly objects: ReadonlyMap<string, ObjectInterest>;
  /** The same by bare name, to find those that a template may become. */
  readonly bareObjects: ReadonlyMap<string, ObjectInterest>;
  readonly flows: boolean;
  /** View All Fields came with API version 63.0: what an older project does not say of it, it cannot say. */
  readonly tellsViewAllFields: boolean;
  /** Name keys of objects that are there; null where nothing says which are. */
  readonly knownObjects: ReadonlySet<string> | null;
  /** The project's own. */
  readonly namespace: string | null;
}

export interface ObjectInterest {
  /** As the needs spell it. */
  readonly object: string;
  /** By name key of the field as files list it: the fields it stands for; null for itself, as the file spells it. */
  readonly fields: ReadonlyMap<string, readonly (string | null)[]>;
  readonly bareFields: ReadonlySet<string>;
}

export interface InterestSource {
  readonly needs: Needs;
  /** Where fields that a label may mean are looked up: the project's, an org's. */
  readonly catalogues: readonly Snapshot['catalogue'][];
  readonly apiVersion: number | null;
  readonly knownObjects: ReadonlySet<string> | null;
  readonly namespace: string | null;
}

export function interestIn(source: InterestSource): Interest {
  const { needs, apiVersion, knownObjects, namespace } = source;
  const objects = neededObjects(needs).map((object) => objectInterest(object, source));
  return {
    permissions: new Map((needs.systemPermissions ?? []).map((name) => [nameKey(name), name])),
    objects: new Map(objects.map((each) => [nameKey(each.object), each])),
    bareObjects: new Map(objects.map((each) => [bareName(each.object), each])),
    flows: needs.flows === true,
    tellsViewAllFields: apiVersion === null || apiVersion >= 63,
    knownObjects,
    namespace,
  };
}

/** Object names in one spelling each, that of `objects` before that of a field's. */
export function neededObjects({ objects = [], fields = [] }: Needs): readonly string[] {
  const byKey = new Map<string, string>();
  for (const name of [...objects, ...fields.map(({ object }) => object)]) {
    if (!byKey.has(nameKey(name))) byKey.set(nameKey(name), name);
  }
  return [...byKey.values()].toSorted();
}

/** Of catalogues that name an object in different case, the first that has it. */
export function catalogueOf(catalogue: Snapshot['catalogue'], object: string): Catalogue | undefined {
  const key = nameKey(object);
  const name = Object.keys(catalogue).find((each) => nameKey(each) === key);
  const part = name === undefined ? undefined : catalogue[name];
  return part?.status === 'ok' ? part.value : undefined;
}

function objectInterest(object: string, { needs, catalogues }: InterestSource): ObjectInterest {
  const fields = new Map<string, readonly (string | null)[]>();
  const own = (needs.fields ?? []).filter((need) => nameKey(need.object) === nameKey(object));
  for (const name of own.flatMap((need) => namesFor(need, object, catalogues))) {
    for (const { spelling, partOf = null } of spellingsOf(name)) {
      const known = fields.get(nameKey(spelling)) ?? [];
      if (!known.includes(partOf)) fields.set(nameKey(spelling), [...known, partOf]);
    }
  }
  return { object, fields, bareFields: new Set([...fields.keys()].map(bareName)) };
}

/** Every field that a requirement may mean: which one it is, the access room decides. */
function namesFor(
  need: FieldNeed,
  object: string,
  catalogues: InterestSource['catalogues'],
): readonly string[] {
  const seen = catalogues.flatMap((catalogue) => catalogueOf(catalogue, object)?.fields ?? []);
  const candidates = candidatesFor(need, seen).map(({ name }) => name);
  return [need.field, ...(need.configured === undefined ? [] : [need.configured]), ...candidates];
}
