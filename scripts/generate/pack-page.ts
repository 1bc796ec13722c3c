import { remediesOf } from '../../src/engine/index.ts';
import type { Condition, Pack, Requirement } from '../../src/model/pack.ts';
import type { Rule } from '../../src/model/rule.ts';
import { code, list, page, plain, table } from './markdown.ts';
import { remedyBlocks } from './rule-page.ts';

/** The page of one pack, from the pack itself and the rules it names. */
export function packPage(pack: Pack, rules: ReadonlyMap<string, Rule>): string {
  return page([
    `# ${plain(pack.title)}`,
    '<!-- Generated from the pack by `npm run generate`. Change the pack, not this page. -->',
    `${plain(pack.description)}`,
    `Pack ${code(pack.id)}, version ${pack.version}, for products of ${plain(pack.vendor)}.`,
    '## Requirements',
    table(
      ['Requirement', 'Level', 'Rule', 'Applies'],
      pack.requirements.map(({ id, level, rule, when }) => [
        `[${code(id)}](#${id})`,
        level,
        `[${code(rule)}](../rules/${rule}.md)`,
        condition(when),
      ]),
    ),
    choices(pack),
    pack.notes ? `## Notes\n\n${list(pack.notes.map(plain))}` : '',
    pack.knownMessages ? `## Known messages\n\n${list(pack.knownMessages.map(knownMessage))}` : '',
    `## Sources\n\n${list(Object.values(pack.sources).map(({ title, url, checked }) => `[${plain(title)}](${url}), read on ${checked}`))}`,
    '## Each requirement',
    ...pack.requirements.map((requirement) => requirementBlock(requirement, pack, rules)),
  ]);
}

function knownMessage({ message, meaning }: { readonly message: string; readonly meaning: string }): string {
  return `${plain(message)}: ${plain(meaning)}`;
}

function requirementBlock(requirement: Requirement, pack: Pack, rules: ReadonlyMap<string, Rule>): string {
  const { id, title, level, rule, options, when, why, impact, source } = requirement;
  const from = source.page === undefined ? undefined : pack.sources[source.page];
  const quoted = source.quote === undefined ? '' : `: “${plain(source.quote)}”`;
  const section = source.section === undefined ? '' : `, ${plain(source.section)}`;
  const meta = rules.get(rule)?.meta;
  return page([
    `### ${id}`,
    `${plain(title)}. Level ${level}, rule [${code(rule)}](../rules/${rule}.md); ${condition(when)}.`,
    plain(why),
    impact === undefined ? '' : `Where it is not met, the sync would ${plain(impact)}.`,
    from
      ? `Source: [${plain(from.title)}](${from.url})${section}${quoted}`
      : 'Source: syncgate itself; the vendor does not ask for it.',
    Object.keys(options ?? {}).length === 0 ? '' : `\`\`\`json\n${JSON.stringify(options, null, 2)}\n\`\`\``,
    ...(meta ? remedyBlocks(remediesOf(requirement, meta), meta) : []),
  ]).trimEnd();
}

/** When a requirement applies, in words. */
function condition(when: Condition | undefined): string {
  if (!when) return 'always';
  const either = (names: readonly string[]) => names.map(code).join(' or ');
  return [
    when.edition ? `where the edition is ${when.edition.map(plain).join(' or ')}` : '',
    when.feature ? `with the feature ${either(when.feature)}` : '',
    when.notVariant ? `not in the variant ${either(when.notVariant)}` : '',
    when.parameter ? `where the parameter ${either(when.parameter)} is given` : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** What a customer may choose. */
function choices({ features = {}, variants = {}, parameters = {} }: Pack): string {
  const rows = [
    ...Object.entries(features).map(([name, { title, default: on }]) => [
      `feature ${code(name)}`,
      `${plain(title)}; ${on ? 'on' : 'off'} where nothing is said`,
    ]),
    ...Object.entries(variants).map(([name, { title, description }]) => [
      `variant ${code(name)}`,
      `${plain(title)}: ${plain(description)}`,
    ]),
    ...Object.entries(parameters).map(([name, { description }]) => [
      `parameter ${code(name)}`,
      plain(String(description ?? '')),
    ]),
  ];
  return rows.length === 0 ? '' : `## What a customer chooses\n\n${table(['Choice', 'What it is'], rows)}`;
}
