import { describe, expect, test } from 'vitest';
import {
  containerIn,
  denied,
  document,
  field,
  granted,
  object,
  partialReason,
  permissionSet,
  placeOf,
  reading,
  system,
  warned,
} from './source-files.ts';

const id = 'permission-set:Sync';
const folder = 'permissionsets/Sync';
const main = `${folder}/Sync.permissionset-meta.xml`;
const settings = (name: string) => `${folder}/objectSettings/${name}.objectSettings-meta.xml`;
/** Roots of the newer layout have no namespace. */
const part = (content: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<PermissionSet>\n${content}</PermissionSet>\n`;

const newer = {
  [main]: permissionSet('    <label>The sync</label>\n    <license>Salesforce</license>\n'),
  [`${folder}/Sync.userPermission-meta.xml`]: part(system('ApiEnabled') + system('ViewAllData', 'false')),
  [`${folder}/Sync.classAccess-meta.xml`]: part('<classAccesses><apexClass>A</apexClass></classAccesses>'),
  [settings('Account')]: part(
    object('Account', { allowRead: 'true' }) + field('Account.Rating', 'true', 'false'),
  ),
  [settings('Contact')]: part('<tabSettings><tab>Contact</tab></tabSettings>\n'),
  [settings('Lead')]: part(object('Lead', { allowRead: 'true' }) + field('Lead.Rating', 'true', 'false')),
};
const older = {
  [main]: permissionSet('    <label>The sync</label>\n    <license>Salesforce</license>\n'),
  [`${folder}/userPermissions/ApiEnabled.userPermission-meta.xml`]: document(
    'UserPermission',
    '<enabled>true</enabled><name>ApiEnabled</name>',
  ),
  [`${folder}/userPermissions/ViewAllData.userPermission-meta.xml`]: document(
    'UserPermission',
    '<enabled>false</enabled><name>ViewAllData</name>',
  ),
  [`${folder}/objectPermissions/Account.objectPermission-meta.xml`]: document(
    'ObjectPermission',
    '<allowRead>true</allowRead><object>Account</object>',
  ),
  [`${folder}/fieldPermissions/Account.Rating.fieldPermission-meta.xml`]: document(
    'FieldPermission',
    '    <editable>false</editable>\n    <field>Account.Rating</field>\n    <readable>true</readable>\n',
  ),
  [`${folder}/classAccesses/A.classAccess-meta.xml`]: document('ClassAccess', '<apexClass>A</apexClass>'),
};

describe.each([
  ['newer', newer],
  ['older', older],
])('a set decomposed in the %s layout', (_, tree) => {
  test('is one container of all its files', async () => {
    const read = await reading(tree);
    const sync = containerIn(read, id);
    expect(sync).toMatchObject({
      title: 'The sync',
      license: 'Salesforce',
      completeness: { kind: 'complete' },
    });
    expect(granted(sync)).toEqual(['ApiEnabled', 'Account: read', 'Account.Rating: read']);
    expect(denied(sync)).toHaveLength(8);
    expect(denied(sync)).toEqual(
      expect.arrayContaining(['ViewAllData', 'Account: edit', 'Account.Rating: edit']),
    );
    expect(sync.at).toMatchObject({ file: main, line: 2 });
    expect(read.filesOf.get(id)).toEqual(Object.keys(tree).toSorted());
    expect(read.snapshot.warnings).toEqual([]);
  });

  test('needs no main file', async () => {
    const { [main]: _gone, ...parts } = tree;
    const sync = containerIn(await reading(parts), id);
    expect(sync).toMatchObject({ title: 'Sync', license: null, completeness: { kind: 'complete' } });
    expect(granted(sync)).toEqual(['ApiEnabled', 'Account: read', 'Account.Rating: read']);
    expect(sync.at?.file).toBe(Object.keys(parts).toSorted()[0]);
  });

  test.each(Object.keys(tree))('is not known at all where %s cannot be read', async (file) => {
    const read = await reading({ ...tree, [file]: '<PermissionSet>' });
    const sync = containerIn(read, id);
    const part = { status: 'unavailable', reason: { code: 'file-unreadable', at: { file } } };
    expect(sync).toMatchObject({ systemPermissions: part, objects: part, fields: part, flows: part });
    expect(warned(read)).toEqual([`unreadable ${file}:1`]);
  });

  test('and in one file beside, it is two, which both count', async () => {
    const whole = 'permissionsets/Sync.permissionset-meta.xml';
    const read = await reading({ ...tree, [whole]: permissionSet(system('ApiEnabled')) });
    const sync = containerIn(read, id);
    expect(granted(sync)).toEqual(['ApiEnabled']);
    expect(partialReason(sync)).toContain('do not agree');
    expect(read.snapshot.warnings.map(({ code }) => code)).toEqual(['duplicate-container']);
  });

  test('with something in its folder that is not read, it may be more than that', async () => {
    const odd = `${folder}/Sync.userpermission-meta.xml`;
    const sync = containerIn(await reading({ ...tree, [odd]: part(system('ViewAllData')) }), id);
    expect(sync.completeness).toMatchObject({ kind: 'partial', reason: { at: { file: odd } } });
  });
});

describe('entries would be added to a decomposed set', () => {
  const places = async (tree: Readonly<Record<string, string>>) => {
    const { additions } = containerIn(await reading(tree), id);
    const show = (at: Parameters<typeof placeOf>[0]) => `${at?.file} ${placeOf(at)}`;
    return {
      system: show(additions?.systemPermissions),
      objects: show(additions?.objects),
      flows: show(additions?.flows),
      fields: Object.fromEntries(
        Object.entries(additions?.fields ?? {}).map(([name, at]) => [name, show(at)]),
      ),
    };
  };

  test('of the newer layout in the part that fits, else in the main file', async () => {
    const end = `${main} 5:1 </PermissionSet>`;
    expect(await places(newer)).toEqual({
      system: `${folder}/Sync.userPermission-meta.xml 7:5 <userPermissions>`,
      objects: end,
      flows: end,
      fields: {
        Account: `${settings('Account')} 7:5 <fieldPermissions>`,
        Contact: `${settings('Contact')} 4:1 </PermissionSet>`,
        '': end,
      },
    });
  });

  test('without a main file in whatever part there is', async () => {
    const { [main]: _gone, ...parts } = newer;
    const found = await places(parts);
    expect(found.objects).toBe(`${folder}/Sync.classAccess-meta.xml 3:56 </PermissionSet>`);
    expect(found.fields['']).toBe(found.objects);
  });

  test('of the older layout beside an entry of the kind', async () => {
    const found = await places(older);
    expect(found.system).toMatch(/ViewAllData\.userPermission-meta\.xml 2:1 <UserPermission/);
    expect(found.fields.Account).toMatch(/Account\.Rating\.fieldPermission-meta\.xml 2:1 <FieldPermission/);
    expect(found.flows).toBe(`${main} 5:1 </PermissionSet>`);
  });
});

test('what one part refuses and another gives is given', async () => {
  const again = settings('Again');
  const sync = containerIn(
    await reading({ ...newer, [again]: part(object('Account', { allowEdit: 'true' })) }),
    id,
  );
  expect(granted(sync)).toContain('Account: edit');
  expect(denied(sync)).not.toContain('Account: edit');
  expect(sync.completeness).toEqual({ kind: 'complete' });
});

test('an entry that is a whole file stands where its leaves stand', async () => {
  const { fields } = containerIn(await reading(older), id);
  expect(fields).toMatchObject({
    value: [{ read: true, at: { line: 5, column: 5, snippet: '<readable>true</readable>' } }],
  });
});
