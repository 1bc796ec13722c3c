import { comparisonExitCode } from '../../diff/index.ts';
import type { Comparison } from '../../model/comparison.ts';
import { comparisonLine } from '../../reporters/comparison-words.ts';
import { loadConfiguration } from '../choices/find-configuration.ts';
import { choicesFor } from '../choices/read-choices.ts';
import { wrongUsage } from '../failure.ts';
import { paper } from '../outputs.ts';
import type { World } from '../world.ts';
import { compareSides, readSides } from './compare-sides.ts';
import { writeMore } from './more-as-set.ts';
import { type NamedSide, namedSide } from './named-side.ts';
import type { Reading, ReadSide, SideArguments } from './read-side.ts';
import { type SetArguments, wantedSet } from './wanted-set.ts';
import { whoseSides } from './whose.ts';

export interface DiffArguments extends SideArguments, SetArguments {
  readonly a: string;
  /** Left out, two of A are compared. */
  readonly b?: string | undefined;
  readonly format?: 'table' | 'json' | 'markdown' | 'html' | undefined;
  readonly quiet?: boolean | undefined;
}

/** Reads both sides, prints what differs, and gives the exit code. */
export async function runDiff(args: DiffArguments, world: World): Promise<number> {
  if (args.format === 'html' && world.stdout.isTerminal) {
    throw wrongUsage('html is a page for a browser, and this is a terminal. Write it to a file: > diff.html');
  }
  const loaded = await loadConfiguration(args.config, world);
  const sides = namedSides(args, (named) => namedSide(named, loaded, world));
  const { allowInconclusive } = await choicesFor(
    { ...args, user: undefined },
    loaded,
    loaded?.configuration.targetOrg,
    world,
  );
  const reading: Reading = { args, loaded, world };
  const set = wantedSet(args, world);
  const [a, b] = await readSides(sides, whoseSides(sides, args), reading);
  if (a === undefined || b === undefined) throw new Error('a side was lost');
  const comparison = compareSides(a, b);
  if (set !== undefined) writeMore(set, comparison, [a, b], world);
  await print(comparison, [a, b], args, world);
  world.stderr.write(`${comparisonLine(comparison)}\n`);
  return comparisonExitCode(comparison.verdict, { allowInconclusive });
}

/** A place that is named alone is compared with itself: two users, or personas, of it. */
function namedSides(
  { a, b, user = [], persona = [] }: DiffArguments,
  read: (named: string) => NamedSide,
): readonly NamedSide[] {
  if (b !== undefined) return [read(a), read(b)];
  if (user.length !== 2 && persona.length !== 2) {
    throw wrongUsage(
      `${a} is to be compared with nothing. Name a second one, or two of its users with --user ONE --user OTHER (of files --persona)`,
    );
  }
  return [read(a), read(a)];
}

async function print(
  comparison: Comparison,
  sides: readonly [ReadSide, ReadSide],
  args: DiffArguments,
  world: World,
): Promise<void> {
  const format = args.format ?? (args.quiet ? null : 'table');
  switch (format) {
    case null:
      return;
    case 'json': {
      const { renderComparisonJson } = await import('../../reporters/comparison-json.ts');
      world.stdout.write(renderComparisonJson(comparison));
      return;
    }
    case 'markdown': {
      const { renderComparisonMarkdown } = await import('../../reporters/comparison-markdown.ts');
      world.stdout.write(renderComparisonMarkdown(comparison));
      return;
    }
    case 'html': {
      const { comparisonPage } = await import('./comparison-page.ts');
      world.stdout.write(await comparisonPage(comparison, sides));
      return;
    }
    case 'table': {
      const { renderComparisonTable } = await import('../../reporters/comparison-table.ts');
      world.stdout.write(renderComparisonTable(comparison, paper(world)));
    }
  }
}
