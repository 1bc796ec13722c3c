import type { Decision, FieldAccess, FieldRight, ObjectAccess } from '../model/access.ts';
import type { FieldNeed } from '../model/needs.ts';
import type { Gap, Part } from '../model/part.ts';
import type { Catalogue, Field } from '../model/snapshot.ts';
import { sameName } from '../salesforce/names.ts';
import { decideWays, type Scope } from './decide-ways.ts';
import { both, denied, either, unknown } from './decisions.ts';
import { type FoundField, findField } from './find-field.ts';
import { catalogueOf, missingObject } from './objects.ts';
import { fixedAccess, writability } from './unsecured-fields.ts';
import { notCollected } from './way-doubts.ts';
import { keyOf, type Target, waysIfReadable, waysTo } from './ways.ts';

type Rights = Readonly<Record<FieldRight, Decision>>;

/** Decides access to one field: what field-level security says, and what remains of it with the object's rights. */
export function decideField(scope: Scope, asked: FieldNeed, object: ObjectAccess): FieldAccess {
  const catalogue = seenCatalogue(scope, asked.object);
  const search = findIn(catalogue, asked);
  const writable = writableIn(catalogue, asked.object, search.field);
  const fieldLevel =
    catalogue.status === 'ok' && catalogue.value.seenBy === 'source' && search.field.status === 'unavailable'
      ? decideUnseen(scope, asked, search.field.reason)
      : decideFieldLevel(scope, asked.object, catalogue, search.field, writable);
  return {
    asked,
    ...search,
    writable,
    fieldLevel,
    effective: {
      read: both(fieldLevel.read, object.rights.read),
      edit: both(fieldLevel.edit, object.rights.edit),
    },
  };
}

function seenCatalogue({ snapshot }: Scope, object: string): Part<Catalogue> {
  const catalogue = catalogueOf(snapshot.catalogue, object);
  if (catalogue === undefined) {
    return { status: 'unavailable', reason: notCollected(`the fields of ${object}`) };
  }
  const missing = missingObject(catalogue, object);
  return missing === null ? catalogue : { status: 'unavailable', reason: missing };
}

/** Describe hides what the caller may not read: a field that it does not show may be there all the same. */
function findIn(
  catalogue: Part<Catalogue>,
  asked: FieldNeed,
): Omit<FoundField, 'field'> & Pick<FieldAccess, 'field'> {
  if (catalogue.status === 'unavailable') return { field: catalogue, foundBy: null, candidates: [] };
  const { field, foundBy, candidates } = findField(asked, catalogue.value.fields);
  if (field !== null || catalogue.value.seenBy === 'tooling') {
    return { field: { status: 'ok', value: field }, foundBy, candidates };
  }
  const reason = unseen(`${asked.object}.${asked.configured ?? asked.field}`, catalogue.value.seenBy);
  return { field: { status: 'unavailable', reason }, foundBy, candidates };
}

function unseen(name: string, seenBy: 'describe' | 'source'): Gap {
  if (seenBy === 'source') {
    return {
      code: 'source-cannot-tell',
      // Without its name, so that what is said of many fields can be said once.
      message:
        'files define no such field: whether the org has it, standard or from a package, they do not tell',
      mend: 'give --facts FILE, a snapshot of the org',
    };
  }
  return {
    code: 'auditor-blind',
    message: `${name} is not among the fields that the auditor may read, so whether it exists is not known`,
    mend: 'give the auditor View Setup and Configuration, which shows every field',
  };
}

function writableIn(
  catalogue: Part<Catalogue>,
  object: string,
  field: Part<Field | null>,
): FieldAccess['writable'] {
  if (catalogue.status === 'unavailable') return catalogue;
  if (field.status === 'unavailable') return field;
  if (field.value === null) return { status: 'ok', value: false };
  return writability(object, field.value, catalogue.value.seenBy);
}

function decideFieldLevel(
  scope: Scope,
  object: string,
  catalogue: Part<Catalogue>,
  field: Part<Field | null>,
  writable: Part<boolean>,
): Rights {
  if (scope.routes.status === 'unavailable') return same(unknown([scope.routes.reason]));
  if (field.status === 'unavailable') return same(unknown([field.reason]));
  if (field.value === null || catalogue.status === 'unavailable') return same(denied());
  if (!field.value.permissionable) return fixedAccess(scope, object, field.value, writable);
  const target = targetOf(object, field.value, catalogue.value);
  const read = decideWays(scope, waysTo({ ...target, right: 'read' }));
  if (writable.status === 'ok' && !writable.value) return { read, edit: denied() };
  const edit = decideEdit(scope, target, read);
  return { read, edit: writable.status === 'ok' ? edit : both(edit, unknown([writable.reason])) };
}

/**
 * A field that no file defines, by its name alone. Where some file has an entry for it, it has field-level security,
 * and what entries give and do not give is all there is. Where none has, it may be free of it, or go by another name.
 */
function decideUnseen(scope: Scope, { object, field, configured }: FieldNeed, gap: Gap): Rights {
  if (scope.routes.status === 'unavailable') return same(unknown([scope.routes.reason]));
  const target = spelt(object, configured ?? field, []);
  const read = decideWays(scope, waysTo({ ...target, right: 'read' }));
  const edit = decideEdit(scope, target, read);
  const secured = target.spellings.some((name) =>
    (['read', 'edit'] as const).some((right) =>
      scope.index.fieldsWithRows.has(keyOf.field(object, name, right)),
    ),
  );
  if (!secured) return { read: unsure(read, gap), edit: unsure(edit, gap) };
  // An entry for Edit does not prove that it can be written: formulas have some.
  return { read, edit: edit.decision === 'granted' ? unsure(edit, gap) : edit };
}

/** What was decided may not be what it looks like. */
function unsure(decision: Decision, gap: Gap): Decision {
  if (decision.decision === 'granted') return unknown([gap]);
  const because = decision.decision === 'unknown' ? decision.because : [];
  return unknown([gap, ...because], decision.nearMisses, decision.place);
}

const targetOf = (object: string, { name }: Field, { fields }: Catalogue) => spelt(object, name, fields);

/** A field with the names its rows may bear: recorded rows of lookups say `Parent` where the field is `ParentId`. */
function spelt(
  object: string,
  name: string,
  others: Catalogue['fields'],
): Target & { readonly kind: 'field' } {
  const withoutId = /[a-z0-9]Id$/.test(name) ? name.slice(0, -2) : name;
  const taken = others.some((other) => sameName(other.name, withoutId));
  return { kind: 'field', object, field: name, spellings: taken ? [name] : [name, withoutId], right: 'edit' };
}

function decideEdit(scope: Scope, target: Target & { readonly kind: 'field' }, read: Decision): Decision {
  const own = decideWays(scope, waysTo(target));
  if (read.decision === 'denied') return own;
  const despiteReadOnly = decideWays(scope, waysIfReadable(target));
  if (despiteReadOnly.decision === 'granted' && read.decision === 'unknown') {
    return either(own, unknown(read.because, read.nearMisses));
  }
  return either(own, despiteReadOnly);
}

const same = (decision: Decision): Rights => ({ read: decision, edit: decision });
