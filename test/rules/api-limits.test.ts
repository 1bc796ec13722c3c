import { apiLimits } from '../../src/rules/api-limits.ts';
import { ok, unavailable } from './access-fixture.ts';
import { testRule } from './test-rule.ts';

const calls = (remaining: number, max = 1000) => ({ limits: ok({ dailyApiRequests: { max, remaining } }) });

testRule(apiLimits, {
  pass: [
    {
      name: 'enough are left',
      options: {},
      says: ['enough'],
      text: '900 of 1000 daily API calls are left (90 %)',
    },
    { name: 'exactly the share that must be left', options: {}, access: calls(100), says: ['enough'] },
    { name: 'none are needed', options: { minimumShare: 0 }, access: calls(0), says: ['enough'] },
  ],
  fail: [
    {
      name: 'one call too few, and the share does not read as if it were enough',
      options: {},
      access: calls(9999, 100_000),
      says: ['few'],
      text: 'Only 9999 of 100000 daily API calls are left (9.9 %); 10 % or more should be.',
    },
    { name: 'a share of its own', options: { minimumShare: 0.95 }, says: ['few'] },
    { name: 'an org without any calls', options: {}, access: calls(0, 0), says: ['few'] },
  ],
  inconclusive: [
    { name: 'the limits could not be read', options: {}, access: { limits: unavailable }, says: ['unknown'] },
  ],
  notApplicable: [
    {
      name: 'on another edition',
      options: {},
      when: { edition: ['Professional Edition'] },
      because: 'Enterprise Edition',
    },
  ],
});
