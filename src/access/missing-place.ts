import type { Entry, Place } from '../model/access.ts';
import type { Additions, Container } from '../model/container.ts';
import type { Location } from '../model/part.ts';
import { sameName } from '../salesforce/names.ts';
import type { IndexedContainer } from './container-index.ts';
import { by } from './order.ts';
import type { Route } from './routes.ts';
import type { Way } from './ways.ts';

/**
 * Where an entry that nothing grants would be added: in one of the subject's own files, best beside others of its
 * kind, in a permission set before the profile, which a project seldom has whole. Undefined for an org.
 */
export function placeFor(routes: readonly Route[], [direct]: readonly Way[]): Place | undefined {
  if (direct === undefined) return undefined;
  const [best] = filesOf(routes)
    .flatMap(({ container, ref }) =>
      spotIn(container, direct.entry).map((spot) => ({ ...spot, ref, container })),
    )
    .toSorted(
      by(
        ({ beside }) => (beside ? 0 : 1),
        ({ container }) => (container.kind === 'permission-set' ? 0 : 1),
        ({ ref }) => ref.title,
        ({ ref }) => ref.id,
      ),
    );
  return best && { container: best.ref, at: best.at };
}

/** Asked of every decision on a subject, and the same for all of them. */
const known = new WeakMap<readonly Route[], readonly IndexedContainer[]>();

/** The subject's own containers that have a file. */
function filesOf(routes: readonly Route[]): readonly IndexedContainer[] {
  const files =
    known.get(routes) ??
    routes
      .filter(({ standing }) => standing.kind === 'in-force')
      .flatMap(ownFiles)
      .filter(({ container }) => container.additions !== undefined);
  known.set(routes, files);
  return files;
}

/** The container of a route, or the sets that a group is made of. */
const ownFiles = ({ container, group }: Route): readonly IndexedContainer[] => {
  if (container?.container.kind === 'group') return group?.components?.members ?? [];
  return container === null ? [] : [container];
};

/** The place in one container, and whether entries for the same object or of the same kind stand beside it. */
function spotIn(
  { additions, objects, fields }: Container,
  entry: Way['entry'],
): readonly { readonly at: Location; readonly beside: boolean }[] {
  if (additions === undefined) return [];
  switch (entry.kind) {
    case 'system':
      return [{ at: additions.systemPermissions, beside: false }];
    case 'object': {
      const beside =
        objects.status === 'ok' && objects.value.some(({ object }) => sameName(object, entry.object));
      return [{ at: additions.objects, beside }];
    }
    case 'field': {
      const known =
        fields.status === 'ok' && fields.value.some(({ object }) => sameName(object, entry.object));
      return fieldSpot(additions, entry, known);
    }
    case 'flow':
      return [{ at: additions.flows, beside: false }];
  }
}

function fieldSpot({ fields }: Additions, { object }: Entry & { kind: 'field' }, known: boolean) {
  const name = Object.keys(fields).find((each) => each !== '' && sameName(each, object));
  const at = fields[name ?? ''];
  return at === undefined ? [] : [{ at, beside: known || name !== undefined }];
}
