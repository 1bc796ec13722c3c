import type { ContainerRef } from '../model/access.ts';
import type { ExistingWay, LeftRequirement, PlannedEntry, RemedyPlan } from '../model/remedy-plan.ts';
import type { SetupSteps } from '../model/rule.ts';
import { enumerated, groupedBy, listed } from '../plain/lists.ts';
import { containerKinds, permissionLabel, rightLabels } from '../salesforce/labels.ts';

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

/** Setup's own way to the permission sets. */
const permissionSets: SetupSteps = {
  lightning: ['Setup > Users > Permission Sets'],
  classic: ['Setup > Administer > Manage Users > Permission Sets'],
};

/** Clicks that come to what a plan says, in the order in which they are made. */
export function mendSteps(plan: RemedyPlan, surface: keyof SetupSteps): readonly string[] {
  const [place = ''] = permissionSets[surface];
  const [first] = plan.existing;
  if ((plan.mend === 'renew' || plan.mend === 'assign') && first !== undefined)
    return existingSteps(plan, first, place);
  if (plan.set === null) return [];
  const { name, label, entries } = plan.set;
  return [
    `${place}: click New; Label: ${label}; API Name: ${name}; leave Session Activation Required clear, and License at None; click Save`,
    ...objectSteps(entries),
    ...systemSteps(entries),
    ...flowSteps(entries),
    ...assignSteps(plan),
  ];
}

/** Files are assigned to nobody: who is to be what the persona stands for is not known. */
const assignee = ({ subject }: RemedyPlan): string =>
  subject.kind === 'user' ? subject.name : 'the integration user';

const assignSteps = (plan: RemedyPlan): readonly string[] => [
  `Manage Assignments > Add Assignments: select ${assignee(plan)}, set no expiration date, and click Assign`,
];

function existingSteps(plan: RemedyPlan, { kind, container }: ExistingWay, place: string): readonly string[] {
  const at = container.kind === 'group' ? place.replace(/Sets$/u, 'Set Groups') : place;
  const open = `${at}: open ${container.title}`;
  if (kind === 'assign') return [open, ...assignSteps(plan)];
  return [
    open,
    `Manage Assignments: where ${assignee(plan)} is listed, select it and remove the assignment`,
    ...assignSteps(plan),
  ];
}

type Of<Kind extends PlannedEntry['entry']['kind']> = Extract<PlannedEntry['entry'], { readonly kind: Kind }>;

const those = <Kind extends PlannedEntry['entry']['kind']>(
  entries: readonly PlannedEntry[],
  kind: Kind,
): readonly Of<Kind>[] => entries.flatMap(({ entry }) => (entry.kind === kind ? [entry as Of<Kind>] : []));

function objectSteps(entries: readonly PlannedEntry[]): readonly string[] {
  const rights = those(entries, 'object');
  const fields = those(entries, 'field');
  const objects = [...new Set([...rights, ...fields].map(({ object }) => object))].sort();
  return objects.map((object) => {
    const own = rights.filter((entry) => entry.object === object).map(({ right }) => rightLabels[right]);
    const parts = [
      ...(own.length > 0 ? [`under Object Permissions select ${listed(own)}`] : []),
      ...fieldParts(fields.filter((entry) => entry.object === object)),
    ];
    return `Object Settings > ${object}: click Edit; ${parts.join('; ')}; click Save`;
  });
}

function fieldParts(fields: readonly Of<'field'>[]): readonly string[] {
  const byField = groupedBy(fields, ({ field }) => field);
  const named = (right: 'read' | 'edit'): readonly string[] =>
    byField
      .filter((same) => same.some((each) => each.right === 'edit') === (right === 'edit'))
      .map(([{ field }]) => field);
  const part = (access: string, names: readonly string[]): readonly string[] =>
    names.length === 0 ? [] : [`under Field Permissions select ${access} beside ${listed(names)}`];
  return [...part('Read Access', named('read')), ...part('Edit Access', named('edit'))];
}

function systemSteps(entries: readonly PlannedEntry[]): readonly string[] {
  const names = those(entries, 'system').map(({ permission }) => permissionLabel(permission));
  return names.length === 0
    ? []
    : [
        `System Permissions (App Permissions for some of them): click Edit, select ${listed(names)}, click Save`,
      ];
}

function flowSteps(entries: readonly PlannedEntry[]): readonly string[] {
  const names = those(entries, 'flow').map(({ flow }) => flow);
  return names.length === 0 ? [] : [`Flow Access: click Edit, add ${listed(names)}, click Save`];
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
