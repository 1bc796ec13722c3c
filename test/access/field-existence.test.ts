import { describe, expect, test } from 'vitest';
import type { FieldNeed } from '../../src/model/needs.ts';
import { fieldIn, summaryOf } from './decide.ts';
import { fieldsFrom, need, ok, unread } from './org-parts.ts';

const company: FieldNeed = {
  object: 'Account',
  field: 'iv__InsideView_Company_ID__c',
  label: 'InsideView Company Id',
};

describe('in the access document', () => {
  const needs = need({ fields: [company] });
  const name = 'Account.iv__InsideView_Company_ID__c';

  test('a field that the org does not have is null, and nobody can do anything with it', () => {
    const access = fieldIn(
      { needs, catalogue: { Account: fieldsFrom('IV_Co__c "InsideView Co Id"') } },
      name,
    );
    expect(access).toMatchObject({ field: ok(null), foundBy: null, candidates: ['IV_Co__c'] });
    expect(summaryOf(access.effective.edit)).toBe('denied');
  });

  test('a field that describe does not show may be there all the same', () => {
    const catalogue = { Account: ok({ seenBy: 'describe', fields: fieldsFrom('Name') } as const) };
    const access = fieldIn({ needs, catalogue }, name);
    expect(access.field).toMatchObject({ status: 'unavailable', reason: { code: 'auditor-blind' } });
    expect(summaryOf(access.fieldLevel.edit)).toBe('unknown: auditor-blind');
  });

  const gaps = [
    ['a catalogue that could not be read', unread, 'query-failed'],
    ['an object that the org does not show', [], 'not-in-org'],
  ] as const;
  test.each(gaps)('%s leaves it open', (_, account, code) => {
    const org = {
      needs,
      catalogue: { Account: account },
      profile: { objects: { Account: ['edit'] } },
    } as const;
    const access = fieldIn(org, name);
    expect(access.field).toMatchObject({ status: 'unavailable', reason: { code } });
    expect(summaryOf(access.fieldLevel.edit)).toBe(`unknown: ${code}`);
  });

  test('an object whose fields were not collected leaves it open', () => {
    expect(fieldIn({ needs }, name, { catalogue: {} }).field).toMatchObject({
      reason: { code: 'not-collected' },
    });
  });

  test('an object is found in other case', () => {
    const { catalogue } = {
      catalogue: { ACCOUNT: ok({ seenBy: 'tooling', fields: fieldsFrom(company.field) } as const) },
    };
    expect(fieldIn({ needs }, name, { catalogue }).foundBy).toBe('name');
  });

  test('rows are looked for under the name the field was found by', () => {
    const org = {
      needs,
      catalogue: { Account: fieldsFrom('IV_Co__c "InsideView Company ID"') },
      profile: { fields: { 'Account.IV_Co__c': 'edit' } },
    } as const;
    const access = fieldIn(org, name);
    expect(access.asked).toEqual(company);
    expect(access.fieldLevel.edit).toMatchObject({ grants: [{ entry: { field: 'IV_Co__c' } }] });
  });
});
