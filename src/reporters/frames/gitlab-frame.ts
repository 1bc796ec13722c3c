import { jsonText } from '../json-text.ts';
import { qualityIssues, unreadIssue } from '../report-gitlab.ts';
import type { Frame } from './frame.ts';

/** The findings of all orgs in one array. That an org was not read is one too: else all it had would look mended. */
export const gitlabFrame: Frame = {
  open: () => '[\n',
  part: (outcome) => {
    const issues =
      outcome.status === 'unread'
        ? [unreadIssue(outcome.org, outcome.failure)]
        : qualityIssues(outcome.report, outcome.org);
    return issues.length === 0
      ? ''
      : jsonText(issues)
          .replace(/^\[\n/, '')
          .replace(/\n\]\n$/, '');
  },
  separator: ',\n',
  close: () => '\n]\n',
};
