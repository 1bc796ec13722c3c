import type { Access, Decision, Entry, FieldAccess, FieldRight } from '../model/access.ts';
import type { GapCode } from '../model/part.ts';
import { objectRights } from '../salesforce/labels.ts';
import { flowName, sameName } from '../salesforce/names.ts';
import { distinctBy } from './order.ts';

/** Doubts that no other permission set settles: no such thing is here, nobody asked for it, nobody may read it. */
const beyondMending: readonly GapCode[] = ['not-in-org', 'not-collected', 'unreadable'];

/**
 * The entries whose holders are worth looking for: what is denied, and what is in doubt for a reason that
 * another permission set would settle. A flow is named by API name, with its namespace.
 * @param about Only what these decisions rest on, such as those that failed requirements show as evidence.
 */
export function missingEntries(access: Access, about?: ReadonlySet<Decision>): readonly Entry[] {
  if (!assignmentsAreKnown(access)) return [];
  const open = [...openSystem(access), ...openObjects(access), ...openFields(access), ...openFlows(access)];
  const wanted = open.filter(
    ({ decisions }) => about === undefined || decisions.some((each) => about.has(each)),
  );
  return distinctBy(wanted, ({ entry }) => JSON.stringify(entry)).map(({ entry }) => entry);
}

/** Where nobody asked for the list of assignments, the decisions may still stand on them. */
function assignmentsAreKnown({ assignments }: Access): boolean {
  return assignments.status === 'ok' || assignments.reason.code === 'not-collected';
}

interface Open {
  readonly entry: Entry;
  /** Decisions that stand on the entry. */
  readonly decisions: readonly Decision[];
}

function openSystem({ systemPermissions }: Access): readonly Open[] {
  return Object.entries(systemPermissions).flatMap(([permission, decision]) =>
    isOpen(decision) ? [{ entry: { kind: 'system', permission }, decisions: [decision] }] : [],
  );
}

function openObjects({ objects, fields }: Access): readonly Open[] {
  return Object.values(objects).flatMap(({ object, rights }) =>
    objectRights
      .filter((right) => isOpen(rights[right]))
      .map((right) => ({
        entry: { kind: 'object', object, right } as const,
        decisions: [rights[right], ...effectiveOn(object, right, fields)],
      })),
  );
}

/** Fields' effective rights stand on the same right on their object. */
function effectiveOn(object: string, right: string, fields: Access['fields']): readonly Decision[] {
  if (right !== 'read' && right !== 'edit') return [];
  return Object.values(fields).flatMap(({ asked, effective }) =>
    sameName(asked.object, object) ? [effective[right]] : [],
  );
}

function openFields({ fields }: Access): readonly Open[] {
  return Object.values(fields).flatMap((access) => [
    ...openField(access, 'read'),
    ...openField(access, 'edit'),
  ]);
}

function openField(
  { asked, field, writable, fieldLevel, effective }: FieldAccess,
  right: FieldRight,
): readonly Open[] {
  if (field.status === 'unavailable' || !field.value?.permissionable || !isOpen(fieldLevel[right])) return [];
  if (right === 'edit' && writable.status === 'ok' && !writable.value) return [];
  const entry = { kind: 'field', object: asked.object, field: field.value.name, right } as const;
  return [{ entry, decisions: [fieldLevel[right], effective[right]] }];
}

/** Only flows that ask for a grant of their own: the others need none. */
function openFlows({ flows }: Access): readonly Open[] {
  return (flows.status === 'ok' ? flows.value : []).flatMap(({ flow, context, run }) => {
    const restricts = flow.restricted.status === 'unavailable' || flow.restricted.value;
    if (!restricts || context === 'system' || !isOpen(run)) return [];
    return [{ entry: { kind: 'flow', flow: flowName(flow) } as const, decisions: [run] }];
  });
}

function isOpen(decision: Decision): boolean {
  if (decision.decision !== 'unknown') return decision.decision === 'denied';
  return decision.because.some(({ code }) => !beyondMending.includes(code));
}
