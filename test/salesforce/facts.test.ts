import { describe, expect, test } from 'vitest';
import type { AssignedLicense } from '../../src/model/subject.ts';
import { isKnownEdition, knownEditions } from '../../src/salesforce/editions.ts';
import { licenseState } from '../../src/salesforce/license-state.ts';
import { flowName, nameKey, sameName } from '../../src/salesforce/names.ts';

describe('an edition', () => {
  test.each(knownEditions)('%s is known', (edition) => expect(isKnownEdition(edition)).toBe(true));
  test.each(['Performance Edition', 'Enterprise', 'enterprise edition', '', 'toString'])(
    '"%s" is not what an org is known to call itself',
    (edition) => expect(isKnownEdition(edition)).toBe(false),
  );
});

describe('names', () => {
  test('are the same in any case', () => {
    expect(sameName('Account', 'ACCOUNT')).toBe(true);
    expect(nameKey('iv__Score__c')).toBe(nameKey('IV__SCORE__C'));
  });
  test('that differ in more are not', () => {
    expect(sameName('Account', 'Accounts')).toBe(false);
  });
  test('of flows carry the namespace of their package', () => {
    expect(flowName({ name: 'Score', namespace: null })).toBe('Score');
    expect(flowName({ name: 'Score', namespace: 'iv' })).toBe('iv__Score');
  });
});

describe('a permission set licence', () => {
  const asOf = '2026-11-01T12:00:00.000Z';
  const license = (more: Partial<AssignedLicense>): AssignedLicense => ({
    name: 'SalesConsoleUser',
    label: 'Sales Console User',
    status: 'Active',
    expires: null,
    ...more,
  });
  test.each([
    ['without an end', {}, 'active'],
    ['with an end to come', { expires: '2026-11-01T12:00:00.001Z' }, 'active'],
    ['that ends this very moment', { expires: asOf }, 'expired'],
    ['that is disabled, whatever its day', { status: 'Disabled', expires: '2027-01-01' }, 'disabled'],
    ['with a day that is none', { expires: 'soon' }, 'unknown'],
    ['with a status that nobody knows', { status: 'Paused' }, 'unknown'],
    ['past its end, whatever its status', { status: 'Paused', expires: '2026-01-01' }, 'expired'],
  ] as const)('%s', (_name, more, state) => {
    expect(licenseState(license(more), asOf)).toBe(state);
  });
});
