import type { ComparedSide } from '../model/comparison.ts';
import type { HistoryRecord, RecordedPack } from '../model/history.ts';

/** One side, and how it was audited. */
export interface Made {
  readonly side: ComparedSide;
  readonly packs: readonly RecordedPack[];
  readonly tool: HistoryRecord['tool'];
  readonly failOn: HistoryRecord['failOn'];
}

/** What makes two audits no two readings of one yardstick: versions and settings of packs, the level that fails. */
export function remarksOn(a: Made, b: Made): readonly string[] {
  const ids = [...new Set([...a.packs, ...b.packs].map(({ id }) => id))];
  return [
    ...ids.flatMap((id) => packRemarks(id, packOf(a, id), packOf(b, id))),
    ...(a.failOn === b.failOn
      ? []
      : [`A was judged with --fail-on ${a.failOn}, and B with --fail-on ${b.failOn}.`]),
    ...(a.tool.version === b.tool.version
      ? []
      : [`A was audited by syncgate ${a.tool.version}, and B by syncgate ${b.tool.version}.`]),
  ];
}

const packOf = ({ packs }: Made, id: string): RecordedPack | undefined =>
  packs.find((pack) => pack.id === id);

function packRemarks(
  id: string,
  a: RecordedPack | undefined,
  b: RecordedPack | undefined,
): readonly string[] {
  if (a === undefined || b === undefined) {
    return [`The pack ${id} was asked of ${a === undefined ? 'B' : 'A'} alone.`];
  }
  const features = [a, b].map((pack) => pack.features.toSorted().join(', ') || 'none');
  return [
    ...(a.version === b.version
      ? []
      : [`The pack ${id} is version ${a.version} for A, and ${b.version} for B.`]),
    ...(a.variant === b.variant
      ? []
      : [`The variant of ${id} is ${a.variant ?? 'none'} for A, and ${b.variant ?? 'none'} for B.`]),
    ...(features[0] === features[1]
      ? []
      : [`The features of ${id} are ${features[0]} for A, and ${features[1]} for B.`]),
  ];
}

export const filesTellNoFacts =
  'Both are metadata files: what files cannot tell, such as the edition of the org or who is frozen, is no part of this.';

export const onlyEvidence =
  'A report has only what its results cite: of all else nothing is compared, and why something differs is told by what each says. Two snapshots tell more.';
