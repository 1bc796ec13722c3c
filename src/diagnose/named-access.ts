import type { Access, Decision } from '../model/access.ts';
import type { AccessRow } from '../model/access-row.ts';
import type { NamedAccess, NamedDecision, NamedStanding } from '../model/diagnosis.ts';
import { rightLabels } from '../salesforce/labels.ts';
import { sameName } from '../salesforce/names.ts';
import type { SubjectFacts } from './facts.ts';
import { type Aim, type AskedRequirement, requirementsFor } from './points.ts';

export type NamedAim = Extract<Aim, { readonly kind: 'object' | 'field' }>;

/** Whether an aim has all the names it takes to look it up. */
export const isNamed = (aim: Aim): aim is NamedAim =>
  (aim.kind === 'object' && aim.object !== null) || (aim.kind === 'field' && aim.field !== null);

/** What a message names itself, and whether each subject has it. */
export function namedAccess(
  aims: readonly Aim[],
  subjects: readonly SubjectFacts[],
  asked: readonly AskedRequirement[],
): readonly NamedAccess[] {
  return aims.filter(isNamed).map((aim) => ({
    what: wordsOf(aim),
    asked: requirementsFor(aim, asked).length > 0,
    standings: subjects.map((subject) => standingOf(aim, subject)),
  }));
}

const wordsOf = (aim: NamedAim): string => `${topicOf(aim)}: ${rightLabels[aim.right]}`;

const topicOf = (aim: NamedAim): string =>
  aim.kind === 'object'
    ? (aim.object ?? '')
    : [aim.object, aim.field].filter((name) => name !== null).join('.');

function standingOf(aim: NamedAim, { access, rows }: SubjectFacts): NamedStanding {
  const { decision, what } = decisionOn(aim, access);
  return {
    subject: access.subject.id,
    decision,
    sentences: decision === 'not-read' ? [] : sentencesOn(what, rows),
  };
}

const sentencesOn = (what: string, rows: readonly AccessRow[]): readonly string[] =>
  rows.find((row) => row.what === what)?.sentences ?? [];

/** What was decided of it, and what the row that says so is called. */
export function decisionOn(
  aim: NamedAim,
  access: Access,
): { readonly decision: NamedDecision; readonly what: string } {
  const what = wordsOf(aim);
  if (aim.kind === 'object') {
    const key = Object.keys(access.objects).find((name) => sameName(name, aim.object ?? ''));
    const decided = key === undefined ? undefined : access.objects[key]?.rights[aim.right];
    return {
      decision: decided?.decision ?? 'not-read',
      what: `${key ?? aim.object}: ${rightLabels[aim.right]}`,
    };
  }
  const found = Object.entries(access.fields).find(([, { asked, field }]) => {
    const real = field.status === 'ok' ? field.value?.name : undefined;
    const names = [asked.field, asked.configured, real].filter((name) => name !== undefined);
    return sameName(asked.object, aim.object ?? '') && names.some((name) => sameName(name, aim.field ?? ''));
  });
  if (found === undefined) return { decision: 'not-read', what };
  const [key, { field, effective }] = found;
  const isAbsent = field.status === 'ok' && field.value === null;
  const decided: Decision = effective[aim.right];
  return { decision: isAbsent ? 'absent' : decided.decision, what: `${key}: ${rightLabels[aim.right]}` };
}
