import { expect, test } from 'vitest';
import type { Decision } from '../../src/model/access.ts';
import { fieldAccess as rule } from '../../src/rules/field-access.ts';
import {
  accessFixture,
  denied,
  fieldAccess,
  granted,
  noAnswer,
  objectAccess,
  ok,
  tierField,
  unavailable,
  unknown,
} from './access-fixture.ts';
import { testRule } from './test-rule.ts';

const edit = { fields: ['Account.Tier__c'], require: 'edit' };
const read = { fields: ['Account.Tier__c'], require: 'read' };
const labelled = { fields: [{ field: 'Account.Tier__c', label: 'Customer tier' }], require: 'edit' };
const hidden = { ...edit, hidden: true };

/** Field-level security and the right on the object, and what both come to. */
function editing(fieldLevel: Decision, onObject: Decision, effective: Decision) {
  return {
    objects: { Account: objectAccess('Account', { edit: onObject }) },
    fields: {
      'Account.Tier__c': fieldAccess({
        fieldLevel: { read: granted(), edit: fieldLevel },
        effective: { read: granted(), edit: effective },
      }),
    },
  };
}

/** The same of a field of which nobody could tell whether it exists. */
function unseen(fieldLevel: Decision, onObject: Decision, effective: Decision) {
  const { objects, fields } = editing(fieldLevel, onObject, effective);
  const { 'Account.Tier__c': access } = fields;
  return { objects, fields: { 'Account.Tier__c': { ...access, field: unavailable, foundBy: null } } };
}

const field = (overrides: Parameters<typeof fieldAccess>[0]) => ({
  fields: { 'Account.Tier__c': fieldAccess(overrides) },
});
const uneditable = {
  writable: ok(false),
  fieldLevel: { read: granted(), edit: denied },
  effective: { read: granted(), edit: denied },
};

testRule(rule, {
  pass: [
    { name: 'Edit is granted', options: edit, says: ['granted'], text: 'Account.Tier__c: Edit is granted.' },
    {
      name: 'Read is granted, and Edit is not asked for',
      options: read,
      access: editing(denied, denied, denied),
      says: ['granted'],
    },
    {
      name: 'found by its label',
      options: labelled,
      access: field({ foundBy: 'label', field: ok({ ...tierField, name: 'Customer_Tier__c' }) }),
      says: ['granted'],
    },
    {
      name: 'found by the name in the configuration',
      options: labelled,
      access: field({
        asked: { object: 'Account', field: 'Tier__c', label: 'Customer tier' },
        foundBy: 'configured',
      }),
      says: ['granted'],
      text: 'Account.Tier__c (Customer tier)',
    },
    {
      name: 'a formula field may be read',
      options: read,
      access: field({ field: ok({ ...tierField, calculated: true }) }),
      says: ['granted'],
    },
    { name: 'nothing is said of hidden fields that are right', options: hidden, says: ['granted'] },
  ],
  fail: [
    {
      name: 'field-level security denies',
      options: edit,
      access: editing(denied, granted(), denied),
      says: ['fieldMissing'],
      text: 'field-level security does not allow Edit.',
    },
    {
      name: 'field-level security allows, the object does not',
      options: edit,
      access: editing(granted(), denied, denied),
      says: ['objectMissing'],
      text: 'field-level security allows Edit, but Edit on Account is missing',
    },
    {
      name: 'both deny',
      options: edit,
      access: editing(denied, denied, denied),
      says: ['bothMissing'],
    },
    {
      name: 'the object denies, whatever field-level security says',
      options: edit,
      access: editing(unknown(), denied, denied),
      says: ['objectMissingAtLeast'],
    },
    {
      name: 'field-level security denies, whatever the object says',
      options: edit,
      access: editing(denied, unknown(), denied),
      says: ['fieldMissing'],
    },
    {
      name: 'the field does not exist',
      options: labelled,
      access: field({ field: ok(null), foundBy: null, candidates: ['Tier', 'Tiers__c'] }),
      says: ['absent'],
      text: 'install or upgrade the package',
    },
    {
      name: 'a formula field cannot be edited by anybody',
      options: edit,
      access: field({ field: ok({ ...tierField, calculated: true, updatable: false }), ...uneditable }),
      says: ['readOnly'],
      text: 'a formula field: nobody can write it through the API',
    },
    {
      name: 'neither can an auto-number field',
      options: edit,
      access: field({ field: ok({ ...tierField, autoNumber: true, updatable: false }), ...uneditable }),
      says: ['readOnly'],
      text: 'an auto-number field',
    },
    {
      name: 'nor a field of Salesforce itself',
      options: edit,
      access: field({ field: ok({ ...tierField, permissionable: false, updatable: false }), ...uneditable }),
      says: ['readOnly'],
      text: 'a read-only field of Salesforce',
    },
    {
      name: 'nor a compound field, though it has field-level security',
      options: edit,
      access: field({
        field: ok({ ...tierField, dataType: 'Address', updatable: false }),
        ...uneditable,
      }),
      says: ['readOnly'],
      text: 'a field that cannot be updated: nobody can write it through the API',
    },
    {
      name: 'a field that the auditor may not write is not one that nobody can write',
      options: edit,
      access: field({
        field: ok({ ...tierField, updatable: false }),
        ...uneditable,
        writable: unavailable,
      }),
      says: ['fieldMissing'],
    },
    ...(
      [
        ['field-level security denies it', denied, granted(), 'fieldMissing'],
        ['field-level security denies it, and the object may', denied, unknown(), 'fieldMissing'],
        ['its object denies it', granted(), denied, 'objectMissing'],
        ['its object denies it, and field-level security may', unknown(), denied, 'objectMissingAtLeast'],
        ['both deny it', denied, denied, 'bothMissing'],
      ] as const
    ).map(([name, fieldLevel, onObject, message]) => ({
      name: `a field that may not exist, where ${name}: it cannot be used either way`,
      options: edit,
      access: unseen(fieldLevel, onObject, denied),
      says: [message],
    })),
    {
      name: 'a hidden field that may not exist and is denied',
      options: hidden,
      access: unseen(denied, granted(), denied),
      says: ['fieldMissing', 'hidden'],
    },
    {
      name: 'one of two fields, and both are hidden',
      options: { ...hidden, fields: ['Account.Tier__c', 'Account.Score__c'] },
      access: {
        fields: {
          'Account.Score__c': fieldAccess({
            asked: { object: 'Account', field: 'Score__c' },
            field: ok(null),
            foundBy: null,
          }),
        },
      },
      says: ['granted', 'absent', 'hidden'],
      text: 'The vendor does not offer Account.Score__c in its field mapping and syncs silently',
    },
  ],
  inconclusive: [
    {
      name: 'whether both allow it could not be known',
      options: edit,
      access: editing(unknown(), granted(), unknown()),
      says: ['unknown'],
    },
    {
      name: 'a hidden field about which nothing could be known',
      options: hidden,
      access: editing(granted(), unknown(), unknown()),
      says: ['unknown', 'hidden'],
    },
    {
      name: 'whether anybody can write a field of Salesforce itself could not be known',
      options: edit,
      access: field({
        field: ok({ ...tierField, permissionable: false, updatable: false }),
        writable: unavailable,
        fieldLevel: { read: granted(), edit: unknown() },
        effective: { read: granted(), edit: unknown() },
      }),
      says: ['unknown'],
    },
    {
      name: 'whether the field exists could not be known',
      options: edit,
      access: field({ field: unavailable, foundBy: null }),
      says: ['existenceUnknown'],
    },
    {
      name: 'a field that may not exist, with access that could not be known',
      options: edit,
      access: unseen(unknown(), granted(), unknown()),
      says: ['existenceUnknown'],
    },
    {
      name: 'a field that may not exist and is denied for Edit, where Read is asked for and granted',
      options: read,
      access: unseen(denied, denied, denied),
      says: ['existenceUnknown'],
    },
    {
      name: 'a field that was never looked for is not absent',
      options: { fields: ['Lead.Tier__c'], require: 'read' },
      says: ['existenceUnknown'],
    },
  ],
  notApplicable: [
    {
      name: 'where no fields are mapped',
      options: edit,
      when: { parameter: ['mapped'] },
      settings: { parameters: { mapped: [] } },
      because: "the parameter 'mapped' has no value",
    },
  ],
});

test.each([
  ['denied', denied, 'fail'],
  ['granted', granted(), 'inconclusive'],
  ['unknown', unknown(), 'inconclusive'],
] as const)(
  'of a field that may not exist, %s, the reason and both decisions are told: it never passes',
  (_, decision, outcome) => {
    const access = accessFixture(unseen(decision, decision, decision));
    expect([...rule.check(access, edit)]).toMatchObject([
      {
        outcome,
        evidence: [
          // A decision in doubt for the very same reason tells it already.
          ...(decision.decision === 'unknown'
            ? []
            : [{ kind: 'gap', about: 'Account.Tier__c', gap: noAnswer }]),
          { kind: 'decision', about: 'Account.Tier__c: Edit (field-level security)', decision },
          { kind: 'decision', about: 'Account: Edit', decision },
        ],
      },
    ]);
  },
);
