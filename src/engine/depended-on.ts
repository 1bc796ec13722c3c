import type { Access, Decision, Dependent, FieldAccess } from '../model/access.ts';
import { sameName } from '../salesforce/names.ts';
import type { Examined } from './examine.ts';
import { verdictOf } from './verdict.ts';

/**
 * The access document with only those dependents on assignments that requirements rest on: the access document
 * decides more than anybody requires (every right of an object, whatever implies what is asked for), and an
 * expiring assignment that gives nothing but such is no fault. A requirement rests on the decisions that its
 * findings cite, whether it passes or not, and whether it is known to apply or may.
 *
 * Nothing is cut where that would be a guess: where a requirement could not be evaluated, or where none cites any
 * decision, as in a run that asks for lasting assignments alone. Decisions are told apart by identity; of one that
 * stands nowhere else in the document, it cannot be said that nobody cites it, so it stays.
 */
export function withDependedOn(access: Access, examined: readonly Examined[]): Access {
  const cited = citedBy(examined);
  if (access.assignments.status === 'unavailable' || cited === null || cited.size === 0) return access;
  const { all, dependents } = access.assignments.value;
  const known = new Set(decisionsIn(access));
  const rests = withWhatTheyRestOn(access, new Set(cited.keys()));
  const kept = dependents.filter(({ decision }) => rests.has(decision) || !known.has(decision));
  return {
    ...access,
    assignments: { status: 'ok', value: { all, dependents: [...kept, ...undecided(cited, known)] } },
  };
}

/** What requirements cite, and what that is made of; null where not all that they rest on can be known. */
export function decisionsRestedOn(
  access: Access,
  examined: readonly Examined[],
): ReadonlySet<Decision> | null {
  const cited = citedBy(examined);
  return cited === null ? null : withWhatTheyRestOn(access, new Set(cited.keys()));
}

/** Every decision that is cited, and as what; null where not all that requirements rest on can be known. */
function citedBy(examined: readonly Examined[]): ReadonlyMap<Decision, string> | null {
  const cited = new Map<Decision, string>();
  for (const each of examined) {
    if (each.status === 'not-applicable') continue;
    if (each.status === 'broken' || 'broke' in each.check) return null;
    // A finding that is none of the known outcomes, or none at all: the rule broke without saying so.
    if (verdictOf(each.check.findings) === 'error') return null;
    for (const evidence of each.check.findings.flatMap((finding) => finding.evidence))
      if (evidence.kind === 'decision') cited.set(evidence.decision, evidence.about);
  }
  return cited;
}

function decisionsIn({ systemPermissions, objects, fields, flows }: Access): readonly Decision[] {
  return [
    ...Object.values(systemPermissions),
    ...Object.values(objects).flatMap(({ rights }) => Object.values(rights)),
    ...Object.values(fields).flatMap(({ fieldLevel, effective }) => [
      ...Object.values(fieldLevel),
      ...Object.values(effective),
    ]),
    ...(flows.status === 'ok' ? flows.value.map(({ run }) => run) : []),
  ];
}

/**
 * What a subject can really do with a field is made of its field-level security and its object's right. And Edit is
 * worth nothing without Read, which Edit Read Only Fields does not bring along as an entry of the field's own does.
 */
function withWhatTheyRestOn(access: Access, cited: ReadonlySet<Decision>): ReadonlySet<Decision> {
  const all = new Set(cited);
  for (const field of Object.values(access.fields)) {
    for (const right of ['edit', 'read'] as const) {
      if (cited.has(field.effective[right])) for (const part of partsOf(access, field, right)) all.add(part);
    }
    const { read, edit } = field.fieldLevel;
    if (all.has(edit) && edit.decision !== 'denied') all.add(read);
  }
  return all;
}

function partsOf(
  { objects }: Access,
  { asked, fieldLevel }: FieldAccess,
  right: 'read' | 'edit',
): readonly Decision[] {
  const ofObject = Object.values(objects).filter(({ object }) => sameName(object, asked.object));
  return [fieldLevel[right], ...ofObject.map(({ rights }) => rights[right])];
}

/** What was asked for and never decided on: on what it would hang is not known either. */
function undecided(cited: ReadonlyMap<Decision, string>, known: ReadonlySet<Decision>): readonly Dependent[] {
  return [...cited]
    .filter(([decision]) => decision.decision === 'unknown' && !known.has(decision))
    .map(([decision, permission]) => ({ permission, decision }));
}
