import type { Run } from 'sarif';
import type { BaselineFinding } from '../model/baseline.ts';
import type { Level } from '../model/pack.ts';
import type { Verdict } from '../model/report.ts';
import { listed } from '../plain/lists.ts';
import { has, type ReportFile, saidShard, type WrittenRun, type WrongFile } from './report-file.ts';

/** SARIF that syncgate wrote. What other tools wrote is none of ours, and tells nothing of requirements. */
export function readLog(data: Readonly<Record<'runs', unknown>>): ReportFile | WrongFile {
  const { runs } = data;
  if (!has(data, 'version') || data.version !== '2.1.0')
    return { problem: 'it is no SARIF of version 2.1.0' };
  if (!Array.isArray(runs) || runs.length === 0) return { problem: 'it is SARIF without a run' };
  const tools = [...new Set(runs.map(toolName))].filter((name) => name !== 'syncgate');
  if (tools.length > 0) return { problem: `it is SARIF of ${listed(tools)}, not of syncgate` };
  const shard = saidShard(has(data, 'properties') ? data.properties : undefined);
  if (shard === undefined) return { problem: 'its shard is no part of a whole' };
  const written: WrittenRun[] = [];
  for (const [index, run] of runs.entries()) {
    const read = readRun(run as Run);
    if ('problem' in read) return { problem: `/runs/${index}${read.problem}` };
    written.push(read);
  }
  return { kind: 'sarif', runs: written, shard };
}

function toolName(run: unknown): string {
  const driver = has(run, 'tool') && has(run.tool, 'driver') ? run.tool.driver : undefined;
  return has(driver, 'name') && typeof driver.name === 'string' ? driver.name : 'an unnamed tool';
}

function readRun(run: Run): WrittenRun | WrongFile {
  const { results, properties } = run;
  if (!Array.isArray(results)) return { problem: ' has no list of results' };
  if (typeof properties?.verdict !== 'string') return { problem: ' has no verdict' };
  const findings: BaselineFinding[] = [];
  for (const [index, result] of results.entries()) {
    const finding = readFinding(result);
    if (finding === undefined) return { problem: `/results/${index} is not as syncgate writes them` };
    if (finding !== 'absent') findings.push(finding);
  }
  const { collectedAt } = properties;
  return { run, collectedAt: typeof collectedAt === 'string' ? collectedAt : null, findings };
}

const verdicts: readonly unknown[] = ['fail', 'inconclusive', 'error'] satisfies Verdict[];
const levels: readonly unknown[] = ['error', 'warning', 'note'] satisfies Level[];

/** What is absent was a problem before the earlier report already, and was none in it. */
function readFinding(result: unknown): BaselineFinding | 'absent' | undefined {
  if (has(result, 'baselineState') && result.baselineState === 'absent') return 'absent';
  const identity = at(result, 'partialFingerprints', 'syncgate/v1');
  const verdict = at(result, 'properties', 'verdict');
  const level = at(result, 'level');
  const problems = at(result, 'properties', 'problems') ?? [];
  if (typeof identity !== 'string' || !verdicts.includes(verdict) || !levels.includes(level))
    return undefined;
  if (!Array.isArray(problems) || !problems.every((each) => typeof each === 'string')) return undefined;
  const suppressions = at(result, 'suppressions') ?? [];
  return {
    identity,
    verdict: verdict as Verdict,
    level: level as Level,
    waived: Array.isArray(suppressions) && suppressions.some(isAccepted),
    problems,
  };
}

const isAccepted = (suppression: unknown): boolean => at(suppression, 'status') === 'accepted';

const at = (data: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (has(value, key) ? value[key] : undefined), data);
