import { type Grants, requiredPermissions, requiredRights } from '../../src/emulator/org/grants.ts';
import type { Container } from '../../src/model/container.ts';
import type { Part } from '../../src/model/part.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { flowName } from '../../src/salesforce/names.ts';

/** What a container of files holds, one line a right, with all that each requires. */
export function heldBy(container: Container, { flows }: Snapshot): readonly string[] {
  const flowNames = new Map(valuesOf(flows).map((flow) => [flow.id, flowName(flow)]));
  return lines([
    ...valuesOf(container.systemPermissions).flatMap(({ permission }) =>
      [permission, ...(requiredPermissions[permission] ?? [])].map((name) => `system ${name}`),
    ),
    ...valuesOf(container.objects).flatMap(({ object, rights }) =>
      rights.flatMap((right) => [right, ...requiredRights[right]]).map((right) => `${object} ${right}`),
    ),
    ...valuesOf(container.fields).flatMap(({ object, field, edit }) => [
      `${object}.${field} read`,
      ...(edit ? [`${object}.${field} edit`] : []),
    ]),
    ...valuesOf(container.flows).flatMap(({ flowId }) => {
      const name = flowNames.get(flowId);
      return name === undefined ? [] : [`flow ${name}`];
    }),
  ]);
}

/** The same of what an emulated org has saved. */
export const grantedIn = ({ system, objects, fields, flows }: Grants): readonly string[] =>
  lines([
    ...[...system].map((name) => `system ${name}`),
    ...[...objects].flatMap(([object, rights]) => [...rights].map((right) => `${object} ${right}`)),
    ...[...fields].flatMap(([field, right]) => [
      `${field} read`,
      ...(right === 'edit' ? [`${field} edit`] : []),
    ]),
    ...[...flows].map((name) => `flow ${name}`),
  ]);

const lines = (all: readonly string[]): readonly string[] => [...new Set(all)].toSorted();

/** Nothing of a part that could not be read: that a container is complete has to be asked apart. */
const valuesOf = <T>(part: Part<readonly T[]>): readonly T[] => (part.status === 'ok' ? part.value : []);
