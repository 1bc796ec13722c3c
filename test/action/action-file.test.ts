import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { problemsOfAction } from './parse-workflow.ts';

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

const text = await readFile('action.yml', 'utf8');
const action = parse(text) as Action;
const { steps } = action.runs;
const script = async (name: string) => readFile(`action/${name}`, 'utf8');

test('GitHub’s own parser accepts the action, and would not accept a wrong one', () => {
  expect(problemsOfAction('action.yml', text)).toEqual([]);
  const wrong = text.replace('shell: bash', 'shelf: bash');
  expect(problemsOfAction('action.yml', wrong)).toContainEqual(expect.stringContaining('shelf'));
});

describe('no input is ever read as shell', () => {
  const scripts = steps.filter(({ run }) => run !== undefined);

  test.each(scripts.map(({ run = '' }) => run))('%s', (run) => {
    expect(run).toMatch(/^bash "\$GITHUB_ACTION_PATH\/action\/[a-z-]+\.sh"$/u);
  });

  test('and no script evaluates text', async () => {
    for (const { run = '' } of scripts) {
      const name = run.split('/').at(-1)?.replace('"', '') ?? '';
      expect(await script(name)).not.toMatch(/^\s*(eval|source|\.) |\b(xargs|bash -c|sh -c)\b/mu);
    }
  });
});

test('every action that it uses is pinned to a commit, with the release beside it', () => {
  const uses = [...text.matchAll(/uses: (.*)$/gmu)].map(([, used]) => used);
  expect(uses.length).toBe(2);
  for (const used of uses) expect(used).toMatch(/^[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u);
});

test('every input goes somewhere, and every place that asks for one finds it', async () => {
  const asked = [...text.matchAll(/inputs\.([\w-]+)/gu)].map(([, name]) => name);
  expect([...new Set(asked)].sort()).toEqual(Object.keys(action.inputs).sort());
});

test('every environment variable that a script reads is given to it', async () => {
  for (const [id, name] of [
    ['install', 'install.sh'],
    ['audit', 'run.sh'],
  ]) {
    const given = Object.keys(steps.find((step) => step.id === id)?.env ?? {});
    const read = [...(await script(name ?? '')).matchAll(/\$\{?((?:INPUT|SYNCGATE)_\w+)/gu)].map(
      ([, each]) => each,
    );
    expect([...new Set(read)].sort()).toEqual([...given].sort());
  }
});

test('no input is a secret: those come by the environment', () => {
  const names = Object.keys(action.inputs).filter((name) => /token|secret|key|password/u.test(name));
  expect(names).toEqual([]);
});

test('every output is one that the script writes', async () => {
  const written = [...(await script('run.sh')).matchAll(/echo ["']([\w-]+)=/gu)].map(([, name]) => name);
  const values = Object.entries(action.outputs).map(([name, { value }]) => [name, value]);
  expect(values).toEqual(
    Object.keys(action.outputs).map((name) => [name, `\${{ steps.audit.outputs.${name} }}`]),
  );
  expect([...new Set(written)].sort()).toEqual(Object.keys(action.outputs).sort());
});

test('the findings of a failed audit are uploaded too, and nothing is where there is no report', () => {
  const upload = steps.find(({ uses }) => uses?.includes('upload-sarif'));
  expect(upload?.if).toContain('!cancelled()');
  expect(upload?.if).toContain("steps.audit.outputs.sarif-file != ''");
});
