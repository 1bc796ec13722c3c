import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { UserSelection } from '../collector/org/users.ts';
import type { Configuration, ConfiguredPersona, LoadedConfiguration } from '../config/configuration.ts';
import type { Path } from '../config/problem.ts';
import { settingProblems } from '../engine/index.ts';
import type { Level, LoadedPack, Settings } from '../model/pack.ts';
import { rules } from '../rules/registry.ts';
import { wrongFile, wrongUsage } from './failure.ts';
import { readText } from './files.ts';
import { defaultPack, loadPacks } from './packs.ts';
import type { Question } from './question.ts';
import type { World } from './world.ts';

/** Arguments that a configuration file can give too; an argument wins over the file. */
export interface ChoiceArguments {
  readonly config?: string | undefined;
  readonly pack?: readonly string[] | undefined;
  readonly user?: readonly string[] | undefined;
  readonly allApiOnly?: boolean | undefined;
  readonly targetOrg?: string | undefined;
  readonly instanceUrl?: string | undefined;
  readonly variant?: string | undefined;
  readonly withoutFeature?: readonly string[] | undefined;
  readonly mappedField?: readonly string[] | undefined;
  readonly failOn?: Level | undefined;
  readonly allowInconclusive?: boolean | undefined;
}

/** Everything the user chose, by arguments and by file. */
export interface Choices {
  readonly question: Question;
  /** Undefined where nobody is named. */
  readonly users: UserSelection | undefined;
  readonly targetOrg: string | undefined;
  /** Those that the configuration file names. */
  readonly personas: Readonly<Record<string, ConfiguredPersona>>;
  readonly allowInconclusive: boolean;
  /** The files that the choices were read from: the configuration's and the packs'. */
  readonly files: readonly string[];
}

const usualFiles = ['syncgate.yaml', 'syncgate.yml', 'syncgate.json'];

/** Reads the configuration file, if there is one, puts the arguments over it, and checks both against the packs. */
export async function readChoices(args: ChoiceArguments, world: World): Promise<Choices> {
  const loaded = await loadConfiguration(args.config, world);
  const file = loaded?.configuration ?? {};
  const packs = await loadPacks(args.pack ?? packPaths(file, loaded?.file) ?? [defaultPack], world);
  const settings = settingsOf(args, file);
  await refuseWrongSettings(packs, settings, loaded);
  return {
    question: { packs, settings },
    users: usersOf(args, file),
    personas: file.personas ?? {},
    targetOrg: args.instanceUrl === undefined ? (args.targetOrg ?? file.targetOrg) : args.targetOrg,
    allowInconclusive: args.allowInconclusive ?? file.allowInconclusive ?? false,
    files: [...(loaded ? [loaded.file] : []), ...packs.map((pack) => pack.file)],
  };
}

function usersOf(args: ChoiceArguments, { users }: Configuration): UserSelection | undefined {
  if (args.user !== undefined && args.allApiOnly === true) {
    throw wrongUsage('--user and --all-api-only name two sets of users. Give one of them');
  }
  return args.allApiOnly === true ? 'all-api-only' : (args.user ?? users);
}

async function loadConfiguration(
  named: string | undefined,
  world: World,
): Promise<LoadedConfiguration | undefined> {
  const file = named ?? usualFiles.find((name) => existsSync(join(world.cwd, name)));
  if (file === undefined) return undefined;
  const { readConfig } = await import('../config/read-config.ts');
  const read = await readConfig(readText(world, file, 2), file);
  if ('problems' in read) throw wrongFile(read.problems);
  return read.config;
}

/** Packs by path are named from where the configuration file stands. */
function packPaths({ packs }: Configuration, file = ''): readonly string[] | undefined {
  return packs?.map((name) => (/[./\\]/u.test(name) ? join(dirname(file), name) : name));
}

function settingsOf(args: ChoiceArguments, file: Configuration): Settings {
  const off = Object.fromEntries((args.withoutFeature ?? []).map((name) => [name, false]));
  return {
    variant: args.variant ?? file.variant ?? null,
    features: { ...file.features, ...off },
    parameters: { ...file.parameters, ...(args.mappedField && { mappedFields: args.mappedField }) },
    fieldNames: file.fieldNames ?? {},
    failOn: args.failOn ?? file.failOn ?? 'error',
    waivers: file.waivers ?? [],
  };
}

/** What only the packs can tell is wrong: at its place in the file, or as the argument it came by. */
async function refuseWrongSettings(
  packs: readonly LoadedPack[],
  settings: Settings,
  loaded: LoadedConfiguration | undefined,
): Promise<void> {
  const faults = [...settingProblems(packs, settings, rules), ...(await parameterFaults(packs, settings))];
  if (faults.length === 0) return;
  const inFile = faults.filter(({ path }) => loaded !== undefined && stands(loaded.configuration, path));
  if (loaded === undefined || inFile.length < faults.length) {
    throw wrongUsage(faults.map(({ message }) => message).join('\n'));
  }
  throw wrongFile(inFile.map(({ path, message }) => ({ ...loaded.valueAt(path), message })));
}

/** Loads what judges values only where there are any. */
async function parameterFaults(packs: readonly LoadedPack[], { parameters }: Settings) {
  if (Object.keys(parameters).length === 0) return [];
  const { checkParameters } = await import('../config/check-parameters.ts');
  return packs.flatMap(({ pack }) => checkParameters(pack, parameters));
}

/** Whether the file itself says something at this path. */
function stands(configuration: Configuration, path: Path): boolean {
  let value: unknown = configuration;
  for (const key of path) {
    if (value === null || typeof value !== 'object') return false;
    value = (value as Readonly<Record<string | number, unknown>>)[key];
  }
  return value !== undefined;
}
