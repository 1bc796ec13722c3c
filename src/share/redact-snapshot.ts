import type { NamedStandIn, ShareKey } from '../model/share-key.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { deepFreeze } from '../plain/deep-freeze.ts';
import { knownNames, withTerms } from './free-text.ts';
import { isRedacted, markOf } from './redacted.ts';
import { type Doing, sayWith } from './say.ts';
import { chanceOf } from './seeded.ts';
import { snapshot as saidSnapshot } from './snapshot-strings.ts';
import { createStandIns } from './stand-ins.ts';
import { isSaid, saidIn } from './taken.ts';
import { noteTerm, termStandIn } from './term-stand-ins.ts';
import { namespaceOf, type Stays, whatStays } from './what-stays.ts';

/** What decides how names are replaced. */
export interface Redaction {
  /** Namespaces of the vendor's packages: see `vendorNamespaces`. */
  readonly vendor: ReadonlySet<string>;
  /** 32 hexadecimal digits by chance: they decide which name gets which number, and stand nowhere. */
  readonly seed: string;
  /** The key to go on with: its stand-ins stay what they are. Of a new one, its fingerprint and nothing else. */
  readonly key: Pick<ShareKey, 'fingerprint' | 'names'>;
}

/**
 * The snapshot with stand-ins for everything that tells whose it is, and the key that turns them back. It decides and
 * is judged as before. The same snapshot, seed and key give the same.
 *
 * The names are walked three times: to note them, so that they are numbered in an order that tells nothing; to find,
 * now that they are known, what else sentences name; and to exchange all of it.
 */
export function redactSnapshot(
  snapshot: Snapshot,
  { vendor, seed, key }: Redaction,
): { readonly snapshot: Snapshot; readonly key: ShareKey } {
  if (isRedacted(snapshot)) throw new Error('The names of this snapshot are stand-ins already');
  const stays = whatStays(snapshot.needs, vendor);
  const said = saidIn(snapshot);
  const standIns = createStandIns({
    chance: chanceOf(seed),
    isTaken: (standIn) => isSaid(standIn, said),
    isThere: (standIn) => said.has(standIn.toLowerCase()),
    known: key.names,
    prefixOf: (name) => prefixOf(name, stays),
  });
  const walk = (doing: Partial<Doing>): Snapshot =>
    saidSnapshot(snapshot, sayWith({ ...silent, ...doing }, stays), null);
  walk({
    name: (family, form, text, title) => {
      standIns.note(family, form, text, title);
      return text;
    },
    id: (text) => {
      standIns.noteId(text);
      return text;
    },
  });
  standIns.number();
  const exchanged = { name: standIns.of, id: standIns.ofId, derived: standIns.derive };
  walk(exchanged);
  const names = knownNames(originalsFirst(standIns.all()), stays);
  walk({
    text: (text) =>
      withTerms(text, names, (term) => {
        noteTerm(term, standIns);
        return term.text;
      }),
  });
  standIns.number();
  const redacted = walk({
    ...exchanged,
    sorts: true,
    text: (text) => withTerms(text, names, (term) => termStandIn(term, standIns)),
  });
  const { snapshotVersion, collectedAt, ...rest } = redacted;
  return deepFreeze({
    snapshot: { snapshotVersion, collectedAt, ...rest, names: markOf(key.fingerprint) },
    key: { shareKeyVersion: 1, fingerprint: key.fingerprint, names: standIns.all() },
  });
}

const silent: Doing = {
  name: (_family, _form, text) => text,
  id: (text) => text,
  text: (text) => text,
  derived: () => {},
  sorts: false,
};

/** The namespace of a package that the needs name stays: fields are found by it. */
function prefixOf(name: string, { namespaces }: Stays): string {
  const namespace = namespaceOf(name);
  return namespace !== null && namespaces.has(namespace) ? name.slice(0, namespace.length + 2) : '';
}

/** Where two things are called alike, sentences mean the one that they speak of most. */
const originalsFirst = (all: readonly NamedStandIn[]): readonly NamedStandIn[] => {
  const rank = ({ kind }: NamedStandIn) => ['user-name', 'derived', 'text-title'].indexOf(kind);
  return all.toSorted((one, other) => rank(one) - rank(other));
};
