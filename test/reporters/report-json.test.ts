import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderAccessJson, renderJson } from '../../src/reporters/report-json.ts';
import { runs } from '../runs.ts';
import { accessSample } from '../schemas/document-samples.ts';
import { validatorOf } from '../schemas/schema-files.ts';
import { arbitraryReport } from './arbitrary-report.ts';
import { hostile } from './hostile-report.ts';
import { compliant, drifted, inconclusive } from './report-fixture.ts';
import { inFiles, unchanged } from './source-fixture.ts';

/** The same value with every object's keys the other way round. */
const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
};

describe('a report as JSON', () => {
  const problems = validatorOf('report');

  test.each(Object.entries({ drifted, compliant, inconclusive, hostile, inFiles, unchanged }))(
    'follows its schema and reads back as it was: %s',
    (_, report) => {
      const text = renderJson(report);
      expect(problems(JSON.parse(text))).toEqual([]);
      expect(JSON.parse(text)).toEqual(report);
    },
  );

  test('begins with what a reader looks for first, two spaces a level, and ends with a line break', () => {
    const text = renderJson(drifted);
    expect(text.startsWith('{\n  "reportVersion": 1,\n  "tool": {\n    "name": "syncgate",')).toBe(true);
    expect(text.endsWith('\n}\n')).toBe(true);
    expect(Object.keys(JSON.parse(text))).toEqual([
      'reportVersion',
      'tool',
      'source',
      'packs',
      'subjects',
      'skipped',
      'failOn',
      'verdict',
      'summary',
      'results',
      'unread',
      'warnings',
      'waivers',
      'baseline',
    ]);
  });

  test('has the keys of files and places in the order in which one reads them', () => {
    const text = renderJson(inFiles);
    const [found] = JSON.parse(text).results;
    expect(Object.keys(found).slice(-3)).toEqual(['definedAt', 'at', 'related']);
    expect(Object.keys(found.at)).toEqual(['file', 'line', 'column', 'snippet']);
    expect(Object.keys(found.related[0])).toEqual(['at', 'text']);
    expect(Object.keys(JSON.parse(text).source.collected)).toEqual([
      ...['kind', 'directories', 'apiVersion', 'facts'],
    ]);
    expect(Object.keys(JSON.parse(text).source.cost)).toEqual(['files', 'bytes', 'containers', 'entries']);
    expect(Object.keys(JSON.parse(text).warnings[0])).toEqual(['code', 'message', 'at']);
  });

  test('is the same text whatever the order the keys were given in', () => {
    expect(renderJson(reversed(drifted) as typeof drifted)).toBe(renderJson(drifted));
  });

  test('of any report is lossless, and harmless on a terminal', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        const text = renderJson(report);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(report)));
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }),
      runs(60),
    );
  });
});

describe('access as JSON', () => {
  test('is the document of its schema for one subject', () => {
    const text = renderAccessJson([accessSample]);
    expect(validatorOf('access')(JSON.parse(text))).toEqual([]);
    expect(text.startsWith('{\n  "accessVersion": 1,\n  "subject"')).toBe(true);
  });

  test('is an array of such documents for several', () => {
    expect(JSON.parse(renderAccessJson([accessSample, accessSample]))).toEqual([accessSample, accessSample]);
  });
});
