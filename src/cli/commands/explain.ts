import { remediesOf } from '../../engine/index.ts';
import type { LoadedPack, Requirement } from '../../model/pack.ts';
import type { FittingSteps, Rule, RuleMeta } from '../../model/rule.ts';
import { eitherOf } from '../../plain/lists.ts';
import { didYouMean } from '../../plain/nearest.ts';
import { rules } from '../../rules/registry.ts';
import type { Arguments, Command } from '../command.ts';
import { wrongUsage } from '../failure.ts';
import { packOptions } from '../options.ts';
import { builtInPacks, loadPacks } from '../packs.ts';
import type { World } from '../world.ts';

const options = { pack: packOptions.pack } as const;

interface ExplainArguments extends Arguments<typeof options> {
  readonly name: string;
}

async function run({ name, pack }: ExplainArguments, world: World): Promise<number> {
  const packs = await loadPacks(pack ?? builtInPacks, world);
  const found = packs.flatMap((loaded) =>
    loaded.pack.requirements
      .filter(({ id }) => id === name)
      .map((requirement) => aboutRequirement(loaded, requirement)),
  );
  const rule = rules.get(name);
  const texts = [...found, ...(rule ? [aboutRule(rule)] : [])];
  if (texts.length === 0) {
    const known = [
      ...packs.flatMap((loaded) => loaded.pack.requirements.map(({ id }) => id)),
      ...rules.keys(),
    ];
    throw wrongUsage(
      `there is no requirement and no rule '${name}'${didYouMean(name, known) || '.'} \`syncgate packs list\` and docs/ name them`,
    );
  }
  world.stdout.write(`${texts.join('\n\n')}\n`);
  return 0;
}

function aboutRequirement({ pack, file, locations }: LoadedPack, requirement: Requirement): string {
  const { id, title, level, rule, why, source } = requirement;
  const meta = rules.get(rule)?.meta;
  const page = source.page === undefined ? undefined : pack.sources[source.page];
  return [
    `${id} (${level}): ${title}`,
    '',
    why,
    '',
    `Rule:   ${rule}${requirement.options ? ` ${JSON.stringify(requirement.options)}` : ''}`,
    `When:   ${requirement.when ? JSON.stringify(requirement.when) : 'always'}`,
    `Pack:   ${pack.id} ${pack.version}, ${file}:${locations[id]?.line ?? 1}`,
    `Source: ${page ? `${page.title}, checked ${page.checked}\n        ${page.url}` : 'syncgate itself'}`,
    ...(source.section === undefined ? [] : [`        ${source.section}`]),
    ...(source.quote === undefined ? [] : [`        “${source.quote}”`]),
    ...(meta ? remediesOf(requirement, meta).flatMap((each) => toMend(each, meta)) : []),
  ].join('\n');
}

/** How to mend it; or, where failures are mended in different ways, those that say these messages. */
function toMend({ for: failures, lightning, classic }: FittingSteps, meta: RuleMeta): readonly string[] {
  const every = failures.length === meta.failures.length;
  const where = every ? '' : `, where it says ${eitherOf(failures)}`;
  return [
    '',
    `To mend it in Lightning Experience${where}:`,
    ...steps(lightning),
    '',
    'In Salesforce Classic:',
    ...steps(classic),
  ];
}

const steps = (lines: readonly string[]): readonly string[] =>
  lines.map((line, index) => `  ${index + 1}. ${line}`);

function aboutRule({ meta }: Rule): string {
  const optionNames = Object.entries(meta.options.properties).map(([name, schema]) => {
    const needed = meta.options.required?.includes(name) ? '' : ' (optional)';
    return `  ${name}${needed}: ${'description' in schema ? schema.description : ''}`;
  });
  return [`${meta.id}: ${meta.title}`, '', meta.rationale, '', 'Options:', ...optionNames].join('\n');
}

export const explain: Command = {
  usage: 'explain <name>',
  describe: 'Explain a requirement or a rule: what it asks, why, where that is written, how to mend it',
  positionals: { name: { type: 'string', describe: 'Id of a requirement or of a rule' } },
  options,
  examples: [['syncgate explain account-access', 'what stands behind a finding']],
  run,
};
