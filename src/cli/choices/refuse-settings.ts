import type { LoadedConfiguration } from '../../config/configuration.ts';
import type { Path } from '../../config/problem.ts';
import { type SettingProblem, settingProblems } from '../../engine/index.ts';
import type { LoadedPack, Settings } from '../../model/pack.ts';
import type { Location } from '../../model/part.ts';
import { rules } from '../../rules/registry.ts';
import { type Problem, Refusal, wrongFile, wrongUsage } from '../failure.ts';
import { loadPacks } from '../packs.ts';
import type { World } from '../world.ts';
import { chosenOrigins } from './chosen.ts';
import { configuredOrg } from './file-layers.ts';
import type { Layer, Origin } from './layer.ts';
import { packsOfConfiguration } from './packs-of-configuration.ts';

/** What was chosen, and by whom. */
export interface ChosenSettings {
  readonly packs: readonly LoadedPack[];
  readonly settings: Settings;
  readonly layers: readonly Layer[];
  readonly loaded: LoadedConfiguration | undefined;
  /** The org of the configuration that was chosen for. */
  readonly named: string | undefined;
}

/** Refuses what only the packs can tell is wrong: at its place in the file, or as the argument it came by. */
export async function refuseWrongSettings(chosen: ChosenSettings, world: World): Promise<void> {
  const { packs, settings } = chosen;
  const withOrigin = (fault: SettingProblem): Fault => ({ ...fault, from: originOf(fault.path, chosen) });
  const names = settingProblems(packs, settings, rules).map(withOrigin);
  const values = (await parameterFaults(packs, settings)).map(withOrigin);
  const faults = [...(names.length > 0 ? await withoutOthers(names, chosen, world) : []), ...values];
  if (faults.length > 0) throw refusal(faults, chosen);
}

interface Fault extends SettingProblem {
  readonly from: Origin;
}

/** Loads what judges values only where there are any. */
async function parameterFaults(packs: readonly LoadedPack[], { parameters }: Settings) {
  if (Object.keys(parameters).length === 0) return [];
  const { checkParameters } = await import('../../config/check-parameters.ts');
  return packs.flatMap(({ pack }) => checkParameters(pack, parameters));
}

function originOf([key, name]: Path, { layers }: ChosenSettings): Origin {
  const origin = chosenOrigins(layers).find(
    ({ path }) => path[0] === key && (path[1] === undefined || path[1] === name),
  );
  return origin?.from ?? { kind: 'default' };
}

/**
 * What stands in the file for all orgs may be meant for another one, that is held against other packs; a name that
 * no pack of the configuration has stays a mistake.
 */
async function withoutOthers(
  faults: readonly Fault[],
  chosen: ChosenSettings,
  world: World,
): Promise<readonly Fault[]> {
  const { packs, settings, loaded } = chosen;
  if (loaded === undefined) return faults;
  const used = new Set(packs.map(({ file }) => file));
  const others = (await loadPacks(packsOfConfiguration(loaded), world)).filter(({ file }) => !used.has(file));
  if (others.length === 0) return faults;
  const idOf = ({ path }: SettingProblem) => JSON.stringify(path);
  const everywhere = new Set(settingProblems([...packs, ...others], settings, rules).map(idOf));
  return faults.filter((fault) => everywhere.has(idOf(fault)) || !isShared(fault, chosen));
}

/** Whether it stands beside the orgs, and not with one of them or on the command line. */
const isShared = ({ from, path }: Fault, { loaded, named }: ChosenSettings): boolean =>
  from.kind === 'file' && !(named !== undefined && stands(configuredOrg(loaded, named), path));

function refusal(faults: readonly Fault[], chosen: ChosenSettings): Refusal {
  const problems = faults.flatMap((fault) => {
    const at = placeOf(fault, chosen);
    return at === undefined ? [] : [{ ...at, message: fault.message }];
  });
  if (problems.length === faults.length) return wrongFile(problems);
  const others = faults.filter((fault) => placeOf(fault, chosen) === undefined);
  const words = others.map(({ message, from }) =>
    from.kind === 'argument' ? `--${from.name}: ${message}` : message,
  );
  return new Refusal(2, [...words, ...(problems.length > 0 ? [wrongFile(problems).message] : [])].join('\n'));
}

const tables: ReadonlySet<unknown> = new Set(['features', 'parameters', 'fieldNames', 'levels']);

/** Where the file itself says something of it: with the org, or beside all of them. A wrong name stands at its key. */
function placeOf({ from, path }: Fault, { loaded, named }: ChosenSettings): Location | undefined {
  if (loaded === undefined || from.kind === 'argument') return undefined;
  const places: readonly Path[] = [...(named === undefined ? [] : [['orgs', named, ...path]]), path];
  const place = places.find((each) => stands(loaded.configuration, each));
  if (place === undefined) return undefined;
  return tables.has(path[0]) && path.length === 2 ? loaded.keyAt(place) : loaded.valueAt(place);
}

function stands(root: unknown, path: Path): boolean {
  let value: unknown = root;
  for (const key of path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return false;
    value = (value as Readonly<Record<string | number, unknown>>)[key];
  }
  return value !== undefined;
}

/** Refuses what needs another choice beside it. */
export function refuseLooseEnds(layers: readonly Layer[]): void {
  const chosen = chosenOrigins(layers);
  const failOnNew = chosen.find(({ path: [key] }) => key === 'failOnNew');
  if (failOnNew?.value !== true || chosen.some(({ path: [key] }) => key === 'baseline')) return;
  const words =
    'there is no baseline that anything could be new against. Give one (baseline, --baseline), or leave it out';
  const { from } = failOnNew;
  if (from.kind !== 'file') throw wrongUsage(`--fail-on-new: ${words}`);
  const problem: Problem = { ...from.at, message: `failOnNew: ${words}` };
  throw wrongFile([problem]);
}
