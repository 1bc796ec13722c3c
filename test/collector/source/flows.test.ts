import { describe, expect, test } from 'vitest';
import type { Tree } from './project/folders.ts';
import { document, flow, placeOf, reading, warned } from './source-files.ts';

const active = '    <status>Active</status>\n';
const restricted = '    <isAdditionalPermissionRequiredToRun>true</isAdditionalPermissionRequiredToRun>\n';
const version = (number: number | string) =>
  document('FlowDefinition', `    <activeVersionNumber>${number}</activeVersionNumber>\n`);

const flowsIn = async (tree: Tree) => {
  const { snapshot } = await reading(tree);
  return snapshot.flows.status === 'ok' ? snapshot.flows.value : [];
};

test('an active flow is read as its file has it', async () => {
  const file = 'flows/Score_Leads.flow-meta.xml';
  const content = `${restricted}    <label>Score</label>\n    <processType>AutoLaunchedFlow</processType>
    <start><filters><field>A</field></filters><triggerType>RecordAfterSave</triggerType></start>\n${active}`;
  expect(await flowsIn({ [file]: flow(content) })).toEqual([
    {
      id: 'flow:Score_Leads',
      name: 'Score_Leads',
      label: 'Score',
      namespace: null,
      processType: 'AutoLaunchedFlow',
      triggerType: 'RecordAfterSave',
      restricted: { status: 'ok', value: true },
      at: { file, line: 3, column: 5, snippet: restricted.trim() },
    },
  ]);
});

test('one that says nothing restricts nothing, is called by its name, and stands where its root stands', async () => {
  const [found] = await flowsIn({ 'flows/Plain.flow-meta.xml': flow(active) });
  expect(found).toMatchObject({
    ...{ label: 'Plain', processType: '', triggerType: null },
    restricted: { status: 'ok', value: false },
  });
  expect(placeOf(found?.at)).toMatch(/^2:1 <Flow/);
});

describe('which flows are active', () => {
  const names = async (tree: Tree) => (await flowsIn(tree)).map(({ name }) => name);

  test.each([
    ['Active', true],
    ['Draft', false],
    ['Obsolete', false],
    ['InvalidDraft', false],
    ['UnderReview', false],
    ['Something', true],
  ])('one with the status %s counts: %s', async (status, counts) => {
    expect(await names({ 'flows/A.flow-meta.xml': flow(`<status>${status}</status>`) })).toEqual(
      counts ? ['A'] : [],
    );
  });

  test('one without a status may be', async () => {
    expect(await names({ 'flows/A.flow': flow('') })).toEqual(['A']);
  });

  test('what is said of several versions holds for the one that is active', async () => {
    const versions = {
      'flows/A-1.flow': flow(`<status>Obsolete</status>\n${restricted}`),
      'flows/A-2.flow': flow(active),
    };
    expect(await flowsIn(versions)).toMatchObject([
      { name: 'A', restricted: { value: false }, at: { file: 'flows/A-2.flow' } },
    ]);
  });

  const versions = {
    'flows/A-1.flow': flow(`<status>Obsolete</status>\n${restricted}`),
    'flows/A-2.flow': flow(active),
  };
  const unknown = (code: string) => ({ status: 'unavailable', reason: { code } });
  test.each<readonly [string, Tree, readonly object[]]>([
    [
      'says which version is active, whatever the versions say',
      { ...versions, 'flowDefinitions/A.flowDefinition': version(1) },
      [{ name: 'A', restricted: { value: true } }],
    ],
    ['says that none is', { ...versions, 'flowDefinitions/A.flowDefinition': version(0) }, []],
    [
      'says nothing, so none is',
      { ...versions, 'flowDefinitions/A.flowDefinition-meta.xml': document('FlowDefinition', '') },
      [],
    ],
    [
      'names a version that is in no file',
      { ...versions, 'flowDefinitions/A.flowDefinition': version(3) },
      [{ name: 'A', restricted: unknown('source-cannot-tell') }],
    ],
    [
      'names a version of a flow that has no file',
      { 'flowDefinitions/A.flowDefinition': version(3) },
      [{ name: 'A', restricted: unknown('source-cannot-tell') }],
    ],
    [
      'says what is no number',
      { ...versions, 'flowDefinitions/A.flowDefinition': version('two') },
      [{ restricted: unknown('source-cannot-tell') }],
    ],
    [
      'is contradicted by another',
      {
        ...versions,
        'a/flowDefinitions/A.flowDefinition': version(0),
        'b/flowDefinitions/A.flowDefinition': version(1),
      },
      [{ restricted: { value: true } }],
    ],
    [
      'is broken',
      { ...versions, 'flowDefinitions/A.flowDefinition': '<FlowDefinition>' },
      [{ restricted: unknown('file-unreadable') }],
    ],
    [
      'stands beside the active version alone',
      { 'flows/A.flow-meta.xml': flow(active + restricted), 'flowDefinitions/A.flowDefinition': version(7) },
      [{ restricted: { value: true } }],
    ],
    [
      'stands beside another version alone',
      { 'flows/A.flow-meta.xml': flow(restricted), 'flowDefinitions/A.flowDefinition': version(7) },
      [{ restricted: unknown('source-cannot-tell') }],
    ],
  ])('a flow definition %s', async (_, tree, expected) => {
    expect(await flowsIn(tree)).toMatchObject(expected);
  });
});

describe('whether access is restricted is not known', () => {
  test('of a flow that cannot be read', async () => {
    const file = 'flows/A.flow-meta.xml';
    const read = await reading({ [file]: '<Flow><status>' });
    expect(read.snapshot.flows).toMatchObject({
      value: [{ name: 'A', restricted: { reason: { code: 'file-unreadable', at: { file } } }, at: { file } }],
    });
    expect(warned(read)).toEqual([`unreadable ${file}:1`]);
  });

  test('of one that does not tell it plainly', async () => {
    const odd = restricted.replace('true', 'maybe');
    const read = await reading({ 'flows/A.flow': flow(active + odd) });
    expect(read.snapshot.flows).toMatchObject({
      value: [{ restricted: { reason: { code: 'source-cannot-tell' } } }],
    });
    expect(warned(read)).toEqual(['passed-over flows/A.flow:4']);
  });

  test('of one that several files define, and not alike; the one that runs for a user counts', async () => {
    const triggered = '<start><triggerType>Scheduled</triggerType></start>';
    const found = await flowsIn({
      'a/flows/A.flow': flow(active + restricted + triggered),
      'b/flows/A.flow': flow(active),
    });
    expect(found).toMatchObject([
      { name: 'A', triggerType: null, restricted: { status: 'unavailable' }, at: { file: 'b/flows/A.flow' } },
    ]);
  });
});

describe('flows', () => {
  test('may be missing from the files', async () => {
    const { snapshot } = await reading({ 'flows/A.flow': flow(active) });
    expect(snapshot.otherFlows).toMatchObject({
      code: 'source-cannot-tell',
      mend: expect.stringContaining('--facts'),
    });
  });

  test('are not read where nobody needs them', async () => {
    const { snapshot, sharedFiles } = await reading(
      { 'flows/A.flow': flow(active), 'profiles/A.profile': document('Profile', '') },
      { needs: {} },
    );
    expect(snapshot).toMatchObject({
      flows: { status: 'unavailable', reason: { code: 'not-collected' } },
      otherFlows: null,
      cost: { files: 1 },
    });
    expect(sharedFiles).toEqual([]);
  });
});
