import type { ConfiguredOrg, LoadedConfiguration } from '../../config/configuration.ts';
import { looksSecret } from '../../config/hidden-values.ts';
import type { Path } from '../../config/problem.ts';
import type { ResolvedChoice } from '../../reporters/choices-table.ts';
import type { World } from '../world.ts';
import type { ChoiceArguments } from './choice-arguments.ts';
import { type Chosen, chosenOrigins } from './chosen.ts';
import { configuredOrg } from './file-layers.ts';
import type { Layer, Origin } from './layer.ts';

/** Everything that was chosen for one org and who chose it, as a person may read it: no secret is in it. */
export function resolvedChoices(
  args: ChoiceArguments,
  loaded: LoadedConfiguration | undefined,
  org: string | undefined,
  layers: readonly Layer[],
  world: World,
): readonly ResolvedChoice[] {
  return [
    ...orgSettings(args, loaded, org, world),
    ...chosenOrigins(layers).flatMap((chosen) => settingsOf(chosen, loaded)),
  ].map(({ setting, value, from }) => ({ setting, value: withoutSecrets(value), from }));
}

function settingsOf(
  { path, value, from }: Chosen,
  loaded: LoadedConfiguration | undefined,
): readonly ResolvedChoice[] {
  const [key, name] = path;
  if (key === 'users' && value === 'all-api-only') return [{ setting: 'allApiOnly', value: true, from }];
  if (key === 'waivers' && Array.isArray(value) && loaded !== undefined) {
    return value.map(({ at, ...waiver }, index) => ({
      ...{ setting: `waivers[${index}]`, value: waiver },
      from: { kind: 'file', at: at ?? loaded.valueAt(['waivers', index]) },
    }));
  }
  return [{ setting: name === undefined ? key : `${key}.${name}`, value, from }];
}

function orgSettings(
  args: ChoiceArguments,
  loaded: LoadedConfiguration | undefined,
  name: string | undefined,
  world: World,
): readonly ResolvedChoice[] {
  const argument = (setting: string, value: unknown, flag: string): readonly ResolvedChoice[] =>
    value === undefined ? [] : [{ setting, value, from: { kind: 'argument', name: flag } }];
  const apiVersion = argument('apiVersion', args.apiVersion, 'api-version');
  if (name === undefined)
    return [...argument('instanceUrl', args.instanceUrl, 'instance-url'), ...apiVersion];
  const from: Origin =
    args.targetOrg !== undefined || loaded === undefined
      ? { kind: 'argument', name: 'target-org' }
      : { kind: 'file', at: loaded.valueAt(['targetOrg']) };
  const org = configuredOrg(loaded, name);
  if (loaded === undefined || org === undefined)
    return [{ setting: 'targetOrg', value: name, from }, ...apiVersion];
  const own = ownSettings(org, name, loaded, world);
  return [
    { setting: 'org', value: name, from },
    ...own.filter(({ setting }) => setting !== 'apiVersion' || args.apiVersion === undefined),
    ...apiVersion,
  ];
}

/** Which org it is and how to sign in, as it stands in the file. */
function ownSettings(
  org: ConfiguredOrg,
  name: string,
  loaded: LoadedConfiguration,
  world: World,
): readonly ResolvedChoice[] {
  const placed = (path: Path, value: unknown): ResolvedChoice => ({
    ...{ setting: path.join('.'), value },
    from: { kind: 'file', at: loaded.valueAt(['orgs', name, ...path]) },
  });
  const plain = (['targetOrg', 'instanceUrl', 'apiVersion'] as const).flatMap((key) =>
    org[key] === undefined ? [] : [placed([key], org[key])],
  );
  return [
    ...plain,
    ...signInLeaves(org.signIn ?? {}, ['signIn']).map(({ path, value }) =>
      placed(path, sourceOf(value, world)),
    ),
  ];
}

interface Leaf {
  readonly path: Path;
  readonly value: unknown;
}

/** What a way to sign in is made of, down to the sources of its secrets. */
function signInLeaves(value: object, path: Path): readonly Leaf[] {
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' && inner !== null && !('env' in inner) && !('file' in inner)
      ? signInLeaves(inner, [...path, key])
      : [{ path: [...path, key], value: inner }],
  );
}

/** Where a secret comes from. What else stands below signIn is not repeated: it may be a secret in the wrong place. */
function sourceOf(value: unknown, { env }: World): string {
  if (typeof value === 'object' && value !== null) {
    if ('env' in value) {
      const isSet = env[String(value.env)] !== undefined && env[String(value.env)] !== '';
      return `from the environment variable ${value.env} (${isSet ? 'set' : 'not set'})`;
    }
    if ('file' in value) return `from the file ${value.file}`;
  }
  return 'given, not shown';
}

function withoutSecrets(value: unknown): unknown {
  if (typeof value === 'string') return looksSecret(value) ? 'given, not shown' : value;
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutSecrets(inner)]));
}
