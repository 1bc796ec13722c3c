import type { Location } from '../model/part.ts';
import { painter, type Style } from './paint.ts';
import { placeText } from './place-text.ts';
import { textWidth } from './table-context.ts';
import { textTable } from './text-table.ts';

/** A waiver on the day it is listed. `expiring`: within 14 days. */
export interface WaiverRow {
  readonly state: WaiverRowState;
  readonly requirement: string;
  /** Null: everybody. */
  readonly subject: string | null;
  readonly reason: string;
  readonly owner: string;
  readonly expires: string;
  /** Negative once it has expired. */
  readonly daysLeft: number;
  readonly age: WaiverRowAge;
  readonly at: Location;
}

export type WaiverRowState = 'in-force' | 'expiring' | 'expired' | 'unknown-requirement';

export type WaiverRowAge =
  | { readonly kind: 'known'; readonly since: string; readonly days: number; readonly atLeast: boolean }
  | { readonly kind: 'not-committed' }
  | { readonly kind: 'unknown'; readonly why: string };

const states: Readonly<Record<WaiverRowState, { readonly text: string; readonly style: Style }>> = {
  'in-force': { text: 'in force', style: 'green' },
  expiring: { text: 'expires soon', style: 'yellow' },
  expired: { text: 'expired', style: 'red' },
  'unknown-requirement': { text: 'no pack has this requirement', style: 'red' },
};

/** Every waiver with its state, age and days left. Ends with a line break. */
export function renderWaiversTable(
  rows: readonly WaiverRow[],
  { width, colour }: { readonly width: number; readonly colour: boolean },
): string {
  if (rows.length === 0) return 'There are no waivers.\n';
  const cells = rows.map(({ state, requirement, subject, reason, owner, expires, daysLeft, age, at }) => [
    { text: states[state].text, styles: [states[state].style] },
    { text: [requirement, subject === null ? 'for everybody' : `for ${subject}`, placeText(at)] },
    { text: [expires, leftWords(daysLeft)] },
    { text: ageWords(age) },
    { text: [reason, `Owner: ${owner}`] },
  ]);
  const headings = ['State', 'Requirement', 'Last day', 'Age', 'Why'];
  return `${textTable(headings, cells, textWidth(width), painter(colour)).join('\n')}\n`;
}

function leftWords(days: number): string {
  if (days === 0) return 'today';
  return days > 0 ? `${dayCount(days)} left` : `${dayCount(-days)} ago`;
}

function ageWords(age: WaiverRowAge): string {
  if (age.kind === 'not-committed') return 'not committed yet';
  if (age.kind === 'unknown') return `not known: ${age.why}`;
  return `${age.atLeast ? 'at least ' : ''}${dayCount(age.days)}`;
}

const dayCount = (days: number): string => (days === 1 ? '1 day' : `${days} days`);
