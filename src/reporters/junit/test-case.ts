import type { Report, Result } from '../../model/report.ts';
import type { Subject } from '../../model/subject.ts';
import { placeName } from '../../salesforce/place-name.ts';
import { grounds, mendSentences } from '../grounds.ts';
import { levelWords } from '../level-words.ts';
import { placeText } from '../place-text.ts';
import { attributes, xmlText } from './xml-text.ts';

/**
 * What a CI server keeps a test's history by: place, subject and pack, as packages and a class. Dots part them, so a
 * dot inside a name is written as an underscore.
 */
export const className = (report: Report, org: string | null, subject: Subject, pack: string): string =>
  [org ?? placeName(report.source), subject.name, pack].map((part) => part.replaceAll('.', '_')).join('.');

/** One result as a test. */
export function testCase(result: Result, classname: string): string {
  const head = `<testcase${attributes({ classname, name: result.requirement, time: 0 })}`;
  const outcome = outcomeOf(result);
  return outcome === null ? `${head}/>` : `${head}>${outcome}</testcase>`;
}

/**
 * What is waived or does not apply was not tested, as far as a CI server can tell; what could not be known is no
 * failure and no pass, which is what JUnit has errors for. Of what is skipped the schemas allow text alone.
 */
function outcomeOf(result: Result): string | null {
  const { verdict, waiver, message } = result;
  if (verdict === 'pass') return null;
  if (verdict === 'not-applicable') return skipped(message);
  if (verdict === 'fail' && waiver !== null) {
    return skipped(`Waived until ${waiver.expires} by ${waiver.owner}: ${waiver.reason}. ${message}`);
  }
  const element = verdict === 'fail' ? 'failure' : 'error';
  const type = verdict === 'fail' ? result.level : verdict === 'error' ? 'broken-rule' : verdict;
  return `<${element}${attributes({ type, message })}>${details(result)}</${element}>`;
}

export const skipped = (text: string): string => `<skipped>${xmlText(text)}</skipped>`;

/** Evidence, ways to mend it and where it stands, a line each. */
function details(result: Result): string {
  const change = levelWords(result);
  const lines = [
    result.message,
    ...grounds(result).map((text) => `- ${text}`),
    ...mendSentences(result),
    ...(result.remedy?.setup.lightning ?? []),
    ...(change === null ? [] : [`Level ${result.level}, ${change}`]),
    ...(result.at === null ? [] : [`At ${placeText(result.at)}`]),
    `Why: ${result.why}`,
  ];
  return lines.map(xmlText).join('\n');
}
