import type { Needs } from '../model/needs.ts';
import type { OrgSnapshot } from '../model/snapshot.ts';
import { nameKey } from '../salesforce/names.ts';

/** What a snapshot was not collected for and these needs ask: by it nothing can be said about that. */
export function uncovered({ needs: had }: OrgSnapshot, needs: Needs): readonly string[] {
  const flags = (
    ['organization', 'user', 'profile', 'login', 'profilePeers', 'limits', 'flows'] as const
  ).filter((flag) => needs[flag] === true && had[flag] !== true);
  const lists = (['systemPermissions', 'objects', 'permissionSetLicenses'] as const).flatMap((list) =>
    without(needs[list] ?? [], had[list] ?? []),
  );
  const named = (fields: Needs['fields']) => (fields ?? []).map(({ object, field }) => `${object}.${field}`);
  return [...flags, ...lists, ...without(named(needs.fields), named(had.fields))];
}

const without = (wanted: readonly string[], had: readonly string[]): readonly string[] => {
  const keys = new Set(had.map(nameKey));
  return wanted.filter((name) => !keys.has(nameKey(name)));
};
