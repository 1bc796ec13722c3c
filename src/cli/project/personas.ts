import { apiOnlyHolders, type Persona, type UnknownName, unknownNames } from '../../access/with-personas.ts';
import type { ConfiguredPersona } from '../../config/configuration.ts';
import type { Container } from '../../model/container.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { firstOf } from '../../plain/lists.ts';
import { didYouMean } from '../../plain/nearest.ts';
import { containerKinds } from '../../salesforce/labels.ts';
import { cannotRead, wrongUsage } from '../failure.ts';

export interface PersonaArguments {
  readonly user?: readonly string[] | undefined;
  readonly profile?: string | undefined;
  readonly permissionSet?: readonly string[] | undefined;
  readonly permissionSetGroup?: readonly string[] | undefined;
  readonly persona?: readonly string[] | undefined;
  readonly eachApiOnly?: boolean | undefined;
}

/**
 * Whom to audit: the one that arguments put together, each API-only one, those named in the configuration file, or,
 * where there are facts and nothing names anybody, the users of those. Every name must have a file.
 */
export function chosenPersonas(
  snapshot: Snapshot,
  args: PersonaArguments,
  configured: Readonly<Record<string, ConfiguredPersona>>,
  ofFacts: boolean,
): readonly Persona[] | 'users-of-facts' {
  refuseTwo(args);
  const personas = wanted(snapshot, args, configured);
  if (personas === undefined) {
    if (ofFacts) return 'users-of-facts';
    throw wrongUsage(nobodyNamed(snapshot));
  }
  const unknown = unknownNames(snapshot, personas);
  if (unknown.length > 0) throw wrongUsage(unknown.map(unknownWords).join('\n'));
  return personas;
}

const isPutTogether = ({ profile, permissionSet, permissionSetGroup }: PersonaArguments): boolean =>
  profile !== undefined || permissionSet !== undefined || permissionSetGroup !== undefined;

function refuseTwo(args: PersonaArguments): void {
  const ways = [
    ...(isPutTogether(args) ? ['--profile, --permission-set and --permission-set-group'] : []),
    ...(args.persona === undefined ? [] : ['--persona']),
    ...(args.eachApiOnly === true ? ['--each-api-only'] : []),
  ];
  if (ways.length > 1) throw wrongUsage(`${ways.join(' and ')} each say whom to audit. Give one of them`);
}

function wanted(
  snapshot: Snapshot,
  args: PersonaArguments,
  configured: Readonly<Record<string, ConfiguredPersona>>,
): readonly Persona[] | undefined {
  if (isPutTogether(args)) return [putTogether(args)];
  if (args.eachApiOnly === true) return eachApiOnly(snapshot);
  const all = Object.entries(configured).map(([name, persona]) => fromFile(name, persona));
  if (args.persona === undefined) return all.length > 0 ? all : undefined;
  return args.persona.map((name) => {
    const persona = all.find((each) => each.name === name);
    if (persona) return persona;
    const known = Object.keys(configured);
    const choice = known.length === 0 ? 'it names none' : `it names ${firstOf(known)}`;
    throw wrongUsage(
      `the configuration file has no persona '${name}'${didYouMean(name, known) || `; ${choice}`}. Add it under personas, or correct the name`,
    );
  });
}

function putTogether({ profile, permissionSet = [], permissionSetGroup = [] }: PersonaArguments): Persona {
  const names = [...(profile === undefined ? [] : [profile]), ...permissionSet, ...permissionSetGroup];
  return {
    name: names.join(' + '),
    profile: profile ?? null,
    permissionSets: [...new Set(permissionSet)],
    permissionSetGroups: [...new Set(permissionSetGroup)],
  };
}

const fromFile = (
  name: string,
  { profile, permissionSets = [], permissionSetGroups = [] }: ConfiguredPersona,
): Persona => ({ name, profile: profile ?? null, permissionSets, permissionSetGroups });

function eachApiOnly(snapshot: Snapshot): readonly Persona[] {
  const holders = apiOnlyHolders(snapshot);
  if (holders.length === 0) {
    throw cannotRead(
      'no profile, permission set or group in these files makes its holder API-only (Api Only User), so there is nobody to audit. Name one with --profile NAME or --permission-set NAME',
    );
  }
  return holders.map((holder) => ({
    name: nameAmong(holder, holders),
    profile: holder.kind === 'profile' ? holder.apiName : null,
    permissionSets: holder.kind === 'permission-set' ? [holder.apiName] : [],
    permissionSetGroups: holder.kind === 'group' ? [holder.apiName] : [],
  }));
}

/** A profile and a permission set may have one name. */
function nameAmong({ apiName, kind }: Container, holders: readonly Container[]): string {
  const alike = holders.filter((other) => other.apiName.toLowerCase() === apiName.toLowerCase());
  return alike.length === 1 ? apiName : `${apiName} (${containerKinds[kind]})`;
}

function unknownWords({ kind, name, known }: UnknownName): string {
  const what = containerKinds[kind];
  const choice =
    known.length === 0 ? `; there is no ${what} in them at all` : `; there is ${firstOf(known, 8)}`;
  return `these files have no ${what} '${name}'${didYouMean(name, known) || choice}. Correct the name, or retrieve it`;
}

/** What there is to name, a line for each kind. */
function known({ containers }: Snapshot): string {
  const kinds = ['profile', 'permission-set', 'group'] as const;
  const lines = kinds.flatMap((kind) => {
    const names = containers.filter((each) => each.kind === kind).map(({ apiName }) => apiName);
    return names.length === 0 ? [] : [`  ${containerKinds[kind]}: ${firstOf(names.toSorted(), 8)}`];
  });
  return ['They have', ...lines].join('\n');
}

function nobodyNamed(snapshot: Snapshot): string {
  const holders = apiOnlyHolders(snapshot);
  const how = 'Name a persona: --profile NAME --permission-set NAME --permission-set-group NAME';
  if (holders.length === 0) {
    return `nobody is named, and nothing in these files makes its holder API-only. ${how}\n${known(snapshot)}`;
  }
  const list = holders.map(({ kind, apiName }) => `  ${containerKinds[kind]} '${apiName}'`).join('\n');
  return `nobody is named. These make their holder API-only, or cannot be read in full:\n${list}\n${how}; or take each of these with --each-api-only`;
}
