import { verdictOf } from '../../src/engine/verdict.ts';
import type { Access, Decision } from '../../src/model/access.ts';
import type { Finding, Rule } from '../../src/model/rule.ts';
import { accessFixture, granted, unknown } from './access-fixture.ts';
import { decisionPlaces, type Path, withDecision } from './blindings.ts';
import type { RuleCase } from './rule-cases.ts';

/**
 * What a verdict rests on must be cited in the evidence: whoever asks which assignments the access hangs on looks
 * there alone. So every decision is changed on its own, the known ones to unknown and the unknown ones to granted,
 * and where another verdict comes of it the rule must have cited it.
 */
export function citationProblems(rule: Rule, { access: overrides, options }: RuleCase): readonly string[] {
  // Through JSON no two decisions are one object, so that citing one does not cite another.
  const access = JSON.parse(JSON.stringify(accessFixture(overrides))) as Access;
  const findings = [...rule.check(access, options)];
  const cited = citedIn(findings);
  return decisionPlaces(access).flatMap(([path, decision]) => {
    const other = decision.decision === 'unknown' ? granted() : unknown();
    const changed = verdictOf([...rule.check(withDecision(access, path, other), options)]);
    const fine = changed === verdictOf(findings) || isCited(access, path, decision, cited);
    return fine ? [] : [`it rests on ${path.join('.')} and does not cite it`];
  });
}

function citedIn(findings: readonly Finding[]): ReadonlySet<Decision> {
  const evidence = findings.flatMap((finding) => finding.evidence);
  return new Set(evidence.flatMap((each) => (each.kind === 'decision' ? [each.decision] : [])));
}

/** What a subject can really do with a field is cited with the two that it is made of, too. */
function isCited(
  { fields, objects }: Access,
  [part, name, level, right]: Path,
  decision: Decision,
  cited: ReadonlySet<Decision>,
): boolean {
  if (cited.has(decision)) return true;
  if (part !== 'fields' || level !== 'effective' || (right !== 'read' && right !== 'edit')) return false;
  const field = fields[String(name)];
  const onObject = objects[field?.asked.object ?? '']?.rights[right];
  return (
    field !== undefined &&
    onObject !== undefined &&
    [field.fieldLevel[right], onObject].every((each) => cited.has(each))
  );
}
