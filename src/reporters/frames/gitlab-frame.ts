import { jsonText } from '../json-text.ts';
import { qualityIssues } from '../report-gitlab.ts';
import type { Frame } from './frame.ts';

/**
 * The findings of all orgs in one array. An org that was not read has none: it is no finding in any file, and the run
 * fails for it.
 */
export const gitlabFrame: Frame = {
  open: () => '[\n',
  part: (outcome) => {
    if (outcome.status === 'unread') return '';
    const issues = qualityIssues(outcome.report, outcome.org);
    return issues.length === 0
      ? ''
      : jsonText(issues)
          .replace(/^\[\n/, '')
          .replace(/\n\]\n$/, '');
  },
  separator: ',\n',
  close: () => '\n]\n',
};
