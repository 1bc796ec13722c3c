import { evaluate } from '../../../src/engine/evaluate.ts';
import type { Decision } from '../../../src/model/access.ts';
import type { Json } from '../../../src/model/part.ts';
import type { ReportedEvidence } from '../../../src/model/report.ts';
import type { Evidence } from '../../../src/model/rule.ts';
import {
  accessOf,
  assignment,
  container,
  finding,
  grant,
  granted,
  nearMiss,
  packOf,
  requirement,
  rulesOf,
  settings,
} from '../fixtures.ts';

export const decided = (about: string, decision: Decision): Evidence => ({
  kind: 'decision',
  about,
  decision,
});
export const fact = (about: string, value: Json): Evidence => ({ kind: 'fact', about, value });

/** What becomes of evidence in the report of a failing requirement. */
export function reported(...evidence: readonly Evidence[]): readonly ReportedEvidence[] {
  const [result] = evaluate({
    packs: [packOf([requirement('x', [finding('fail', 'Account: View All is not granted', { evidence })])])],
    settings: settings(),
    accesses: [accessOf()],
    rules: rulesOf(),
  });
  return result?.evidence ?? [];
}

/** Its texts, each once. */
export const told = (...evidence: readonly Evidence[]): string =>
  [...new Set(reported(...evidence).map(({ text }) => text))].join(' ');

export const profile = container('profile', 'API Only');
export const extras = container('permission-set', 'Sync extras');
export const byProfile = granted(grant(profile));
export const expired = nearMiss('expired', extras, {
  through: assignment({ expires: '2026-10-01T00:00:00.000Z' }),
});
