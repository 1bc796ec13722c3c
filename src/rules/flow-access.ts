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
      granted: 'Active flows that restrict their access, or may, grant it to this user: {flows}',
      open: 'Active flows in the context of the user that do not restrict their access: {count}',
      shutOut: 'Active flows restrict their access and do not grant it to this user: {flows}',
      restrictionUnknown:
        'Whether these active flows restrict their access could not be known, and they do not grant it to this user by name: {flows}',
      grantUnknown:
        'Active flows restrict their access, and whether they grant it to this user could not be known: {flows}',
      unknown: 'Which flows restrict their access could not be known',
      othersUnknown: 'Whether other active flows restrict their access could not be known',
    },
    failures: ['shutOut'],
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
  *check({ flows, otherFlows }, _options, say) {
    if (flows.status === 'unavailable') yield say.inconclusive('unknown', {}, [gap('Flows', flows.reason)]);
    // Record-triggered and scheduled flows run in system context: no user needs access to them.
    const asUser = flows.status === 'ok' ? flows.value.filter(({ context }) => context === 'user') : [];
    if (flows.status === 'ok' && asUser.length === 0 && otherFlows === null)
      yield say.pass('noFlows', {}, [fact('Active flows in the context of the user', 0)]);
    const those = (wanted: Judgement) => asUser.filter((access) => judge(access) === wanted);
    const shut = those('shut');
    if (shut.length > 0) yield say.fail('shutOut', { flows: named(shut) }, shut.map(grantEvidence));
    const doubtful = those('grant-unknown');
    if (doubtful.length > 0)
      yield say.inconclusive('grantUnknown', { flows: named(doubtful) }, doubtful.map(grantEvidence));
    const unreadable = those('restriction-unknown');
    if (unreadable.length > 0)
      yield say.inconclusive('restrictionUnknown', { flows: named(unreadable) }, [
        ...gapsOf(unreadable),
        ...unreadable.filter(({ run }) => run.decision === 'unknown').map(grantEvidence),
      ]);
    if (otherFlows !== null) yield say.inconclusive('othersUnknown', {}, [gap('Other flows', otherFlows)]);
    const granted = those('granted');
    if (granted.length > 0) yield say.pass('granted', { flows: named(granted) }, granted.map(grantEvidence));
    const open = those('open').length;
    if (open > 0)
      yield say.pass('open', { count: String(open) }, [
        fact('Flows that do not restrict their access', open),
      ]);
  },
});

type Judgement = 'open' | 'granted' | 'shut' | 'grant-unknown' | 'restriction-unknown';

/** An explicit grant settles it whatever the restriction; without one, what cannot be read is a doubt. */
function judge({ flow: { restricted }, run }: FlowAccess): Judgement {
  if (restricted.status === 'ok' && !restricted.value) return 'open';
  if (run.decision === 'granted') return 'granted';
  if (restricted.status === 'unavailable') return 'restriction-unknown';
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
