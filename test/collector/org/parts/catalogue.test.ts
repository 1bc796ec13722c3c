import { describe, expect, test } from 'vitest';
import { sightOf } from '../../../../src/collector/org/parts/auditor.ts';
import { catalogueOf, describedCatalogue } from '../../../../src/collector/org/parts/catalogue.ts';
import { fieldEntries, fieldPermissionsRead } from '../../../../src/collector/org/parts/field-permissions.ts';
import { fragment } from '../../../../src/collector/org/soql.ts';
import { loadScenario } from '../../../../src/emulator/scenarios/load-scenario.ts';
import { collected, gapOf, okValue } from '../emulated.ts';

const sight = sightOf({ status: 'ok', value: [{ PermissionsViewSetup: true }] });
const blind = sightOf({ status: 'ok', value: [{ PermissionsViewSetup: false }] });

const particle = (QualifiedApiName: string, whole: string, IsPermissionable: boolean) => ({
  QualifiedApiName,
  Label: QualifiedApiName,
  DataType: 'string',
  IsCalculated: false,
  IsAutonumber: false,
  IsPermissionable,
  IsUpdatable: true,
  FieldDefinition: { QualifiedApiName: whole },
});
const particles = [
  particle('BillingAddress', 'BillingAddress', true),
  particle('BillingStreet', 'BillingAddress', false),
  particle('Name', 'Name', false),
  particle('OwnerId', 'OwnerId', false),
];

describe('a part of an address', () => {
  // Its own column says that it is not permissionable; taken at its word, everybody could edit it.
  test('is secured by the address', () => {
    const { fields, securedBy } = okValue(catalogueOf({ status: 'ok', value: particles }, sight));
    expect(Object.fromEntries(fields.map(({ name, permissionable }) => [name, permissionable]))).toEqual({
      BillingAddress: true,
      BillingStreet: true,
      Name: false,
      OwnerId: false,
    });
    expect([...securedBy]).toEqual([['BillingStreet', 'BillingAddress']]);
  });

  test('is secured by the address in a describe, too', () => {
    const fields = particles.map(
      ({ QualifiedApiName: name, IsPermissionable: permissionable, FieldDefinition }) => ({
        name,
        label: name,
        type: 'string',
        permissionable,
        calculated: false,
        autoNumber: false,
        updateable: true,
        compoundFieldName:
          FieldDefinition.QualifiedApiName === name ? null : FieldDefinition.QualifiedApiName,
      }),
    );
    const seen = okValue(describedCatalogue('Account', { status: 'ok', value: { fields } }, sight));
    expect(seen.seenBy).toBe('describe');
    expect([...seen.securedBy]).toEqual([['BillingStreet', 'BillingAddress']]);
  });

  test('has the permissions of the address', () => {
    const field = { object: 'Account', field: 'BillingStreet', securedBy: 'BillingAddress' };
    const read = fieldPermissionsRead([fragment`${['0PS']}`], [field], []);
    expect(read.soql.join()).toContain("Field IN ('Account.BillingAddress')");
    const row = {
      ParentId: '0PS',
      SobjectType: 'Account',
      Field: 'Account.BillingAddress',
      PermissionsRead: true,
      PermissionsEdit: false,
    };
    expect(fieldEntries([row], [field]).get('0PS')).toEqual([
      { object: 'Account', field: 'BillingStreet', read: true, edit: false },
    ]);
  });
});

describe('a lookup', () => {
  test('is found under either spelling', () => {
    const field = { object: 'Account', field: 'ParentId', securedBy: 'ParentId' };
    const read = fieldPermissionsRead([fragment`${['0PS']}`], [field], []);
    expect(read.soql.join()).toContain("Field IN ('Account.Parent','Account.ParentId')");
    const row = (Field: string, PermissionsEdit: boolean) => ({
      ParentId: '0PS',
      SobjectType: 'Account',
      Field,
      PermissionsRead: true,
      PermissionsEdit,
    });
    expect(fieldEntries([row('Account.Parent', true)], [field]).get('0PS')).toMatchObject([
      { field: 'Parent', edit: true },
    ]);
    expect(
      fieldEntries([row('Account.ParentId', false), row('Account.ParentId', true)], [field]).get('0PS'),
    ).toEqual([{ object: 'Account', field: 'ParentId', read: true, edit: true }]);
  });
});

describe('the fields of an object', () => {
  test('are asked of describe where Tooling proves nothing', () => {
    expect(catalogueOf({ status: 'ok', value: [] }, sight)).toBeUndefined();
    expect(catalogueOf({ status: 'ok', value: particles }, blind)).toBeUndefined();
    expect(
      catalogueOf({ status: 'ok', value: [{ ...particles[0], IsPermissionable: undefined }] }, sight),
    ).toBeUndefined();
  });

  test('that describe tells are told as such, and every field permission of the object is read', async () => {
    const faults = [{ match: 'FROM EntityParticle', status: 400, errorCode: 'INVALID_TYPE', message: 'No.' }];
    const org = await loadScenario('admin-user');
    const needs = { fields: [{ object: 'Account', field: 'Industry' }] };
    const admin = { ...org, auditor: 'ada.okafor@acme.example' };
    const snapshot = await collected({ org: admin, faults, needs, users: ['ada.okafor@acme.example'] });
    expect(okValue(snapshot.catalogue.Account).seenBy).toBe('describe');
    expect(okValue(snapshot.catalogue.Account).fields.map(({ name }) => name)).toContain('Industry');
    const entries = snapshot.containers.flatMap(({ fields }) => okValue(fields));
    expect(entries).toContainEqual({ object: 'Account', field: 'Industry', read: true, edit: true });
  });

  test('of an object that is not there are not known to be none', async () => {
    const needs = { objects: ['Account', 'Nowhere__c'] };
    const seen = await collected({ needs });
    expect(gapOf(seen.catalogue.Nowhere__c)).toMatchObject({
      code: 'not-in-org',
      errorCode: 'NOT_FOUND',
      mend: 'install the package that brings Nowhere__c',
    });
    const unseen = await collected({ needs, org: await loadScenario('blind-auditor') });
    expect(gapOf(unseen.catalogue.Nowhere__c).code).not.toBe('not-in-org');
  });
});
