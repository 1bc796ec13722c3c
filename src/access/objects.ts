import type { Decision, ObjectAccess } from '../model/access.ts';
import type { ObjectRight } from '../model/container.ts';
import type { Gap, Part } from '../model/part.ts';
import type { Catalogue } from '../model/snapshot.ts';
import { objectRights } from '../salesforce/labels.ts';
import { nameKey, sameName } from '../salesforce/names.ts';
import { surelyHasObjectPermissions } from '../salesforce/standard-objects.ts';
import { decideWays, type Scope } from './decide-ways.ts';
import { doubted, unknown } from './decisions.ts';
import { waysTo } from './ways.ts';

/** Decides every right on an object. Nobody has rights on one that is not there, Modify All Data or not. */
export function decideObject(scope: Scope, object: string): ObjectAccess {
  const doubt = scope.routes.status === 'ok' ? objectDoubt(scope, object) : null;
  const decide = (right: ObjectRight): Decision => {
    const decision = decideWays(scope, waysTo({ kind: 'object', object, right }));
    if (doubt === null) return decision;
    const mayNotBeThere = doubt.code === 'not-in-org' || doubt.code === 'source-cannot-tell';
    return mayNotBeThere ? unknown([doubt]) : doubted(decision, [doubt]);
  };
  const rights = Object.fromEntries(objectRights.map((right) => [right, decide(right)]));
  return { object, rights: rights as Readonly<Record<ObjectRight, Decision>> };
}

/**
 * Why no object permission on this object proves nothing. Some 43 objects (Task, Event, PricebookEntry …) have
 * none to grant; they follow other rules. And an object that this org does not have, or hides from the auditor,
 * is not denied to the user. One row anywhere, or its place in the list of objects that can have rows, settles it; for
 * files, which have no such list, that it is one of those that every org has rows for.
 */
export function objectDoubt(
  { snapshot, index }: Pick<Scope, 'snapshot' | 'index'>,
  object: string,
): Gap | null {
  if (index.objectsWithRows.has(nameKey(object))) return null;
  const listed = snapshot.permissionableObjects;
  const isListed = listed.status === 'ok' && listed.value.some((name) => sameName(name, object));
  if (isListed) return null;
  const missing = missingObject(catalogueOf(snapshot.catalogue, object), object);
  if (missing !== null) return missing;
  if (snapshot.source.kind === 'source' && surelyHasObjectPermissions(object)) return null;
  if (listed.status === 'unavailable') return listed.reason;
  return {
    code: 'undocumented',
    message: `${object} has no object permissions of its own: who may do what with it follows other rules`,
  };
}

/** The gap of an object that the org does not show; null where it is there, or nobody looked. */
export function missingObject(catalogue: Part<Catalogue> | undefined, object: string): Gap | null {
  if (catalogue === undefined) return null;
  if (catalogue.status === 'unavailable') {
    return catalogue.reason.code === 'not-in-org' ? catalogue.reason : null;
  }
  if (catalogue.value.fields.length > 0 || catalogue.value.seenBy === 'source') return null;
  return {
    code: 'not-in-org',
    message: `The org shows no object ${object}: it does not exist, or the auditor may not see it`,
    mend: 'install the package that brings it, or give the auditor View Setup and Configuration',
  };
}

/** An object's catalogue, by its name as it was asked for or in other case. */
export function catalogueOf(
  catalogue: Readonly<Record<string, Part<Catalogue>>>,
  object: string,
): Part<Catalogue> | undefined {
  if (Object.hasOwn(catalogue, object)) return catalogue[object];
  const name = Object.keys(catalogue)
    .toSorted()
    .find((each) => sameName(each, object));
  return name === undefined ? undefined : catalogue[name];
}
