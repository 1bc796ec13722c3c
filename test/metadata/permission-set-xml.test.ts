import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { draftProblem } from '../../src/metadata/draft-problems.ts';
import { packageXml } from '../../src/metadata/package-xml.ts';
import { permissionSetXml } from '../../src/metadata/permission-set-xml.ts';
import type { Entries } from '../../src/model/container.ts';
import { flow, flowId } from '../access/org-parts.ts';

const none: Entries = { systemPermissions: [], objects: [], fields: [], flows: [] };

const parsed = (entries: Partial<Entries>, more: { label?: string; description?: string } = {}) => {
  const draft = { name: 'Mend', label: 'Mend', description: '', ...more, entries: { ...none, ...entries } };
  const xml = permissionSetXml(draft, [flow('Sync', { namespace: 'iv' })]);
  expect(XMLValidator.validate(xml)).toBe(true);
  return new XMLParser().parse(xml).PermissionSet;
};

describe('a permission set as metadata', () => {
  test('has its elements, and what is in them, in the order of the Metadata API', () => {
    const set = parsed(
      {
        systemPermissions: [{ permission: 'RunFlow' }, { permission: 'ApiEnabled' }],
        objects: [{ object: 'Account', rights: ['viewAllFields'] }],
        fields: [{ object: 'Account', field: 'Site', read: true, edit: false }],
        flows: [{ flowId: flowId('Sync') }],
      },
      { description: 'What it is for.' },
    );
    expect(Object.keys(set)).toEqual([
      ...['description', 'fieldPermissions', 'flowAccesses', 'hasActivationRequired'],
      ...['label', 'objectPermissions', 'userPermissions'],
    ]);
    expect(Object.keys(set.objectPermissions)).toEqual([
      ...['allowCreate', 'allowDelete', 'allowEdit', 'allowRead'],
      ...['modifyAllRecords', 'object', 'viewAllFields', 'viewAllRecords'],
    ]);
    expect(Object.keys(set.fieldPermissions)).toEqual(['editable', 'field', 'readable']);
    expect(set.userPermissions.map(({ name }: { name: string }) => name)).toEqual(['ApiEnabled', 'RunFlow']);
    expect(set.flowAccesses).toEqual({ enabled: true, flow: 'iv__Sync' });
  });

  test('gives a right with all that it requires, each object and field once', () => {
    const set = parsed({
      objects: [
        { object: 'Account', rights: ['delete'] },
        { object: 'Account', rights: ['create'] },
      ],
      fields: [
        { object: 'Account', field: 'Site', read: true, edit: false },
        { object: 'Account', field: 'Site', read: false, edit: true },
      ],
    });
    const given = { allowRead: true, allowEdit: true, allowDelete: true, allowCreate: true };
    expect(set.objectPermissions).toMatchObject({ ...given, viewAllRecords: false, modifyAllRecords: false });
    expect(set.fieldPermissions).toEqual({ editable: true, field: 'Account.Site', readable: true });
  });

  test('does not name View All Fields where it is not given: older versions refuse the element', () => {
    const set = parsed({ objects: [{ object: 'Account', rights: ['read'] }] });
    expect(Object.keys(set.objectPermissions)).not.toContain('viewAllFields');
    expect(Object.keys(set)).not.toContain('description');
  });

  test.each([
    ['markup', '<b>&amp; "x"</b>', '<b>&amp; "x"</b>'],
    ['what XML cannot hold', 'a\u0000b\u001bc\ud800d', 'a?b?c\ufffdd'],
    ['other scripts', 'Żółć 同期 🙂', 'Żółć 同期 🙂'],
  ])('holds %s as text', (_, label, expected) => {
    const draft = { name: 'Mend', label, description: label, entries: none };
    const xml = permissionSetXml(draft);
    const set = new XMLParser({ processEntities: true }).parse(xml).PermissionSet;
    expect(set).toMatchObject({ label: expected, description: expected });
  });
});

test('a package.xml names the set and the version', () => {
  const { Package } = new XMLParser({ parseTagValue: false }).parse(packageXml('Mend', '58.0'));
  expect(Package).toEqual({ types: { members: 'Mend', name: 'PermissionSet' }, version: '58.0' });
  expect(packageXml('Mend', null)).toContain('<version>67.0</version>');
});

describe('a name that Salesforce', () => {
  const called = (name: string, label = 'L', description = '') => draftProblem({ name, label, description });
  test.each(['A', 'Sync_Mend', 'a1_B2', 'x'.repeat(80)])('takes: %s', (name) => {
    expect(called(name)).toBe(null);
  });
  test.each(['', '1A', '_A', 'A_', 'A__B', 'A B', 'A-B', 'Ä', 'A.B', '../A', 'x'.repeat(81)])(
    'refuses: %s',
    (name) => {
      expect(called(name)).toMatchObject({ part: 'name' });
    },
  );
  test('takes a label of 80 characters and a description of 255, and no more', () => {
    expect(called('A', 'x'.repeat(80), 'x'.repeat(255))).toBe(null);
    expect(called('A', 'x'.repeat(81))).toMatchObject({ part: 'label' });
    expect(called('A', ' ')).toMatchObject({ part: 'label' });
    expect(called('A', 'L', 'x'.repeat(256))).toMatchObject({ part: 'description' });
  });
});
