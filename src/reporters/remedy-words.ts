import type { ContainerRef } from '../model/access.ts';
import type { ExistingWay, LeftRequirement, RemedyPlan } from '../model/remedy-plan.ts';
import { enumerated, listed } from '../plain/lists.ts';
import { containerKinds } from '../salesforce/labels.ts';

/** `permission set 'Sync extras'`. */
export const containerName = ({ kind, title }: ContainerRef): string => `${containerKinds[kind]} '${title}'`;

/** `1 right`, `21 rights`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** What is to be done, and why that and nothing else: sentences. */
export function mendSentences(plan: RemedyPlan): readonly string[] {
  const { mend, set, existing } = plan;
  if (set === null || mend === 'none') return [nothingSentence(plan)];
  const rights = counted(set.entries.length, 'right');
  const [first] = existing;
  if (mend !== 'new-set' && first !== undefined) {
    return [
      `${actionOn(first)}: that mends ${mendedCount(plan)} and gives, of what was read, nothing that a new set of ${rights} would not. What else it grants was not read.`,
    ];
  }
  const how = set.smallest
    ? 'No smaller one does.'
    : 'None of them can go; that no other set is smaller is not proven.';
  return [
    `Make and assign the permission set '${set.label}' (${set.name}) of ${rights}: that mends ${mendedCount(plan)}. ${how}`,
    ...existing.map(otherSentence),
  ];
}

/** What it comes to, in a line. */
export function remedyLine(plan: RemedyPlan): string {
  const { left, doubts } = plan;
  const rest = [
    ...(left.length > 0 ? [`${counted(left.length, 'requirement')} left to somebody`] : []),
    ...(doubts.length > 0 ? [`${doubts.length} not known`] : []),
  ];
  return [mendSentences(plan)[0], ...(rest.length > 0 ? [`${listed(rest)}.`] : [])].join(' ');
}

const mendedCount = ({ mended }: RemedyPlan): string => counted(mended.length, 'requirement');

/** `Renew the assignment of permission set 'Sync extras'`. */
export const actionOn = ({ kind, container }: ExistingWay): string =>
  kind === 'renew'
    ? `Renew the assignment of ${containerName(container)}, without an end`
    : `Assign ${containerName(container)}`;

function nothingSentence({ left, doubts }: RemedyPlan): string {
  if (left.length > 0) return 'Nothing of what fails can be mended by a permission set.';
  return doubts.length > 0
    ? 'Nothing fails. What is in doubt is mended by looking, not by giving more; --include-doubts gives what would settle it.'
    : 'Nothing fails, so there is nothing to mend.';
}

function otherSentence(way: ExistingWay): string {
  const { surplus } = way;
  const action = actionOn(way);
  if (surplus.length === 0) return `This would do too, and gives no more, as far as was read: ${action}.`;
  return `This would do too, but gives ${counted(surplus.length, 'right')} more, of what was read alone: ${action} (${enumerated(surplus)}).`;
}

/** What is left falls into what comes before a permission set is assigned, and the rest. */
export const isBefore = ({ kind }: LeftRequirement): boolean => kind === 'edition' || kind === 'licence';

/** What a right's strength means to whoever deploys it. */
export const strongSentences = ({ set }: RemedyPlan): readonly string[] =>
  (set?.entries ?? []).flatMap(({ text, strong, neededBy }) =>
    strong === null
      ? []
      : [`${text} is strong: its holder can ${strong}. Nothing less would do for ${listed(neededBy)}.`],
  );
