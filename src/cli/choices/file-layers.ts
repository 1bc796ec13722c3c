import { dirname, isAbsolute, join } from 'node:path';
import type {
  Configuration,
  ConfiguredOrg,
  ConfiguredQuestion,
  LoadedConfiguration,
} from '../../config/configuration.ts';
import type { Path } from '../../config/problem.ts';
import { type ChosenValues, givenValues, type Layer } from './layer.ts';

/** A path that a file names from where it stands, as it is named from where the user stands. */
export const besideFile = (file: string, path: string): string =>
  isAbsolute(path) ? path : join(dirname(file), path);

/** What a file says of who is audited, and against what. */
function questionValues(asked: ConfiguredQuestion, { file }: LoadedConfiguration): Partial<ChosenValues> {
  const { packs, variant, features, parameters, fieldNames, levels } = asked;
  return givenValues({
    // Packs by path are named from where the configuration stands.
    packs: packs?.map((name) => (/[./\\]/u.test(name) ? besideFile(file, name) : name)),
    users: asked.allApiOnly === true ? ('all-api-only' as const) : asked.users,
    ...{ variant, features, parameters, fieldNames, levels },
  });
}

/** The org of the configuration that has this name; undefined where there is none. */
export function configuredOrg(
  loaded: LoadedConfiguration | undefined,
  name: string,
): ConfiguredOrg | undefined {
  const orgs = loaded?.configuration.orgs ?? {};
  return Object.hasOwn(orgs, name) ? orgs[name] : undefined;
}

/** What stands with an org of the configuration; nothing where there is no such org. */
export function orgLayer(loaded: LoadedConfiguration, name: string): readonly Layer[] {
  const org = configuredOrg(loaded, name);
  if (org === undefined) return [];
  const at = ['orgs', name] as const;
  return [
    {
      values: questionValues(org, loaded),
      notAllApiOnly: org.allApiOnly === false,
      from: (path) => ({ kind: 'file', at: loaded.valueAt([...at, ...inFile(path, org)]) }),
    },
  ];
}

/** What stands in the file for all orgs. */
export function fileLayer(loaded: LoadedConfiguration): Layer {
  const { configuration, file } = loaded;
  const beside = (path: string | undefined) => path && besideFile(file, path);
  const { personas, failOn, allowInconclusive, waivers, outputs, failOnNew, concurrency } = configuration;
  return {
    values: {
      ...questionValues(configuration, loaded),
      ...givenValues({
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
