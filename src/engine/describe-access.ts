import type { Access, Decision, FieldAccess, FlowAccess } from '../model/access.ts';
import type { AccessRow } from '../model/access-row.ts';
import type { Gap, Part } from '../model/part.ts';
import type { AssignedLicense } from '../model/subject.ts';
import { dayOf } from '../plain/days.ts';
import { deepFreeze } from '../plain/deep-freeze.ts';
import { objectRights, permissionLabel, rightLabels } from '../salesforce/labels.ts';
import { type LicenseState, licenseState } from '../salesforce/license-state.ts';
import { flowName } from '../salesforce/names.ts';
import { byText } from './order.ts';
import type { Claim } from './wording/claim.ts';
import { claimsOn } from './wording/evidence.ts';
import { gapSentence, mendSentence } from './wording/gaps.ts';
import { type SubjectWords, subjectWords } from './wording/subject-words.ts';

/**
 * What a subject can do and why, in sentences: system permissions, objects, fields, flows and licences,
 * each sorted by name, rights in the order of Setup. Holds what was asked for, nothing else.
 */
export function describeAccess(access: Access): readonly AccessRow[] {
  const sorted = <T>(record: Readonly<Record<string, T>>) =>
    Object.entries(record).sort(([a], [b]) => byText(a, b));
  const row = rowMaker(subjectWords[access.subject.kind]);
  return deepFreeze([
    ...sorted(access.systemPermissions).map(([name, decision]) =>
      row('system', null, permissionLabel(name), decision),
    ),
    ...sorted(access.objects).flatMap(([name, { rights }]) =>
      objectRights.map((right) => row('object', name, rightLabels[right], rights[right])),
    ),
    ...sorted(access.fields).flatMap(([name, field]) => fieldRows(name, field, row)),
    ...flowRows(access.flows, row),
    ...sorted(access.permissionSetLicenses).map(([name, part]) => licenseRow(name, part, access.asOf)),
  ]);
}

/** A row stands by itself: what would make it known is told in it. */
const withMends = ({ sentence, mends = [] }: Pick<Claim, 'sentence' | 'mends'>): string =>
  [sentence, ...mends.map(mendSentence)].join(' ');

type RowOf = (kind: AccessRow['kind'], topic: string | null, what: string, decision: Decision) => AccessRow;

const rowMaker =
  (words: SubjectWords): RowOf =>
  (kind, topic, what, decision) => {
    const about = topic === null ? what : `${topic}: ${what}`;
    const claims = claimsOn([{ kind: 'decision', about, decision }], words);
    return {
      kind,
      what: about,
      decision: decision.decision,
      sentences: claims.map(withMends),
    };
  };

/** Read and Edit, as they come out of field-level security and object access together. */
function fieldRows(
  name: string,
  { asked, field, foundBy, candidates, effective }: FieldAccess,
  row: RowOf,
): readonly AccessRow[] {
  const note = fieldNote(field, foundBy, candidates, `${asked.object}.`);
  return (['read', 'edit'] as const).map((right) => {
    const described = row('field', name, rightLabels[right], effective[right]);
    return { ...described, sentences: [...note, ...described.sentences] };
  });
}

function fieldNote(
  field: FieldAccess['field'],
  foundBy: FieldAccess['foundBy'],
  candidates: readonly string[],
  prefix: string,
): readonly string[] {
  if (field.status === 'unavailable') return [];
  if (field.value === null) {
    const near = candidates.length === 0 ? '' : ` Its names nearest to it: ${candidates.join(', ')}.`;
    return [`The org has no such field.${near}`];
  }
  return foundBy === 'label' || foundBy === 'configured'
    ? [
        `It is ${prefix}${field.value.name} in this org, found by its ${foundBy === 'label' ? 'label' : 'configured name'}.`,
      ]
    : [];
}

function flowRows(flows: Part<readonly FlowAccess[]>, row: RowOf): readonly AccessRow[] {
  if (flows.status === 'unavailable') {
    return flows.reason.code === 'not-collected' ? [] : [unknownRow('flow', 'Flows', flows.reason)];
  }
  return flows.value
    .filter(({ context }) => context === 'user')
    .toSorted((a, b) => byText(flowName(a.flow), flowName(b.flow)))
    .flatMap((access) => flowRow(access, row));
}

/** An unrestricted flow asks for no grant of its own: Run Flows, which has its own row, is enough. */
function flowRow({ flow, run }: FlowAccess, row: RowOf): readonly AccessRow[] {
  const { restricted } = flow;
  if (restricted.status === 'ok' && !restricted.value) return [];
  if (restricted.status === 'ok' || run.decision === 'granted') {
    return [row('flow', `Flow ${flowName(flow)}`, 'Run', run)];
  }
  return [unknownRow('flow', `Flow ${flowName(flow)}: Run`, restricted.reason)];
}

function licenseRow(name: string, part: Part<AssignedLicense | null>, asOf: string): AccessRow {
  const what = `Permission set license ${name}`;
  if (part.status === 'unavailable') return unknownRow('license', what, part.reason);
  if (part.value === null) {
    return { kind: 'license', what, decision: 'denied', sentences: ['It is not assigned to the user.'] };
  }
  const { label, status, expires } = part.value;
  const decision = licenseDecisions[licenseState(part.value, asOf)];
  const until = expires === null ? '' : ` until ${dayOf(expires)}`;
  return {
    kind: 'license',
    what,
    decision,
    sentences: [`'${label}' is assigned${until}; its status is ${status}.`],
  };
}

const licenseDecisions: Readonly<Record<LicenseState, AccessRow['decision']>> = {
  active: 'granted',
  disabled: 'denied',
  expired: 'denied',
  unknown: 'unknown',
};

const unknownRow = (kind: AccessRow['kind'], what: string, gap: Gap): AccessRow => ({
  kind,
  what,
  decision: 'unknown',
  sentences: [
    withMends({ sentence: gapSentence(what, gap), mends: gap.mend === undefined ? [] : [gap.mend] }),
  ],
});
