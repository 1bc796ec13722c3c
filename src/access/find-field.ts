import type { FieldAccess } from '../model/access.ts';
import type { FieldNeed } from '../model/needs.ts';
import type { Catalogue, Field } from '../model/snapshot.ts';
import { sameName } from '../salesforce/names.ts';
import { bare, likeness, mentionsInsideView, namespaceOf, plain } from './field-labels.ts';
import { by } from './order.ts';

/** Which field of an object a requirement means, and how that was found. */
export interface FoundField {
  readonly field: Field | null;
  readonly foundBy: FieldAccess['foundBy'];
  /** API names of others that may be meant, the nearest first, where none was found. */
  readonly candidates: readonly string[];
}

/**
 * Finds a field by the name the user configured, which beats all others; else by API name without regard to
 * case; else by its label, where one field alone has it. Never by likeness: those are candidates.
 */
export function findField(need: FieldNeed, fields: Catalogue['fields']): FoundField {
  const { configured } = need;
  if (configured !== undefined) {
    const field = fields.find(({ name }) => sameName(name, configured));
    return field
      ? found(field, 'configured')
      : missing(candidatesFor([configured, need.field, need.label], fields));
  }
  const named = fields.find(({ name }) => sameName(name, need.field));
  if (named) return found(named, 'name');
  const labelled = need.label === undefined ? [] : fieldsWithLabel(need.label, need.field, fields);
  const [only, second] = labelled;
  if (only && !second) return found(only, 'label');
  if (second) return missing(labelled.map(({ name }) => name).toSorted());
  return missing(candidatesFor([need.field, need.label], fields));
}

const found = (field: Field, foundBy: FieldAccess['foundBy']): FoundField => ({
  field,
  foundBy,
  candidates: [],
});
const missing = (candidates: readonly string[]): FoundField => ({ field: null, foundBy: null, candidates });

/** Fields with the very label; where there is none, those whose label differs in the vendor's prefixes alone. */
function fieldsWithLabel(label: string, apiName: string, fields: readonly Field[]): readonly Field[] {
  const exact = fields.filter((field) => plain(field.label) === plain(label));
  if (exact.length > 0) return exact;
  return fields.filter(
    (field) =>
      bare(field.label) === bare(label) && (!mentionsInsideView(label) || isInsideViews(field, apiName)),
  );
}

/**
 * "Parent Id" alone is a label that any org's own field may have. Where the vendor says "InsideView Parent Id",
 * the field must show that it is InsideView's: by its label, its name, or the package's namespace.
 */
function isInsideViews({ name, label }: Field, apiName: string): boolean {
  const namespace = namespaceOf(apiName);
  const ofPackage = namespace !== null && namespaceOf(name) === namespace;
  return ofPackage || mentionsInsideView(label) || mentionsInsideView(name);
}

const mostCandidates = 5;
const leastLikeness = 0.5;

/** A snapshot is often decided again with other containers, and to compare a name with all others takes long. */
const knownCandidates = new WeakMap<readonly Field[], Map<string, readonly string[]>>();

function candidatesFor(texts: readonly (string | undefined)[], fields: readonly Field[]): readonly string[] {
  const key = JSON.stringify(texts);
  const known = knownCandidates.get(fields) ?? new Map<string, readonly string[]>();
  const candidates = known.get(key) ?? nearestNames(texts, fields);
  knownCandidates.set(fields, known.set(key, candidates));
  return candidates;
}

function nearestNames(texts: readonly (string | undefined)[], fields: readonly Field[]): readonly string[] {
  const wanted = texts.filter((text) => text !== undefined).map(withoutAffixes);
  return fields
    .map(({ name, label }) => ({ name, score: nearest(wanted, [withoutAffixes(name), label]) }))
    .filter(({ score }) => score >= leastLikeness)
    .toSorted(
      by(
        ({ score }) => -score,
        ({ name }) => name,
      ),
    )
    .slice(0, mostCandidates)
    .map(({ name }) => name);
}

function nearest(wanted: readonly string[], offered: readonly string[]): number {
  return Math.max(0, ...wanted.flatMap((one) => offered.map((other) => likeness(one, other))));
}

/** An API name without namespace and suffix, which any two fields of a package share. */
function withoutAffixes(name: string): string {
  return name.replace(/^[a-z0-9_]+?__(?=.+__[a-z]+$)/i, '').replace(/__[a-z]+$/i, '');
}
