import type { Access, Decision } from '../model/access.ts';
import type { Result, Verdict } from '../model/report.ts';
import type { Subject } from '../model/subject.ts';
import type { Judgement } from './judge.ts';
import { type Permission, permissionsOf } from './permissions.ts';

export interface ChangedResults {
  /** Requirements whose verdict changed, in the order of the run. */
  readonly results: readonly ChangedResult[];
  /** Permissions that are decided otherwise, by subject in the order of the run, then by name. */
  readonly decisions: readonly ChangedDecision[];
}

export interface ChangedResult {
  /** Null where the requirement was not asked of this subject before, or is not now. */
  readonly before: Result | null;
  readonly after: Result | null;
  readonly turn: 'better' | 'worse' | 'neither';
}

export interface ChangedDecision {
  readonly subject: Subject;
  /** Such as `Account: Read`. */
  readonly permission: string;
  readonly entry: Permission['entry'];
  readonly before: Decision['decision'] | null;
  readonly after: Decision['decision'] | null;
}

/** What became of verdicts and decisions. What stands as it stood, though by other grants, is not told. */
export function changedResults(
  before: Pick<Judgement, 'accesses' | 'results'>,
  after: Pick<Judgement, 'accesses' | 'results'>,
): ChangedResults {
  const was = new Map(before.results.map((result) => [identity(result), result]));
  const is = new Map(after.results.map((result) => [identity(result), result]));
  const gone = before.results.filter((result) => !is.has(identity(result)));
  return {
    results: [
      ...after.results.flatMap((result) => compared(was.get(identity(result)) ?? null, result)),
      ...gone.flatMap((result) => compared(result, null)),
    ],
    decisions: comparedAccesses(before.accesses, after.accesses),
  };
}

const identity = ({ pack, requirement, subject }: Result): string =>
  JSON.stringify([pack, requirement, subject.id]);

function compared(before: Result | null, after: Result | null): readonly ChangedResult[] {
  if (before?.verdict === after?.verdict) return [];
  const [was, is] = [gravityOf(before), gravityOf(after)];
  return [{ before, after, turn: is < was ? 'better' : is > was ? 'worse' : 'neither' }];
}

/** What does not apply is as good as met, though it is not the same. */
const gravity: Readonly<Record<Verdict, number>> = {
  pass: 0,
  'not-applicable': 0,
  inconclusive: 1,
  error: 2,
  fail: 3,
};

const gravityOf = (result: Result | null): number => (result === null ? 0 : gravity[result.verdict]);

function comparedAccesses(before: readonly Access[], after: readonly Access[]): readonly ChangedDecision[] {
  const ids = new Set([...after, ...before].map(({ subject }) => subject.id));
  return [...ids].flatMap((id) => {
    const [was, is] = [before, after].map((all) => all.find(({ subject }) => subject.id === id));
    const subject = (is ?? was)?.subject;
    return subject === undefined ? [] : comparedDecisions(subject, was, is);
  });
}

function comparedDecisions(
  subject: Subject,
  before: Access | undefined,
  after: Access | undefined,
): readonly ChangedDecision[] {
  const [was, is] = [before, after].map(
    (access) => new Map((access === undefined ? [] : permissionsOf(access)).map((each) => [each.key, each])),
  );
  const all = new Map([...(was ?? []), ...(is ?? [])]);
  return [...all]
    .flatMap(([key, { name, entry }]): readonly ChangedDecision[] => {
      const turn = {
        before: was?.get(key)?.decision.decision ?? null,
        after: is?.get(key)?.decision.decision ?? null,
      };
      return turn.before === turn.after ? [] : [{ subject, permission: name, entry, ...turn }];
    })
    .toSorted((one, other) => (one.permission < other.permission ? -1 : 1));
}
