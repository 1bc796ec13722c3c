import { dirname, join } from 'node:path';
import type { UserSelection } from '../../collector/org/users.ts';
import type {
  ConfiguredOrg,
  ConfiguredPersona,
  LoadedConfiguration,
  SecretSource,
} from '../../config/configuration.ts';
import type { Path } from '../../config/problem.ts';
import { settingProblems } from '../../engine/index.ts';
import type { LoadedPack, Settings } from '../../model/pack.ts';
import { rules } from '../../rules/registry.ts';
import { wrongFile, wrongUsage } from '../failure.ts';
import { type OrgArguments, signInArguments } from '../org-arguments.ts';
import { loadPacks } from '../packs.ts';
import type { Question } from '../question.ts';
import type { World } from '../world.ts';
import type { ChoiceArguments } from './choice-arguments.ts';
import { chosenValues } from './chosen.ts';
import { loadConfiguration } from './find-configuration.ts';
import { type ChosenValues, layersOf } from './layers.ts';

/** Everything the user chose, by arguments and by file. */
export interface Choices {
  readonly question: Question;
  /** Undefined where nobody is named. */
  readonly users: UserSelection | undefined;
  /** Which org, and how to sign in to it; empty where none is named. */
  readonly org: OrgArguments | ConfiguredOrg;
  readonly apiVersion: string | undefined;
  /** Those that the configuration file names. */
  readonly personas: Readonly<Record<string, ConfiguredPersona>>;
  readonly allowInconclusive: boolean;
  /** `FORMAT=FILE` each. */
  readonly outputs: readonly string[];
  readonly history: string | undefined;
  readonly baseline: string | undefined;
  readonly failOnNew: boolean;
  readonly concurrency: number;
  /** The files that the choices were read from: the configuration's and the packs'. */
  readonly files: readonly string[];
}

/** Reads the configuration file, if there is one, puts the arguments over it, and checks both against the packs. */
export async function readChoices(args: ChoiceArguments, world: World): Promise<Choices> {
  const loaded = await loadConfiguration(args.config, world);
  return choicesFor(args, loaded, args.targetOrg ?? loaded?.configuration.targetOrg, world);
}

/** What is chosen for one org: one of the configuration, else one that the Salesforce CLI may know. */
export async function choicesFor(
  args: ChoiceArguments,
  loaded: LoadedConfiguration | undefined,
  orgName: string | undefined,
  world: World,
): Promise<Choices> {
  const named = namesWayIn(args) ? undefined : orgName;
  const values = chosenValues(layersOf(args, loaded, named));
  const packs = await loadPacks(values.packs ?? [], world);
  const settings = settingsOf(values);
  await refuseWrongSettings(packs, settings, loaded, named);
  const org = orgOf(args, loaded, named);
  return {
    question: { packs, settings },
    users: values.users,
    org,
    apiVersion: args.apiVersion ?? ('apiVersion' in org ? org.apiVersion : undefined),
    personas: values.personas ?? {},
    allowInconclusive: values.allowInconclusive ?? false,
    outputs: values.outputs ?? [],
    history: values.history,
    baseline: values.baseline,
    failOnNew: values.failOnNew ?? false,
    concurrency: values.concurrency ?? 1,
    files: [...(loaded ? [loaded.file] : []), ...packs.map((pack) => pack.file)],
  };
}

/** Arguments that name a way in are all of it; else the org that is named, as the configuration has it or by alias. */
function orgOf(
  args: ChoiceArguments,
  loaded: LoadedConfiguration | undefined,
  named: string | undefined,
): OrgArguments | ConfiguredOrg {
  if (namesWayIn(args)) return args;
  if (named === undefined) return {};
  const orgs = loaded?.configuration.orgs ?? {};
  const configured = Object.hasOwn(orgs, named) ? orgs[named] : undefined;
  if (loaded === undefined || configured === undefined) return { targetOrg: named };
  return withSecretPaths(configured, dirname(loaded.file));
}

const namesWayIn = (args: ChoiceArguments): boolean =>
  args.instanceUrl !== undefined || signInArguments.some((name) => args[name] !== undefined);

/** Secret files are named from where the configuration stands. */
function withSecretPaths(org: ConfiguredOrg, folder: string): ConfiguredOrg {
  if (org.signIn === undefined) return org;
  const moved = <T>(value: T): T =>
    (isSecretFile(value)
      ? { file: join(folder, value.file) }
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, moved(inner)]))
        : value) as T;
  return { ...org, signIn: moved(org.signIn) };
}

const isSecretFile = (value: unknown): value is SecretSource & { readonly file: string } =>
  value !== null && typeof value === 'object' && 'file' in value && typeof value.file === 'string';

const settingsOf = (values: Partial<ChosenValues>): Settings => ({
  variant: values.variant ?? null,
  features: values.features ?? {},
  parameters: values.parameters ?? {},
  fieldNames: values.fieldNames ?? {},
  failOn: values.failOn ?? 'error',
  levels: values.levels ?? {},
  waivers: values.waivers ?? [],
});

/** What only the packs can tell is wrong: at its place in the file, or as the argument it came by. */
async function refuseWrongSettings(
  packs: readonly LoadedPack[],
  settings: Settings,
  loaded: LoadedConfiguration | undefined,
  org: string | undefined,
): Promise<void> {
  const faults = [...settingProblems(packs, settings, rules), ...(await parameterFaults(packs, settings))];
  if (faults.length === 0) return;
  const places = faults.map(({ path }) => (loaded === undefined ? undefined : placeOf(path, loaded, org)));
  if (loaded === undefined || places.includes(undefined)) {
    throw wrongUsage(faults.map(({ message }) => message).join('\n'));
  }
  throw wrongFile(faults.map(({ message }, index) => ({ ...loaded.valueAt(places[index] ?? []), message })));
}

/** Loads what judges values only where there are any. */
async function parameterFaults(packs: readonly LoadedPack[], { parameters }: Settings) {
  if (Object.keys(parameters).length === 0) return [];
  const { checkParameters } = await import('../../config/check-parameters.ts');
  return packs.flatMap(({ pack }) => checkParameters(pack, parameters));
}

/** Where the file itself says something of it: with the org, or beside all of them. */
function placeOf(
  path: Path,
  { configuration }: LoadedConfiguration,
  org: string | undefined,
): Path | undefined {
  const places = [...(org === undefined ? [] : [['orgs', org, ...path]]), path];
  return places.find((place) => stands(configuration, place));
}

function stands(root: unknown, path: Path): boolean {
  let value: unknown = root;
  for (const key of path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return false;
    value = (value as Readonly<Record<string | number, unknown>>)[key];
  }
  return value !== undefined;
}
