import type { FlowAccess } from '../model/access.ts';
import type { Flow } from '../model/snapshot.ts';
import { flowName } from '../salesforce/names.ts';
import { decideWays, type Scope } from './decide-ways.ts';
import { by } from './order.ts';
import { waysTo } from './ways.ts';

/** Process Builder's processes: triggered by records, as record-triggered flows are. */
const recordTriggeredTypes: readonly string[] = ['CustomEvent', 'InvocableProcess', 'Workflow'];

/**
 * Who may run each flow by an explicit grant. Since Winter '26 a flow that restricts access asks for one of
 * everybody, holders of Run Flows and Manage Flow too (Salesforce Help 005226794), so nothing implies it.
 */
export function decideFlows(scope: Scope, flows: readonly Flow[]): readonly FlowAccess[] {
  const sorted = flows.toSorted(
    by(
      ({ name }) => name,
      ({ namespace }) => namespace ?? '',
      ({ id }) => id,
    ),
  );
  return sorted.map((flow) => ({
    flow,
    context: contextOf(flow),
    run: decideWays(scope, waysTo({ kind: 'flow', flow: flowName(flow), flowId: flow.id })),
  }));
}

/** What a trigger starts runs in system context, whoever the user is; all else counts as the user's own. */
function contextOf({ processType, triggerType }: Flow): FlowAccess['context'] {
  const triggered = triggerType !== null && triggerType !== '' && triggerType !== 'None';
  return triggered || recordTriggeredTypes.includes(processType) ? 'system' : 'user';
}
