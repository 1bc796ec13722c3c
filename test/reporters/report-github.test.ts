import { error, notice, warning } from '@actions/core';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { commandText, type WorkflowCommand } from '../../src/reporters/github/workflow-command.ts';
import { githubCommands, logLine, renderGithub } from '../../src/reporters/report-github.ts';
import { terminalText } from '../../src/reporters/terminal-text.ts';
import { runs } from '../runs.ts';
import { arbitraryReport, hostileText } from './arbitrary-report.ts';
import { hostile } from './hostile-report.ts';
import { compliant, drifted, reportOf } from './report-fixture.ts';
import { accountAccess, result } from './result-fixture.ts';
import { inFiles } from './source-fixture.ts';

const annotate = { error, notice, warning };

/** What GitHub's own library prints for the same annotation. */
function printed({ level, title, at, message }: WorkflowCommand): string {
  const place =
    at === null ? {} : { file: terminalText(at.file), startLine: at.line, startColumn: at.column };
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    annotate[level](message.map(terminalText).join('\n'), { title: terminalText(title), ...place });
    return write.mock.calls
      .map(([text]) => String(text))
      .join('')
      .replace(/\r?\n$/, '');
  } finally {
    write.mockRestore();
  }
}

interface ReadCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** As the runner reads a line (actions/runner, ActionCommand): `::name key=value,key=value::data`. */
function read(line: string): ReadCommand | null {
  const [, name = '', properties = '', data = ''] = /^::([^\s:]+)(?: (.*?))?::(.*)$/s.exec(line) ?? [];
  if (name === '') return null;
  const unescaped = (text: string) =>
    text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
  const property = (text: string) => unescaped(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
  const pairs = properties
    .split(',')
    .filter((pair) => pair !== '')
    .map((pair) => [pair.slice(0, pair.indexOf('=')), property(pair.slice(pair.indexOf('=') + 1))]);
  return { name, properties: Object.fromEntries(pairs), data: unescaped(data) };
}

const command = fc.record({
  level: fc.constantFrom('error' as const, 'warning' as const, 'notice' as const),
  title: hostileText.filter((text) => text !== ''),
  at: fc.option(
    fc.record({
      file: hostileText.filter((text) => text !== ''),
      line: fc.integer({ min: 1 }),
      column: fc.integer({ min: 1 }),
    }),
  ),
  message: fc.array(hostileText, { minLength: 1, maxLength: 3 }),
});

describe('a workflow command', () => {
  test.each([
    ['a percent sign', '100%0A'],
    ['a colon and a comma', 'a:b,c::error::d'],
    ['a line break', 'a\nb'],
  ])('with %s is what @actions/core prints', (_, text) => {
    const given: WorkflowCommand = {
      level: 'error',
      title: text,
      at: { file: text, line: 3, column: 7 },
      message: [text, text],
    };
    expect(commandText(given)).toBe(printed(given));
  });

  test('with any text is what @actions/core prints', () => {
    fc.assert(
      fc.property(command, (given) => {
        expect(commandText(given)).toBe(printed(given));
      }),
      runs(300),
    );
  });
});

describe('a report as annotations', () => {
  test('points to the file and line of a finding in source', () => {
    const [first = ''] = renderGithub(inFiles).split('\n');
    expect(read(first)).toMatchObject({
      name: 'error',
      properties: {
        title: 'Account: Read, Edit (integration)',
        file: 'force-app/main/default/permissionsets/Sync.permissionset-meta.xml',
        line: '12',
        col: '9',
      },
      data: expect.stringMatching(/^Account: Edit is not granted\.\n- Permission set 'Sync' would grant it/),
    });
  });

  const waiver = { reason: 'Until the move', owner: 'CRM', expires: '2026-12-31' };
  const known = { state: 'unchanged', was: 'fail', worse: false } as const;
  const baseline = { file: 'last.json', collectedAt: null, onlyNew: true };
  test.each([
    ['a failure at level error', result('a', 'fail'), 'error'],
    ['a failure at level warning', result('a', 'fail', { level: 'warning' }), 'warning'],
    ['a failure at level note', result('a', 'fail', { level: 'note' }), 'notice'],
    ['what could not be known', result('a', 'inconclusive'), 'warning'],
    ['a rule that broke', result('a', 'error', { level: 'note' }), 'error'],
    ['a waived failure', result('a', 'fail', { waiver }), 'notice'],
    [
      'a failure that the baseline has, where only new ones count',
      result('a', 'fail', { baseline: known }),
      'notice',
    ],
  ])('%s', (_, given, name) => {
    const lines = githubCommands(reportOf('compliant', [given], { baseline }));
    expect(lines.map((line) => read(line)?.name)).toEqual([name]);
  });

  test('says of what could not be known that it could not, and of what is waived until when', () => {
    const lines = githubCommands(
      reportOf('inconclusive', [result('a', 'inconclusive'), { ...accountAccess, waiver }]),
    );
    expect(lines.map((line) => read(line)?.data)).toEqual([
      'Could not be known: a came to inconclusive.',
      expect.stringContaining('Waived until 2026-12-31 by CRM: Until the move'),
    ]);
  });

  test('shows ten of a kind at most, worst first, and sums the others up', () => {
    const many = Array.from({ length: 14 }, (_, index) => result(`r${index}`, 'fail'));
    const commands = githubCommands(reportOf('non-compliant', many)).map(read);
    expect(commands).toHaveLength(10);
    expect(commands[9]?.properties.title).toBe('5 more requirements, not shown one by one');
    expect(commands[9]?.data).toContain('r9 (integration@acme.example)');
    expect(commands[9]?.data).toContain('r13 (integration@acme.example)');
    expect(githubCommands(reportOf('non-compliant', many.slice(0, 10)))).toHaveLength(10);
  });

  test('has nothing to annotate where all is well, and the verdict for the log', () => {
    expect(renderGithub(compliant)).toBe('✔ COMPLIANT: nothing failed, 3 passed, 1 not applicable.\n');
    expect(renderGithub(drifted).trimEnd().split('\n').at(-1)).toMatch(/^✖ NON-COMPLIANT: 12 of 18 failed/);
  });

  test('of any report has no command but its own', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        const lines = renderGithub(report).trimEnd().split('\n');
        const last = lines.pop() ?? '';
        expect(last).not.toMatch(/^\s*::|##\[/);
        for (const line of lines) {
          expect(['error', 'warning', 'notice']).toContain(read(line)?.name);
          for (const key of Object.keys(read(line)?.properties ?? {}))
            expect(['title', 'file', 'line', 'col']).toContain(key);
        }
        const amount = report.results.filter(({ verdict }) => !['pass', 'not-applicable'].includes(verdict));
        expect(lines).toHaveLength(amount.length);
      }),
      runs(60),
    );
    expect(renderGithub(hostile)).not.toContain('\u001b');
  });

  test.each([
    ['::stop-commands::x', ': :stop-commands::x'],
    ['a ##[add-mask]b', 'a ## [add-mask]b'],
    [' ::error::x', ': :error::x'],
  ])('a line for the log that says %j is no command', (text, line) => {
    expect(logLine(text)).toBe(line);
  });
});
