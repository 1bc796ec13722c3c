import { noTally, tallied, totalsOf } from '../../src/engine/index.ts';
import type { OrgOutcome } from '../../src/model/report-set.ts';
import type { SetFormat } from '../../src/reporters/format.ts';
import { type Frame, frameOf } from '../../src/reporters/frames.ts';

const tool = { name: 'syncgate', version: '0.1.0' } as const;

/** What one run over these orgs writes. */
export async function setOf(format: SetFormat): Promise<(orgs: readonly OrgOutcome[]) => string> {
  const frame: Frame = await frameOf(format, { width: 100, colour: false, verbose: false });
  return (orgs) => {
    const tally = orgs.reduce((sum, org) => tallied(sum, org, { allowInconclusive: false }), noTally);
    const totals = totalsOf(tally, tool);
    const byName = orgs.toSorted((a, b) => (a.org < b.org ? -1 : 1));
    const parts = byName.map((org) => frame.part(org, totals)).filter((part) => part !== '');
    return `${frame.open(totals)}${parts.join(frame.separator)}${frame.close(totals)}`;
  };
}

export const setJson = await setOf('json');
export const setSarif = await setOf('sarif');
export const setJunit = await setOf('junit');
