import { defineRule } from './define-rule.ts';
import { fact, gap } from './evidence.ts';

const defaultShare = 0.1;

export const apiLimits = defineRule({
  meta: {
    id: 'api-limits',
    title: 'Daily API calls left',
    rationale:
      'All integrations of an org share one daily budget of API calls. When it is used up, every call is refused until some of the last 24 hours have passed, and a sync ends half way.',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        minimumShare: {
          type: 'number',
          description: 'The share of the daily calls that must be left, from 0 to 1',
          minimum: 0,
          maximum: 1,
          default: defaultShare,
        },
      },
    },
    example: { minimumShare: 0.25 },
    messages: {
      enough: '{remaining} of {max} daily API calls are left ({share})',
      few: 'Only {remaining} of {max} daily API calls are left ({share}); {wanted} or more should be',
      unknown: 'How many daily API calls are left could not be known',
    },
    failures: ['few'],
    remedy: {
      lightning: [
        'Setup > Environments > System Overview shows API Requests, Last 24 Hours',
        'Find out which integration uses them (API Usage Last 7 Days report), let it call less often, or buy more calls',
      ],
      classic: [
        'Setup > Administer > Company Profile > Company Information shows API Requests, Last 24 Hours',
        'Find out which integration uses them (API Usage Last 7 Days report), let it call less often, or buy more calls',
      ],
    },
  },
  needs: () => ({ limits: true }),
  *check({ limits }, { minimumShare = defaultShare }, say) {
    if (limits.status === 'unavailable') {
      yield say.inconclusive('unknown', {}, [gap('Daily API calls', limits.reason)]);
      return;
    }
    const { max, remaining } = limits.value.dailyApiRequests;
    const share = max > 0 ? remaining / max : 0;
    const data = {
      remaining: String(remaining),
      max: String(max),
      share: percent(share),
      wanted: percent(minimumShare),
    };
    const evidence = [fact('Daily API calls left', remaining), fact('Daily API calls in all', max)];
    if (share >= minimumShare) yield say.pass('enough', data, evidence);
    else yield say.fail('few', data, evidence);
  },
});

/** Rounded down, so that a share just under a limit never reads as the limit itself. */
function percent(share: number): string {
  return `${Math.floor(share * 1000) / 10} %`;
}
