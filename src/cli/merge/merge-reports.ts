import { noTally, setExitCode, type Tally, talliedAs, totalsOf } from '../../engine/index.ts';
import type { SetTotals } from '../../model/report-set.ts';
import { joinParts, type Part } from '../../report-files/join-parts.ts';
import { setLine } from '../../reporters/set-words.ts';
import { wrongUsage } from '../failure.ts';
import { type JoinedOutputs, joinedOutputs, outputsOf } from '../output-files.ts';
import { asksFor, filePaper, type OutputArguments, paper } from '../outputs.ts';
import { tool } from '../version.ts';
import type { World } from '../world.ts';
import { setPieces, writePieces } from '../write-pieces.ts';
import { type Kind, type ReadFile, readParts } from './read-parts.ts';
import { refuseMissing } from './refuse-missing.ts';
import { type SetText, setText } from './set-text.ts';

export interface MergeArguments extends OutputArguments {
  readonly reports: readonly string[];
  readonly allowInconclusive?: boolean | undefined;
  readonly verbose?: boolean | undefined;
}

/** Joins files, writes what they come to, and gives the exit code of one run over all of it. */
export async function mergeReports(args: MergeArguments, world: World): Promise<number> {
  const { allowInconclusive = false, reports, verbose = false } = args;
  const files = reports.map((file) => ({ file, ...readParts(file, { allowInconclusive }, world) }));
  const { kind, version } = oneKind(files);
  refuseMissing(files.flatMap(({ shard }) => shard ?? []));
  const outputs = mergedOutputs(
    { ...args, format: args.format ?? (kind === 'json' ? undefined : kind) },
    world,
  );
  const printed =
    outputs.format === null ? null : await setText(kind, outputs.format, { ...paper(world), verbose });
  const written = await Promise.all(
    outputs.files.map(async ({ format, file }) => {
      return { file, text: await setText(kind, format, { ...filePaper, verbose }) };
    }),
  );
  const { parts, tally } = joinedParts(files.flatMap((each) => each.parts));
  const totals = totalsOf(tally, { name: 'syncgate', version });
  for (const { file, text } of written) writePieces(world, file, pieces(parts, totals, text));
  if (printed !== null) for (const piece of pieces(parts, totals, printed)) world.stdout.write(piece);
  world.stderr.write(`${setLine(totals)}\n`);
  return setExitCode(tally);
}

function mergedOutputs(args: OutputArguments, world: World): JoinedOutputs {
  const outputs = outputsOf(args, undefined, world);
  if (!asksFor(outputs, 'html')) return joinedOutputs(outputs);
  throw wrongUsage(
    'html shows what was read of one org, which reports do not hold: it cannot be merged. `syncgate audit --output html=FILE` writes it',
  );
}

function joinedParts(all: readonly Part[]): { readonly parts: readonly Part[]; readonly tally: Tally } {
  const joined = joinParts(all);
  if ('problem' in joined) throw wrongUsage(`${joined.problem}. Leave out the one that does not count`);
  const { parts } = joined;
  return {
    parts,
    tally: parts.reduce((sum, { verdict, code }) => talliedAs(sum, verdict, code), noTally),
  };
}

function pieces(parts: readonly Part[], totals: SetTotals, text: SetText): Iterable<string> {
  const around = { open: text.open(totals, parts), separator: text.separator, close: text.close(totals) };
  return setPieces(around, texts());

  function* texts(): Generator<string> {
    for (const part of parts) yield text.part(part, totals);
  }
}

/** One run writes one kind with one version: what it could not have written is not joined as if it had. */
function oneKind(files: readonly (ReadFile & { readonly file: string })[]): {
  readonly kind: Kind;
  readonly version: string;
} {
  const [first] = files;
  if (first === undefined) throw wrongUsage('no report is named. Write `syncgate merge REPORT...`');
  const other = files.find(({ kind }) => kind !== first.kind);
  if (other !== undefined) {
    throw wrongUsage(
      `${first.file} is ${first.kind}, and ${other.file} is ${other.kind}. Merge reports of one kind at a time`,
    );
  }
  const written = files.flatMap(({ file, versions }) => versions.map((version) => ({ file, version })));
  const [one] = written;
  const later = written.find(({ version }) => version !== one?.version);
  if (one !== undefined && later !== undefined) {
    throw wrongUsage(
      `${one.file} was written by syncgate ${one.version}, and ${later.file} by ${later.version}. Audit with one version, and merge what it wrote`,
    );
  }
  return { kind: first.kind, version: one?.version ?? tool.version };
}
