import type { Decision } from '../../model/access.ts';
import type { ReportedEvidence, Result } from '../../model/report.ts';
import type { Subject } from '../../model/subject.ts';
import { groupedBy, listed } from '../../plain/lists.ts';
import { Fold } from '../parts/fold.tsx';
import { LongText } from '../parts/long-text.tsx';
import { Names } from '../parts/names.tsx';
import { Some } from '../parts/some.tsx';
import { grantChain, type Link, missChain } from './chain.ts';
import { ChainList } from './chain-list.tsx';

interface EvidenceProps {
  readonly result: Result;
  readonly unfolded: boolean;
}

/** What a result rests on: what is said of it, and the chains from the subject to each permission. */
export function EvidenceList({ result, unfolded }: EvidenceProps) {
  const groups = groupedBy(result.evidence, ({ text }) => text);
  return (
    <Some items={groups} most={20} noun="ground" all={unfolded}>
      {(group) => (
        <li key={group[0].text}>
          <EvidenceGroup group={group} result={result} unfolded={unfolded} />
        </li>
      )}
    </Some>
  );
}

/** Evidence of which the same is said. */
function EvidenceGroup({
  group,
  result,
  unfolded,
}: EvidenceProps & { readonly group: readonly ReportedEvidence[] }) {
  const chains = group.flatMap((each) => chainsOf(each, result.subject));
  const lines = [...new Set(group[0]?.text.split('\n'))].filter((line) => line !== result.message);
  const about = [...new Set(group.map((each) => `${signOf(each)}${each.about}`))];
  return (
    <>
      <p class="verdict-about">
        <Names text={listed(about)} most={600} />
      </p>
      {lines.map((line) => (
        <p key={line}>
          <LongText text={line} />
        </p>
      ))}
      {chains.length === 0 ? null : (
        <Fold title={chains.length === 1 ? 'The chain' : `The ${chains.length} chains`} open={unfolded}>
          <Some items={chains} most={10} noun="chain">
            {(links, index) => (
              <li key={index}>
                <ChainList links={links} />
              </li>
            )}
          </Some>
        </Fold>
      )}
    </>
  );
}

const signs: Readonly<Record<Decision['decision'], string>> = { granted: '✔ ', denied: '✖ ', unknown: '? ' };

function signOf(evidence: ReportedEvidence): string {
  if (evidence.kind === 'decision') return signs[evidence.decision.decision];
  return evidence.kind === 'gap' ? '? ' : '';
}

function chainsOf(evidence: ReportedEvidence, subject: Subject): readonly (readonly Link[])[] {
  if (evidence.kind !== 'decision') return [];
  const { decision } = evidence;
  return decision.decision === 'granted'
    ? decision.grants.map((grant) => grantChain(grant, subject))
    : decision.nearMisses.map((miss) => missChain(miss, subject));
}
