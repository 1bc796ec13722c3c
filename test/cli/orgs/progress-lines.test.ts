import { describe, expect, test } from 'vitest';
import { progressLines } from '../../../src/cli/orgs/progress-lines.ts';

/** What a terminal shows in the end: it knows line breaks, "up" and "erase below", which is all that is used. */
function screen(isTerminal: boolean, width = 40) {
  let lines: string[] = [''];
  const written: string[] = [];
  return {
    written,
    shows: () => lines.filter((line) => line !== ''),
    terminal: {
      isTerminal,
      width,
      write(text: string) {
        written.push(text);
        for (const [piece, up] of text.replaceAll('\u001b', '^').matchAll(/\^\[(\d+)A\^\[0J|\n|[^\n^]+/g)) {
          if (up !== undefined) lines = [...lines.slice(0, lines.length - 1 - Number(up)), ''];
          else if (piece === '\n') lines.push('');
          else lines[lines.length - 1] += piece;
        }
      },
    },
  };
}

describe('progress over many orgs', () => {
  test('has a line for each org under way, below those that are done', () => {
    const { terminal, shows } = screen(true);
    const lines = progressLines(terminal, 3);
    const acme = lines.begin('acme');
    const beta = lines.begin('beta');
    acme.show({ part: 'groups', done: 2, total: 5 });
    expect(shows()).toEqual(['acme: reading groups (2 of 5)', 'beta: signing in']);
    beta.end('compliant');
    expect(shows()).toEqual(['[1/3] beta: compliant', 'acme: reading groups (2 of 5)']);
    const gamma = lines.begin('gamma');
    acme.end('non-compliant');
    gamma.end('compliant');
    expect(shows()).toEqual(['[1/3] beta: compliant', '[2/3] acme: non-compliant', '[3/3] gamma: compliant']);
  });

  test('never wraps a line that it has to erase', () => {
    const { terminal, shows } = screen(true, 30);
    progressLines(terminal, 1).begin('an-org-with-a-name-of-fifty-characters-and-some-more');
    expect(shows()).toEqual(['an-org-with-a-name-of-fifty-c']);
    const narrow = screen(true, 8);
    progressLines(narrow.terminal, 1).begin('an-org');
    expect(narrow.shows()).toEqual(['an-org:']);
  });

  test('keeps what is said meanwhile above the lines, and says it once', () => {
    const { terminal, shows } = screen(true);
    const lines = progressLines(terminal, 2);
    const said = lines.above(terminal);
    const acme = lines.begin('acme');
    lines.begin('beta');
    said.write('warning: others may open key.pem\n');
    said.write('warning: others may open key.pem\n');
    acme.end('compliant');
    expect(shows()).toEqual([
      'warning: others may open key.pem',
      '[1/2] acme: compliant',
      'beta: signing in',
    ]);
  });

  test('says it on its own stream where nobody sees the lines', () => {
    const [quiet, errors] = [screen(false), screen(false)];
    const said = progressLines(quiet.terminal, 2).above(errors.terminal);
    said.write('no history\n');
    said.write('no history\n');
    expect([quiet.written, errors.written]).toEqual([[], ['no history\n']]);
  });

  test('is one line for each org that is done where there is no terminal', () => {
    const { terminal, written } = screen(false);
    const lines = progressLines(terminal, 2);
    const acme = lines.begin('acme');
    acme.show({ part: 'groups', done: 2, total: 5 });
    lines.begin('beta').end('compliant');
    acme.end('inconclusive');
    expect(written).toEqual(['[1/2] beta: compliant\n', '[2/2] acme: inconclusive\n']);
  });
});
