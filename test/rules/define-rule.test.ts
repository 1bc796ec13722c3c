import { expect, test } from 'vitest';
import { rules } from '../../src/rules/registry.ts';
import { accessFixture } from './access-fixture.ts';

const rule = rules.get('object-access');

test('a rule throws on options that are wrong, so that it never passes on them', () => {
  expect(() => rule?.check(accessFixture(), { object: 'Account', require: ['reed'] })).toThrow(
    'options of object-access: /require/0: Instance does not match any of ["read"',
  );
});

test('a rule needs nothing for options that are wrong', () => {
  expect(rule?.needs({ object: 'Account' })).toEqual({});
  expect(rule?.needs({ object: 'Account', require: ['read'] })).toEqual({ objects: ['Account'] });
});

test('options are not changed by looking at them', () => {
  const options = Object.freeze({ object: 'Account', require: Object.freeze(['read']) });
  expect(rule?.problems?.(options as never)).toEqual([]);
  expect(Object.getOwnPropertyNames(rule?.meta.options)).not.toContain('__absolute_uri__');
});
