import { expect, test } from 'vitest';
import { defineRule } from '../../src/rules/define-rule.ts';
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

test('a message that is none, or no failure, does not compile as one', () => {
  const texts = { title: 'Typed', rationale: 'To test the types', example: {} };
  const options = { type: 'object', additionalProperties: false, properties: {} } as const;
  const steps = { lightning: ['Do'], classic: ['Do'] };
  const meta = { id: 'typed', ...texts, options, messages: { yes: 'Yes', no: 'No' } as const };
  const typed = defineRule({
    meta: {
      ...meta,
      failures: ['no'],
      // @ts-expect-error `yes` is no failure
      remedies: [{ for: ['yes'], ...steps }],
    },
    needs: () => ({}),
    *check(_access, _options, say) {
      yield say.fail('no', {}, []);
      // @ts-expect-error a failure is no pass
      yield say.pass('no', {}, []);
      // @ts-expect-error a pass is no failure
      yield say.fail('yes', {}, []);
      yield say.inconclusive('yes', {}, []);
    },
  });
  // @ts-expect-error `maybe` is no message
  const another = defineRule({ meta: { ...meta, failures: ['maybe'] }, needs: () => ({}), check: () => [] });
  expect([typed.meta.failures, another.meta.failures]).toEqual([['no'], ['maybe']]);
});

test('why there may be other flows comes with the flows, and without them does not compile', () => {
  const texts = { title: 'Typed', rationale: 'To test the types', example: {} };
  const options = { type: 'object', additionalProperties: false, properties: {} } as const;
  const meta = { id: 'typed', ...texts, options, messages: { all: 'All' } as const, failures: [] };
  const typed = defineRule({
    meta,
    needs: () => ({ flows: true }),
    *check({ flows, otherFlows }, _options, say) {
      if (flows.status === 'ok' && otherFlows === null) yield say.pass('all', {}, []);
    },
  });
  const blind = defineRule({
    meta,
    needs: () => ({ user: true }),
    // @ts-expect-error nothing of flows is needed
    *check({ otherFlows }, _options, say) {
      yield say.inconclusive('all', {}, [{ kind: 'fact', about: 'Other flows', value: otherFlows }]);
    },
  });
  const found = [typed, blind].flatMap((each) => [...each.check(accessFixture(), {})]);
  expect(found.map(({ outcome }) => outcome)).toEqual(['pass', 'inconclusive']);
});
