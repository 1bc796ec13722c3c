import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Field } from '../../../src/model/snapshot.ts';
import { runs } from '../../runs.ts';
import {
  containerIn,
  denied,
  field,
  flow,
  flowAccess,
  granted,
  needs,
  object,
  partialReason,
  permissionSet,
  placeOf,
  profile,
  project,
  reading,
  system,
  warned,
} from './source-files.ts';

const set = 'permissionsets/Sync.permissionset-meta.xml';
const id = 'permission-set:Sync';
const readSet = async (content: string, more = {}) =>
  containerIn(await reading({ [set]: permissionSet(content) }, more), id);

describe('entries of a permission set', () => {
  test('are one a right, each where its leaf stands', async () => {
    const sync = await readSet(
      system('ApiEnabled') + object('Account', { allowRead: 'true', allowEdit: 'true' }),
    );
    const [api] = sync.systemPermissions.status === 'ok' ? sync.systemPermissions.value : [];
    expect(api).toEqual({
      permission: 'ApiEnabled',
      at: { file: set, line: 4, column: 9, snippet: '<enabled>true</enabled>' },
    });
    const objects = sync.objects.status === 'ok' ? sync.objects.value : [];
    expect(objects.map(({ rights, at }) => `${rights} ${placeOf(at)}`)).toEqual([
      'edit 9:9 <allowEdit>true</allowEdit>',
      'read 8:9 <allowRead>true</allowRead>',
    ]);
  });

  test.each<readonly [string, string, readonly string[], readonly string[]]>([
    ['a system permission', system('ApiEnabled'), ['ApiEnabled'], []],
    ['one that is off', system('ApiEnabled', 'false'), [], ['ApiEnabled']],
    ['one in other case, as the needs spell it', system('APIENABLED'), ['ApiEnabled'], []],
    ['one that nobody needs', system('ManageUsers'), [], []],
    ['an object in other case', object('ACCOUNT', allOf('true')), allRights('Account'), []],
    ['an object refused', object('Account', allOf('false')), [], allRights('Account')],
    ['an object that nobody needs', object('Lead', allOf('true')), [], []],
    ['a field', field('Account.Rating', 'true', 'false'), ['Account.Rating: read'], ['Account.Rating: edit']],
    ['a field in other case', field('account.RATING', 'true', 'true'), both('Account.RATING'), []],
    ['a field that nobody needs', field('Account.Site', 'true', 'true'), [], []],
    ['the field of another object', field('Contact.Rating', 'true', 'true'), [], []],
    ['a flow', flowAccess('Score'), ['flow:Score'], []],
    ['a flow that is off', flowAccess('Score', 'false'), [], ['flow:Score']],
    [
      'digits for booleans',
      field('Account.Rating', '1', '0'),
      ['Account.Rating: read'],
      ['Account.Rating: edit'],
    ],
    ['white space', system(' ApiEnabled\n', '\n true '), ['ApiEnabled'], []],
    [
      'an entry that says no more than its name',
      '<userPermissions><name>ApiEnabled</name></userPermissions>',
      [],
      ['ApiEnabled'],
    ],
    ['entries of an unknown kind', '<pageAccesses><apexPage>Account</apexPage></pageAccesses>', [], []],
  ])('%s', async (_, content, grants, denials) => {
    const sync = await readSet(content);
    expect([granted(sync), denied(sync)]).toEqual([grants, denials]);
    expect(sync.completeness).toEqual({ kind: 'complete' });
  });

  test('a boolean that is missing refuses where its entry stands', async () => {
    const sync = await readSet(object('Account', { allowRead: 'true' }));
    expect(granted(sync)).toEqual(['Account: read']);
    const places = sync.denials?.objects.map(({ rights, at }) => `${rights} ${placeOf(at)}`);
    expect(places).toContain('create 3:5 <objectPermissions>');
    expect(places).toHaveLength(6);
  });

  test.each([
    ['62.0', false],
    ['63.0', true],
    [null, true],
  ])('with API version %s a missing View All Fields is refused: %s', async (sourceApiVersion, isRefused) => {
    const sync = containerIn(
      await reading({
        'sfdx-project.json': project(sourceApiVersion === null ? {} : { sourceApiVersion }),
        [`force-app/${set}`]: permissionSet(object('Account', { allowRead: 'true' })),
      }),
      id,
    );
    expect(denied(sync).includes('Account: viewAllFields')).toBe(isRefused);
    expect(granted(sync)).toEqual(['Account: read']);
  });

  test('no entry is kept of what nobody asked for', async () => {
    const sync = await readSet(
      system('ApiEnabled') + flowAccess('Score') + field('Account.Rating', 'true', 'true'),
      {
        needs: {},
      },
    );
    expect([granted(sync), denied(sync)]).toEqual([[], []]);
  });
});

function allOf(value: string) {
  const flags = ['allowRead', 'allowCreate', 'allowEdit', 'allowDelete'];
  const wide = ['viewAllRecords', 'modifyAllRecords', 'viewAllFields'];
  return Object.fromEntries([...flags, ...wide].map((flag) => [flag, value]));
}

function allRights(name: string): readonly string[] {
  const rights = ['create', 'delete', 'edit', 'modifyAllRecords', 'read', 'viewAllFields', 'viewAllRecords'];
  return rights.map((right) => `${name}: ${right}`);
}

function both(name: string): readonly string[] {
  return [`${name}: edit`, `${name}: read`];
}

describe('a needed field is looked for', () => {
  const inOrg: Field = {
    ...{ name: 'Z__c', label: 'Company ID', dataType: 'Text', permissionable: true },
    ...{ calculated: false, autoNumber: false, updatable: true },
  };
  const ask = async (asked: object, listed: string) => {
    const sync = await readSet(field(listed, 'true', 'false'), {
      needs: { fields: [{ object: 'Account', field: 'X__c', ...asked }] },
      catalogue: { Account: { status: 'ok', value: { seenBy: 'tooling', fields: [inOrg] } } },
    });
    return granted(sync);
  };

  test.each<readonly [string, object, string, readonly string[]]>([
    ['by its name', {}, 'Account.X__c', ['Account.X__c: read']],
    ['by the name the user configured', { configured: 'Y__c' }, 'Account.Y__c', ['Account.Y__c: read']],
    ['as a lookup without Id', { field: 'ParentId' }, 'Account.Parent', ['Account.Parent: read']],
    ['as a lookup with Id', { field: 'ParentId' }, 'Account.ParentId', ['Account.ParentId: read']],
    ['not without Id where it is no lookup', { field: 'Paid' }, 'Account.Pa', []],
    [
      'under the whole of an address',
      { field: 'BillingCity' },
      'Account.BillingAddress',
      ['Account.BillingCity: read'],
    ],
    ['under a plain address', { field: 'Street' }, 'Account.Address', ['Account.Street: read']],
    [
      'under a custom address',
      { field: 'Site__City__s' },
      'Account.Site__c',
      ['Account.Site__City__s: read'],
    ],
    ['not under another address', { field: 'BillingCity' }, 'Account.ShippingAddress', []],
    [
      "by its label in the org's catalogue",
      { label: 'InsideView Company Id' },
      'Account.Z__c',
      ['Account.Z__c: read'],
    ],
    ['not by another label', { label: 'InsideView Parent Id' }, 'Account.Z__c', []],
  ])('%s', async (_, asked, listed, expected) => {
    expect(await ask(asked, listed)).toEqual(expected);
  });

  test("by its label in the project's own fields", async () => {
    const read = await reading(
      {
        'objects/Account/fields/Own__c.field-meta.xml':
          '<CustomField><fullName>Own__c</fullName><label>Company ID</label><type>Text</type></CustomField>',
        [set]: permissionSet(field('Account.Own__c', 'true', 'true')),
      },
      { needs: { fields: [{ object: 'account', field: 'X__c', label: 'InsideView Company Id' }] } },
    );
    expect(granted(containerIn(read, id))).toEqual(both('account.Own__c'));
  });
});

describe('what cannot be told is neither granted nor refused', () => {
  const odd: readonly (readonly [string, string, number, string])[] = [
    ['a boolean that is none', system('ApiEnabled', 'yes'), 4, "<enabled> says 'yes'"],
    ['an empty boolean', system('ApiEnabled', ''), 4, "<enabled> says ''"],
    ['True is not true', field('Account.Rating', 'True', 'false'), 6, "<readable> says 'True'"],
    [
      'a boolean said both ways',
      '    <userPermissions><enabled>true</enabled><enabled>false</enabled><name>ApiEnabled</name></userPermissions>\n',
      3,
      '<enabled> says',
    ],
    ['an entry without a name', system(''), 3, 'does not name a permission'],
    ['an object without a name', object('', { allowRead: 'true' }), 3, 'does not name an object'],
    ['a field without an object', field('Rating', 'true', 'true'), 3, 'does not name a field of an object'],
    ['an object without a field', field('Account.', 'true', 'true'), 3, 'does not name a field of an object'],
    [
      'an entry with two names',
      '<fieldPermissions><field>Account.Rating</field><field>Account.Site</field><readable>true</readable></fieldPermissions>',
      3,
      'does not name a field',
    ],
    ['a flow without a name', flowAccess(''), 3, 'does not name a flow'],
  ];
  test.each(odd)('%s', async (_, content, line, says) => {
    const read = await reading({ [set]: permissionSet(content) });
    const sync = containerIn(read, id);
    expect(granted(sync)).toEqual([]);
    expect(denied(sync).filter((right) => !right.endsWith('edit'))).toEqual([]);
    expect(warned(read)).toContain(`passed-over ${set}:${line}`);
    expect(partialReason(sync)).toContain(says);
    expect(sync.completeness).toMatchObject({
      reason: { code: 'source-cannot-tell', at: { file: set, line } },
    });
  });

  test('but for what nobody needs, it is a warning alone', async () => {
    const read = await reading({
      [set]: permissionSet(field('Lead.Rating', 'yes', 'true') + system('X', 'no')),
    });
    expect(warned(read)).toEqual([`passed-over ${set}:6`, `passed-over ${set}:9`]);
    expect(containerIn(read, id).completeness).toEqual({ kind: 'complete' });
  });

  const templates: readonly (readonly [string, 'may be meant' | 'is not', string])[] = [
    ['an object', 'may be meant', object('%%%NAMESPACE%%%Site__c', { allowRead: 'true' })],
    [
      'a field of such an object',
      'may be meant',
      field('%%%NAMESPACE%%%Site__c.%%%NAMESPACE%%%City__c', 'true', 'true'),
    ],
    ['a field', 'may be meant', field('iv__Site__c.%%%NAMESPACE%%%City__c', 'true', 'true')],
    [
      'what a longer namespace has',
      'may be meant',
      object('%%%NAMESPACE%%%Other_Site__c', { allowRead: 'true' }),
    ],
    ['a flow', 'may be meant', flowAccess('%%%NAMESPACE%%%Score')],
    ['another object', 'is not', object('%%%NAMESPACE%%%Other__c', { allowRead: 'true' })],
    ['another field', 'is not', field('%%%NAMESPACE%%%Site__c.%%%NAMESPACE%%%Other__c', 'true', 'true')],
  ];
  test.each(templates)('%s that gets its name on deployment %s', async (_, isMeant, content) => {
    const read = await reading(
      { [set]: permissionSet(content) },
      {
        needs: {
          objects: ['two_words__Other_Site__c'],
          fields: [{ object: 'iv__Site__c', field: 'iv__City__c' }],
          flows: true,
        },
      },
    );
    const sync = containerIn(read, id);
    expect(granted(sync)).toEqual([]);
    expect(sync.completeness.kind).toBe(isMeant === 'is not' ? 'complete' : 'partial');
    const passedOver = warned(read).filter((each) => each.startsWith('passed-over'));
    expect(passedOver).toEqual(isMeant === 'is not' ? [] : [`passed-over ${set}:3`]);
  });
});

describe('entries of the same thing', () => {
  const file = 'profiles/Sync.profile';
  const readProfile = (content: string) => reading({ [file]: profile(content) });

  test.each<readonly [string, string, string, readonly string[]]>([
    ['the same twice', system('ApiEnabled') + system('ApiEnabled'), 'duplicate-entry', ['ApiEnabled']],
    [
      'first yes, then no',
      system('ApiEnabled') + system('ApiEnabled', 'false'),
      'contradictory-entry',
      ['ApiEnabled'],
    ],
    [
      'first no, then yes',
      system('ApiEnabled', 'false') + system('ApiEnabled'),
      'contradictory-entry',
      ['ApiEnabled'],
    ],
    [
      'each a part',
      field('Account.Rating', 'true', 'false') + field('Account.Rating', 'true', 'true'),
      'contradictory-entry',
      both('Account.Rating'),
    ],
    ['of what nobody needs', system('X') + system('X'), 'duplicate-entry', []],
    ['flows', flowAccess('A') + flowAccess('A'), 'duplicate-entry', ['flow:A']],
    ['objects', object('Lead', allOf('true')) + object('Lead', allOf('false')), 'contradictory-entry', []],
  ])('add up, and are told at the second: %s', async (_, content, code, grants) => {
    const read = await readProfile(content);
    const lines = content.split('\n');
    const second = lines.findLastIndex((line) => /^ {4}<\w/.test(line)) + 3;
    expect(warned(read)).toEqual([`${code} ${file}:${second}`]);
    const sync = containerIn(read, 'profile:Sync');
    expect(granted(sync)).toEqual(grants);
    expect(denied(sync).filter((right) => grants.includes(right))).toEqual([]);
  });

  test('each is held against the first', async () => {
    const content = system('ApiEnabled') + system('ApiEnabled', 'false') + system('ApiEnabled');
    expect(warned(await readProfile(content))).toEqual([
      `contradictory-entry ${file}:7`,
      `duplicate-entry ${file}:11`,
    ]);
  });

  test('the first that grants is shown', async () => {
    const sync = containerIn(
      await readProfile(system('ApiEnabled', 'false') + system('ApiEnabled') + system('ApiEnabled')),
      'profile:Sync',
    );
    expect(sync.systemPermissions).toMatchObject({ value: [{ at: { line: 8 } }] });
  });
});

/** Enough entries before those that are drawn, so that the short way through is taken for them. */
const before = Array.from({ length: 1000 }, (_, index) =>
  field(`AAA.F${String(index).padStart(4, '0')}`, 'false', 'false'),
).join('');

describe('however far down in a large file', () => {
  const readLarge = (content: string) => reading({ [set]: permissionSet(before + content) });
  const line = 3 + 5 * 1000;

  test('what is neither true nor false is told', async () => {
    const content = field('AAA.G', 'false', 'false') + field('AAA.H', 'maybe', 'false');
    expect(warned(await readLarge(content))).toEqual([`passed-over ${set}:${line + 8}`]);
  });

  test('an entry with two names is told', async () => {
    const two = '    <fieldPermissions><field>AAA.G</field><field>AAA.H</field></fieldPermissions>\n';
    expect(warned(await readLarge(two))).toEqual([`passed-over ${set}:${line}`]);
  });

  test('an object in two spellings hides no other object', async () => {
    const read = await reading({
      [set]: permissionSet(
        object('acc', { allowRead: 'true' }) +
          before +
          field('ACC.A', 'true', 'true') +
          field('Account.Rating', 'true', 'true'),
      ),
    });
    expect(granted(containerIn(read, id))).toEqual(both('Account.Rating'));
  });
});

const plainEntry = fc.record({
  object: fc.constantFrom('Account', 'ACCOUNT', 'Account_', 'Accoun', 'Aab', 'Account__c', 'Contact', 'AAA'),
  name: fc.constantFrom('A', 'B', 'B_', 'C', 'Rating', 'rating', 'Z'),
  readable: fc.boolean(),
  editable: fc.boolean(),
});

test('in any order entries are counted, found again and granted as a plain reading has them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(plainEntry, { maxLength: 12 }), fc.boolean(), async (drawn, isSorted) => {
      const named = drawn.map((each) => ({ ...each, full: `${each.object}.${each.name}` }));
      const entries = isSorted
        ? named.toSorted((a, b) => (a.full.toLowerCase() < b.full.toLowerCase() ? -1 : 1))
        : named;
      const content = entries.map(({ full, readable, editable }) =>
        field(full, `${readable}`, `${editable}`),
      );
      const read = await reading({ [set]: permissionSet(before + content.join('')) });
      const wanted = entries.filter(({ full }) => full.toLowerCase() === 'account.rating');
      const grants = granted(containerIn(read, id)).map((right) => right.replace(/.*: /, ''));
      expect(grants).toEqual([
        ...(wanted.some(({ editable }) => editable) ? ['edit'] : []),
        ...(wanted.some(({ readable }) => readable) ? ['read'] : []),
      ]);
      const again = entries.filter(({ full }, index) =>
        entries.slice(0, index).some((one) => one.full.toLowerCase() === full.toLowerCase()),
      );
      const repeats = read.snapshot.warnings.filter(({ code }) => /duplicate-entry|contradictory/.test(code));
      expect(repeats).toHaveLength(again.length);
      expect(read.snapshot.cost.entries).toBe(1000 + entries.length);
    }),
    runs(50),
  );
});

test('needs name an object once, however they spell it', async () => {
  const sync = await readSet(
    object('ACCOUNT', { allowRead: 'true' }) + field('Account.rating', 'true', 'false'),
    {
      needs: { ...needs, objects: ['Account', 'account'], fields: [{ object: 'ACCOUNT', field: 'Rating' }] },
    },
  );
  expect(granted(sync)).toEqual(['Account: read', 'Account.rating: read']);
});

test('a flow is meant in any case, as its file spells it', async () => {
  const read = await reading({
    'flows/Score.flow-meta.xml': flow('<status>Active</status>'),
    [set]: permissionSet(flowAccess('SCORE')),
  });
  expect(granted(containerIn(read, id))).toEqual(['flow:Score']);
});
