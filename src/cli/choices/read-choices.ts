import type { UserSelection } from '../../collector/org/users.ts';
import type { ConfiguredOrg, ConfiguredPersona, LoadedConfiguration } from '../../config/configuration.ts';
import type { Settings } from '../../model/pack.ts';
import type { OrgArguments } from '../org-arguments.ts';
import { loadPacks } from '../packs.ts';
import type { Question } from '../question.ts';
import type { World } from '../world.ts';
import type { ChoiceArguments } from './choice-arguments.ts';
import { chosenValues } from './chosen.ts';
import { chosenOrg, namesWayIn } from './chosen-org.ts';
import { configuredOrg } from './file-layers.ts';
import { loadConfiguration } from './find-configuration.ts';
import type { ChosenValues } from './layer.ts';
import { layersOf } from './layers.ts';
import { refuseLooseEnds, refuseWrongSettings } from './refuse-settings.ts';

/** Everything the user chose, by arguments and by file. */
export interface Choices {
  readonly question: Question;
  /** What the configuration calls the org; undefined where it does not have it. */
  readonly name: string | undefined;
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
  const org = chosenOrg(args, loaded, named);
  const layers = layersOf(args, loaded, named);
  const values = chosenValues(layers);
  const packs = await loadPacks(values.packs ?? [], world);
  const settings = settingsOf(values);
  await refuseWrongSettings({ packs, settings, layers, loaded, named }, world);
  refuseLooseEnds(layers);
  return {
    question: { packs, settings },
    name: named !== undefined && configuredOrg(loaded, named) !== undefined ? named : undefined,
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

const settingsOf = (values: Partial<ChosenValues>): Settings => ({
  variant: values.variant ?? null,
  features: values.features ?? {},
  parameters: values.parameters ?? {},
  fieldNames: values.fieldNames ?? {},
  failOn: values.failOn ?? 'error',
  levels: values.levels ?? {},
  waivers: values.waivers ?? [],
});
