import { validateSnapshot } from '../generated/validate-snapshot.js';
import type { Snapshot } from '../model/snapshot.ts';

/** Reads a snapshot back from its text; anything that is not one is refused with what is wrong. */
export function readSnapshot(text: string): { readonly snapshot: Snapshot } | { readonly problem: string } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    // What the parser says quotes the file, which may be a key that was named by mistake.
    return { problem: 'it is not JSON' };
  }
  const version = (data as { readonly snapshotVersion?: unknown } | null)?.snapshotVersion;
  if (version !== undefined && version !== 1) {
    return {
      problem: `it has snapshot version ${JSON.stringify(version)}, and this syncgate reads version 1`,
    };
  }
  if (validateSnapshot(data)) return { snapshot: data as Snapshot };
  const [first] = validateSnapshot.errors ?? [];
  return {
    problem: `${first?.instancePath || 'it'} ${first?.message ?? 'does not follow the snapshot schema'}`,
  };
}
