import type { FieldNeed, Needs } from '../model/needs.ts';
import type { LevelChange, LoadedPack, Requirement, Settings } from '../model/pack.ts';
import type { Json } from '../model/part.ts';
import type { Rule } from '../model/rule.ts';
import { nameKey } from '../salesforce/names.ts';
import { chosenCondition } from './conditions.ts';
import { parameterValues, substitute } from './parameters.ts';

export type Rules = ReadonlyMap<string, Rule>;

/** A requirement with everything the user chose put into it, before anything of the org is known. */
export type Settled =
  | { readonly status: 'applies'; readonly rule: Rule; readonly options: Json; readonly needs: Needs }
  | { readonly status: 'not-applicable'; readonly because: string }
  /** It cannot be evaluated at all: `why` is a clause. */
  | { readonly status: 'broken'; readonly why: string };

/** Works out whether a requirement can apply under the settings, and with which options. */
export function settle(
  { pack }: LoadedPack,
  requirement: Requirement,
  settings: Settings,
  rules: Rules,
): Settled {
  const change = levelChangeOf(requirement, settings);
  if (change?.level === 'off') {
    return { status: 'not-applicable', because: `it is switched off here: ${change.reason}` };
  }
  const values = parameterValues(pack, settings.parameters);
  const condition = chosenCondition(pack, requirement.when ?? {}, settings, values);
  if (condition.holds === false) return { status: 'not-applicable', because: condition.because };
  const rule = rules.get(requirement.rule);
  if (rule === undefined) return broken(`there is no rule '${requirement.rule}'`);
  const missing = new Set<string>();
  const options = substitute(requirement.options ?? noOptions, values, missing);
  if (missing.size > 0) return broken(`the parameter '${[...missing].join("', '")}' has no value`);
  const [problem] = rule.problems?.(options) ?? [];
  if (problem)
    return broken(`its options are wrong${problem.path && ` at ${problem.path}`}: ${problem.message}`);
  try {
    return { status: 'applies', rule, options, needs: configure(rule.needs(options), settings.fieldNames) };
  } catch (cause) {
    return broken(`rule '${rule.meta.id}' could not say what it needs: ${errorText(cause)}`);
  }
}

/** What the customer decided about the weight of this requirement. */
export const levelChangeOf = ({ id }: Requirement, { levels }: Settings): LevelChange | undefined =>
  Object.hasOwn(levels, id) ? levels[id] : undefined;

/** What an error says, without its stack trace. */
export const errorText = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).split(/\r?\n/u)[0] || 'no reason given';

const noOptions: Json = Object.freeze({});

const broken = (why: string): Settled => ({ status: 'broken', why });

/** Puts the names that this org uses onto the fields the pack names. Salesforce names know no case. */
function configure(needs: Needs, fieldNames: Settings['fieldNames']): Needs {
  if (needs.fields === undefined) return needs;
  const names = new Map(Object.entries(fieldNames).map(([asked, name]) => [nameKey(asked), name]));
  const named = (need: FieldNeed): FieldNeed => {
    const configured = names.get(nameKey(`${need.object}.${need.field}`));
    return configured === undefined ? need : { ...need, configured };
  };
  return { ...needs, fields: needs.fields.map(named) };
}
