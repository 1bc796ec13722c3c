import type { Pack, Requirement } from '../model/pack.ts';
import type { Json } from '../model/part.ts';
import type { Rule, SetupSteps } from '../model/rule.ts';
import { didYouMean } from '../plain/nearest.ts';
import { placeholdersOf } from './placeholders.ts';
import type { Path } from './problem.ts';

/** Something wrong at a path of a document. */
export interface Fault {
  readonly path: Path;
  readonly message: string;
}

type Rules = ReadonlyMap<string, Rule>;

/** What a schema cannot say about a pack: names that point nowhere, names given twice, words that do not fit. */
export function referenceFaults(pack: Pack, rules: Rules): readonly Fault[] {
  const seen = new Set<string>();
  return [
    ...(pack.knownMessages ?? []).flatMap(({ source }, index) =>
      undeclared('source', ['knownMessages', index, 'source'], source, Object.keys(pack.sources)),
    ),
    ...pack.requirements.flatMap((requirement, index) => {
      const path: Path = ['requirements', index];
      const { id } = requirement;
      const twice = seen.has(id);
      seen.add(id);
      return [
        ...(twice ? [{ path: [...path, 'id'], message: `the requirement id '${id}' is given twice` }] : []),
        ...requirementFaults(pack, requirement, path),
        ...ruleFaults(requirement, path, rules),
      ];
    }),
  ];
}

function undeclared(kind: string, path: Path, name: string, known: readonly string[]): readonly Fault[] {
  if (known.includes(name)) return [];
  const near = didYouMean(name, known) || (known.length === 0 ? '' : ` (it has ${known.join(', ')})`);
  return [{ path, message: `the pack has no ${kind} '${name}'${near}` }];
}

function requirementFaults(
  pack: Pack,
  { when = {}, source, options = {} }: Requirement,
  path: Path,
): readonly Fault[] {
  const known = (of: object | undefined) => Object.keys(of ?? {});
  const named = (kind: string, key: 'feature' | 'notVariant' | 'parameter', names: readonly string[]) =>
    (when[key] ?? []).flatMap((name, index) => undeclared(kind, [...path, 'when', key, index], name, names));
  return [
    ...named('feature', 'feature', known(pack.features)),
    ...named('variant', 'notVariant', known(pack.variants)),
    ...named('parameter', 'parameter', known(pack.parameters)),
    ...(source.page === undefined
      ? []
      : undeclared('source', [...path, 'source', 'page'], source.page, known(pack.sources))),
    ...parametersIn(options, [...path, 'options']).flatMap((reference) =>
      undeclared('parameter', reference.path, reference.name, known(pack.parameters)),
    ),
  ];
}

interface ParameterReference {
  readonly path: Path;
  readonly name: string;
}

/** Every `{"$parameter": "name"}` in a value. */
function parametersIn(value: Json, path: Path): readonly ParameterReference[] {
  if (value === null || typeof value !== 'object') return [];
  const entries: readonly (readonly [string | number, Json])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && first?.[0] === '$parameter' && typeof first[1] === 'string') {
    return [{ path: [...path, '$parameter'], name: first[1] }];
  }
  return entries.flatMap(([key, inner]) => parametersIn(inner, [...path, key]));
}

/** What does not fit the rule: its name, options, and words that no finding of the rule could fill. */
function ruleFaults(requirement: Requirement, path: Path, rules: Rules): readonly Fault[] {
  const { rule: name, options = {}, messages = {}, remedy, remedies = [] } = requirement;
  const rule = rules.get(name);
  if (rule === undefined) {
    const known = [...rules.keys()];
    return [{ path: [...path, 'rule'], message: `there is no rule '${name}'${didYouMean(name, known)}` }];
  }
  const templates = rule.meta.messages;
  const everywhere = Object.values(templates).flatMap(placeholdersOf);
  return [
    ...(parametersIn(options, []).length > 0 ? [] : optionFaults(rule, options, path)),
    ...Object.entries(messages).flatMap(([id, text]) => {
      const at = [...path, 'messages', id];
      const own = Object.hasOwn(templates, id) ? templates[id] : undefined;
      return own === undefined
        ? [
            {
              path: at,
              message: `rule '${name}' has no message '${id}'${didYouMean(id, Object.keys(templates))}`,
            },
          ]
        : unfilled(text, placeholdersOf(own), at);
    }),
    ...(remedy ? stepFaults(remedy, everywhere, [...path, 'remedy']) : []),
    ...remedies.flatMap((steps, index) => stepFaults(steps, everywhere, [...path, 'remedies', index])),
    ...uselessRemedy(requirement, rule, path),
  ];
}

const stepFaults = (steps: SetupSteps, known: readonly string[], path: Path): readonly Fault[] =>
  (['lightning', 'classic'] as const).flatMap((surface) =>
    steps[surface].flatMap((step, index) => unfilled(step, known, [...path, surface, index])),
  );

/** Steps for all other failures, where there is no other. */
function uselessRemedy({ remedy, remedies = [] }: Requirement, { meta }: Rule, path: Path): readonly Fault[] {
  const named = new Set(remedies.flatMap((steps) => steps.for));
  if (remedy === undefined || meta.failures.some((failure) => !named.has(failure))) return [];
  const message = `it is never told: 'remedies' names every failure of rule '${meta.id}'`;
  return [{ path: [...path, 'remedy'], message }];
}

function optionFaults(rule: Rule, options: Json, path: Path): readonly Fault[] {
  return (rule.problems?.(options) ?? []).map((problem) => ({
    path: [...path, 'options', ...problem.path.split('/').slice(1)],
    message: `options of rule '${rule.meta.id}': ${problem.message}`,
  }));
}

const unfilled = (text: string, known: readonly string[], path: Path): readonly Fault[] =>
  placeholdersOf(text)
    .filter((name) => !known.includes(name))
    .map((name) => {
      const choice = known.length === 0 ? 'nothing is' : `known are ${[...new Set(known)].join(', ')}`;
      return { path, message: `'{${name}}' is never filled in here; ${choice}` };
    });
