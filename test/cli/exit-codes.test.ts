import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { type Format, formats } from '../../src/reporters/format.ts';
import { emptyFolder, liveOrg, syncgate } from './command-line.ts';
import {
  columns,
  combinations,
  expectedCode,
  type Gated,
  lessBad,
  lessBadWays,
  waivedAlone,
} from './exit-code-oracle.ts';

const destinations = ['printed', 'file', 'both', 'quiet'] as const;
type Destination = (typeof destinations)[number];

/** Where a report goes, and what of it there has to be in the end. */
interface Way {
  readonly format: Format;
  readonly destination: Destination;
}

const ways: readonly Way[] = formats.flatMap((format) =>
  destinations.map((destination) => ({ format, destination })),
);

function wayArguments({ format, destination }: Way): readonly string[] {
  const written = ['--output', `${format}=report.${format}`];
  switch (destination) {
    case 'printed':
      return ['--format', format];
    case 'file':
      return written;
    case 'both':
      return ['--format', format, ...written];
    case 'quiet':
      return ['--quiet', ...written];
  }
}

/** A scenario that was read once, what is the case in it, and earlier reports and waivers to hold it against. */
async function caseOf(scenario: string) {
  const given = await emptyFolder();
  const at = (name: string) => join(given, name);
  const { org, user, env } = await liveOrg(scenario);
  const from = { env, cwd: given };
  expect(await syncgate(['collect', ...org, ...user, '--output', 'org.json'], from)).toMatchObject({
    exitCode: 0,
  });
  const audit = ['audit', '--snapshot', at('org.json')];
  const facts: Report = JSON.parse(
    (await syncgate([...audit, '--fail-on', 'note', '--format', 'json'], { cwd: given })).stdout,
  );
  const waive = async (file: string, requirements: Iterable<string>, expires: string) => {
    const waivers = Array.from(requirements, (requirement) => ({
      ...{ requirement, expires, reason: 'accepted', owner: 'ops' },
    }));
    await writeFile(at(file), JSON.stringify({ waivers }));
  };
  const everything = new Set(facts.results.map(({ requirement }) => requirement));
  const one = waivedAlone(facts) ?? facts.results[0]?.requirement ?? '';
  await waive('none', [], '2026-12-31');
  await waive('all', everything, '2026-12-31');
  await waive('all, ended', everything, '2026-10-07');
  await waive('one', [one], '2026-12-31');
  const both = (name: string) => ['--output', `json=${name}.json`, '--output', `sarif=${name}.sarif`];
  await syncgate([...audit, ...both('all known')], { cwd: given });
  await syncgate([...audit, ...both('waived then'), '--config', at('all')], { cwd: given });
  for (const way of lessBadWays) await writeFile(at(`${way}.json`), JSON.stringify(lessBad(facts, way)));
  const healthy = facts.results.map((result) => ({ ...result, verdict: 'pass', evidence: [] }));
  await writeFile(at('none known.json'), JSON.stringify({ ...facts, results: healthy }));
  const gateArguments = ({ waivers, baseline, failOn, allowInconclusive }: Gated, index: number) => {
    const told =
      baseline === 'told'
        ? 'all known'
        : baseline === 'less bad then'
          ? lessBadWays[index % lessBadWays.length]
          : baseline;
    const kind = index % 2 === 0 && (told === 'all known' || told === 'waived then') ? 'sarif' : 'json';
    return [
      ...['--config', at(waivers), '--fail-on', failOn],
      ...(baseline === 'none' ? [] : ['--baseline', at(`${told}.${kind}`)]),
      ...(baseline === 'none' || baseline === 'told' ? [] : ['--fail-on-new']),
      ...(allowInconclusive ? ['--allow-inconclusive'] : []),
    ];
  };
  return { audit, facts, gateArguments, org: { org, user, env } };
}

/** What a run has to leave behind: a code that hides a missing report says nothing. */
async function leftBy(
  { format, destination }: Way,
  cwd: string,
  stdout: string,
): Promise<readonly boolean[]> {
  const file = destination === 'printed' ? null : await readFile(join(cwd, `report.${format}`), 'utf8');
  return [stdout.length > 0, file === null ? false : file.length > 0];
}

const left: Readonly<Record<Destination, readonly boolean[]>> = {
  printed: [true, false],
  file: [true, true],
  both: [true, true],
  quiet: [false, true],
};

describe('the exit code is that of the table in the design', () => {
  test.for([
    ['compliant', ['all'], [0]],
    ['drifted', columns.waivers, [0, 1]],
    ['blind-auditor', ['all'], [0, 3]],
    ['expired-and-session', ['all', 'one'], [0, 1, 3]],
  ] as const satisfies readonly (readonly [string, readonly Gated['waivers'][], readonly number[]])[])(
    '%s: verdict × waivers × baseline × level × doubts allowed, in turn in every format and destination',
    async ([scenario, waived, codes]) => {
      const chosen: readonly Gated['waivers'][] = waived;
      const { audit, facts, gateArguments } = await caseOf(scenario);
      const cwd = await emptyFolder();
      const rows = combinations.filter(({ waivers }) => chosen.includes(waivers));
      const wrong: unknown[] = [];
      const seen = new Set<number>();
      for (const [index, gated] of rows.entries()) {
        const way = ways[(index * 5) % ways.length] as Way;
        const args = [...audit, ...gateArguments(gated, index), ...wayArguments(way)];
        const { exitCode } = await syncgate(args, { cwd });
        const expected = expectedCode(facts, gated);
        seen.add(expected);
        if (exitCode !== expected) wrong.push({ ...gated, ...way, expected, exitCode });
      }
      expect(wrong).toEqual([]);
      expect([...seen].sort()).toEqual(codes);
    },
  );

  test.for([
    ['compliant', 0],
    ['drifted', 1],
    ['blind-auditor', 3],
  ] as const)('%s ends with %i in every format and destination', async ([scenario, code]) => {
    const { audit } = await caseOf(scenario);
    for (const way of ways) {
      const cwd = await emptyFolder();
      const { exitCode, stdout } = await syncgate([...audit, ...wayArguments(way)], { cwd });
      expect([way, exitCode, await leftBy(way, cwd, stdout)]).toEqual([way, code, left[way.destination]]);
    }
  });
});

test('a demo ends with 0 whatever it found, and with the verdict’s code where it is a gate', async () => {
  expect(await syncgate(['demo', '--scenario', 'drifted'])).toMatchObject({ exitCode: 0 });
  expect(await syncgate(['demo', '--scenario', 'drifted', '--gate'])).toMatchObject({ exitCode: 1 });
});
