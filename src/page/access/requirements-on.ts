import type { Decision } from '../../model/access.ts';
import type { ReportedEvidence, Result } from '../../model/report.ts';
import type { Permission } from './permissions.ts';

/** A requirement that rests on a permission. */
export interface Resting {
  readonly result: Result;
  /** Whether this permission is why it fails, or cannot be known. */
  readonly blamed: boolean;
}

/** The requirements that rest on each permission, by its key: those that cite its decision as evidence. */
export function requirementsOn(
  permissions: readonly Permission[],
  results: readonly Result[],
): ReadonlyMap<string, readonly Resting[]> {
  const cited = byDecision(permissions);
  const resting = new Map<string, Map<Result, boolean>>();
  for (const result of results) {
    const open = result.evidence.some(isOpen);
    for (const evidence of result.evidence) {
      if (evidence.kind !== 'decision') continue;
      for (const permission of namedAlike(cited.get(evidence.decision) ?? [], evidence.about)) {
        const known = resting.get(permission.key) ?? new Map<Result, boolean>();
        known.set(result, isBlamed(result, permission, open));
        resting.set(permission.key, known);
      }
    }
  }
  return new Map(
    [...resting].map(([key, results]) => [
      key,
      [...results].map(([result, blamed]): Resting => ({ result, blamed })),
    ]),
  );
}

function byDecision(permissions: readonly Permission[]): ReadonlyMap<Decision, readonly Permission[]> {
  const keys = new Map<Decision, Permission[]>();
  for (const permission of permissions) {
    for (const decision of [permission.decision, permission.fieldLevel]) {
      if (decision === null || decision === undefined) continue;
      const known = keys.get(decision);
      if (known === undefined) keys.set(decision, [permission]);
      else known.push(permission);
    }
  }
  return keys;
}

/** Where several permissions share a decision, as those of a field that is not there do: the one that is meant. */
function namedAlike(permissions: readonly Permission[], about: string): readonly Permission[] {
  const named = permissions.filter(({ title }) => title === about);
  return named.length === 0 ? permissions : named;
}

const isOpen = (evidence: ReportedEvidence): boolean =>
  evidence.kind === 'gap' || (evidence.kind === 'decision' && evidence.decision.decision !== 'granted');

/**
 * What is missing or in doubt, a field by its object too; and where all is granted and it fails all the same, what is
 * granted.
 */
const isBlamed = ({ verdict }: Result, { state }: Permission, open: boolean): boolean =>
  problems.has(verdict) && (!open || state !== 'granted');

const problems: ReadonlySet<Result['verdict']> = new Set(['fail', 'inconclusive', 'error']);
