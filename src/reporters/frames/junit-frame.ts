import type { OrgOutcome, Shard } from '../../model/report-set.ts';
import { junitSuites } from '../junit/suites.ts';
import { attributes, xmlText } from '../junit/xml-text.ts';
import { junitClose, junitOpen } from '../report-junit.ts';
import type { Frame } from './frame.ts';

/** Every org's suites. An org that was not read has one, with a test that could not be run. */
export const junitFrame: Frame = {
  // JUnit has no place for it but a comment.
  open: ({ shard }) =>
    shard === undefined ? junitOpen : junitOpen.replace('\n', `\n<!-- ${shardNote(shard)} -->\n`),
  part: (outcome) =>
    outcome.status === 'unread' ? unreadSuite(outcome) : junitSuites(outcome.report, outcome.org).join('\n'),
  separator: '\n',
  close: () => junitClose,
};

export const shardNote = ({ index, count }: Shard): string => `syncgate shard ${index}/${count}`;

/** What the error of an org that was not read is called, by the exit code of a run on it alone. */
export const unreadTypes = { 2: 'wrong-configuration', 4: 'not-read', 70: 'bug' } as const;

function unreadSuite({ org, failure }: Extract<OrgOutcome, { readonly status: 'unread' }>): string {
  const head = attributes({ name: org, tests: 1, failures: 0, errors: 1, skipped: 0, time: 0 });
  const test = attributes({ classname: org.replaceAll('.', '_'), name: 'audit', time: 0 });
  const error = attributes({ type: unreadTypes[failure.exitCode], message: failure.message });
  return [
    `  <testsuite${head}>`,
    `    <testcase${test}><error${error}>${xmlText(failure.message)}</error></testcase>`,
    '  </testsuite>',
  ].join('\n');
}
