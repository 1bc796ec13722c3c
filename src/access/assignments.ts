import type { Access, Assignments, ContainerRef, Dependent } from '../model/access.ts';
import type { Part } from '../model/part.ts';
import { objectRights, permissionLabel, rightLabels } from '../salesforce/labels.ts';
import { flowName } from '../salesforce/names.ts';
import type { Scope } from './decide-ways.ts';
import { by } from './order.ts';
import type { Route } from './routes.ts';
import { notCollected } from './way-doubts.ts';

type Decided = Pick<Access, 'systemPermissions' | 'objects' | 'fields' | 'flows'>;

/** The subject's assignments, sorted, and every permission of the access document that may stand on them. */
export function describeAssignments({ snapshot, routes }: Scope, decided: Decided): Part<Assignments> {
  if (snapshot.needs.assignments !== true) {
    return { status: 'unavailable', reason: notCollected('the assignments') };
  }
  if (routes.status === 'unavailable') return routes;
  const all = routes.value.map((route) => ({ ...route.assignment, container: refOf(route) }));
  return { status: 'ok', value: { all, dependents: dependentsIn(decided) } };
}

function refOf({ assignment, container, through }: Route): ContainerRef {
  if (container) return container.ref;
  const kind = through.group === null ? 'permission-set' : 'group';
  return { id: assignment.containerId, kind, title: through.group?.title ?? assignment.containerId };
}

/**
 * Permissions that are granted or may be. Of a field what its field-level security says: the object's rights,
 * which it needs as well, are dependents of their own.
 */
function dependentsIn({ systemPermissions, objects, fields, flows }: Decided): readonly Dependent[] {
  const dependents: readonly Dependent[] = [
    ...Object.entries(systemPermissions).map(([name, decision]) => ({
      permission: permissionLabel(name),
      decision,
    })),
    ...Object.values(objects).flatMap(({ object, rights }) =>
      objectRights.map((right) => ({
        permission: `${object}: ${rightLabels[right]}`,
        decision: rights[right],
      })),
    ),
    ...Object.values(fields).flatMap(({ asked, field, fieldLevel }) => {
      const name = `${asked.object}.${(field.status === 'ok' && field.value?.name) || asked.field}`;
      return [
        { permission: `${name}: Read`, decision: fieldLevel.read },
        { permission: `${name}: Edit`, decision: fieldLevel.edit },
      ];
    }),
    ...(flows.status === 'ok' ? flows.value : []).flatMap(({ flow, context, run }) => {
      const open = flow.restricted.status === 'ok' && !flow.restricted.value;
      return open || context === 'system'
        ? []
        : [{ permission: `Flow ${flowName(flow)}: Run`, decision: run }];
    }),
  ];
  return dependents
    .filter(({ decision }) => decision.decision !== 'denied')
    .toSorted(by(({ permission }) => permission));
}
