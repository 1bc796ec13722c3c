import { assert } from '../../src/rules/assert.ts';
import {
  apiOnlyProfile,
  denied,
  fieldAccess,
  flowAccess,
  granted,
  noAnswer,
  objectAccess,
  ok,
  profileOf,
  unavailable,
  unknown,
  userOf,
} from './access-fixture.ts';
import { testRule } from './test-rule.ts';

type Schema = Readonly<Record<string, unknown>>;

/** The schema for one place: `at(['user', 'value', 'isActive'], { const: true })`. */
function at([step, ...rest]: readonly string[], schema: Schema): Schema {
  return step === undefined ? schema : { properties: { [step]: at(rest, schema) } };
}

const system = (name: string, decision = 'granted') =>
  at(['systemPermissions', name, 'decision'], { const: decision });
const needs = (...systemPermissions: readonly string[]) => ({ systemPermissions });
const asserting = (needed: Schema, schema: Schema, more: Schema = {}) =>
  ({ needs: needed, schema, ...more }) as never;

const ten = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'];
const unknowns = (names: readonly string[]) => ({
  systemPermissions: Object.fromEntries(names.map((name) => [name, unknown()])),
});
const noneGranted = (names: readonly string[]) => ({ not: { anyOf: names.map((name) => system(name)) } });
const active = at(['user', 'value', 'isActive'], { const: true });
const everyFlowGranted = at(['flows', 'value'], { items: at(['run', 'decision'], { const: 'granted' }) });
const place = { file: 'force-app/main/default/flows/Score_Leads.flow-meta.xml', line: 2, column: 1 };
const assignment = {
  id: '0Pa1',
  containerId: '0PS1',
  groupId: null,
  isActive: true,
  isRevoked: false,
  expires: null,
};
const assigned = at(['permissionSetLicenses', 'SalesConsoleUser', 'value'], { type: 'object' });

testRule(assert, {
  pass: [
    {
      name: 'the document satisfies the schema',
      options: asserting(needs('ApiEnabled'), system('ApiEnabled'), { message: 'The API is open' }),
      says: ['holds'],
      text: 'The API is open: this holds.',
    },
    {
      name: 'it holds whichever way the unknown permission is',
      options: asserting(needs('ApiEnabled', 'RunFlow'), {
        anyOf: [system('ApiEnabled'), system('RunFlow'), system('RunFlow', 'denied')],
      }),
      access: unknowns(['RunFlow']),
      says: ['holds'],
    },
    {
      name: 'a part that could not be read, where the schema provably looks elsewhere',
      options: asserting(
        { user: true },
        at(['user', 'value'], { required: ['isActive'], ...at(['isActive'], { const: true }) }),
      ),
      access: { user: userOf({ passwordExpires: unavailable, flowUser: unavailable }) },
      says: ['holds'],
    },
    {
      name: 'the profile and its licence by name, whether or not the key is known',
      options: asserting(
        { profile: true },
        {
          allOf: [
            at(['profile', 'value', 'isCustom', 'value'], { const: true }),
            at(['profile', 'value', 'license', 'value', 'name'], { const: 'Salesforce' }),
          ],
        },
      ),
      access: { profile: profileOf({ license: ok({ name: 'Salesforce', key: null }) }) },
      says: ['holds'],
    },
    {
      name: 'where something was read in files is no part of the document',
      options: asserting(
        { flows: true, profile: true, assignments: true },
        {
          allOf: [
            at(['profile', 'value'], { maxProperties: 4 }),
            at(['flows', 'value'], { items: at(['flow'], { maxProperties: 7 }) }),
            at(['assignments', 'value', 'all'], { items: at(['container'], { maxProperties: 3 }) }),
          ],
        },
      ),
      access: {
        profile: profileOf({ at: place }),
        flows: ok([flowAccess({ at: place }, { run: granted() })]),
        assignments: ok({
          all: [{ ...assignment, container: { ...apiOnlyProfile, at: place } }],
          dependents: [],
        }),
      },
      says: ['holds'],
    },
    {
      name: 'that there are no other flows',
      options: asserting(
        { flows: true },
        { allOf: [at(['flows', 'status'], { const: 'ok' }), at(['otherFlows'], { type: 'null' })] },
      ),
      says: ['holds'],
    },
    {
      name: 'that flows could be read, whether or not there are others',
      options: asserting({ flows: true }, at(['flows', 'status'], { const: 'ok' })),
      access: { otherFlows: noAnswer },
      says: ['holds'],
    },
    {
      name: 'no active flow that runs as the user is denied',
      options: asserting({ flows: true }, everyFlowGranted),
      access: { flows: ok([flowAccess({}, { run: granted() })]) },
      says: ['holds'],
    },
    {
      name: 'objects, fields, assignments and the subject',
      options: asserting(
        { objects: ['Account'], fields: ['Account.Tier__c'], assignments: true },
        {
          allOf: [
            at(['objects', 'Account', 'rights', 'modifyAllRecords', 'decision'], { const: 'denied' }),
            at(['fields', 'Account.Tier__c', 'effective', 'edit', 'decision'], { const: 'granted' }),
            at(['assignments', 'value', 'all'], { maxItems: 3 }),
            at(['subject', 'name'], { pattern: '@acme\\.example$' }),
          ],
        },
      ),
      access: { objects: { Account: objectAccess('Account', { modifyAllRecords: denied }) } },
      says: ['holds'],
    },
  ],
  fail: [
    {
      name: 'the document does not satisfy the schema: the paths are told',
      options: asserting(needs('ApiEnabled', 'RunFlow'), {
        allOf: [system('ApiEnabled', 'denied'), system('RunFlow')],
      }),
      says: ['broken'],
      text: 'does not hold (/systemPermissions/ApiEnabled/decision).',
    },
    {
      name: 'it fails whichever way the unknown permission is',
      options: asserting(needs('ApiEnabled', 'RunFlow'), {
        allOf: [system('ApiEnabled', 'denied'), { anyOf: [system('RunFlow'), system('RunFlow', 'denied')] }],
      }),
      access: unknowns(['RunFlow']),
      says: ['broken'],
    },
    {
      name: 'a licence that is not assigned is null',
      options: asserting({ permissionSetLicenses: ['SalesConsoleUser'] }, assigned),
      access: { permissionSetLicenses: { SalesConsoleUser: ok(null) } },
      says: ['broken'],
    },
    {
      name: 'a schema that nothing satisfies',
      options: asserting({ organization: true }, { not: at(['organization', 'status'], { const: 'ok' }) }),
      says: ['broken'],
      text: 'What is asserted about organization',
    },
  ],
  inconclusive: [
    {
      name: 'an unknown permission under "not" does not pass',
      options: asserting(needs('ModifyAllData'), { not: system('ModifyAllData') }),
      access: unknowns(['ModifyAllData']),
      says: ['unknown'],
      text: 'whether this holds could not be known',
    },
    {
      name: 'a schema that would hold whichever way a permission is, where nothing is known of it',
      options: asserting(needs('RunFlow'), {
        allOf: [at(['systemPermissions', 'RunFlow', 'decision'], { enum: ['granted', 'denied'] })],
      }),
      access: unknowns(['RunFlow']),
      says: ['unknown'],
    },
    {
      name: 'an unknown permission that must not be granted',
      options: asserting(needs('ModifyAllData'), system('ModifyAllData', 'denied')),
      access: unknowns(['ModifyAllData']),
      says: ['unknown'],
    },
    {
      name: 'an unknown permission that must be granted',
      options: asserting(needs('RunFlow'), system('RunFlow')),
      access: unknowns(['RunFlow']),
      says: ['unknown'],
    },
    {
      name: 'a permission that was never decided on',
      options: asserting(needs('ManageNothing'), { not: system('ManageNothing') }),
      says: ['unknown'],
    },
    {
      name: 'ten unknown permissions, of which any would break it',
      options: asserting(needs(...ten), noneGranted(ten)),
      access: unknowns(ten),
      says: ['unknown'],
    },
    {
      name: 'eight unknown permissions are tried out',
      options: asserting(needs(...ten.slice(0, 8)), noneGranted(ten.slice(0, 8))),
      access: unknowns(ten.slice(0, 8)),
      says: ['unknown'],
    },
    {
      name: 'a part that could not be read under "not"',
      options: asserting({ login: true }, { not: at(['login', 'value', 'isFrozen'], { const: true }) }),
      access: { login: unavailable },
      says: ['unknown'],
    },
    {
      name: 'a member that a part which could not be read would have',
      options: asserting({ user: true }, active),
      access: { user: unavailable },
      says: ['unknown'],
    },
    {
      name: 'the status of a part is no way round it',
      options: asserting({ user: true }, at(['user', 'status'], { const: 'unavailable' })),
      access: { user: unavailable },
      says: ['unknown'],
    },
    {
      name: 'a keyword that looks everywhere looks at what could not be read as well',
      options: asserting(
        { user: true },
        at(['user'], { additionalProperties: { type: ['object', 'string'] } }),
      ),
      access: { user: userOf({ flowUser: unavailable }) },
      says: ['unknown'],
    },
    {
      name: 'the licence of a profile that could not be read',
      options: asserting(
        { profile: true },
        at(['profile', 'value', 'license', 'value', 'key'], { const: 'SFDC' }),
      ),
      access: { profile: profileOf({ license: unavailable }) },
      says: ['unknown'],
    },
    {
      name: 'a key of a licence of which the name alone is known, under "not"',
      options: asserting(
        { profile: true },
        { not: at(['profile', 'value', 'license', 'value', 'key'], { const: 'AUL' }) },
      ),
      access: { profile: profileOf({ license: ok({ name: 'Salesforce Platform', key: null }) }) },
      says: ['unknown'],
    },
    {
      name: 'a name of a profile that is hidden, under "not"',
      options: asserting(
        { profile: true },
        { not: at(['profile', 'value', 'name'], { const: 'Standard User' }) },
      ),
      access: { profile: profileOf({ name: null }) },
      says: ['unknown'],
    },
    {
      name: 'no flow that is there is denied, and there may be others',
      options: asserting({ flows: true }, everyFlowGranted),
      access: { flows: ok([flowAccess({}, { run: granted() })]), otherFlows: noAnswer },
      says: ['unknown'],
    },
    {
      name: 'a flow that is there is denied, and there may be others',
      options: asserting({ flows: true }, everyFlowGranted),
      access: { otherFlows: noAnswer },
      says: ['unknown'],
    },
    {
      name: 'that there are no other flows could not be known',
      options: asserting(
        { flows: true },
        { allOf: [everyFlowGranted, at(['otherFlows'], { type: 'null' })] },
      ),
      access: { flows: ok([flowAccess({}, { run: granted() })]), otherFlows: noAnswer },
      says: ['unknown'],
    },
    {
      name: 'an object and a field that were never looked at',
      options: asserting(
        { objects: ['Lead'], fields: ['Lead.Tier__c'] },
        {
          anyOf: [
            { not: at(['objects', 'Lead', 'rights', 'delete', 'decision'], { const: 'granted' }) },
            at(['fields', 'Lead.Tier__c', 'field', 'value'], { type: 'null' }),
          ],
        },
      ),
      says: ['unknown'],
    },
    {
      name: 'an unknown grant of a flow',
      options: asserting(
        { flows: true },
        at(['flows', 'value'], { contains: at(['run', 'decision'], { const: 'granted' }) }),
      ),
      access: { flows: ok([flowAccess({}, { run: unknown() })]) },
      says: ['unknown'],
    },
    {
      name: 'an unknown right on a field',
      options: asserting(
        { fields: ['Account.Tier__c'] },
        { not: at(['fields', 'Account.Tier__c', 'fieldLevel', 'edit', 'decision'], { const: 'granted' }) },
      ),
      access: {
        fields: { 'Account.Tier__c': fieldAccess({ fieldLevel: { read: granted(), edit: unknown() } }) },
      },
      says: ['unknown'],
    },
  ],
  notApplicable: [
    {
      name: 'on another edition',
      options: asserting(needs('ApiEnabled'), system('ApiEnabled')),
      when: { edition: ['Unlimited Edition'] },
      because: 'Enterprise Edition',
    },
  ],
});
