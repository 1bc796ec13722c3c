import { describe, expect, test } from 'vitest';
import type { Checkup } from '../../src/model/checkup.ts';
import { displayWidth } from '../../src/reporters/display-width.ts';
import { renderCheckupJson, renderCheckupTable } from '../../src/reporters/doctor-table.ts';
import { samples } from '../schemas/document-samples.ts';
import { hostileNames } from './hostile-report.ts';

const sample = samples.checkup['of an auditor'] as Checkup;

/** Every text that an org or a pack can choose, hostile. */
const hostile = (name: string): Checkup => ({
  ...sample,
  auditor: { userId: name, username: name },
  users: { asked: [name], hidden: name },
  changeable: [name],
  otherPermissions: [name],
  reads: [{ what: name, gap: { code: 'query-failed', message: name } }],
  requirements: sample.requirements.map((each) => ({
    ...each,
    requirement: name,
    title: name,
    missing: [],
    untold: [name],
  })),
});

const contexts = [60, 80, 120].flatMap((width) =>
  [false, true].map((verbose) => ({ width, verbose, colour: false })),
);

describe.each(
  hostileNames.map((name) => ({ name: JSON.stringify(name).slice(0, 40), hostile: hostile(name) })),
)('a checkup with the name $name', ({ hostile: checkup }) => {
  test.each(contexts)('shows nothing but printable lines of at most $width columns', (context) => {
    const text = renderCheckupTable(checkup, context);
    const lines = text.split('\n');
    expect(lines.filter((line) => /[\p{Cc}\u202e\u2066\u200b\ufeff]/u.test(line))).toEqual([]);
    expect(lines.filter((line) => displayWidth(line) > context.width)).toEqual([]);
    expect(text.endsWith('\n')).toBe(true);
  });

  test('is JSON that reads back as it was, on a terminal too', () => {
    const text = renderCheckupJson(checkup);
    expect(JSON.parse(text)).toEqual(checkup);
    expect(text.split('\n').filter((line) => /[\p{Cc}\u202e\u2066\u200b]/u.test(line))).toEqual([]);
  });
});

test('is coloured only where it is asked for', () => {
  const context = { width: 80, verbose: false };
  expect(renderCheckupTable(sample, { ...context, colour: true })).toContain('\u001b[31m✖ missing');
  expect(renderCheckupTable(sample, { ...context, colour: false })).not.toContain('\u001b');
});

test('says that whose session it is could not be known', () => {
  expect(renderCheckupTable(sample, { width: 100, verbose: false, colour: false })).toContain(
    'the org does not tell whose session it is',
  );
});
