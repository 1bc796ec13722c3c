import type { Level } from '../model/pack.ts';
import type { Report, Result } from '../model/report.ts';
import type { OrgFailure } from '../model/report-set.ts';
import { encoded } from '../plain/file-uri.ts';
import { grounds, mendSentences, opening } from './grounds.ts';
import { jsonText } from './json-text.ts';
import { repositoryPath } from './repository-path.ts';
import { fingerprints, hash } from './sarif/fingerprints.ts';
import { ruleId } from './sarif/rules.ts';
import { terminalText } from './terminal-text.ts';

/** One finding as GitLab reads it (docs.gitlab.com, "Code Quality"), and as Code Climate defined it. */
export interface QualityIssue {
  readonly type: 'issue';
  readonly check_name: string;
  readonly description: string;
  readonly content: { readonly body: string };
  readonly categories: readonly ['Security'];
  readonly severity: 'major' | 'minor' | 'info';
  readonly fingerprint: string;
  readonly location: {
    readonly path: string;
    readonly lines: { readonly begin: number; readonly end: number };
  };
}

/** As other linters have it, so that beside theirs ours weigh as much. */
const severities: Readonly<Record<Level, QualityIssue['severity']>> = {
  error: 'major',
  warning: 'minor',
  note: 'info',
};

/** An org of which nothing is known. It stands in the configuration, by whatever name; GitLab wants a file for all. */
export const unreadIssue = (org: string, { message }: OrgFailure): QualityIssue => ({
  type: 'issue',
  check_name: 'syncgate.org-not-audited',
  description: terminalText(`${org} was not audited: ${message}`),
  content: { body: 'Nothing is known of this org from this run: neither what fails, nor what is mended.' },
  categories: ['Security'],
  severity: 'major',
  fingerprint: hash(encoded(`not audited/${org}`)),
  location: { path: 'syncgate.config.yaml', lines: { begin: 1, end: 1 } },
});

/** A report as a GitLab code quality report. */
export const renderGitlab = (report: Report): string => jsonText(qualityIssues(report));

/**
 * What somebody has to look at. What is waived is left out: GitLab knows no suppression, and would show it with every
 * merge request.
 */
export const qualityIssues = (report: Report, org: string | null = null): readonly QualityIssue[] =>
  report.results
    .filter(({ verdict, waiver }) => verdict !== 'pass' && verdict !== 'not-applicable' && waiver === null)
    .map((result) => qualityIssue(result, report, org));

function qualityIssue(result: Result, { source }: Report, org: string | null): QualityIssue {
  const { at, definedAt, subject, level, message } = result;
  const { file, line } = at ?? definedAt;
  const who = org === null ? subject.name : `${org}, ${subject.name}`;
  const body = [...grounds(result), ...mendSentences(result), result.why];
  return {
    type: 'issue',
    check_name: ruleId(result),
    description: terminalText(`${who}: ${opening(result)}${message}`),
    content: { body: body.map(terminalText).join('\n') },
    categories: ['Security'],
    severity: severities[level],
    fingerprint: fingerprints(result, source).primaryLocationLineHash?.replace(/:1$/, '') ?? '',
    location: { path: repositoryPath(file), lines: { begin: line, end: line } },
  };
}
