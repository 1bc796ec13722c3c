import type { DiagnosedMessage, MessageOutcome, MessageStage } from '../model/diagnosis.ts';

const stages: readonly MessageStage[] = [
  ...(['sign-in', 'session', 'limit', 'object', 'field', 'automation', 'record', 'harmless'] as const),
];

const outcomes: readonly MessageOutcome[] = [
  ...(['explained', 'open', 'not-read', 'elsewhere', 'ruled-out', 'harmless'] as const),
];

const isSettled = ({ outcome }: DiagnosedMessage): boolean =>
  outcome === 'ruled-out' || outcome === 'harmless';

/**
 * What would explain most first: what fails earlier hides what comes later, what is explained goes before what is
 * not, what comes often before what is rare. What is ruled out comes last.
 */
export const ranked = (messages: readonly DiagnosedMessage[]): readonly DiagnosedMessage[] =>
  messages.toSorted(
    (a, b) =>
      Number(isSettled(a)) - Number(isSettled(b)) ||
      stages.indexOf(a.stage) - stages.indexOf(b.stage) ||
      outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome) ||
      b.count - a.count ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
