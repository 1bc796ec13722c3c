import { describe, expect, test } from 'vitest';
import { readPack } from '../../src/config/read-pack.ts';
import { rules } from '../../src/rules/registry.ts';

type Editable = Record<string, unknown>;

const requirement = (): Editable => ({
  id: 'account-access',
  title: 'Account access',
  level: 'error',
  rule: 'object-access',
  options: { object: 'Account', require: ['read', 'edit'] },
  when: { feature: ['routing'], notVariant: ['admin'], parameter: ['mapped'] },
  why: 'The sync writes accounts.',
  messages: { missing: '{object}: the sync needs {rights}' },
  remedy: { lightning: ['Open {object}.'], classic: ['Open {object}.'] },
  source: { page: 'setup' },
});

const pack = (...requirements: readonly Editable[]): Editable => ({
  id: 'acme-sync',
  version: '1.0.0',
  title: 'Acme Sync',
  description: 'What Acme Sync needs.',
  vendor: 'Acme',
  sources: { setup: { title: 'Set up', url: 'https://acme.example/setup', checked: '2026-08-01' } },
  knownMessages: [{ message: 'Oops', meaning: 'Nothing.', source: 'setup' }],
  features: { routing: { title: 'Routing', default: true } },
  variants: { admin: { title: 'Administrator', description: 'One stands in.' } },
  parameters: { mapped: { type: 'array' } },
  requirements,
});

/** Every problem, after what stands at its place: `"edti" requirements[0]… must be …`. */
async function problemsOf(value: unknown): Promise<readonly string[]> {
  const text = JSON.stringify(value, null, 2);
  const read = await readPack(text, 'acme.json', rules);
  if (!('problems' in read)) return [];
  return read.problems.map(({ line, column, message }) => {
    const place = text
      .split('\n')
      [line - 1]?.slice(column - 1)
      .replace(/,$/, '');
    return `${place} ${message}`;
  });
}

const changed = (changes: Editable) => problemsOf(pack({ ...requirement(), ...changes }));

test('a pack that is right comes with the place of every requirement', async () => {
  const written = pack(requirement(), { ...requirement(), id: 'second' });
  const read = await readPack(JSON.stringify(written, null, 2), 'acme.json', rules);
  const lines = JSON.stringify(written, null, 2).split('\n');
  const lineOf = (id: string) => lines.findIndex((line) => line.includes(`"id": "${id}"`));
  expect(read).toEqual({
    pack: {
      pack: written,
      file: 'acme.json',
      locations: {
        'account-access': { file: 'acme.json', line: lineOf('account-access'), column: 5 },
        second: { file: 'acme.json', line: lineOf('second'), column: 5 },
      },
    },
  });
});

test('a pack may be YAML, which is JSON here', async () => {
  const text = JSON.stringify(pack(requirement()), null, 2);
  const [json, yaml] = [await readPack(text, 'a.json', rules), await readPack(text, 'a.yaml', rules)];
  expect(yaml).toEqual(JSON.parse(JSON.stringify(json).replaceAll('a.json', 'a.yaml')));
});

describe('what the schema finds is told in words, at its place', () => {
  test.each<readonly [string, Editable, readonly string[]]>([
    [
      'a right that does not exist',
      { options: { object: 'Account', require: ['edti'] } },
      [
        `"edti" requirements[0].options.require[0] must be one of read, create, edit, delete, viewAllRecords, modifyAllRecords, viewAllFields, but is the text "edti"; did you mean 'edit'?`,
      ],
    ],
    [
      'a value of another type, in a place that takes a parameter too',
      { options: { object: 'Account', require: 7 } },
      ['7 requirements[0].options.require must be a list, but is a number'],
    ],
    [
      'an option that the rule has not',
      { options: { object: 'Account', require: ['read'], requires: [] } },
      [`"requires": [] requirements[0].options: the key 'requires' is not known; did you mean 'require'?`],
    ],
    [
      'an option left out',
      { options: { object: 'Account' } },
      [`{ requirements[0].options must have 'require'`],
    ],
    ['options left out altogether', { options: undefined }, [`{ requirements[0] must have 'options'`]],
    [
      'a rule that does not exist, and none of its noise',
      { rule: 'object-acess' },
      [
        `"object-acess" requirements[0].rule must be one of ${[...rules.keys()].sort().join(', ')}, but is the text "object-acess"; did you mean 'object-access'?`,
      ],
    ],
    [
      'a key misspelt',
      { tilte: 'x' },
      [`"tilte": "x" requirements[0]: the key 'tilte' is not known; did you mean 'title'?`],
    ],
    [
      'an edition that Salesforce has not',
      { when: { edition: ['Enterprise'] } },
      [
        `"Enterprise" requirements[0].when.edition[0] must be one of Professional Edition, Enterprise Edition, Unlimited Edition, Developer Edition, Team Edition, Personal Edition, Contact Manager Edition, Base Edition, but is the text "Enterprise"`,
      ],
    ],
    [
      'an empty text',
      { why: ' ' },
      ['" " requirements[0].why must be text that is not empty, but is the text " "'],
    ],
    [
      'several at once, in the order of the file',
      { level: 'fatal', title: 3 },
      [
        '3 requirements[0].title must be text, but is 3; put it in quotes',
        '"fatal" requirements[0].level must be one of error, warning, note, but is the text "fatal"',
      ],
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await changed(changes)).toEqual(expected);
  });

  test('no requirements', async () => {
    expect(await problemsOf(pack())).toEqual(['[] requirements must not be empty']);
  });
  test('another thing altogether', async () => {
    expect(await problemsOf([])).toEqual(['[] the file must be an object, but is a list']);
  });
});

describe('what a schema cannot say is told too', () => {
  test.each<readonly [string, Editable, readonly string[]]>([
    [
      'a feature not declared',
      { when: { feature: ['routng'] } },
      [`"routng" the pack has no feature 'routng'; did you mean 'routing'?`],
    ],
    [
      'a variant not declared',
      { when: { notVariant: ['x'] } },
      [`"x" the pack has no variant 'x' (it has admin)`],
    ],
    [
      'a parameter not declared',
      { when: { parameter: ['x'] } },
      [`"x" the pack has no parameter 'x' (it has mapped)`],
    ],
    [
      'a parameter not declared, in the options',
      { options: { object: 'Account', require: { $parameter: 'maped' } } },
      [`"maped" the pack has no parameter 'maped'; did you mean 'mapped'?`],
    ],
    [
      'a page not declared',
      { source: { page: 'setpu' } },
      [`"setpu" the pack has no source 'setpu'; did you mean 'setup'?`],
    ],
    [
      'a placeholder that the rule does not fill',
      { messages: { missing: '{objekt} lacks {rights}' } },
      [`"{objekt} lacks {rights}" '{objekt}' is never filled in here; known are object, rights, is`],
    ],
    [
      'a placeholder in a step that no message has',
      { remedy: { lightning: ['Open {thing}.'], classic: ['-'] } },
      [`"Open {thing}." '{thing}' is never filled in here; known are object, rights, is`],
    ],
    [
      'steps for a message that is no failure, or none at all',
      { remedy: undefined, remedies: [{ for: ['granted', 'mising'], lightning: ['-'], classic: ['-'] }] },
      [
        `"granted" requirements[0].remedies[0].for[0] must be one of missing, but is the text "granted"`,
        `"mising" requirements[0].remedies[0].for[1] must be one of missing, but is the text "mising"; did you mean 'missing'?`,
      ],
    ],
    [
      'a placeholder in steps for one failure that no message has',
      { remedy: undefined, remedies: [{ for: ['missing'], lightning: ['-'], classic: ['Open {thing}.'] }] },
      [`"Open {thing}." '{thing}' is never filled in here; known are object, rights, is`],
    ],
    [
      'steps for all other failures, where there is no other',
      { remedies: [{ for: ['missing'], lightning: ['-'], classic: ['-'] }] },
      [expect.stringMatching(/ it is never told: 'remedies' names every failure of rule 'object-access'$/)],
    ],
    [
      'a JSON Schema that cannot be evaluated, where the rule says so',
      {
        rule: 'assert',
        messages: undefined,
        remedy: undefined,
        options: { needs: { user: true }, schema: { $ref: '#/no' } },
      },
      [expect.stringMatching(/ options of rule 'assert': /)],
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await changed(changes)).toEqual(expected);
  });

  test('an id given twice', async () => {
    expect(await problemsOf(pack(requirement(), requirement()))).toEqual([
      `"account-access" the requirement id 'account-access' is given twice`,
    ]);
  });
  test('a known message from nowhere', async () => {
    const knownMessages = [{ message: 'Oops', meaning: 'Nothing.', source: 'elsewhere' }];
    expect(await problemsOf({ ...pack(requirement()), knownMessages })).toEqual([
      `"elsewhere" the pack has no source 'elsewhere' (it has setup)`,
    ]);
  });
  test('names that every object has are not declared by that', async () => {
    expect(await changed({ when: { feature: ['constructor'] } })).toEqual([
      `"constructor" the pack has no feature 'constructor' (it has routing)`,
    ]);
  });
});

test('hostile names stay what they are', async () => {
  const title = '\u001b[31mred\u202e"\n';
  const read = await readPack(JSON.stringify(pack({ ...requirement(), title })), 'acme.json', rules);
  expect(read).toMatchObject({ pack: { pack: { requirements: [{ title }] } } });
});
