import { describe, expect, test } from 'vitest';
import { findField } from '../../src/access/find-field.ts';
import type { FieldNeed } from '../../src/model/needs.ts';
import { fieldsFrom } from './org-parts.ts';

const company: FieldNeed = {
  object: 'Account',
  field: 'iv__InsideView_Company_ID__c',
  label: 'InsideView Company Id',
};
const parent: FieldNeed = {
  object: 'Account',
  field: 'iv__InsideView_Parent_Company_ID__c',
  label: 'InsideView Parent Id',
};
const executive: FieldNeed = {
  object: 'Contact',
  field: 'iv__InsideView_Executive_ID__c',
  label: 'Executive Id',
};

describe('a field is found', () => {
  const cases: readonly (readonly [string, FieldNeed, readonly string[], string])[] = [
    ['by its name', company, ['iv__InsideView_Company_ID__c'], 'iv__InsideView_Company_ID__c by name'],
    [
      'by its name in other case',
      company,
      ['IV__insideview_company_id__C'],
      'IV__insideview_company_id__C by name',
    ],
    [
      'by its name before its label',
      company,
      ['Other__c "InsideView Company Id"', 'iv__InsideView_Company_ID__c "Renamed"'],
      'iv__InsideView_Company_ID__c by name',
    ],
    [
      'by its label, without regard to case',
      company,
      ['IV_Co__c "InsideView Company ID"'],
      'IV_Co__c by label',
    ],
    [
      'by its label, without regard to spaces',
      company,
      ['IV_Co__c "Inside View  Company-Id"'],
      'IV_Co__c by label',
    ],
    [
      'by its label with Company in it',
      parent,
      ['IV_P__c "InsideView Parent Company ID"'],
      'IV_P__c by label',
    ],
    [
      'by its label with InsideView before it',
      executive,
      ['IV_E__c "InsideView Executive ID"'],
      'IV_E__c by label',
    ],
    [
      "by its label without InsideView where the package's namespace shows it",
      parent,
      ['iv__Parent__c "Parent Id"'],
      'iv__Parent__c by label',
    ],
    [
      'by the very label before one that differs in a prefix',
      executive,
      ['A__c "InsideView Executive Id"', 'B__c "Executive ID"'],
      'B__c by label',
    ],
    [
      'by the configured name before all others',
      { ...company, configured: 'my_id__c' },
      ['iv__InsideView_Company_ID__c "InsideView Company Id"', 'My_Id__c'],
      'My_Id__c by configured',
    ],
  ];
  test.each(cases)('%s', (_, asked, names, expected) => {
    const { field: found, foundBy } = findField(asked, fieldsFrom(...names));
    expect(`${found?.name} by ${foundBy}`).toBe(expected);
  });
});

describe('a field is not found', () => {
  const cases: readonly (readonly [string, FieldNeed, readonly string[], readonly string[]])[] = [
    ['where no name or label is its own', company, ['Industry'], []],
    [
      "where the label is one that any org's field may have",
      parent,
      ['Parent_ID__c "Parent ID"'],
      ['Parent_ID__c'],
    ],
    [
      'where nothing is left of the label but Id',
      company,
      ['Ref__c "ID"', 'Own__c "InsideView ID"'],
      ['Own__c'],
    ],
    [
      'where two have the label, which are both candidates',
      company,
      ['B__c "InsideView Company Id"', 'A__c "InsideView Company ID"'],
      ['A__c', 'B__c'],
    ],
    [
      'where the configured name is wrong, though the usual one is there',
      { ...company, configured: 'InsideView_Company__c' },
      ['iv__InsideView_Company_ID__c', 'Industry'],
      ['iv__InsideView_Company_ID__c'],
    ],
  ];
  test.each(cases)('%s', (_, asked, names, candidates) => {
    expect(findField(asked, fieldsFrom(...names))).toEqual({ field: null, foundBy: null, candidates });
  });

  test('and at most five near ones are candidates, the nearest first', () => {
    const names = [
      'InsideView_Company_IDs__c',
      ...[9, 8, 7, 6, 5, 4].map((n) => `InsideView_Company_Nr_${n}__c`),
    ];
    expect(findField(company, fieldsFrom(...names)).candidates).toEqual([
      'InsideView_Company_IDs__c',
      'InsideView_Company_Nr_4__c',
      'InsideView_Company_Nr_5__c',
      'InsideView_Company_Nr_6__c',
      'InsideView_Company_Nr_7__c',
    ]);
  });
});
