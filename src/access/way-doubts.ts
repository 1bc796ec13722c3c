import type { Gap } from '../model/part.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { permissionLabel } from '../salesforce/labels.ts';
import { nameKey } from '../salesforce/names.ts';
import type { Way } from './ways.ts';

/** Why finding no holder of an entry does not prove that there is none. */
export interface WayDoubt {
  readonly gap: Gap;
  /** False: it was not collected at all, so that even finding one proves nothing. */
  readonly collected: boolean;
}

/** View All Fields, of an object and global, exists since this API version; older ones do not show it. */
const viewAllFieldsSince = 63;

/** Null where containers that do not hold the entry prove that they do not grant it. */
export function wayDoubt(snapshot: Snapshot, way: Way): WayDoubt | null {
  const { entry } = way;
  if (entry.kind === 'system') return systemDoubt(snapshot, entry.permission, way.implied === undefined);
  if (entry.kind !== 'object') return null;
  if (!asked(snapshot.needs.objects, entry.object)) {
    return { gap: notCollected(`access to ${entry.object}`), collected: false };
  }
  const hidden = entry.right === 'viewAllFields' ? viewAllFieldsGap(snapshot) : null;
  return hidden && { gap: hidden, collected: true };
}

/**
 * A permission that this org does not have is not denied to the user: the question has no answer here. As a
 * way to something else it is simply no way, unless the API version is too old to show it.
 */
function systemDoubt(snapshot: Snapshot, permission: string, direct: boolean): WayDoubt | null {
  const label = permissionLabel(permission);
  if (!asked(snapshot.needs.systemPermissions, permission)) {
    return { gap: notCollected(`the permission ${label}`), collected: false };
  }
  const available = snapshot.availablePermissions;
  if (available.status === 'unavailable') return { gap: available.reason, collected: true };
  if (asked(available.value, permission)) return null;
  const hidden = permission === 'ViewAllFieldsGlobal' ? viewAllFieldsGap(snapshot, label) : null;
  if (hidden) return { gap: hidden, collected: true };
  if (!direct) return null;
  const message = `This org does not have the permission ${label} (${permission})`;
  return { gap: { code: 'not-in-org', message }, collected: true };
}

function asked(names: readonly string[] | undefined, name: string): boolean {
  return names !== undefined && keysOf(names).has(nameKey(name));
}

/** An org has hundreds of permissions, and every way to every decision asks for one of them. */
const known = new WeakMap<readonly string[], ReadonlySet<string>>();

function keysOf(names: readonly string[]): ReadonlySet<string> {
  const keys = known.get(names) ?? new Set(names.map(nameKey));
  known.set(names, keys);
  return keys;
}

/**
 * Why a container may have View All Fields, or mute it, without showing it: one of the API versions it was read with is
 * too old. Null where it would show. Files that name no version are taken for new ones.
 */
export function viewAllFieldsGap({ source }: Snapshot, label = 'View All Fields'): Gap | null {
  const tooOld = [source.apiVersion, source.kind === 'source' ? source.facts?.org.apiVersion : null].find(
    (version) => version != null && !(Number.parseFloat(version) >= viewAllFieldsSince),
  );
  if (tooOld == null) return null;
  return {
    code: 'source-cannot-tell',
    message: `API ${tooOld} does not show ${label}, which exists since ${viewAllFieldsSince}.0`,
    mend: `collect with API ${viewAllFieldsSince}.0 or newer`,
  };
}

/** Nobody asked for it when the snapshot was collected. Whatever a part says then, it proves nothing. */
export function notCollected(what: string): Gap {
  return {
    code: 'not-collected',
    message: `Nobody asked for ${what} when the snapshot was collected`,
    mend: 'collect a new snapshot with the packs it is audited against',
  };
}
