import { describe, expect, test } from 'vitest';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { field, need, ok } from '../access/org-parts.ts';
import { snapshotOf } from '../access/snapshot-builder.ts';
import { fingerprint, redacted } from './redacting.ts';

const needs = need({
  objects: ['Account'],
  fields: [
    { object: 'Account', field: 'iv__InsideView_Company_ID__c', label: 'InsideView Company Id' },
    { object: 'Account', field: 'Acme_Tier__c', configured: 'Acme_Level__c' },
    { object: 'Account', field: 'other__Rank__c' },
  ],
});

const withFields = (...fields: Parameters<typeof field>[]): Snapshot =>
  snapshotOf({ needs, catalogue: { Account: fields.map((each) => field(...each)) } });

const fieldsOf = (snapshot: Snapshot) => {
  const part = redacted(snapshot).snapshot.catalogue.Account;
  return part?.status === 'ok' ? part.value.fields.map(({ name, label }) => `${name} "${label}"`) : [];
};

describe('a field', () => {
  test.each([
    [
      'of Salesforce stays, its label too',
      'AnnualRevenue',
      'Annual Revenue',
      'AnnualRevenue "Annual Revenue"',
    ],
    ['of Salesforce that was given another label', 'AnnualRevenue', 'Acme money', 'AnnualRevenue "Field-1"'],
    ['of the vendor stays', 'iv__Anything__c', 'Anything', 'iv__Anything__c "Anything"'],
    [
      'that was asked for stays, and its label does not',
      'acme_tier__c',
      'Acme worth',
      'acme_tier__c "Field-1"',
    ],
    ['that the configuration names stays', 'Acme_Level__c', 'L', 'Acme_Level__c "Field-1"'],
    ['of the customer goes', 'Acme_Score__c', 'Acme score', 'Custom_Field_1__c "Field-1"'],
    ['made of words of what the vendor asks for stays', 'Company_ID__c', 'ID', 'Company_ID__c "ID"'],
    [
      'that may be found by its label keeps that',
      'Acme_X__c',
      'Company Id',
      'Custom_Field_1__c "Company Id"',
    ],
    [
      'that looks like the vendor’s does so still',
      'Acme_Insideview__c',
      'A',
      'InsideView_Custom_Field_1__c "Field-1"',
    ],
    [
      'of a package of which one was asked for keeps the namespace',
      'other__X__c',
      'A',
      'other__Custom_Field_1__c "Field-1"',
    ],
    ['of any other package loses the namespace', 'acme__X__c', 'A', 'Custom_Field_1__c "Field-1"'],
  ])('%s', (_case, name, label, expected) => {
    expect(fieldsOf(withFields([name, { label }]))).toEqual([expected]);
  });
});

test('an Id keeps its key prefix and length, and the same Id in 15 and 18 characters is the same still', () => {
  const snapshot = snapshotOf({ needs, sets: { '0PS5g00000AbCdE': {}, '0PS5g00000AbCdEGAV': {} } });
  const ids = redacted(snapshot).snapshot.containers.map(({ id }) => id);
  const [short = '', long = ''] = ids.filter((id) => id.startsWith('0PS')).sort();
  expect(short).toHaveLength(15);
  expect(long).toHaveLength(18);
  expect(long.slice(0, 15)).toBe(short);
});

test('names that differ in case alone differ in case alone still', () => {
  const snapshot = snapshotOf({ needs, sets: { Acme: {}, ACME: {} } });
  const titles = redacted(snapshot).snapshot.containers.map(({ title }) => title);
  const [one = '', other = ''] = titles.filter((title) => /permission/iu.test(title));
  expect(one).not.toBe(other);
  expect(one.toLowerCase()).toBe(other.toLowerCase());
});

test('a profile that comes with Salesforce stays, and one of the customer goes', () => {
  const snapshot = snapshotOf({ needs, profiles: { 'System Administrator': {}, 'Acme API': {} } });
  const titles = redacted(snapshot).snapshot.containers.map(({ title }) => title);
  expect(titles.toSorted()).toEqual(['Profile-1', 'Profile-2', 'System Administrator']);
});

describe('numbers', () => {
  const names = Array.from({ length: 12 }, (_, index) => `Set ${String.fromCharCode(65 + index)}`);
  const snapshot = snapshotOf({ needs, sets: Object.fromEntries(names.map((name) => [name, {}])) });
  const numbered = (seed: string) => {
    const { key } = redacted(snapshot, { seed });
    return names.map(
      (name) => key.names.find((each) => each.original === name && each.kind.endsWith('title'))?.standIn,
    );
  };

  test('are the same for the same seed, and other ones for another', () => {
    const [one, same, other] = ['a', 'a', 'b'].map((digit) => numbered(digit.repeat(32)));
    expect(one).toEqual(same);
    expect(one).not.toEqual(other);
  });

  test('are not in the order of the names, nor is what is listed', () => {
    expect(numbered('c'.repeat(32))).not.toEqual(names.map((_, index) => `Permission-set-${index + 1}`));
    const ids = redacted(snapshot).snapshot.containers.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted());
  });
});

describe('a key that is gone on with', () => {
  test('gives the names that it has the same stand-ins, and new names others', () => {
    const first = redacted(snapshotOf({ needs, sets: { Acme: {}, Beta: {} } }));
    const second = redacted(snapshotOf({ needs, sets: { Beta: {}, Gamma: {}, BETA: {} } }), {
      key: first.key,
      seed: 'f'.repeat(32),
    });
    const standIns = ({ key }: typeof first) =>
      new Map(key.names.map(({ kind, original, standIn }) => [`${kind} ${original}`, standIn]));
    for (const [name, standIn] of standIns(first)) expect(standIns(second).get(name)).toBe(standIn);
    const all = second.key.names.map(({ standIn }) => standIn);
    expect(new Set(all).size).toBe(all.length);
    expect(standIns(second).get('permission-set-title Gamma')).toBe('Permission-set-3');
    expect(second.snapshot.names).toBe(first.snapshot.names);
  });
});

test('the snapshot says that its names are stand-ins, and is not redacted again', () => {
  const { snapshot } = redacted(snapshotOf({ needs }));
  expect(snapshot.names).toBe(`stand-ins:${fingerprint}`);
  expect(() => redacted(snapshot)).toThrow('stand-ins already');
});

test('what nobody knows goes from sentences, and the words of the sentence stay', () => {
  const snapshot = snapshotOf({ needs });
  const reason = {
    code: 'query-failed',
    message:
      "Salesforce answered INVALID_FIELD: No such column 'Acme_Rank__c' on entity 'Zebra Deals' (a@acme.com, 0035g00000AbCdE)",
  } as const;
  const { organization } = redacted({
    ...snapshot,
    organization: { status: 'unavailable', reason },
  }).snapshot;
  expect(organization.status === 'unavailable' && organization.reason.message).toMatch(
    /^Salesforce answered INVALID_FIELD: No such column 'Custom_Name_1__c' on entity 'text-\d' \(text-\d, 003000000000001\)$/u,
  );
});

test('what is nothing but the suffix of a name is no suffix of its stand-in', () => {
  const message = "Salesforce answered INVALID_FIELD: No such column 'Acme__pr' on entity '__pr'";
  const { organization } = redacted({
    ...snapshotOf({ needs }),
    organization: { status: 'unavailable', reason: { code: 'query-failed', message } },
  }).snapshot;
  expect(organization.status === 'unavailable' && organization.reason.message).toMatch(
    /No such column 'Custom_Name_\d__pr' on entity 'text-\d'$/u,
  );
});

test('numbers that the org itself has are passed over, if it has all of them', () => {
  const sets = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`Permission_set_${index}`, {}]));
  const { key } = redacted(snapshotOf({ needs, sets, permissionable: ok([]) }));
  const originals = new Set(key.names.map(({ original }) => original.toLowerCase()));
  expect(key.names.filter(({ standIn }) => originals.has(standIn.toLowerCase()))).toEqual([]);
});
