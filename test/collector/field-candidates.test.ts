import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findField } from '../../src/access/find-field.ts';
import { candidatesFor } from '../../src/collector/field-candidates.ts';
import type { Field } from '../../src/model/snapshot.ts';
import { runs } from '../runs.ts';

const field = (name: string, label: string): Field => ({
  name,
  label,
  dataType: 'string',
  permissionable: true,
  calculated: false,
  autoNumber: false,
  updatable: true,
});
const word = fc.constantFrom(
  'InsideView',
  'insideview',
  'Company',
  'COMPANY',
  'Id',
  'ID',
  'Parent',
  'Ultimate',
  'Com',
  'pany',
  'é',
  '-',
  '.',
);
const label = fc
  .array(word, { minLength: 1, maxLength: 5 })
  .chain((words) => fc.constantFrom(' ', '', '  ', '_').map((separator) => words.join(separator)));
const name = fc
  .tuple(
    fc.constantFrom('iv__', 'IV__', ''),
    fc.constantFrom('Parent_Id', 'PARENT_ID', 'Company_Id'),
    fc.constantFrom('__c', ''),
  )
  .map((parts) => parts.join(''));

describe('the fields whose permissions are read', () => {
  test('hold whichever field access finds, however it finds it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ name, label }), { maxLength: 8 }),
        fc.record(
          { object: fc.constant('Account'), field: name, label, configured: name },
          { requiredKeys: ['object', 'field'] },
        ),
        (described, need) => {
          const fields = described.map((one) => field(one.name, one.label));
          const { field: found } = findField(need, fields);
          if (found !== null) expect(candidatesFor(need, fields)).toContain(found);
        },
      ),
      runs(3_000),
    );
  });

  test.each([
    ['by name, in whatever case', { field: 'IV__INSIDEVIEW_COMPANY_ID__C' }],
    ['by the configured name', { field: 'x__c', configured: 'iv__InsideView_Company_ID__c' }],
    ['by its label', { field: 'x__c', label: 'InsideView Company Id' }],
    ["by the vendor's shorter label", { field: 'x__c', label: 'Company ID' }],
  ])('are found %s', (_, need) => {
    const fields = [
      field('iv__InsideView_Company_ID__c', 'InsideView Company Id'),
      field('Industry', 'Industry'),
    ];
    expect(candidatesFor({ object: 'Account', ...need }, fields)).toEqual([fields[0]]);
  });
});
