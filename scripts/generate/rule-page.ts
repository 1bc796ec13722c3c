import { remediesOf } from '../../src/engine/index.ts';
import type { OptionSchema, OptionsSchema } from '../../src/model/options-schema.ts';
import type { Pack } from '../../src/model/pack.ts';
import type { FittingSteps, Rule, RuleMeta, SetupSteps } from '../../src/model/rule.ts';
import { eitherOf } from '../../src/plain/lists.ts';
import { code, list, numbered, page, plain, table } from './markdown.ts';

/** The page of one rule, from its own metadata; `packs` are the built-in ones, to show where it is used. */
export function rulePage({ meta }: Rule, packs: readonly Pack[]): string {
  return page([
    `# ${plain(meta.title)} (${code(meta.id)})`,
    generatedNote,
    plain(meta.rationale),
    '## Options',
    optionTable(meta.options),
    `For example:\n\n\`\`\`json\n${JSON.stringify({ rule: meta.id, options: meta.example ?? {} }, null, 2)}\n\`\`\``,
    '## What it says',
    'A pack may put its own words in place of these, by the name of the message.',
    table(
      ['Message', 'Words', 'A failure'],
      Object.entries(meta.messages).map(([name, template]) => [
        code(name),
        code(template),
        meta.failures.includes(name) ? 'yes' : '',
      ]),
    ),
    ...remedies(meta),
    '## Where it is used',
    usesOf(meta.id, packs),
  ]);
}

const generatedNote =
  '<!-- Generated from the rule by `npm run generate`. Change the rule, not this page. -->';

function optionTable(schema: OptionsSchema): string {
  const rows = optionRows(schema, '');
  return rows.length === 0 ? 'None.' : table(['Option', 'Type', 'Needed', 'What it is'], rows);
}

function optionRows(schema: OptionsSchema, prefix: string): readonly (readonly string[])[] {
  return Object.entries(schema.properties).flatMap(([name, option]) => {
    const own = [
      code(prefix + name),
      typeOf(option),
      schema.required?.includes(name) ? 'yes' : 'no',
      description(option),
    ];
    return 'properties' in option ? [own, ...optionRows(option, `${prefix}${name}.`)] : [own];
  });
}

function typeOf(option: OptionSchema): string {
  if ('$ref' in option) return 'JSON Schema';
  if ('anyOf' in option) return option.anyOf.map(typeOf).join(' or ');
  if ('items' in option) return `list of ${typeOf(option.items)}`;
  if ('properties' in option) return `object with ${Object.keys(option.properties).map(code).join(', ')}`;
  if ('enum' in option && option.enum) return option.enum.map((value) => code(String(value))).join(', ');
  const bounds = 'minimum' in option ? `, ${option.minimum} to ${option.maximum}` : '';
  return option.type + bounds;
}

function description(option: OptionSchema): string {
  const fallback = 'default' in option ? `Default: ${code(JSON.stringify(option.default))}.` : '';
  const text = plain(option.description ?? '');
  return [text === '' || /[.!?]$/.test(text) ? text : `${text}.`, fallback].filter(Boolean).join(' ');
}

function remedies(meta: RuleMeta): readonly string[] {
  const blocks = remedyBlocks(remediesOf({}, meta), meta);
  return blocks.length === 0 ? [] : ['## How to mend it', ...blocks];
}

/** How to mend each failure; where all are mended alike, there is no need to name them. */
export function remedyBlocks(
  some: readonly FittingSteps[],
  { failures }: Pick<RuleMeta, 'failures'>,
): readonly string[] {
  return some.flatMap((each) =>
    each.for.length === failures.length
      ? [steps(each)]
      : [`Where it says ${eitherOf(each.for.map(code))}:`, steps(each)],
  );
}

/** Steps in Setup, in either interface. */
function steps({ lightning, classic }: SetupSteps): string {
  const surfaces = Object.entries({ 'Lightning Experience': lightning, 'Salesforce Classic': classic });
  if (surfaces.every(([, some]) => some.length === 1))
    return list(surfaces.map(([surface, some]) => `In ${surface}: ${some.map(plain).join()}`));
  return page([
    'In Lightning Experience:',
    numbered(lightning.map(plain)),
    'In Salesforce Classic:',
    numbered(classic.map(plain)),
  ]).trimEnd();
}

function usesOf(rule: string, packs: readonly Pack[]): string {
  const uses = packs.flatMap(({ id, requirements }) =>
    requirements
      .filter((requirement) => requirement.rule === rule)
      .map((requirement) => `[${code(requirement.id)}](../packs/${id}.md#${requirement.id}) in ${code(id)}`),
  );
  return uses.length === 0 ? 'In no built-in pack.' : list(uses);
}
