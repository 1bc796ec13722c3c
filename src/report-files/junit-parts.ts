import type { SetVerdict, Shard } from '../model/report-set.ts';
import { unreadTypes } from '../reporters/frames/junit-frame.ts';
import type { Part } from './join-parts.ts';
import { readSuites, type Suite } from './junit-suites.ts';
import type { WrongFile } from './report-file.ts';

const amounts = ['tests', 'failures', 'errors', 'skipped'] as const;
type Amounts = Readonly<Record<(typeof amounts)[number], number>>;

/** What the text of a part holds: the suites of one org, as they stand in their file. */
interface Suites {
  /** The start tag that they stood under. */
  readonly root: string;
  readonly suites: readonly string[];
  readonly amounts: Amounts;
}

/** Cuts a JUnit file of syncgate into the suites of each org. */
export function suiteParts(
  text: string,
  file: string,
):
  | {
      readonly kind: 'junit';
      readonly parts: readonly Part[];
      readonly versions: readonly string[];
      readonly shard: Shard | null;
    }
  | WrongFile {
  const read = readSuites(text);
  if ('problem' in read) return read;
  const { root, suites, shard } = read;
  if (suites.length === 0) return { problem: 'it is JUnit without a suite' };
  if (read.name !== 'syncgate') return { problem: 'it is JUnit of another tool' };
  const byOrg = [...Map.groupBy(suites, orgOf)];
  return {
    kind: 'junit',
    shard,
    parts: byOrg.map(([org, ofOrg]) => ({
      org,
      file,
      audited: ofOrg.map(({ attributes }) => attributes.name ?? ''),
      ...judgedBy(ofOrg),
      text: JSON.stringify({
        root,
        suites: ofOrg.map((suite) => suite.text),
        amounts: sum(ofOrg.map(amountsOf)),
      }),
    })),
    versions: suites.flatMap(({ properties }) => /^syncgate (\S+)$/u.exec(properties.tool ?? '')?.[1] ?? []),
  };
}

/**
 * A suite is called `org: user`, and its tests' classes begin with the org, dots as underscores: so it is known how
 * much of the name is the org's. A report of one org calls the suite otherwise, and goes by all up to the user.
 */
function orgOf({ className, attributes: { name = '' } }: Suite): string {
  const end = className.split('.', 1)[0]?.length ?? 0;
  const org = name.slice(0, end);
  const rest = name.slice(end);
  if (className.startsWith(org.replaceAll('.', '_')) && (rest === '' || rest.startsWith(': '))) return org;
  return name.includes(': ') ? name.slice(0, name.lastIndexOf(': ')) : name;
}

/**
 * What an org came to, as its suites say it: the worst of them. SARIF's way: whether a doubt may be allowed, or a rule
 * broke at a level that counts, is not told, so it is the worse of the two. A suite that does not say it goes by its
 * tests: then every failure fails, and where nothing passed nothing is known.
 */
function judgedBy(suites: readonly Suite[]): { readonly verdict: SetVerdict; readonly code: number } {
  const errors = new Set(suites.flatMap((suite) => suite.errors));
  const verdicts = new Set(suites.map(verdictOf));
  const unread = ([70, 2, 4] as const).find((code) => errors.has(unreadTypes[code]));
  if (verdicts.has('non-compliant')) return { verdict: 'non-compliant', code: 1 };
  if (unread !== undefined) return { verdict: 'unread', code: unread };
  if (verdicts.has('inconclusive')) {
    const broke = [...errors].some((type) => type !== 'inconclusive');
    return { verdict: 'inconclusive', code: broke ? 70 : 3 };
  }
  return { verdict: verdicts.has('compliant') ? 'compliant' : 'unchanged', code: 0 };
}

const reportVerdicts = ['compliant', 'non-compliant', 'inconclusive', 'unchanged'] as const;

function verdictOf(suite: Suite): (typeof reportVerdicts)[number] {
  const said = reportVerdicts.find((verdict) => verdict === suite.properties.verdict);
  if (said !== undefined) return said;
  if (suite.failures > 0) return 'non-compliant';
  const { tests, skipped } = amountsOf(suite);
  return suite.errors.length > 0 || !(tests > skipped) ? 'inconclusive' : 'compliant';
}

const amountsOf = ({ attributes }: Suite): Amounts => amountsBy((name) => Number(attributes[name] ?? 0));

const sum = (all: readonly Amounts[]): Amounts =>
  amountsBy((name) => all.reduce((total, each) => total + each[name], 0));

const amountsBy = (amount: (name: keyof Amounts) => number): Amounts => ({
  tests: amount('tests'),
  failures: amount('failures'),
  errors: amount('errors'),
  skipped: amount('skipped'),
});

const suitesOf = ({ text }: Part): Suites => JSON.parse(text) as Suites;

/** The suites of all parts as one file, under a start tag with their totals. */
export const junitText = {
  open(_: unknown, parts: readonly Part[]): string {
    const total = sum(parts.map((part) => suitesOf(part).amounts));
    const [root = '<testsuites>'] = parts.map((part) => suitesOf(part).root).sort();
    const counted = amounts.reduce(
      (tag, name) => tag.replace(new RegExp(` ${name}="\\d+"`, 'u'), ` ${name}="${total[name]}"`),
      root,
    );
    return `<?xml version="1.0" encoding="UTF-8"?>\n${counted}\n`;
  },
  part: (part: Part): string =>
    suitesOf(part)
      .suites.map((suite) => `  ${suite}`)
      .join('\n'),
  separator: '\n',
  close: (): string => '\n</testsuites>\n',
};
