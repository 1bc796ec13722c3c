import type { Access, Decision, FieldAccess, FieldRight } from '../model/access.ts';
import type { Entries } from '../model/container.ts';
import { objectRights, permissionLabel, rightLabels } from '../salesforce/labels.ts';
import { flowName } from '../salesforce/names.ts';

/** What one is granted and the other is not, as entries of a permission set for the other. */
export interface More {
  readonly entries: Entries;
  /** Every permission that the entries are to give, such as `Account: View All`. */
  readonly wanted: readonly string[];
  /** What no entry can give, and why: a clause each. */
  readonly left: readonly LeftOut[];
}

export interface LeftOut {
  readonly permission: string;
  readonly why: string;
}

type Piece =
  | { readonly permission: string; readonly entries: Partial<Entries> }
  | (LeftOut & { readonly entries: null });

/** The entries that, given to whom A is about, grant what B is granted and A is not. Fields and flows go by A's names. */
export function moreInAfter(before: Access, after: Access): More {
  const pieces = [
    ...systemPieces(before, after),
    ...objectPieces(before, after),
    ...fieldPieces(before, after),
    ...flowPieces(before, after),
  ];
  const given = pieces.filter((piece) => piece.entries !== null);
  return {
    entries: {
      systemPermissions: given.flatMap(({ entries }) => entries.systemPermissions ?? []),
      objects: given.flatMap(({ entries }) => entries.objects ?? []),
      fields: given.flatMap(({ entries }) => entries.fields ?? []),
      flows: given.flatMap(({ entries }) => entries.flows ?? []),
    },
    wanted: given.map(({ permission }) => permission),
    left: pieces.flatMap((piece) =>
      piece.entries === null ? [{ permission: piece.permission, why: piece.why }] : [],
    ),
  };
}

const isMore = (was: Decision | undefined, is: Decision | undefined): boolean =>
  was !== undefined && was.decision !== 'granted' && is?.decision === 'granted';

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

const systemPieces = (before: Access, after: Access): readonly Piece[] =>
  Object.entries(before.systemPermissions)
    .filter(([name, was]) => isMore(was, own(after.systemPermissions, name)))
    .map(([permission]) => ({
      permission: permissionLabel(permission),
      entries: { systemPermissions: [{ permission }] },
    }));

const objectPieces = (before: Access, after: Access): readonly Piece[] =>
  Object.entries(before.objects).flatMap(([name, { object, rights }]) =>
    objectRights
      .filter((right) => isMore(rights[right], own(after.objects, name)?.rights[right]))
      .map((right) => ({
        permission: `${object}: ${rightLabels[right]}`,
        entries: { objects: [{ object, rights: [right] }] },
      })),
  );

const fieldPieces = (before: Access, after: Access): readonly Piece[] =>
  Object.entries(before.fields).flatMap(([name, field]) =>
    (['read', 'edit'] as const)
      .filter((right) => isMore(field.fieldLevel[right], own(after.fields, name)?.fieldLevel[right]))
      .map((right) => fieldPiece(field, right)),
  );

function fieldPiece({ asked, field }: FieldAccess, right: FieldRight): Piece {
  const permission = `${asked.object}.${asked.field}: ${rightLabels[right]}`;
  const leave = (why: string): Piece => ({ permission, why, entries: null });
  const entryOf = (name: string): Piece => ({
    permission,
    entries: { fields: [{ object: asked.object, field: name, read: true, edit: right === 'edit' }] },
  });
  // Where nobody can tell, as of a package's field in a repository, the name that is asked for is the best there is.
  if (field.status === 'unavailable') return entryOf(asked.configured ?? asked.field);
  if (field.value === null) return leave('A has no such field');
  const { name, permissionable, calculated, autoNumber } = field.value;
  if (!permissionable) return leave('no permission set decides on this field');
  if (right === 'edit' && (calculated || autoNumber)) return leave('nobody can write this field');
  return entryOf(name);
}

function flowPieces({ flows }: Access, after: Access): readonly Piece[] {
  if (flows.status === 'unavailable' || after.flows.status === 'unavailable') return [];
  const theirs = new Map(after.flows.value.map((each) => [flowName(each.flow), each]));
  return flows.value.flatMap(({ flow, context, run }): readonly Piece[] => {
    const open = flow.restricted.status === 'ok' && !flow.restricted.value;
    if (open || context === 'system' || !isMore(run, theirs.get(flowName(flow))?.run)) return [];
    return [{ permission: `Flow ${flowName(flow)}: Run`, entries: { flows: [{ flowId: flow.id }] } }];
  });
}
