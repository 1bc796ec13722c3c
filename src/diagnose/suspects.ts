import type { NamedAccess, Suspect, SuspectStanding, SuspectState } from '../model/diagnosis.ts';
import type { Result } from '../model/report.ts';
import type { SubjectFacts } from './facts.ts';
import { decisionOn, isNamed } from './named-access.ts';
import { type Aim, type AskedRequirement, requirementsFor } from './points.ts';

/** The requirements that a message points to, and how each stands for each subject; what explains it stands first. */
export function suspectsOf(
  aims: readonly Aim[],
  subjects: readonly SubjectFacts[],
  asked: readonly AskedRequirement[],
): readonly Suspect[] {
  const aimed = new Map<AskedRequirement, Aim[]>();
  for (const aim of aims) {
    for (const each of requirementsFor(aim, asked)) aimed.set(each, [...(aimed.get(each) ?? []), aim]);
  }
  return [...aimed]
    .map(([{ pack, requirement, level }, its]) => ({
      ...{ pack, requirement: requirement.id, title: requirement.title, level },
      standings: subjects.flatMap((subject) => standingOf(pack, requirement.id, its, subject)),
    }))
    .sort((a, b) => weightOf(a) - weightOf(b));
}

const order: readonly SuspectState[] = ['explains', 'open', 'other', 'ruled-out', 'not-applicable'];

const weightOf = ({ standings }: Suspect): number =>
  Math.min(order.length, ...standings.map(({ state }) => order.indexOf(state)));

function standingOf(
  pack: string,
  requirement: string,
  aims: readonly Aim[],
  { access, results }: SubjectFacts,
): readonly SuspectStanding[] {
  const result = results.find((each) => each.pack === pack && each.requirement === requirement);
  if (result === undefined) return [];
  const decisions = aims.filter(isNamed).map((aim) => decisionOn(aim, access).decision);
  const isNamedAlone = decisions.length > 0 && decisions.length === aims.length;
  return [
    {
      subject: access.subject.id,
      state: stateOf(result, isNamedAlone ? decisions : []),
      verdict: result.verdict,
      message: result.message,
      evidence: sentencesOf(result),
      mend: result.remedy?.nearest ?? [],
    },
  ];
}

/** What the result rests on, each sentence once. */
const sentencesOf = ({ evidence }: Result): readonly string[] => [
  ...new Set(evidence.flatMap(({ text }) => text.split('\n')).filter((text) => text !== '')),
];

/** A failure explains a message only where what the message names is itself not granted. */
function stateOf({ verdict }: Result, named: readonly string[]): SuspectState {
  if (verdict === 'pass') return 'ruled-out';
  if (verdict === 'not-applicable') return 'not-applicable';
  if (verdict !== 'fail') return 'open';
  if (named.length === 0 || named.some((decision) => decision === 'denied' || decision === 'absent')) {
    return 'explains';
  }
  return named.every((decision) => decision === 'granted') ? 'other' : 'open';
}

/** Whether a part of what a message points to is asked for by no requirement, and named by nothing. */
export const isUncovered = (aims: readonly Aim[], asked: readonly AskedRequirement[]): boolean =>
  aims.some((aim) => !isNamed(aim) && requirementsFor(aim, asked).length === 0);

/** What a message comes to: one thing that is missing explains it, one doubt leaves it open. */
export function statesOf(
  suspects: readonly Suspect[],
  named: readonly NamedAccess[],
): ReadonlySet<'explains' | 'open' | 'ruled-out'> {
  const states = new Set<'explains' | 'open' | 'ruled-out'>();
  for (const { state } of suspects.flatMap(({ standings }) => standings)) {
    if (state === 'explains' || state === 'ruled-out') states.add(state);
    // What was not asked of this user was not found to be there.
    else if (state !== 'other') states.add('open');
  }
  for (const { decision } of named.flatMap(({ standings }) => standings)) {
    if (decision === 'denied' || decision === 'absent') states.add('explains');
    else states.add(decision === 'granted' ? 'ruled-out' : 'open');
  }
  return states;
}
