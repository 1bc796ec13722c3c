import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../src/model/access.ts';
import { container, gap, nearMiss, unknown } from '../fixtures.ts';
import { decided, expired, extras, told } from './told.ts';

describe('what could not be known', () => {
  const blind = gap('PermissionSet could not be queried.', 'give the auditor View Setup.');
  test('says why, and what would make it known', () => {
    expect(told(decided('Account: Edit', unknown(blind)))).toBe(
      'Not known: PermissionSet could not be queried.',
    );
  });
  test('says each reason once', () => {
    expect(
      told(
        decided('Account: Edit', unknown(blind)),
        decided('Account: Read', unknown(blind, gap('And more'))),
      ),
    ).toBe(
      'Account: Edit, Read could not be known: PermissionSet could not be queried. Account: Read could not be known: And more.',
    );
  });
  test('is not named again where the reason names it', () => {
    expect(
      told(
        decided('Lead.A: Edit', unknown(gap('Lead.A: Edit is hidden'))),
        decided('Lead.B: Edit', unknown(blind)),
      ),
    ).toBe(
      'Not known: Lead.A: Edit is hidden. Lead.B: Edit could not be known: PermissionSet could not be queried.',
    );
  });
  test('for several reasons is told once, with all of them', () => {
    expect(
      told(
        decided('Account: Edit', unknown(blind, gap('And more'))),
        decided('Lead: Edit', unknown(blind, gap('And more'))),
        decided('Lead: Read', unknown(gap('Something else'))),
      ),
    ).toBe(
      'Edit on Account, Lead could not be known: PermissionSet could not be queried; And more. Lead: Read could not be known: Something else.',
    );
  });
  test('says what would grant it too', () => {
    const decision: Decision = { decision: 'unknown', because: [blind], nearMisses: [expired] };
    expect(told(decided('Account: Edit', decision))).toContain(
      "Permission set 'Sync extras' would grant it: ",
    );
  });
  test('for one reason is told once, however much it is', () => {
    expect(told(decided('Lead.A: Edit', unknown(blind)), decided('Lead.B: Edit', unknown(blind)))).toBe(
      'Not known: PermissionSet could not be queried.',
    );
  });
  test('does not repeat as a near miss what the doubt says', () => {
    const nearMisses = [
      nearMiss('session-based', extras),
      nearMiss('outdated-group', container('group', 'Sync')),
    ];
    expect(
      told(decided('Account: Edit', { decision: 'unknown', because: [blind], nearMisses })),
    ).not.toContain('would grant');
  });
  test('may be no permission at all', () => {
    expect(told({ kind: 'gap', about: 'The login', gap: gap('UserLogin is closed') })).toBe(
      'Not known: UserLogin is closed.',
    );
  });
});
