import { describe, expect, test } from 'vitest';
import type { Subject } from '../../src/model/subject.ts';
import { hostile } from '../reporters/hostile-report.ts';
import { compliant, drifted, inconclusive, reportOf } from '../reporters/report-fixture.ts';
import { samples } from './document-samples.ts';
import { modelInterfaces } from './model-types.ts';
import { readSchema, type Schema, schemaNames, validatorOf } from './schema-files.ts';

type Path = readonly (string | number)[];

/** Keys that may be left out somewhere in the model; the last are those of types that are no interfaces. */
const optional = new Set([
  ...[...modelInterfaces.values()].flat().flatMap(({ name, optional }) => (optional ? [name] : [])),
  ...['at', 'entryAt', 'place'],
]);

/** Maps whose keys are names from the org, and facts, which are any JSON: there a new key is no mistake. */
const open = new Set([
  ...['catalogue', 'systemPermissions', 'objects', 'fields', 'permissionSetLicenses'],
  ...['facts', 'containers'],
]);
const isOpen = (path: Path, value: object): boolean =>
  !Array.isArray(value) &&
  (open.has(String(path.at(-1))) || (path.at(-1) === 'value' && !('status' in value)));

function* objectsIn(value: unknown, path: Path = []): Generator<{ path: Path; value: object }> {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value)) yield { path, value };
  for (const [key, inner] of Object.entries(value)) yield* objectsIn(inner, [...path, key]);
}

/** The same document with the object at a path put through a change. */
function changed(document: unknown, path: Path, change: (value: object) => object): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(document as object);
  const inner = (document as Record<string, unknown>)[key];
  const next = changed(inner, rest, change);
  return Array.isArray(document)
    ? document.map((each, index) => (String(index) === key ? next : each))
    : { ...(document as object), [key]: next };
}

const without = (name: string) => (value: object) =>
  Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));

const cases = schemaNames.flatMap((name) =>
  Object.entries(samples[name]).map(([which, sample]) => ({ name, which, sample })),
);

describe.each(cases)('the $name schema, of one $which,', ({ name, sample }) => {
  const problems = validatorOf(name);
  const closed = [...objectsIn(sample)].filter(
    ({ path, value }) => !isOpen(path, value) && !inFact(sample, path),
  );

  test('accepts a document in which every shape stands', () => {
    expect(problems(sample)).toEqual([]);
  });

  test('refuses a key that the model does not know, wherever it stands', () => {
    const taken = closed.filter(
      ({ path }) => problems(changed(sample, path, (value) => ({ ...value, surprise: 1 }))).length === 0,
    );
    expect(taken.map(({ path }) => path.join('/'))).toEqual([]);
  });

  test('refuses a document in which any key that is not optional is missing', () => {
    const missed = closed.flatMap(({ path, value }) =>
      Object.keys(value)
        .filter((key) => !optional.has(key) && problems(changed(sample, path, without(key))).length === 0)
        .map((key) => [...path, key].join('/')),
    );
    expect(missed).toEqual([]);
  });
});

test.each(schemaNames)('the %s schema describes itself and every property', (name) => {
  expect(undescribed(readSchema(name))).toEqual([]);
});

/** A fact's value holds objects of its own, which no schema knows. */
function inFact(document: unknown, path: Path): boolean {
  return path.some(
    (key, index) =>
      key === 'value' && (at(document, path.slice(0, index)) as { readonly kind?: string }).kind === 'fact',
  );
}

const at = (document: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], document);

function undescribed(schema: Schema): readonly string[] {
  const definitions = Object.entries(schema.$defs ?? {}).filter(([key]) => key !== 'unavailable');
  return definitions.flatMap(([key, definition]) => [
    ...(definition.description === undefined ? [key] : []),
    ...Object.entries(definition.properties ?? {})
      .filter(
        ([, inner]) =>
          inner.description === undefined && inner.$ref === undefined && inner.const === undefined,
      )
      .filter(([, inner]) => inner.anyOf === undefined)
      .map(([property]) => `${key}.${property}`),
  ]);
}

describe('the report schema', () => {
  const problems = validatorOf('report');

  test.each(Object.entries({ drifted, compliant, inconclusive, hostile }))(
    'accepts the %s report',
    (_, report) => {
      expect(problems(report)).toEqual([]);
    },
  );

  test('takes one without a subject only where everybody was left out because nothing changed', () => {
    const unchanged = reportOf('unchanged', [], {
      subjects: [],
      skipped: [{ subject: drifted.subjects[0] as Subject, because: 'none of its files changed' }],
    });
    expect(problems(unchanged)).toEqual([]);
    expect(problems({ ...unchanged, skipped: [] })).not.toEqual([]);
    expect(problems({ ...unchanged, verdict: 'compliant' })).not.toEqual([]);
    expect(problems({ ...unchanged, results: drifted.results })).not.toEqual([]);
  });

  test('refuses a report without a subject or without a pack: nothing was audited', () => {
    expect(problems(reportOf('compliant', [], { subjects: [] }))).not.toEqual([]);
    expect(problems(reportOf('compliant', [], { packs: [] }))).not.toEqual([]);
  });

  test('refuses a granted decision without a grant, and an unknown one without a reason', () => {
    const evidence = (decision: object) => ({
      ...drifted,
      results: [{ ...drifted.results[0], evidence: [{ kind: 'decision', about: 'x', text: 'x', decision }] }],
    });
    expect(problems(evidence({ decision: 'granted', grants: [] }))).not.toEqual([]);
    expect(problems(evidence({ decision: 'unknown', because: [], nearMisses: [] }))).not.toEqual([]);
    expect(problems(evidence({ decision: 'denied', nearMisses: [] }))).toEqual([]);
  });
});
