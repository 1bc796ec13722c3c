import { describe, expect, test } from 'vitest';
import { filtered, noFilter } from '../../../src/page/verdict/filter.ts';
import { losses } from '../../../src/page/verdict/losses.ts';
import { type Grouping, groupsOf } from '../../../src/page/verdict/sorted.ts';
import { decided, result } from '../../reporters/result-fixture.ts';

const denied = { decision: 'denied', nearMisses: [] } as const;
const account = result('account', 'fail', {
  rule: 'field-access',
  level: 'warning',
  evidence: [
    decided('Account.A__c: Edit', denied, 'No.'),
    decided('Account.B__c: Edit', denied, 'No.'),
    decided('Lead.A__c: Edit', denied, 'No.'),
  ],
  impact: 'lose Ids',
});
const login = result('login', 'inconclusive', { rule: 'user-state', message: 'Frozen is not known.' });
const waived = result('waived', 'fail', {
  rule: 'object-access',
  waiver: { reason: 'later', owner: 'CRM', expires: '2027-01-01' },
});
const broken = result('broken', 'error', { rule: 'user-state' });
const all = [result('fine', 'pass'), broken, login, waived, account, result('else', 'not-applicable')];

describe('a filter', () => {
  test.each([
    ['by nothing', {}, ['fine', 'broken', 'login', 'waived', 'account', 'else']],
    ['by words in any place and order', { text: '  FROZEN known ' }, ['login']],
    ['by verdict, where a rule that broke is a doubt', { kind: 'doubt' }, ['broken', 'login']],
    ['by verdict, where what is waived is apart', { kind: 'fail' }, ['account']],
    ['by level', { level: 'warning' }, ['account']],
    ['by whom', { subjectId: 'nobody' }, []],
  ] as const)('%s', (_, filter, names) => {
    const found = filtered(all, { ...noFilter, ...filter });
    expect(found.map(({ requirement }) => requirement)).toEqual(names);
  });
});

describe('groups have the worst first and what is settled last', () => {
  const groups = (grouping: Grouping) =>
    groupsOf(all, grouping, new Set(['Account', 'Lead'])).map(
      ({ title, results }) => `${title}: ${results.map(({ requirement }) => requirement).join(' ')}`,
    );
  const settled = ['Passed: fine', 'Not applicable: else'];

  test.each<[Grouping, readonly string[]]>([
    ['verdict', ['Failed: account', 'Failed, and waived: waived', 'Could not be known: login broken']],
    ['level', ['Warnings: account', 'Errors: waived login broken']],
    ['object', ['Account and Lead: account', 'No object: waived login broken']],
    ['topic', ['Field access: account', 'Object permissions: waived', 'State of the user: login broken']],
  ])('by %s', (grouping, expected) => {
    expect(groups(grouping)).toEqual([...expected, ...settled]);
  });
});

describe('the words for a loss', () => {
  test('count the values that stay empty, and say what the sync would do', () => {
    expect(losses(account)).toEqual([
      '2 Account values and 1 Lead value would stay empty.',
      'The sync would lose Ids.',
    ]);
  });

  test('are none where nothing failed', () => {
    expect(losses({ ...login, impact: 'stop' })).toEqual([]);
  });
});
