import * as fc from 'fast-check';
import type { OrgDescription } from '../../src/emulator/org-description.ts';
import { chanceFrom } from './chance.ts';
import type { Layout } from './layout.ts';
import { type Change, changed, randomChange } from './random-change.ts';
import { type Files, writeOrg } from './write-org.ts';

/** What can be wrong with a repository: files that are gone, that end in the middle, or that are there twice. */
export interface Trouble {
  readonly gone: boolean;
  readonly cut: boolean;
  /** How the copy differs; null for none. */
  readonly copied: Change | null;
  readonly seed: number;
}

export const randomTrouble: fc.Arbitrary<Trouble> = fc.record({
  gone: fc.boolean(),
  cut: fc.boolean(),
  copied: fc.option(randomChange),
  seed: fc.nat(1_000_000),
});

/** The files of an org as they are after all this. Sets that a user is assigned stay, cut or not. */
export function spoilt(org: OrgDescription, layout: Layout, trouble: Trouble): Files {
  const assigned = new Set(
    org.users.flatMap(({ assignments = [] }) =>
      assignments.flatMap(({ permissionSet }) => permissionSet ?? []),
    ),
  );
  const files = writeOrg(org, layout);
  const spoiltOnes = [...files].flatMap(([path, bytes]): readonly (readonly [string, Uint8Array])[] => {
    const [, kind, name = ''] = spoilable.exec(path) ?? [];
    if (kind === undefined) return [[path, bytes]];
    // A decomposed set goes with all its parts: nobody could miss one alone.
    const goes = chanceFrom(trouble.seed, `${kind} ${name}`)(4) === 0;
    const canGo = kind !== 'profiles' && kind !== 'permissionsetgroups' && !assigned.has(name);
    if (trouble.gone && trouble.copied === null && canGo && goes) return [];
    const chance = chanceFrom(trouble.seed, path);
    if (trouble.cut && chance(4) === 0) return [[path, bytes.subarray(0, chance(bytes.length))]];
    return [[path, bytes]];
  });
  return new Map([...spoiltOnes, ...copies(org, layout, trouble)]);
}

const spoilable =
  /(?:^|\/)(profiles|permissionsets|permissionsetgroups|mutingpermissionsets|objects)\/([^/.]*)/;

/** Other versions of sets, muting sets and groups, beside them in the first package directory. */
function copies(org: OrgDescription, layout: Layout, { copied }: Trouble): Files {
  if (copied === null) return new Map();
  const other = writeOrg(changed(org, copied), { ...layout, directories: 1, noise: false });
  const again =
    /(?=(?:^|(?<=\/))(?:main\/default\/)?(?:permissionsets|permissionsetgroups|mutingpermissionsets)\/)/;
  return new Map(
    [...other].flatMap(([path, bytes]) => {
      const beside = path.replace(again, 'copies/');
      return beside === path ? [] : [[beside, bytes] as const];
    }),
  );
}
