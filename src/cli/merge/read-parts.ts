import { exitCode, gateOf, reportVerdict } from '../../engine/index.ts';
import type { Report } from '../../model/report.ts';
import type { OrgOutcome, Shard } from '../../model/report-set.ts';
import type { Part } from '../../report-files/join-parts.ts';
import { suiteParts } from '../../report-files/junit-parts.ts';
import { orgPart, outcomesOf, toolsOf } from '../../report-files/org-parts.ts';
import { parseReportFile } from '../../report-files/parse-report-file.ts';
import { runPart } from '../../report-files/run-parts.ts';
import { wrongUsage } from '../failure.ts';
import { readText } from '../files.ts';
import type { World } from '../world.ts';

/** What files can be joined: those of one kind with each other. */
export type Kind = 'json' | 'sarif' | 'junit';

/** A file, cut into the parts that stand for its orgs. */
export interface ReadFile {
  readonly kind: Kind;
  readonly parts: readonly Part[];
  /** The versions of syncgate that wrote it. */
  readonly versions: readonly string[];
  /** Which part of a run it is; null where it is the whole. */
  readonly shard: Shard | null;
}

/** Reads one file. Nothing of it stays in memory but its parts, as text. */
export function readParts(
  file: string,
  options: { readonly allowInconclusive: boolean },
  world: World,
): ReadFile {
  const text = readText(world, file, 4);
  const read = /^\s*</u.test(text) ? suiteParts(text, file) : fromJson(text, file, options);
  if ('problem' in read) {
    throw wrongUsage(
      `${file} cannot be merged: ${read.problem}. Name reports that syncgate wrote, each whole`,
    );
  }
  return read;
}

function fromJson(
  text: string,
  file: string,
  options: { readonly allowInconclusive: boolean },
): ReadFile | { readonly problem: string } {
  const read = parseReportFile(text);
  if ('problem' in read) return read;
  if (read.kind === 'sarif') {
    const parts: Part[] = [];
    for (const run of read.runs) {
      const part = runPart(run, file);
      if ('problem' in part) return part;
      parts.push(part);
    }
    const versions = read.runs.flatMap(({ run }) => run.tool.driver.version ?? []);
    return { kind: 'sarif', parts, versions, shard: read.shard };
  }
  const outcomes = outcomesOf(read);
  const untrue = outcomes.find((outcome) => outcome.status === 'audited' && !isTrue(outcome.report));
  if (untrue !== undefined) return { problem: `the verdict of ${untrue.org} is not that of its results` };
  return {
    kind: 'json',
    parts: outcomes.map((outcome) => orgPart(outcome, file, codeOf(outcome, options))),
    shard: read.kind === 'set' ? read.shard : null,
    versions: toolsOf(read).map(({ version }) => version),
  };
}

/** A report that was changed by hand must not become a pass. */
const isTrue = (report: Report): boolean =>
  report.verdict === reportVerdict(report.results, report.subjects, gateOf(report), report.skipped);

const codeOf = (outcome: OrgOutcome, options: { readonly allowInconclusive: boolean }): number =>
  outcome.status === 'audited' ? exitCode(outcome.report, options) : outcome.failure.exitCode;
