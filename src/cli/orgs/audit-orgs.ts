import type { LoadedConfiguration } from '../../config/configuration.ts';
import {
  type ChosenBaseline,
  noTally,
  setExitCode,
  type Tally,
  talliedAs,
  totalsOf,
} from '../../engine/index.ts';
import type { OrgOutcome, SetVerdict, Shard } from '../../model/report-set.ts';
import { setLine } from '../../reporters/set-words.ts';
import { terminalText } from '../../reporters/terminal-text.ts';
import { readChosenBaseline } from '../baseline-file.ts';
import type { ChoiceArguments } from '../choices/choice-arguments.ts';
import { loadConfiguration } from '../choices/find-configuration.ts';
import { choicesFor } from '../choices/read-choices.ts';
import { wrongUsage } from '../failure.ts';
import { outputsOfOrgs } from '../output-files.ts';
import type { OutputArguments } from '../outputs.ts';
import { tool } from '../version.ts';
import type { World } from '../world.ts';
import { auditOrg, type OrgToAudit } from './audit-org.ts';
import { inParallel } from './in-parallel.ts';
import { orgDocuments } from './org-documents.ts';
import { progressLines } from './progress-lines.ts';
import { readShard, shardOf } from './shard.ts';
import { waiversOfOrgs } from './waivers-of-orgs.ts';

export interface OrgsArguments extends Omit<ChoiceArguments, 'output'>, OutputArguments {
  readonly shard?: string | undefined;
  readonly verbose?: boolean | undefined;
}

/** More sockets than this help nobody: what is slow is the orgs. */
const mostAtOnce = 64;

/** Audits every org of the configuration, or a shard of them, several at a time: gives the exit code of all. */
export async function auditOrgs(args: OrgsArguments, world: World): Promise<number> {
  const loaded = await loadConfiguration(args.config, world);
  const shard = args.shard === undefined ? { index: 1, count: 1 } : readShard(args.shard);
  const shared = await choicesFor(args, loaded, undefined, world);
  const orgs = await orgsToAudit(args, shard, loaded, await readChosenBaseline(shared, world), world);
  const { concurrency } = shared;
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > mostAtOnce) {
    throw wrongUsage(`--concurrency is a whole number from 1 to ${mostAtOnce}`);
  }
  const names = orgs.map(({ name }) => name);
  const verbose = args.verbose ?? false;
  const outputs = outputsOfOrgs({ ...args, output: shared.outputs }, names, world);
  const documents = await orgDocuments(names, outputs, verbose, world);
  try {
    let tally: Tally = noTally;
    const waivers = waiversOfOrgs(isWhole(args));
    const lines = progressLines(world.notices, orgs.length);
    const around = { ...world, notices: lines.above(world.notices), stderr: lines.above(world.stderr) };
    await inParallel(orgs, concurrency, async (org) => {
      const line = lines.begin(org.name);
      const { outcome, code, run } = await auditOrg(org, line, verbose, around);
      line.end(cameTo(outcome));
      documents.add(outcome, run);
      waivers.add(outcome);
      tally = talliedAs(tally, verdictOf(outcome), code);
    });
    const totals = { ...totalsOf(tally, tool), ...(shard.count === 1 ? {} : { shard }) };
    documents.finish(totals);
    for (const line of waivers.lines()) world.notices.write(`${line}\n`);
    world.stderr.write(`${setLine(totals)}\n`);
    return setExitCode(tally);
  } finally {
    documents.close();
  }
}

/** Whether everybody whom the configuration names is audited: arguments may ask for fewer. */
const isWhole = ({ shard, user, allApiOnly, pack, variant, withoutFeature }: OrgsArguments): boolean =>
  [shard, user, allApiOnly, pack, variant, withoutFeature].every((value) => value === undefined);

const verdictOf = (outcome: OrgOutcome): SetVerdict =>
  outcome.status === 'audited' ? outcome.report.verdict : 'unread';

/** In a line: what an org came to, or the beginning of why it came to nothing. */
function cameTo(outcome: OrgOutcome): string {
  if (outcome.status === 'audited') return outcome.report.verdict;
  const [first = ''] = outcome.failure.message.split('\n');
  return `could not be audited: ${terminalText(first)}`;
}

/** What is wrong in the choices for any org stops the run before the first of them is asked anything. */
async function orgsToAudit(
  args: OrgsArguments,
  shard: Shard,
  loaded: LoadedConfiguration | undefined,
  baseline: ChosenBaseline | undefined,
  world: World,
): Promise<readonly OrgToAudit[]> {
  const names = Object.keys(loaded?.configuration.orgs ?? {});
  if (names.length === 0) {
    throw wrongUsage(
      '--all-orgs audits the orgs of the configuration, and it has none. Name them under `orgs`',
    );
  }
  const mine = shardOf(names, shard);
  if (mine.length === 0) {
    throw wrongUsage(
      `--shard ${args.shard} has no org: there are ${names.length}. Take no more shards than there are orgs`,
    );
  }
  const orgs: OrgToAudit[] = [];
  for (const name of mine) {
    orgs.push({ name, choices: await choicesFor(args, loaded, name, world), baseline });
  }
  return orgs;
}
