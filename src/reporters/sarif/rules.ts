import type * as Sarif from 'sarif';
import type { Level } from '../../model/pack.ts';
import type { Remedy, Result } from '../../model/report.ts';
import { markdownText } from '../markdown-text.ts';
import { terminalText } from '../terminal-text.ts';

/**
 * A requirement's id among those of all packs. Code scanning shows it, filters by it and matches alerts by it.
 * No slash between: in SARIF that makes a sub-rule, which has no metadata of its own (2.1.0, 3.49.3).
 */
export const ruleId = ({ pack, requirement }: Pick<Result, 'pack' | 'requirement'>): string =>
  `${terminalText(pack)}.${terminalText(requirement)}`;

/** One rule for each requirement that was evaluated, sorted by id. */
export function ruleDescriptors(results: readonly Result[]): Sarif.ReportingDescriptor[] {
  const byId = Map.groupBy(results, ruleId);
  return [...byId.keys()].sort().map((id) => descriptor(id, byId.get(id) ?? []));
}

/** How GitHub calls the levels, as CodeQL's queries declare them. */
const severity: Readonly<Record<Level, string>> = {
  error: 'error',
  warning: 'warning',
  note: 'recommendation',
};

function descriptor(id: string, results: readonly Result[]): Sarif.ReportingDescriptor {
  const [first] = results;
  if (first === undefined) throw new RangeError(`No result of ${id}`);
  const remedy = results.find((result) => result.remedy !== null)?.remedy ?? null;
  const { page } = first.source;
  return {
    id,
    name: pascalCase(first.requirement),
    shortDescription: { text: sentence(terminalText(first.title)) },
    fullDescription: { text: sentence(terminalText(first.why)) },
    help: { text: helpText(first, remedy), markdown: helpMarkdown(first, remedy) },
    ...(page !== null && /^https?:\/\/[\x21-\x7e]+$/.test(page.url) ? { helpUri: page.url } : {}),
    defaultConfiguration: { level: first.level },
    properties: {
      tags: ['salesforce', 'permissions', first.rule].map(terminalText),
      precision: 'very-high',
      'problem.severity': severity[first.level],
    },
  };
}

const pascalCase = (id: string): string =>
  id
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('') || 'Requirement';

export const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

interface HelpSection {
  readonly title: string;
  readonly steps: readonly string[];
}

const setupSections = (remedy: Remedy | null): readonly HelpSection[] =>
  remedy === null
    ? []
    : [
        { title: 'In Setup (Lightning Experience)', steps: remedy.setup.lightning },
        { title: 'In Setup (Salesforce Classic)', steps: remedy.setup.classic },
      ].filter(({ steps }) => steps.length > 0);

function helpText({ why, source }: Result, remedy: Remedy | null): string {
  const asked = [source.page?.title, source.section].filter((part) => part != null).join(', ');
  return [
    sentence(terminalText(why)),
    ...setupSections(remedy).map(({ title, steps }) =>
      [`${title}:`, ...steps.map((step, index) => `${index + 1}. ${terminalText(step)}`)].join('\n'),
    ),
    ...(asked === '' ? [] : [`Source: ${sentence(terminalText(asked))}`]),
  ].join('\n\n');
}

function helpMarkdown({ title, why, source }: Result, remedy: Remedy | null): string {
  return [
    `# ${markdownText(title)}`,
    markdownText(why),
    ...setupSections(remedy).flatMap(({ title: heading, steps }) => [
      `## ${heading}`,
      steps.map((step, index) => `${index + 1}. ${markdownText(step)}`).join('\n'),
    ]),
    ...sourceMarkdown(source),
  ].join('\n\n');
}

function sourceMarkdown({ page, section, quote }: Result['source']): readonly string[] {
  const lines = [
    ...(page === null
      ? []
      : [`[${markdownText(page.title)}](<${encodeURI(page.url.toWellFormed())}>), read ${page.checked}`]),
    ...(section === null ? [] : [markdownText(section)]),
  ];
  return [
    ...(lines.length === 0 ? [] : ['## Who asks for it', lines.join(': ')]),
    ...(quote === null ? [] : [`> ${markdownText(quote)}`]),
  ];
}
