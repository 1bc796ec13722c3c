import type { Requirement } from '../model/pack.ts';
import type { Finding, FittingSteps, RuleMeta, SetupSteps } from '../model/rule.ts';
import { fills, fillTemplate } from './wording/templates.ts';

/**
 * Which steps mend which failures of a requirement: the pack's own where it has some for a failure, else the
 * rule's. A failure without any is in none of them.
 */
export function remediesOf(
  requirement: Pick<Requirement, 'remedy' | 'remedies'>,
  rule: RuleMeta,
): readonly FittingSteps[] {
  const own = fitting(requirement, rule.failures);
  const mended = new Set(own.flatMap((steps) => steps.for));
  return [
    ...own,
    ...fitting(
      rule,
      rule.failures.filter((failure) => !mended.has(failure)),
    ),
  ];
}

/** The steps for these failures: those that fit some alone, and those for all the others. */
function fitting(
  { remedy, remedies = [] }: Pick<RuleMeta, 'remedy' | 'remedies'>,
  failures: readonly string[],
): readonly FittingSteps[] {
  const some = remedies.map((steps) => ({
    ...steps,
    for: steps.for.filter((failure) => failures.includes(failure)),
  }));
  const others = failures.filter((failure) => !remedies.some((steps) => steps.for.includes(failure)));
  return [...some, ...(remedy ? [{ ...remedy, for: others }] : [])].filter((steps) => steps.for.length > 0);
}

/** The steps that mend these failures, filled in, each told once. */
export function setupSteps(remedies: readonly FittingSteps[], failed: readonly Finding[]): SetupSteps {
  const told = remedies
    .map((steps) => ({ steps, findings: failed.filter(({ message }) => steps.for.includes(message)) }))
    .filter(({ findings }) => findings.length > 0);
  const on = (surface: 'lightning' | 'classic') => [
    ...new Set(told.flatMap(({ steps, findings }) => filled(steps[surface], findings))),
  ];
  return { lightning: on('lightning'), classic: on('classic') };
}

/**
 * Each step once for everything that failed: a step that names the object is told for each object, one that
 * names nothing is told once. A finding that cannot fill a step is left out of it, unless none can.
 */
function filled(steps: readonly string[], findings: readonly Finding[]): readonly string[] {
  return steps.flatMap((step) => {
    const able = findings.filter(({ data }) => fills(step, data));
    return able.length === 0 ? [step] : able.map(({ data }) => fillTemplate(step, data));
  });
}
