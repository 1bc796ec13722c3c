import type { Report, Result, Skipped } from '../../model/report.ts';
import type { Subject } from '../../model/subject.ts';
import { placeTitle } from '../place-title.ts';
import { className, skipped, testCase } from './test-case.ts';
import { attributes } from './xml-text.ts';

/** A suite of tests for each subject, and one for each that was left out; `org` is its name among several. */
export function junitSuites(report: Report, org: string | null = null): readonly string[] {
  const bySubject = Map.groupBy(report.results, ({ subject }) => subject.id);
  return [
    ...report.subjects.map((subject) => subjectSuite(report, org, subject, bySubject.get(subject.id) ?? [])),
    ...report.skipped.map((left) => skippedSuite(report, org, left)),
  ];
}

function subjectSuite(
  report: Report,
  org: string | null,
  subject: Subject,
  results: readonly Result[],
): string {
  const cases = results.map((result) => testCase(result, className(report, org, subject, result.pack)));
  const is = ({ verdict, waiver }: Result) => ({
    failure: verdict === 'fail' && waiver === null,
    error: verdict === 'inconclusive' || verdict === 'error',
    skipped: verdict === 'not-applicable' || (verdict === 'fail' && waiver !== null),
  });
  const amounts = {
    tests: results.length,
    failures: results.filter((result) => is(result).failure).length,
    errors: results.filter((result) => is(result).error).length,
    skipped: results.filter((result) => is(result).skipped).length,
  };
  return suite(report, org, subject, amounts, cases);
}

/** Somebody who was left out is a test that was not run: a file without tests is an error to some servers. */
function skippedSuite(report: Report, org: string | null, { subject, because }: Skipped): string {
  const classname = className(report, org, subject, 'syncgate');
  const left = `<testcase${attributes({ classname, name: 'audit', time: 0 })}>${skipped(because)}</testcase>`;
  return suite(report, org, subject, { tests: 1, failures: 0, errors: 0, skipped: 1 }, [left]);
}

function suite(
  report: Report,
  org: string | null,
  subject: Subject,
  amounts: Readonly<Record<'tests' | 'failures' | 'errors' | 'skipped', number>>,
  cases: readonly string[],
): string {
  const { tool, source, packs, verdict } = report;
  const head = attributes({
    name: `${org ?? placeTitle(source)}: ${subject.name}`,
    ...amounts,
    time: 0,
    // In UTC. Ant's schema has no place for the zone.
    timestamp: source.collectedAt.replace(/(?:\.\d+)?Z$/, ''),
    hostname: source.collected.kind === 'org' ? placeTitle(source) : undefined,
  });
  const properties = [
    { name: 'tool', value: `${tool.name} ${tool.version}` },
    // Of the whole report: tests do not tell which level counts, nor what the baseline has.
    { name: 'verdict', value: verdict },
    { name: 'subject', value: subject.title },
    ...(source.names === undefined ? [] : [{ name: 'names', value: source.names }]),
    ...packs.map(({ id, version }) => ({ name: `pack ${id}`, value: version })),
  ].map((property) => `      <property${attributes(property)}/>`);
  return [
    `  <testsuite${head}>`,
    '    <properties>',
    ...properties,
    '    </properties>',
    ...cases.map((each) => `    ${each}`),
    '  </testsuite>',
  ].join('\n');
}
