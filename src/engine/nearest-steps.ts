import type { Decision, Entry, NearMiss } from '../model/access.ts';
import type { Evidence } from '../model/rule.ts';
import { dayOf } from '../plain/days.ts';
import { enumerated, groupedBy } from '../plain/lists.ts';
import { additionSteps } from './addition-steps.ts';
import { entryLabel } from './entry-label.ts';
import { named } from './wording/claim.ts';
import { capitalised, containerName, sentence } from './wording/phrases.ts';
import { additionPlace, entryAt, inParentheses, missAt, placesText } from './wording/places.ts';
import type { SubjectWords } from './wording/subject-words.ts';

/** More ways than these help nobody to choose. */
const most = 5;

type StepKind = Exclude<NearMiss['kind'], 'refused'>;

/** Nearest first: what was there already comes before what would be new. */
const heldBack: readonly StepKind[] = [
  'expired',
  'inactive',
  'revoked',
  'outdated-group',
  'muted',
  'session-based',
];

/**
 * What to do about whatever evidence shows as not granted, nearest first, each said once: let through what is there,
 * add an entry to what the subject has, or give it something else.
 * @param entries the entry that would settle each decision, where that is known.
 */
export function nearestSteps(
  evidence: readonly Evidence[],
  entries: ReadonlyMap<Decision, Entry>,
  words: SubjectWords,
): readonly string[] {
  const decided = evidence.flatMap((each) => (each.kind === 'decision' ? [each] : []));
  const misses = decided.flatMap(({ decision }) =>
    decision.decision === 'granted' ? [] : decision.nearMisses,
  );
  const stepsFor = (kind: StepKind) =>
    misses.filter((miss) => miss.kind === kind).map((miss) => step(kind, miss, words));
  const additions = decided.flatMap((each) => {
    const place = additionPlace(each.decision);
    return place === undefined ? [] : [{ thing: named(each), entry: entries.get(each.decision), place }];
  });
  const steps = [
    ...refusalSteps(misses.filter(({ kind }) => kind === 'refused')),
    ...heldBack.flatMap(stepsFor),
    ...additionSteps(additions),
    ...stepsFor('not-assigned'),
  ];
  return [...new Set(steps)].slice(0, most);
}

/** Entries of one container together, but for system permissions, of which one is often enough. */
const refusalSteps = (refused: readonly NearMiss[]): readonly string[] =>
  groupedBy(refused, ({ container, entry }) =>
    JSON.stringify([container.id, entry.kind === 'system' && entry.permission]),
  ).map((group) => {
    const labels = [...new Set(group.map(({ entry }) => refusedLabel(entry)))];
    const at = inParentheses(placesText(group.map(({ entry }) => entryAt(entry))));
    return `Set ${enumerated(labels, 8)} to true in ${containerName(group[0].container)}${at}.`;
  });

const refusedLabel = (entry: Entry): string =>
  entry.kind === 'flow' ? `access to ${entryLabel(entry)}` : entryLabel(entry);

function step(kind: StepKind, miss: NearMiss, words: SubjectWords): string {
  const { container, through } = miss;
  const group = through?.group ? `permission set group '${through.group.title}'` : null;
  const name = containerName(container);
  const assigned = group ?? name;
  switch (kind) {
    case 'expired': {
      const when = through?.expires ? `, which expired on ${dayOf(through.expires)}` : ', which has expired';
      return `Renew the assignment of ${assigned}${when}.`;
    }
    case 'inactive':
      return `Make the assignment of ${assigned} active again.`;
    case 'revoked':
      return `Restore the assignment of ${assigned}, which was revoked.`;
    case 'outdated-group':
      return `Recalculate ${assigned}${through?.group ? `, whose status is ${through.group.status}` : ''}.`;
    case 'muted':
      return `Remove ${mutedEntry(miss, group)}, or ${words.assign(name)} outside the group.`;
    case 'session-based':
      return container.kind === 'group'
        ? `Clear Session Activation Required on ${name}.`
        : `Put ${name} into a permission set group, where it needs no activation, or clear Session Activation Required on it.`;
    case 'not-assigned':
      return sentence(capitalised(words.assign(name)));
  }
}

function mutedEntry(miss: NearMiss, group: string | null): string {
  const set = miss.mutedBy ? containerName(miss.mutedBy) : 'the muting permission set';
  const ofGroup = group === null ? '' : ` of ${group}`;
  return `${entryLabel(miss.entry)} from ${set}${ofGroup}${inParentheses(placesText([missAt(miss)]))}`;
}
