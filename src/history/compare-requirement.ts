import type { RequirementCause } from '../model/cause.ts';
import type { RecordedPack, RecordedResult } from '../model/history.ts';

/** One requirement in one run. */
export interface Asked {
  readonly pack: RecordedPack | undefined;
  readonly result: RecordedResult;
  /** Whether the run decided on a permission at all. */
  readonly decided: (permission: string) => boolean;
}

/** What changed in what is asked, and in how it is weighed. */
export function compareRequirement(before: Asked, after: Asked): readonly RequirementCause[] {
  const [was, is] = [before.result, after.result];
  return [
    ...(was.waived === is.waived ? [] : [{ kind: 'waiver', started: is.waived } as const]),
    ...(was.level === is.level ? [] : [{ kind: 'level', from: was.level, to: is.level } as const]),
    ...comparePacks(before.pack, after.pack),
    ...newlyAsked('gained', after, before),
    ...newlyAsked('lost', before, after),
  ];
}

function comparePacks(
  was: RecordedPack | undefined,
  is: RecordedPack | undefined,
): readonly RequirementCause[] {
  if (was === undefined || is === undefined) return [];
  const pack = is.id;
  const switched = (one: RecordedPack, other: RecordedPack, on: boolean) =>
    one.features
      .filter((feature) => !other.features.includes(feature))
      .map((feature) => ({ kind: 'feature', pack, feature, on }) as const);
  return [
    ...(was.variant === is.variant
      ? []
      : [{ kind: 'variant', pack, from: was.variant, to: is.variant } as const]),
    ...switched(is, was, true),
    ...switched(was, is, false),
    ...(was.version === is.version
      ? []
      : [{ kind: 'pack-version', pack, from: was.version, to: is.version } as const]),
  ];
}

/** What one run rests on and the other did not decide on at all. */
function newlyAsked(turn: 'lost' | 'gained', asks: Asked, doesNot: Asked): readonly RequirementCause[] {
  const permissions = asks.result.restsOn.filter((name) => !doesNot.decided(name));
  return permissions.length === 0 ? [] : [{ kind: 'asked', turn, permissions }];
}
