import type { FlowAccess } from '../model/access.ts';
import type { Gap } from '../model/part.ts';
import type { Evidence } from '../model/rule.ts';
import { firstOf } from '../plain/lists.ts';
import { flowName } from '../salesforce/names.ts';
import { defineRule } from './define-rule.ts';
import { decided, fact, gap } from './evidence.ts';

export const flowAccess = defineRule({
  meta: {
    id: 'flow-access',
    title: 'Access to restricted flows',
    rationale:
      'Since Winter ’26 the permission to run flows is not enough for a flow that overrides the default and restricts its access: the user needs a grant of that flow too. Where a record change starts such a flow, the change fails.',
    options: { type: 'object', additionalProperties: false, properties: {} },
    example: {},
    messages: {
      noFlows: 'No active flow runs in the context of the user',
      open: 'No active flow shuts this user out: {count} that run in the context of the user do not restrict their access, or grant it to this user',
      shutOut: 'Active flows restrict their access and do not grant it to this user: {flows}',
      restrictionUnknown:
        'Whether these active flows restrict their access could not be known, and they do not grant it to this user by name: {flows}',
      grantUnknown:
        'Active flows restrict their access, and whether they grant it to this user could not be known: {flows}',
      unknown: 'Which flows restrict their access could not be known',
    },
    remedy: {
      lightning: [
        'Setup > Process Automation > Flows: from the actions menu of the flow choose Edit Access',
        'Clear "Override default behavior and restrict access to enabled profiles or permission sets", or add the profile of the integration user to the enabled profiles; click Save',
        'For a permission set: Setup > Users > Permission Sets > Flow Access > Edit, add the flow, click Save',
      ],
      classic: [
        'Setup > Build > Create > Workflow & Approvals > Flows: click Security beside the flow',
        'Clear "Override default behavior and restrict access to enabled profiles or permission sets", or add the profile of the integration user to the enabled profiles; click Save',
        'For a permission set: Setup > Administer > Manage Users > Permission Sets > Flow Access > Edit, add the flow, click Save',
      ],
    },
  },
  needs: () => ({ flows: true }),
  *check({ flows }, _options, say) {
    if (flows.status === 'unavailable') {
      yield say.inconclusive('unknown', {}, [gap('Flows', flows.reason)]);
      return;
    }
    // Record-triggered and scheduled flows run in system context: no user needs access to them.
    const asUser = flows.value.filter(({ context }) => context === 'user');
    if (asUser.length === 0) {
      yield say.pass('noFlows', {}, [fact('Active flows in the context of the user', 0)]);
      return;
    }
    const shut = asUser.filter((access) => judge(access) === 'shut');
    if (shut.length > 0) yield say.fail('shutOut', { flows: named(shut) }, shut.map(grantEvidence));
    const doubtful = asUser.filter((access) => judge(access) === 'grant-unknown');
    if (doubtful.length > 0)
      yield say.inconclusive('grantUnknown', { flows: named(doubtful) }, doubtful.map(grantEvidence));
    const unreadable = asUser.filter((access) => judge(access) === 'restriction-unknown');
    if (unreadable.length > 0)
      yield say.inconclusive('restrictionUnknown', { flows: named(unreadable) }, gapsOf(unreadable));
    if (shut.length + doubtful.length + unreadable.length === 0)
      yield say.pass('open', { count: String(asUser.length) }, [
        fact('Active flows in the context of the user', asUser.length),
      ]);
  },
});

type Judgement = 'open' | 'shut' | 'grant-unknown' | 'restriction-unknown';

/** An explicit grant settles it whatever the restriction; without one, what cannot be read is a doubt. */
function judge({ flow, run }: FlowAccess): Judgement {
  if (run.decision === 'granted') return 'open';
  if (flow.restricted.status === 'unavailable') return 'restriction-unknown';
  if (!flow.restricted.value) return 'open';
  return run.decision === 'denied' ? 'shut' : 'grant-unknown';
}

/** `Score leads (iv__Score_Leads)`. */
function title({ flow }: FlowAccess): string {
  return `${flow.label} (${flowName(flow)})`;
}

function named(some: readonly FlowAccess[]): string {
  return firstOf(some.map(title));
}

function grantEvidence(access: FlowAccess): Evidence {
  return decided(`Flow ${title(access)}`, access.run);
}

/** An org may have hundreds of managed flows that all say the same: each reason is told once, with its flows. */
function gapsOf(some: readonly FlowAccess[]): readonly Evidence[] {
  const byReason = new Map<string, { readonly reason: Gap; readonly flows: string[] }>();
  for (const access of some) {
    if (access.flow.restricted.status === 'ok') continue;
    const { reason } = access.flow.restricted;
    const known = byReason.get(`${reason.code} ${reason.mend}`);
    if (known) known.flows.push(title(access));
    else byReason.set(`${reason.code} ${reason.mend}`, { reason, flows: [title(access)] });
  }
  return [...byReason.values()].map(({ reason, flows }) => gap(`Flows ${firstOf(flows)}`, reason));
}
