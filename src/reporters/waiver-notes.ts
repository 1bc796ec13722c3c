import type { Location } from '../model/part.ts';
import type { Report, WaiverUse } from '../model/report.ts';
import { sameName } from '../salesforce/names.ts';
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

/** More waivers of people who were not audited are told together: most of them are another run's. */
const mostOfOthers = 3;

type Waived = Pick<Report, 'waivers' | 'subjects'>;

/** What is to be said of waivers: those that ended, end soon or match nothing; where all are asked for, the others too. */
export function waiverNotes({ waivers, subjects }: Waived, all = false): readonly WaiverNote[] {
  const isOfOther = ({ waiver: { subject } }: WaiverUse) =>
    subject !== undefined && !subjects.some(({ name }) => sameName(name, subject));
  const nothing = (use: WaiverUse) =>
    isOfOther(use)
      ? 'It matches no failure: nobody of this name was audited. Correct its subject, unless another run needs it.'
      : 'It matches no failure here: remove it or correct it, unless another run needs it.';
  const others = waivers.filter((use) => isOfOther(use) && use.daysLeft > soon);
  const together = !all && others.length > mostOfOthers ? others : [];
  const notes = waivers.filter((use) => !together.includes(use)).map((use) => noteOn(use, nothing));
  const urgent = notes.filter((note) => note.urgent || all);
  return together.length === 0 ? urgent : [...urgent, noteOnOthers(together)];
}

/** Of what is said of one org among many: whether a waiver matches nothing shows only over all of them. */
export const waiverNotesInSet = ({ waivers, subjects }: Waived): readonly WaiverNote[] =>
  waiverNotes({ waivers: waivers.filter(({ matches }) => matches > 0), subjects });

/** What is to be said of waivers over a whole run, with what they did in all its orgs. */
export function waiverNotesOfSet(
  uses: readonly WaiverUse[],
  orgs: { readonly all: number; readonly audited: number },
): readonly WaiverNote[] {
  const nothing =
    orgs.audited === orgs.all
      ? 'It matches no failure in any org: remove it, or correct its requirement or subject.'
      : `It matches no failure in the orgs that could be audited, ${orgs.audited} of ${orgs.all}.`;
  return uses.map((use) => noteOn(use, () => nothing)).filter(({ urgent }) => urgent);
}

function noteOn(use: WaiverUse, nothing: (use: WaiverUse) => string): WaiverNote {
  const { requirement, subject, owner, reason, at } = use.waiver;
  const what = `${requirement}${subject === undefined ? '' : ` of ${subject}`} (${owner}: ${reason})`;
  return {
    urgent: use.daysLeft <= soon || use.matches === 0,
    text: `${what} ${term(use)}. ${use.matches === 0 ? nothing(use) : effect(use)}`,
    at: at ?? null,
  };
}

function noteOnOthers(uses: readonly WaiverUse[]): WaiverNote {
  const names = [...new Set(uses.map(({ waiver: { subject = '' } }) => subject))];
  const more = names.length - mostOfOthers;
  const shown = `${names.slice(0, mostOfOthers).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return {
    urgent: true,
    text: `${uses.length} waivers match no failure, since nobody of their name was audited: ${shown}. Correct the subject of those that no other run needs; \`syncgate waivers\` lists them.`,
    at: null,
  };
}

function term({ daysLeft, waiver: { expires } }: WaiverUse): string {
  if (daysLeft < 0)
    return `expired on ${expires}, ${amountText(-daysLeft, 'day')} ago: it counts for nothing`;
  if (daysLeft === 0) return `ends today, ${expires}`;
  return `ends on ${expires}, in ${amountText(daysLeft, 'day')}`;
}

function effect({ daysLeft, matches }: WaiverUse): string {
  const failures = amountText(matches, 'failure');
  if (daysLeft < 0) return `What it was for failed again (${failures}): mend it, or decide on it anew.`;
  if (daysLeft <= soon) return `Mend by then what it is for (${failures}), or decide on it anew.`;
  return `It covers ${failures}.`;
}
