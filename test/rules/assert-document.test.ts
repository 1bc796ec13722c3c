import { describe, expect, test } from 'vitest';
import { documentFor } from '../../src/rules/assertion/document.ts';
import { documentShape, type Shape } from '../../src/rules/assertion/document-shape.ts';
import { accessSample, snapshotSample } from '../schemas/document-samples.ts';

/** Needs for everything that the access document has, which has every shape that the model knows. */
const needs = {
  ...snapshotSample.needs,
  fields: Object.values(accessSample.fields).map(({ asked }) => asked),
  permissionSetLicenses: Object.keys(accessSample.permissionSetLicenses),
};

/** What an assertion has no need of: where and how it is known, and what is another requirement's matter. */
const provenance: ReadonlySet<string> = new Set(['at', 'dependents', 'accessVersion']);

function withoutProvenance(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutProvenance);
  if (typeof value !== 'object' || value === null) return value;
  if ('decision' in value && typeof value.decision === 'string') return { decision: value.decision };
  if ('status' in value && value.status === 'unavailable') return { status: 'unavailable' };
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      provenance.has(key) ? [] : [[key, withoutProvenance(inner)]],
    ),
  );
}

/** Places that the shape does not know. */
function unknownTo(shape: Shape | undefined, value: unknown, path: string): readonly string[] {
  if (shape === undefined) return [path];
  if (Array.isArray(value))
    return value.flatMap((item, index) => unknownTo(shape.items, item, `${path}/${index}`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    unknownTo(shape.members?.[key], inner, `${path}/${key}`),
  );
}

describe('the document that an assertion sees', () => {
  const { value } = documentFor({ ...accessSample, otherFlows: null }, needs);
  const whole = withoutProvenance({ ...accessSample, otherFlows: null });

  test('is the access document, without where and how it is known', () => {
    expect(value).toEqual(whole);
  });

  test('has the shape that schemas are held against', () => {
    expect(unknownTo(documentShape(needs), whole, '')).toEqual([]);
  });
});

test.each([
  ['that there are no others', null, []],
  ['why there may be others', accessSample.otherFlows, ['flows/value', 'otherFlows']],
])('with the flows comes %s, and then nothing is known of all flows', (_, otherFlows, unavailable) => {
  const document = documentFor({ ...accessSample, otherFlows }, { flows: true });
  expect(document.unavailable.map(({ path }) => path.join('/')).toSorted()).toEqual(unavailable);
  for (const { reason } of document.unavailable) expect(reason).toEqual(otherFlows);
});

test('where no flows are needed nothing is said of others', () => {
  expect(documentFor(accessSample, { user: true })).not.toHaveProperty('value.otherFlows');
});
