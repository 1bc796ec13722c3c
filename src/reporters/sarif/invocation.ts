import type * as Sarif from 'sarif';
import type { Gap, GapCode } from '../../model/part.ts';
import type { Report } from '../../model/report.ts';
import { terminalText } from '../terminal-text.ts';
import { plainMessage } from './results.ts';
import { ruleId, sentence } from './rules.ts';

type NoticeCode = GapCode | 'rule-broke';

const notices: Readonly<Record<NoticeCode, string>> = {
  'query-failed': 'The org answered an error, so that something could not be read.',
  'short-read': 'Fewer records came than the org said there are.',
  'auditor-blind': "The auditor's own rights do not prove that an empty answer is empty.",
  'not-collected': 'The snapshot was collected without it.',
  'not-in-org': "This org's edition or licences do not have it.",
  'stale-group': 'The permissions of a permission set group may be out of date.',
  unreadable: 'Salesforce lets nobody read it.',
  'source-cannot-tell': 'The place that was read cannot tell.',
  undocumented: 'Its meaning is not documented well enough to decide on.',
  'rule-broke': 'A rule of syncgate failed, so that its requirement was not checked.',
};

const help = {
  unread:
    'What stands on it is inconclusive. The message says what would make it known, where that is known.',
  broken: 'It is a fault of syncgate. Please report it with the message and the pack.',
} as const;

const codes = Object.keys(notices) as NoticeCode[];
const noticeId = (code: NoticeCode): string => `syncgate/${code}`;

/** Everything the invocation may notify of. */
export const notificationDescriptors = (): Sarif.ReportingDescriptor[] =>
  codes.map((code) => ({
    id: noticeId(code),
    name: code.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: notices[code] },
    fullDescription: { text: notices[code] },
    help: { text: help[code === 'rule-broke' ? 'broken' : 'unread'] },
    defaultConfiguration: { level: code === 'rule-broke' ? 'error' : 'warning' },
  }));

/** How the run went: what could not be read, and which rules broke. */
export function invocation({ unread, results }: Report): Sarif.Invocation {
  const broken = results.filter(({ verdict }) => verdict === 'error');
  return {
    executionSuccessful: broken.length === 0,
    toolExecutionNotifications: [
      ...unread.map(unreadNotice),
      ...broken.map((result) => notice('rule-broke', 'error', `${ruleId(result)}: ${result.message}`)),
    ],
  };
}

function unreadNotice({ code, message, mend, query, errorCode }: Gap): Sarif.Notification {
  const properties = {
    ...(errorCode === undefined ? {} : { errorCode: terminalText(errorCode) }),
    ...(query === undefined ? {} : { query: terminalText(query) }),
  };
  const text = [message, ...(mend === undefined ? [] : [`To know it: ${mend}`])].map(sentence).join(' ');
  return {
    ...notice(code, 'warning', text),
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
  };
}

const notice = (code: NoticeCode, level: 'warning' | 'error', text: string): Sarif.Notification => ({
  descriptor: { id: noticeId(code), index: codes.indexOf(code) },
  level,
  message: { text: plainMessage(sentence(text)) },
});
