import { dirname, join } from 'node:path';
import type { UserSelection } from '../../collector/org/users.ts';
import type {
  Configuration,
  ConfiguredPersona,
  ConfiguredQuestion,
  LoadedConfiguration,
} from '../../config/configuration.ts';
import type { Path } from '../../config/problem.ts';
import type { Level, LevelChange, Waiver } from '../../model/pack.ts';
import type { Json, Location } from '../../model/part.ts';
import { wrongFile, wrongUsage } from '../failure.ts';
import { defaultPack } from '../packs.ts';
import type { ChoiceArguments } from './choice-arguments.ts';

/** Everything that arguments and configuration can choose, whoever does. */
export interface ChosenValues {
  readonly packs: readonly string[];
  readonly users: UserSelection;
  readonly variant: string;
  readonly features: Readonly<Record<string, boolean>>;
  readonly parameters: Readonly<Record<string, Json>>;
  readonly fieldNames: Readonly<Record<string, string>>;
  readonly levels: Readonly<Record<string, LevelChange>>;
  readonly personas: Readonly<Record<string, ConfiguredPersona>>;
  readonly failOn: Level;
  readonly allowInconclusive: boolean;
  readonly waivers: readonly Waiver[];
  /** `FORMAT=FILE` each. */
  readonly outputs: readonly string[];
  readonly history: string;
  readonly baseline: string;
  readonly failOnNew: boolean;
  readonly concurrency: number;
}

export type ChosenKey = keyof ChosenValues;

/** Where a value comes from. */
export type Origin =
  | { readonly kind: 'argument'; readonly name: string }
  | { readonly kind: 'file'; readonly at: Location }
  | { readonly kind: 'default' };

/** One place that choices come from. What comes first wins; tables are joined, entry by entry. */
export interface Layer {
  readonly values: Partial<ChosenValues>;
  /** `path` leads to a value that the layer has. */
  readonly from: (path: readonly [ChosenKey, ...Path]) => Origin;
}

/** The layers for one org, those that win first: arguments, what stands with the org, what stands in the file. */
export const layersOf = (
  args: ChoiceArguments,
  loaded: LoadedConfiguration | undefined,
  org: string | undefined,
): readonly Layer[] => [
  argumentLayer(args),
  ...(loaded === undefined || org === undefined ? [] : orgLayer(loaded, org)),
  ...(loaded === undefined ? [] : [fileLayer(loaded)]),
  defaults,
];

const argumentNames: Readonly<Partial<Record<ChosenKey, string>>> = {
  packs: 'pack',
  users: 'user',
  features: 'without-feature',
  parameters: 'mapped-field',
  outputs: 'output',
  failOn: 'fail-on',
  allowInconclusive: 'allow-inconclusive',
  failOnNew: 'fail-on-new',
};

function argumentLayer(args: ChoiceArguments): Layer {
  if (args.user !== undefined && args.allApiOnly === true) {
    throw wrongUsage('--user and --all-api-only name two sets of users. Give one of them');
  }
  const { withoutFeature, mappedField } = args;
  return {
    values: withoutUndefined({
      packs: args.pack,
      users: args.allApiOnly === true ? ('all-api-only' as const) : args.user,
      variant: args.variant,
      features: withoutFeature && Object.fromEntries(withoutFeature.map((name) => [name, false])),
      parameters: mappedField && { mappedFields: mappedField },
      failOn: args.failOn,
      allowInconclusive: args.allowInconclusive,
      outputs: args.output,
      history: args.history,
      baseline: args.baseline,
      failOnNew: args.failOnNew,
      concurrency: args.concurrency,
    }),
    from: ([key]) => ({
      kind: 'argument',
      name: key === 'users' && args.allApiOnly === true ? 'all-api-only' : (argumentNames[key] ?? key),
    }),
  };
}

/** What a file says of who is audited, and against what. */
function questionValues(
  asked: ConfiguredQuestion,
  { file, valueAt }: LoadedConfiguration,
  at: Path,
): Partial<ChosenValues> {
  if (asked.users !== undefined && asked.allApiOnly === true) {
    const message = 'users and allApiOnly name two sets of users; give one of them';
    throw wrongFile([{ ...valueAt([...at, 'allApiOnly']), message }]);
  }
  const { packs, variant, features, parameters, fieldNames, levels } = asked;
  return withoutUndefined({
    // Packs by path are named from where the configuration stands.
    packs: packs?.map((name) => (/[./\\]/u.test(name) ? join(dirname(file), name) : name)),
    users: asked.allApiOnly === true ? ('all-api-only' as const) : asked.users,
    ...{ variant, features, parameters, fieldNames, levels },
  });
}

function orgLayer(loaded: LoadedConfiguration, name: string): readonly Layer[] {
  const org = loaded.configuration.orgs?.[name];
  if (org === undefined) return [];
  const at = ['orgs', name];
  return [
    {
      values: questionValues(org, loaded, at),
      from: (path) => ({ kind: 'file', at: loaded.valueAt([...at, ...inFile(path, org)]) }),
    },
  ];
}

function fileLayer(loaded: LoadedConfiguration): Layer {
  const { configuration, file } = loaded;
  const beside = (path: string | undefined) => path && join(dirname(file), path);
  const { personas, failOn, allowInconclusive, waivers, outputs, failOnNew, concurrency } = configuration;
  return {
    values: {
      ...questionValues(configuration, loaded, []),
      ...withoutUndefined({
        ...{ personas, failOn, allowInconclusive, waivers, failOnNew, concurrency },
        outputs: outputs && Object.entries(outputs).map(([format, path]) => `${format}=${beside(path)}`),
        history: beside(configuration.history),
        baseline: beside(configuration.baseline),
      }),
    },
    from: (path) => ({ kind: 'file', at: loaded.valueAt(inFile(path, configuration)) }),
  };
}

/** Users are chosen by either of two keys. */
const inFile = (path: Path, asked: ConfiguredQuestion | Configuration): Path =>
  path[0] === 'users' && asked.users === undefined ? ['allApiOnly', ...path.slice(1)] : path;

const defaults: Layer = {
  values: {
    packs: [defaultPack],
    failOn: 'error',
    allowInconclusive: false,
    failOnNew: false,
    concurrency: 4,
  },
  from: () => ({ kind: 'default' }),
};

function withoutUndefined(values: { readonly [K in ChosenKey]?: ChosenValues[K] | undefined }) {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<ChosenValues>;
}
