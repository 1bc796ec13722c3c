import { decideAll } from '../../src/access/decide-access.ts';
import builtIn from '../../src/generated/built-in-packs.json' with { type: 'json' };
import type { LoadedPack } from '../../src/model/pack.ts';
import type { ShareKey } from '../../src/model/share-key.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { type Redaction, redactSnapshot } from '../../src/share/redact-snapshot.ts';
import { restoreText } from '../../src/share/restore-text.ts';
import { vendorNamespaces } from '../../src/share/vendor-namespaces.ts';

export const packs = builtIn as unknown as readonly LoadedPack[];
export const fingerprint = '00112233445566ff';
const seed = '0123456789abcdef0123456789abcdef';

export const redacted = (snapshot: Snapshot, more: Partial<Redaction> = {}) =>
  redactSnapshot(snapshot, {
    vendor: vendorNamespaces(packs),
    seed,
    key: { fingerprint, names: [] },
    ...more,
  });

/** Anything that was made of a redacted snapshot, with its names again. */
export function restored<T>(value: T, key: ShareKey): T {
  const all = JSON.parse(restoreText(JSON.stringify(value), key, 'json').text) as T & { names?: unknown };
  if (!Array.isArray(all)) delete all.names;
  return all;
}

/**
 * The same value with every list, and every enumeration in a sentence, in an order of its own: names decide the order
 * of much, and stand-ins have another one.
 */
export function unordered(value: unknown): unknown {
  if (typeof value === 'string')
    return value
      .split(/[ ,;.()']+/u)
      .toSorted()
      .join(' ');
  // Access that nobody can take away stands by one of the ways to the subject, the first by title: any of them does.
  if (isFixedGrant(value)) return unordered(value.entry);
  if (Array.isArray(value)) {
    const items = value.map(unordered).map((item) => ({ item, text: JSON.stringify(item) }));
    return items.toSorted((one, other) => (one.text < other.text ? -1 : 1)).map(({ item }) => item);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, unordered(inner)]),
  );
}

/**
 * What is decided of everybody, but for names that are merely near to what was asked for, which are not told, and the
 * place for what is missing, of which one of several that do equally well is taken by name.
 */
export const decidedOf = (snapshot: Snapshot) =>
  decideAll(snapshot)
    .map((access) => JSON.parse(JSON.stringify(access, withoutPlace)) as typeof access)
    .map((access) => ({
      ...access,
      fields: Object.fromEntries(
        Object.entries(access.fields).map(([name, { candidates: _near, ...field }]) => [name, field]),
      ),
    }));

const withoutPlace = (key: string, value: unknown): unknown => (key === 'place' ? 'somewhere' : value);

const isFixedGrant = (value: unknown): value is { readonly entry: object } =>
  (value as { readonly entry?: { readonly kind?: unknown } } | null)?.entry?.kind === 'fixed';
