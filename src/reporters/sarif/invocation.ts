import type * as Sarif from 'sarif';
import type { Gap, GapCode, Location } from '../../model/part.ts';
import type { Report } from '../../model/report.ts';
import type { OrgFailure } from '../../model/report-set.ts';
import type { ReadingWarning, ReadingWarningCode } from '../../model/snapshot.ts';
import { terminalText } from '../terminal-text.ts';
import { physicalLocation } from './locations.ts';
import { plainMessage } from './results.ts';
import { ruleId, sentence } from './rules.ts';

/** Warnings have codes that gaps have too. */
type NoticeCode = GapCode | 'rule-broke' | 'org-unread' | `reading-${ReadingWarningCode}`;

const notices: Readonly<Record<NoticeCode, string>> = {
  'query-failed': 'The org answered an error, so that something could not be read.',
  'short-read': 'Fewer records came than the org said there are.',
  'auditor-blind': "The auditor's own rights do not prove that an empty answer is empty.",
  'not-collected': 'The snapshot was collected without it.',
  'not-in-org': "This org's edition or licences do not have it.",
  'stale-group': 'The permissions of a permission set group may be out of date.',
  unreadable: 'Salesforce lets nobody read it.',
  'source-cannot-tell': 'The place that was read cannot tell.',
  'file-unreadable': 'A file could not be read, or is not what it should be.',
  undocumented: 'Its meaning is not documented well enough to decide on.',
  'rule-broke': 'A rule of syncgate failed, so that its requirement was not checked.',
  'org-unread': 'An org could not be audited at all.',
  'reading-duplicate-entry': 'A file has the same entry twice.',
  'reading-contradictory-entry': 'A file has the same entry twice, once granting and once not.',
  'reading-duplicate-container': 'Several files define the same profile, permission set or group.',
  'reading-no-such-object': 'A file has entries for an object that is in no file and not in the org.',
  'reading-field-without-object': 'A file gives access to fields of an object on which it gives no Read.',
  'reading-no-such-member': 'A permission set group names a permission set that has no file.',
  'reading-unreadable': 'A file or folder could not be read, or is not what its name says.',
  'reading-passed-over': 'Something in a file was passed over.',
};

const help = {
  unread:
    'What stands on it is inconclusive. The message says what would make it known, where that is known.',
  broken: 'It is a fault of syncgate. Please report it with the message and the pack.',
  org: 'Nothing is known of this org. The message says what to do.',
  reading: 'The message says what came of it. Mend the file, if it is not meant to be so.',
} as const;

const codes = Object.keys(notices) as NoticeCode[];
const noticeId = (code: NoticeCode): string => `syncgate/${code}`;

const kindOf = (code: NoticeCode): keyof typeof help =>
  own[code] ?? (code.startsWith('reading-') ? 'reading' : 'unread');

const own: Readonly<Partial<Record<NoticeCode, keyof typeof help>>> = {
  'rule-broke': 'broken',
  'org-unread': 'org',
};

const levels = { unread: 'warning', broken: 'error', org: 'error', reading: 'note' } as const;

/** Everything the invocation may notify of. */
export const notificationDescriptors = (): Sarif.ReportingDescriptor[] =>
  codes.map((code) => ({
    id: noticeId(code),
    name: code.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: notices[code] },
    fullDescription: { text: notices[code] },
    help: { text: help[kindOf(code)] },
    defaultConfiguration: { level: levels[kindOf(code)] },
  }));

/** How the run went: what could not be read, which rules broke, what is odd in the files, and who was left out. */
export function invocation({ unread, results, warnings, skipped, verdict }: Report): Sarif.Invocation {
  const broken = results.filter((result) => result.verdict === 'error');
  const left = skipped.map(({ subject, because }) => ({
    [subject.kind]: terminalText(subject.name),
    because: terminalText(because),
  }));
  return {
    executionSuccessful: broken.length === 0,
    toolExecutionNotifications: [
      ...unread.map(unreadNotice),
      ...broken.map((result) => notice('rule-broke', `${ruleId(result)}: ${result.message}`)),
      ...warnings.map(readingNotice),
    ],
    ...(left.length === 0 ? {} : { properties: { verdict, skipped: left } }),
  };
}

/** The run of an org that could not be audited. */
export const unreadOrg = ({ message, exitCode }: OrgFailure): Sarif.Invocation => ({
  executionSuccessful: false,
  exitCode,
  toolExecutionNotifications: [notice('org-unread', message)],
});

const readingNotice = ({ code, message, at }: ReadingWarning): Sarif.Notification =>
  notice(`reading-${code}`, message, at);

function unreadNotice({ code, message, mend, query, errorCode, at }: Gap): Sarif.Notification {
  const properties = {
    ...(errorCode === undefined ? {} : { errorCode: terminalText(errorCode) }),
    ...(query === undefined ? {} : { query: terminalText(query) }),
  };
  const text = [message, ...(mend === undefined ? [] : [`To know it: ${mend}`])].map(sentence).join(' ');
  return {
    ...notice(code, text, at),
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
  };
}

const notice = (code: NoticeCode, text: string, at?: Location): Sarif.Notification => ({
  descriptor: { id: noticeId(code), index: codes.indexOf(code) },
  level: levels[kindOf(code)],
  message: { text: plainMessage(sentence(text)) },
  ...(at === undefined ? {} : { locations: [{ physicalLocation: physicalLocation(at) }] }),
});
