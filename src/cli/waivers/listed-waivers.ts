import type { LoadedConfiguration } from '../../config/configuration.ts';
import type { LoadedPack } from '../../model/pack.ts';
import { dayOf, daysBetween } from '../../plain/days.ts';
import type { WaiverRow, WaiverRowState } from '../../reporters/waivers-table.ts';
import type { World } from '../world.ts';
import { agesOf, type Lines, type WaiverAge } from './waiver-ages.ts';

/** So long before its end a waiver is announced. */
const soon = 14;

/** Every waiver of a configuration, as it stands today. */
export async function listedWaivers(
  { configuration, file, valueAt, lastLineOf }: LoadedConfiguration,
  packs: readonly LoadedPack[],
  world: World,
): Promise<readonly WaiverRow[]> {
  const known = new Set(packs.flatMap(({ pack }) => pack.requirements.map(({ id }) => id)));
  const today = dayOf(world.now().toISOString());
  const waivers = configuration.waivers ?? [];
  const lines = waivers.map((_, index): Lines => {
    const path = ['waivers', index];
    return [valueAt(path).line, lastLineOf(path)];
  });
  const ages = await agesOf(file, lines, world);
  return waivers.map(({ requirement, subject, reason, owner, expires }, index) => {
    const daysLeft = daysBetween(today, expires);
    return {
      state: known.has(requirement) ? stateOf(daysLeft) : 'unknown-requirement',
      ...{ requirement, subject: subject ?? null, reason, owner, expires, daysLeft },
      age: ages[index] ?? unknownAge,
      at: valueAt(['waivers', index]),
    };
  });
}

const unknownAge: WaiverAge = { kind: 'unknown', why: 'git says nothing of its lines' };

function stateOf(daysLeft: number): WaiverRowState {
  if (daysLeft < 0) return 'expired';
  return daysLeft <= soon ? 'expiring' : 'in-force';
}
