import type { WaiverUse } from '../../model/report.ts';
import type { OrgOutcome } from '../../model/report-set.ts';
import { terminalText } from '../../reporters/terminal-text.ts';
import { waiverNotesOfSet } from '../../reporters/waiver-notes.ts';

/** What the waivers of a configuration did over many orgs: as small for a thousand of them as for one. */
export interface WaiversOfOrgs {
  readonly add: (outcome: OrgOutcome) => void;
  /** What somebody has to do something about, a line each. */
  readonly lines: () => readonly string[];
}

/**
 * What one org leaves unmatched another one needs, so waivers are told of once, when all orgs are done.
 *
 * @param whole whether these are all orgs and all their users: else it is not known what matches nothing.
 */
export function waiversOfOrgs(whole: boolean): WaiversOfOrgs {
  const uses = new Map<string, WaiverUse>();
  const orgs = { all: 0, audited: 0 };
  return {
    add(outcome) {
      orgs.all += 1;
      if (outcome.status === 'unread') return;
      orgs.audited += 1;
      for (const use of outcome.report.waivers) {
        const { requirement, subject = null, expires } = use.waiver;
        const key = JSON.stringify([requirement, subject, expires]);
        uses.set(key, together(uses.get(key), use));
      }
    },
    lines: () =>
      waiverNotesOfSet(
        [...uses.values()].filter(({ matches }) => whole || matches > 0),
        orgs,
      ).map(({ text, at }) => {
        const place = at === null ? 'syncgate' : `${at.file}:${at.line}:${at.column}`;
        return terminalText(`${place}: waiver ${text}`);
      }),
  };
}

/** Orgs are read at their own time: what ends first is what counts. */
const together = (before: WaiverUse | undefined, { waiver, daysLeft, matches }: WaiverUse): WaiverUse => ({
  waiver,
  daysLeft: Math.min(before?.daysLeft ?? daysLeft, daysLeft),
  matches: (before?.matches ?? 0) + matches,
});
