import type { Location } from '../model/part.ts';
import type { Report, WaiverUse } from '../model/report.ts';
import { amountText } from './amounts.ts';

/** Something to say about a waiver. */
export interface WaiverNote {
  /** Whether somebody has to do something about it. */
  readonly urgent: boolean;
  readonly text: string;
  readonly at: Location | null;
}

/** Waivers that end within so many days are announced. */
const soon = 14;

/** What is to be said of waivers: those that ended, end soon or match nothing; where all are asked for, the others too. */
export const waiverNotes = ({ waivers }: Pick<Report, 'waivers'>, all = false): readonly WaiverNote[] =>
  waivers.map(noteOn).filter(({ urgent }) => urgent || all);

function noteOn(use: WaiverUse): WaiverNote {
  const { requirement, subject, owner, reason, at } = use.waiver;
  const what = `${requirement}${subject === undefined ? '' : ` of ${subject}`} (${owner}: ${reason})`;
  return {
    urgent: use.daysLeft <= soon || use.matches === 0,
    text: `${what} ${term(use)}. ${effect(use)}`,
    at: at ?? null,
  };
}

function term({ daysLeft, waiver: { expires } }: WaiverUse): string {
  if (daysLeft < 0)
    return `expired on ${expires}, ${amountText(-daysLeft, 'day')} ago: it counts for nothing`;
  if (daysLeft === 0) return `ends today, ${expires}`;
  return `ends on ${expires}, in ${amountText(daysLeft, 'day')}`;
}

function effect({ daysLeft, matches }: WaiverUse): string {
  if (matches === 0) return 'It matches no failure: remove it, or correct its requirement or subject.';
  const failures = amountText(matches, 'failure');
  if (daysLeft < 0) return `What it was for failed again (${failures}): mend it, or decide on it anew.`;
  if (daysLeft <= soon) return `Mend by then what it is for (${failures}), or decide on it anew.`;
  return `It covers ${failures}.`;
}
