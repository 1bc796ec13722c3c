import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameMetadata, surroundings } from '../../../../src/collector/source/project/name-metadata.ts';
import { runs } from '../../../runs.ts';

const named = (path: string) => {
  const folders = path.split('/');
  return nameMetadata(folders.pop() ?? '', surroundings(['', 'repository', ...folders]));
};

describe('A file is named by its name and its folders', () => {
  test.each([
    ['profiles/Admin.profile-meta.xml', { kind: 'profile', name: 'Admin' }],
    ['profiles/Admin.profile', { kind: 'profile', name: 'Admin' }],
    ['Admin.profile-meta.xml', { kind: 'profile', name: 'Admin' }],
    ['permissionsets/Sync.permissionset-meta.xml', { kind: 'permission-set', name: 'Sync' }],
    ['permissionsets/Sync.permissionset', { kind: 'permission-set', name: 'Sync' }],
    ['permissionsets/sales/Sync.permissionset-meta.xml', { kind: 'permission-set', name: 'Sync' }],
    ['permissionsetgroups/All.permissionsetgroup-meta.xml', { kind: 'permission-set-group', name: 'All' }],
    ['permissionsetgroups/All.permissionsetgroup', { kind: 'permission-set-group', name: 'All' }],
    ['mutingpermissionsets/M.mutingpermissionset', { kind: 'muting-permission-set', name: 'M' }],
    ['mutingpermissionsets/M.mutingpermissionset-meta.xml', { kind: 'muting-permission-set', name: 'M' }],
    ['flows/Sync_Account.flow-meta.xml', { kind: 'flow', name: 'Sync_Account' }],
    ['flows/Sync_Account-3.flow', { kind: 'flow', name: 'Sync_Account', version: 3 }],
    ['flows/Sync_Account-12.flow-meta.xml', { kind: 'flow', name: 'Sync_Account', version: 12 }],
    ['flowDefinitions/Sync.flowDefinition-meta.xml', { kind: 'flow-definition', name: 'Sync' }],
    ['flowDefinitions/Sync.flowDefinition', { kind: 'flow-definition', name: 'Sync' }],
    ['objects/Account/Account.object-meta.xml', { kind: 'object', name: 'Account' }],
    ['objects/Account.object', { kind: 'object', name: 'Account' }],
    ['objects/Account/fields/X__c.field-meta.xml', { kind: 'field', name: 'X__c', object: 'Account' }],
    ['objects/Account/X__c.field-meta.xml', { kind: 'field', name: 'X__c', object: 'Account' }],
    ['objects/Account/fields/X__c.field', { kind: 'field', name: 'X__c', object: 'Account' }],
  ])('%s', (path, expected) => {
    expect(named(path)).toEqual(expected);
  });

  test.each([
    // The layout of decomposePermissionSetBeta.
    'permissionsets/Sync/applicationVisibilities/App.applicationVisibility-meta.xml',
    'permissionsets/Sync/classAccesses/Main.classAccess-meta.xml',
    'permissionsets/Sync/customMetadataTypeAccesses/T__mdt.customMetadataTypeAccess-meta.xml',
    'permissionsets/Sync/customPermissions/P.customPermission-meta.xml',
    'permissionsets/Sync/customSettingAccesses/S__c.customSettingAccess-meta.xml',
    'permissionsets/Sync/externalCredentialPrincipalAccesses/C.externalCredentialPrincipalAccess-meta.xml',
    'permissionsets/Sync/externalDataSourceAccesses/D.externalDataSourceAccess-meta.xml',
    'permissionsets/Sync/fieldPermissions/Account.X__c.fieldPermission-meta.xml',
    'permissionsets/Sync/flowAccesses/F.flowAccess-meta.xml',
    'permissionsets/Sync/objectPermissions/Account.objectPermission-meta.xml',
    'permissionsets/Sync/pageAccesses/P.pageAccess-meta.xml',
    'permissionsets/Sync/recordTypeVisibilities/Account.R.recordTypeVisibility-meta.xml',
    'permissionsets/Sync/tabSettings/T.tabSetting-meta.xml',
    'permissionsets/Sync/userPermissions/ApiEnabled.userPermission-meta.xml',
    // That of decomposePermissionSetBeta2.
    'permissionsets/Sync/Sync.userPermission-meta.xml',
    'permissionsets/Sync/Sync.flowAccess-meta.xml',
    'permissionsets/Sync/Sync.customPermissions-meta.xml',
    'permissionsets/Sync/objectSettings/Account.objectSettings-meta.xml',
  ])('%s is a part of the set Sync', (path) => {
    expect(named(path)).toEqual({ kind: 'permission-set-part', name: 'Sync' });
  });

  test.each([
    'classes/Main.cls-meta.xml',
    'objects/Account/listViews/All.listView-meta.xml',
    'objectTranslations/Account-de/X__c.fieldTranslation-meta.xml',
    'profileSessionSettings/Admin.profileSessionSetting-meta.xml',
    'customPermissions/Sync.customPermission-meta.xml',
    'profiles/Admin.profile-meta.xml.orig',
    'profiles/.profile',
    'profiles/profile',
    'home/.profile',
    'package.xml',
    'profiles/README.md',
    'flows/Sync.flowtest-meta.xml',
    'tools/units.field',
    'constructor-meta.xml',
    'a.constructor-meta.xml',
  ])('%s is none of these kinds', (path) => {
    expect(named(path)).toBeUndefined();
  });

  test.each([
    ['profiles/Admin.Profile-meta.xml', "has the suffix 'Profile' for 'profile'"],
    ['permissionsets/Sync.PermissionSet', "has the suffix 'PermissionSet' for 'permissionset'"],
    ['flowDefinitions/Sync.flowdefinition-meta.xml', "has the suffix 'flowdefinition' for 'flowDefinition'"],
    ['permissionsets/Sync/fieldPermissions/A.X.fieldPermissions-meta.xml', "has a suffix 'fieldPermissions'"],
    ['profiles/Admin.profiles-meta.xml', "has a suffix 'profiles'"],
    ['elsewhere/X__c.field-meta.xml', 'stands in no folder objects/OBJECT'],
    ['objects/X__c.field-meta.xml', 'stands in no folder objects/OBJECT'],
    ['permissionsets/ApiEnabled.userPermission-meta.xml', 'stands in no folder permissionsets/SET'],
    ['elsewhere/ApiEnabled.userPermission-meta.xml', 'stands in no folder permissionsets/SET'],
  ])('%s seems to be meant as one, and why it is not is told', (path, why) => {
    expect(named(path)).toContain(why);
  });

  test('A folder further up that is called permissionsets or objects says nothing of other files', () => {
    expect(named('permissionsets/force-app/main/default/classes/Main.cls-meta.xml')).toBeUndefined();
    expect(named('objects/force-app/main/default/X__c.field-meta.xml')).toContain('stands in no folder');
  });
});

describe('Names are decoded', () => {
  test.each([
    ['Force%2Ecom%20-%20App%20User', 'Force.com - App User'],
    ['%%%NAMESPACE%%%Sync', '%%%NAMESPACE%%%Sync'],
    ['100%', '100%'],
    ['%E4', '%E4'],
    ["Sam's set (old) & more", "Sam's set (old) & more"],
    ['Ge\u0301ne\u0301ral', 'G\u00e9n\u00e9ral'],
    ['営業', '営業'],
    ['a.b', 'a.b'],
  ])('%s', (file, name) => {
    expect(named(`profiles/${file}.profile-meta.xml`)).toEqual({ kind: 'profile', name });
    expect(named(`objects/${file}/fields/${file}.field-meta.xml`)).toEqual({
      kind: 'field',
      name,
      object: name,
    });
    expect(named(`permissionsets/${file}/x.userPermission-meta.xml`)).toMatchObject({ name });
  });

  test('of whatever encodeURIComponent encodes', () => {
    const text = fc
      .string({ unit: 'grapheme-composite', minLength: 1 })
      .filter((name) => name.isWellFormed());
    fc.assert(
      fc.property(text, (name) => {
        expect(named(`profiles/${encodeURIComponent(name)}.profile`)).toEqual({
          kind: 'profile',
          name: name.normalize('NFC'),
        });
      }),
      runs(100),
    );
  });

  test('and no file name makes it throw', () => {
    const piece = fc.oneof(
      fc.constantFrom('%', '.', '-meta.xml', 'profile', 'field', '-1', '..'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), fc.array(piece), (file, folder) => {
        const result = nameMetadata(file.join(''), surroundings(['', 'objects', folder.join('')]));
        expect(['undefined', 'string', 'object']).toContain(typeof result);
      }),
      runs(100),
    );
  });
});
