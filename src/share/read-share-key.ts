import { validateShareKey } from '../generated/validate-share-key.js';
import type { ShareKey } from '../model/share-key.ts';

/** Reads a key back from its text; what is wrong with it is told without anything that stands in it. */
export function readShareKey(text: string): { readonly key: ShareKey } | { readonly problem: string } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { problem: 'it is not JSON' };
  }
  const { shareKeyVersion } = Object(data) as { readonly shareKeyVersion?: unknown };
  if (typeof shareKeyVersion === 'number' && shareKeyVersion !== 1)
    return { problem: `it has version ${shareKeyVersion}, and this syncgate reads version 1` };
  if (validateShareKey(data)) return { key: data as ShareKey };
  const [first] = validateShareKey.errors ?? [];
  return { problem: `${first?.instancePath || 'it'} ${first?.message ?? 'does not follow its schema'}` };
}
