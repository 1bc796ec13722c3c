import type * as Sarif from 'sarif';
import type { Report, ReportSource, Result } from '../../model/report.ts';
import { findingProblems } from '../../salesforce/finding-problems.ts';
import { grounds, nearestWays } from '../grounds.ts';
import { markdownText } from '../markdown-text.ts';
import { terminalText } from '../terminal-text.ts';
import { fingerprints } from './fingerprints.ts';
import { logicalLocations, physicalLocation } from './locations.ts';
import { ruleId, sentence } from './rules.ts';

/**
 * The results that somebody has to look at. Passes stay out: code scanning makes an alert of every result,
 * whatever its kind. For the same reason what is inconclusive is written as a failure that says so: the kinds
 * that mean doubt have no level, and something at level error that nobody could check must not look harmless.
 */
export const sarifResults = (report: Report, rules: readonly Sarif.ReportingDescriptor[]): Sarif.Result[] =>
  written(report, rules, ({ verdict }) => isProblem(verdict));

/**
 * What the earlier report has as problems and is none any more: `absent`, in SARIF's words. They are kept beside the
 * results, in the run's properties. Among the results they would keep their alerts open: GitHub closes the alert of a
 * result that the next upload with the same category does not have; of those that are there, it looks neither at
 * `baselineState`, which is not among the properties it supports, nor at `kind` (docs.github.com, "SARIF support for
 * code scanning"; github.com/microsoft/PSRule/issues/955).
 */
export const fixedResults = (report: Report, rules: readonly Sarif.ReportingDescriptor[]): Sarif.Result[] =>
  written(report, rules, ({ baseline }) => baseline?.state === 'fixed');

const isProblem = (verdict: Result['verdict']): boolean =>
  verdict === 'fail' || verdict === 'inconclusive' || verdict === 'error';

function written(
  { results, source }: Report,
  rules: readonly Sarif.ReportingDescriptor[],
  wanted: (result: Result) => boolean,
): Sarif.Result[] {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  return results
    .filter(wanted)
    .map((result) => sarifResult(result, source, indexes.get(ruleId(result)) ?? -1));
}

const states = { new: 'new', unchanged: 'unchanged', changed: 'updated', fixed: 'absent' } as const;

function sarifResult(result: Result, source: ReportSource, ruleIndex: number): Sarif.Result {
  const { baseline, level, subject, verdict, waiver } = result;
  return {
    ruleId: ruleId(result),
    ruleIndex,
    ...(isProblem(verdict) ? { kind: 'fail', level } : { kind: 'pass', level: 'none' }),
    message: message(result),
    locations: [
      {
        physicalLocation: physicalLocation(result.at ?? result.definedAt),
        logicalLocations: logicalLocations(result),
      },
    ],
    ...relatedLocations(result),
    partialFingerprints: { ...fingerprints(result, source) },
    ...(waiver === null ? {} : { suppressions: [suppression(waiver)] }),
    ...(baseline === null ? {} : { baselineState: states[baseline.state] }),
    properties: {
      verdict,
      [subject.kind]: terminalText(subject.name),
      problems: findingProblems(result),
      ...(baseline === null ? {} : { was: baseline.was, worse: baseline.worse }),
    },
  };
}

/** What grants it or takes it away, and where a finding in source is asked for. */
function relatedLocations({ at, related, definedAt, requirement, pack }: Result) {
  const asked = { at: definedAt, text: `The requirement '${requirement}' of '${pack}'` };
  const places = at === null ? related : [...related, asked];
  if (places.length === 0) return {};
  return {
    relatedLocations: places.map((place, index) => ({
      id: index + 1,
      physicalLocation: physicalLocation(place.at),
      message: { text: plainMessage(sentence(place.text)) },
    })),
  };
}

const suppression = ({ reason, owner, expires }: NonNullable<Result['waiver']>): Sarif.Suppression => ({
  kind: 'external',
  status: 'accepted',
  justification: `${terminalText(reason)} (${terminalText(owner)}, until ${terminalText(expires)})`,
});

const openings: Readonly<Partial<Record<Result['verdict'], string>>> = {
  inconclusive: 'Could not be known: ',
  error: 'Could not be checked: ',
};

function message(result: Result): Sarif.Message {
  const user = result.subject.name;
  const head = `${openings[result.verdict] ?? ''}${result.message}`;
  const because = grounds(result);
  const ways = nearestWays(result).map((way) => (way.startsWith('To ') ? way : `To mend it: ${way}`));
  return {
    text: [`${user}: ${head}`, ...because.map((text) => `- ${text}`), ...ways].map(plainMessage).join('\n'),
    markdown: [
      `**${markdownText(user)}**: ${markdownText(head)}`,
      ...(because.length === 0 ? [] : [because.map((text) => `- ${markdownText(text)}`).join('\n')]),
      ...ways.map(markdownText),
    ].join('\n\n'),
  };
}

/** SARIF 2.1.0, 3.11: in plain messages brackets make links and braces are placeholders, unless escaped. */
export const plainMessage = (text: string): string =>
  terminalText(text).replace(/[[\]]/g, '\\$&').replace(/[{}]/g, '$&$&');
