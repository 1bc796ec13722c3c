import { evaluate } from '../../../src/engine/evaluate.ts';
import type { Decision } from '../../../src/model/access.ts';
import type { Json } from '../../../src/model/part.ts';
import type { ReportedEvidence } from '../../../src/model/report.ts';
import type { Evidence } from '../../../src/model/rule.ts';
import type { Subject } from '../../../src/model/subject.ts';
import {
  accessOf,
  assignment,
  container,
  finding,
  grant,
  granted,
  nearMiss,
  packOf,
  persona,
  requirement,
  rulesOf,
  settings,
  subject,
} from '../fixtures.ts';

export const decided = (about: string, decision: Decision): Evidence => ({
  kind: 'decision',
  about,
  decision,
});
export const fact = (about: string, value: Json): Evidence => ({ kind: 'fact', about, value });

/** What becomes of evidence in the report of a failing requirement. */
export const reported = (...evidence: readonly Evidence[]): readonly ReportedEvidence[] =>
  reportedOf(subject(), evidence);

function reportedOf(audited: Subject, evidence: readonly Evidence[]): readonly ReportedEvidence[] {
  const [result] = evaluate({
    packs: [packOf([requirement('x', [finding('fail', 'Account: View All is not granted', { evidence })])])],
    settings: settings(),
    accesses: [accessOf({ subject: audited })],
    rules: rulesOf(),
  });
  return result?.evidence ?? [];
}

/** Its texts, each once. */
export const told = (...evidence: readonly Evidence[]): string => texts(reported(...evidence));

/** The same of a persona. */
export const toldOfPersona = (...evidence: readonly Evidence[]): string =>
  texts(reportedOf(persona(), evidence));

const texts = (evidence: readonly ReportedEvidence[]): string =>
  [...new Set(evidence.flatMap(({ text }) => text.split('\n')))].join(' ');

export const profile = container('profile', 'API Only');
export const extras = container('permission-set', 'Sync extras');
export const byProfile = granted(grant(profile));
export const expired = nearMiss('expired', extras, {
  through: assignment({ expires: '2026-10-01T00:00:00.000Z' }),
});
