import type * as Sarif from 'sarif';
import type { Report, ReportSource, Result } from '../../model/report.ts';
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
export function sarifResults(
  { results, source }: Report,
  rules: readonly Sarif.ReportingDescriptor[],
): Sarif.Result[] {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  return results
    .filter(({ verdict }) => verdict === 'fail' || verdict === 'inconclusive' || verdict === 'error')
    .map((result) => sarifResult(result, source, indexes.get(ruleId(result)) ?? -1));
}

function sarifResult(result: Result, source: ReportSource, ruleIndex: number): Sarif.Result {
  return {
    ruleId: ruleId(result),
    ruleIndex,
    kind: 'fail',
    level: result.level,
    message: message(result),
    locations: [
      {
        physicalLocation: physicalLocation(result.at ?? result.definedAt),
        logicalLocations: logicalLocations(result),
      },
    ],
    ...relatedLocations(result),
    partialFingerprints: { ...fingerprints(result, source) },
    ...(result.waiver === null ? {} : { suppressions: [suppression(result.waiver)] }),
    properties: { verdict: result.verdict, [result.subject.kind]: terminalText(result.subject.name) },
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
