import type { Container, Entries } from '../model/container.ts';
import type { Part } from '../model/part.ts';
import type { Situation } from '../model/situation.ts';
import type { Snapshot } from '../model/snapshot.ts';

/**
 * The situation of one subject, judged many times in a row: without the others, and without what nobody assigned to
 * it. It comes to the same verdicts: what has entries at all is kept in mind, since it shows what can be granted.
 * @param kept Ids of containers that stay all the same.
 */
export function ofOneSubject(
  { snapshot, ...question }: Situation,
  subjectId: string,
  kept: readonly string[] = [],
): Situation {
  const subjects = snapshot.subjects.filter(({ subject }) => subject.id === subjectId);
  const held = new Set([...heldBy(snapshot, subjects), ...kept]);
  const others = snapshot.containers.filter(({ id }) => !held.has(id));
  const containers = snapshot.containers.filter(({ id }) => held.has(id));
  const stub = others.length === 0 ? [] : [mentioning(others)];
  return { ...question, snapshot: { ...snapshot, subjects, containers: [...containers, ...stub] } };
}

function heldBy({ groups }: Snapshot, subjects: Snapshot['subjects']): ReadonlySet<string> {
  const assigned = subjects.flatMap(({ assignments }) =>
    assignments.status === 'ok' ? assignments.value.map(({ containerId }) => containerId) : [],
  );
  const components = groups.flatMap((group) =>
    group.components.status === 'ok'
      ? [...group.components.value.members, ...group.components.value.muting]
      : [],
  );
  return new Set([...assigned, ...components]);
}

/** Nobody's container, which grants nothing, and mentions all that these do: no assignment leads to a muting set. */
function mentioning(containers: readonly Container[]): Container {
  const all = containers.flatMap(({ objects, fields, denials = none }) => [
    { objects: valuesOf(objects), fields: valuesOf(fields) },
    denials,
  ]);
  const nothing = { status: 'ok', value: [] } as const;
  return {
    ...{ id: 'nobody:others', kind: 'muting', title: 'Others', apiName: 'Others' },
    ...{ completeness: { kind: 'complete' }, isCustom: true, sessionBased: false },
    ...{ groupId: null, license: null },
    ...{ systemPermissions: nothing, objects: nothing, fields: nothing, flows: nothing },
    denials: {
      ...none,
      objects: distinct(all.flatMap(({ objects }) => objects.map(({ object }) => ({ object, rights: [] })))),
      fields: distinct(
        all.flatMap(({ fields }) =>
          fields.map(({ object, field, read, edit }) => ({ object, field, read, edit })),
        ),
      ),
    },
  };
}

const none: Entries = { systemPermissions: [], objects: [], fields: [], flows: [] };

const valuesOf = <T>(part: Part<readonly T[]>): readonly T[] => (part.status === 'ok' ? part.value : []);

const distinct = <T>(items: readonly T[]): readonly T[] => [
  ...new Map(items.map((item) => [JSON.stringify(item), item])).values(),
];
