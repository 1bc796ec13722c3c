import type { HistoryRecord } from '../../model/history.ts';
import { didYouMean } from '../../plain/nearest.ts';
import { terminalText } from '../../reporters/terminal-text.ts';
import { besideFile } from '../choices/file-layers.ts';
import { loadConfiguration } from '../choices/find-configuration.ts';
import type { Arguments, Command } from '../command.ts';
import { wrongUsage } from '../failure.ts';
import { readHistory } from '../history-files.ts';
import { one } from '../option-kinds.ts';
import { type commonOptions, historyOption, packOptions, tableOrJson } from '../options.ts';
import { paper } from '../outputs.ts';
import type { World } from '../world.ts';

const which = { ...one, group: 'Which:' } as const;

const options = {
  history: { ...historyOption.history, group: 'What:', describe: 'Folder with the records of earlier runs' },
  config: packOptions.config,
  user: { ...which, alias: 'u', describe: 'Username or Id of one user, or one persona' },
  requirement: { ...which, alias: 'r', describe: 'Id of one requirement' },
  since: { ...which, describe: 'First day to show, as 2026-10-01' },
  ...tableOrJson,
} as const;

type HistoryArguments = Arguments<typeof options & typeof commonOptions>;

async function run(args: HistoryArguments, world: World): Promise<number> {
  const { user, requirement, since, format } = args;
  refuseNoDay(since);
  const folder = await folderOf(args, world);
  const { records, skipped } = await readHistory(folder, world);
  for (const sentence of skipped) world.stderr.write(`syncgate: ${terminalText(sentence)}\n`);
  if (records.length === 0) {
    throw wrongUsage(
      `there is no record of a run in ${folder}. \`syncgate audit --history ${folder}\` adds one`,
    );
  }
  refuseUnknown(records, args);
  const { makeTimeline } = await import('../../history/timeline.ts');
  const timeline = makeTimeline(records, { user, requirement, since });
  if (format === 'json') {
    const { renderTimelineJson } = await import('../../reporters/history-json.ts');
    world.stdout.write(renderTimelineJson(timeline));
  } else {
    const { renderHistoryTable } = await import('../../reporters/history-table.ts');
    world.stdout.write(renderHistoryTable(timeline, paper(world)));
  }
  return 0;
}

async function folderOf({ history, config }: HistoryArguments, world: World): Promise<string> {
  if (history !== undefined) return history;
  const loaded = await loadConfiguration(config, world);
  const configured = loaded?.configuration.history;
  if (loaded !== undefined && configured !== undefined) return besideFile(loaded.file, configured);
  throw wrongUsage('which history is not said. Give --history DIR, or `history` in the configuration file');
}

function refuseNoDay(since: string | undefined): void {
  if (since === undefined) return;
  const day = new Date(`${since}T00:00:00Z`);
  if (
    /^\d{4}-\d{2}-\d{2}$/u.test(since) &&
    !Number.isNaN(day.getTime()) &&
    day.toISOString().startsWith(since)
  ) {
    return;
  }
  throw wrongUsage(`--since ${since} is no day. Write it like --since 2026-10-01`);
}

/** A name that is misspelt would show nothing, and nothing looks like nothing to worry about. */
function refuseUnknown(records: readonly HistoryRecord[], { user, requirement }: HistoryArguments): void {
  const subjects = records.flatMap((record) => record.subjects);
  const users = [...new Set(subjects.flatMap(({ subject }) => [subject.name, subject.id]))];
  const isThere = users.some((name) => name.toLowerCase() === user?.toLowerCase());
  if (user !== undefined && !isThere) {
    throw wrongUsage(
      `no run is of ${user}${didYouMean(user, users) || '. Look who is there without --user'}`,
    );
  }
  const ids = [...new Set(subjects.flatMap(({ results }) => results.map((each) => each.requirement)))];
  if (requirement !== undefined && !ids.includes(requirement)) {
    throw wrongUsage(
      `no run has the requirement ${requirement}${didYouMean(requirement, ids) || '. Look what is there without --requirement'}`,
    );
  }
}

export const history: Command = {
  usage: 'history',
  describe:
    'Show each requirement’s verdict over the recorded runs, and what changed in the org where it did',
  options,
  examples: [
    ['syncgate audit -o prod --all-api-only --history runs', 'audit, and keep what came of it'],
    ['syncgate history --history runs --since 2026-10-01', 'what changed since then, and why'],
  ],
  run,
};
