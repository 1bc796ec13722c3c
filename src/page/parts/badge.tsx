import type { Decision } from '../../model/access.ts';
import type { Result } from '../../model/report.ts';
import { resultMark } from '../../reporters/result-mark.ts';

export type Tone = 'pass' | 'fail' | 'doubt' | 'quiet';

/** A sign and a word: the colour alone tells nobody anything. */
export const Badge = ({ tone, text }: { readonly tone: Tone; readonly text: string }) => (
  <span class={`parts-badge parts-${tone}`}>{text}</span>
);

/** The verdict on a requirement; null where it was not asked. */
export const VerdictBadge = ({ result }: { readonly result: Result | null }) =>
  result === null ? (
    <Badge tone="quiet" text="· not asked" />
  ) : (
    <Badge
      tone={result.waiver === null ? verdictTones[result.verdict] : 'quiet'}
      text={resultMark(result).text}
    />
  );

const verdictTones: Readonly<Record<Result['verdict'], Tone>> = {
  pass: 'pass',
  fail: 'fail',
  inconclusive: 'doubt',
  error: 'doubt',
  'not-applicable': 'quiet',
};

/** Whether something is granted; null where it was not asked. */
export const DecisionBadge = ({ decision }: { readonly decision: Decision['decision'] | null }) => (
  <Badge {...(decision === null ? ({ tone: 'quiet', text: '· not asked' } as const) : decisions[decision])} />
);

const decisions = {
  granted: { tone: 'pass', text: '✔ granted' },
  denied: { tone: 'fail', text: '✖ denied' },
  unknown: { tone: 'doubt', text: '? not known' },
} as const;
