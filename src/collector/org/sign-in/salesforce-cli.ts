import { CollectorError } from '../collector-error.ts';
import { isObject } from '../reader/outcome.ts';
import type { SignIn } from './sign-in.ts';
import { signInWithToken } from './token.ts';

export interface CliAnswer {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** Runs `sf` with these arguments, to its end. */
export type RunCli = (args: readonly string[]) => Promise<CliAnswer | 'not-found'>;

/**
 * A session of an org that the Salesforce CLI is signed in to. Old versions of it tell the token with the
 * org; new ones redact it there and tell it by a command of its own (seen with 2.150.6).
 *
 * @param alias an alias or username, as `sf` knows it.
 * @throws CollectorError of kind `cli` or `signed-out`; it never repeats what `sf` wrote but for its message.
 */
export async function signInWithCli(alias: string, run: RunCli): Promise<SignIn> {
  // An alias that begins with a dash would be taken for an option.
  if (alias.trim() === '' || alias.startsWith('-'))
    throw new CollectorError('usage', `'${alias}' is no alias of an org.`);
  const display = resultOf(await asked(['org', 'display'], alias, run), alias);
  const instanceUrl = display.instanceUrl;
  if (typeof instanceUrl !== 'string') throw outdated('does not tell the address of the org');
  if (/RefreshTokenAuthError|expired access\/refresh token/i.test(String(display.connectedStatus)))
    throw expired(alias);
  const accessToken = isToken(display.accessToken) ? display.accessToken : await shownToken(alias, run);
  return signInWithToken({ instanceUrl, accessToken });
}

async function shownToken(alias: string, run: RunCli): Promise<string> {
  const { accessToken } = resultOf(await asked(['org', 'auth', 'show-access-token'], alias, run), alias);
  if (!isToken(accessToken)) throw outdated('does not tell the access token of the org');
  return accessToken;
}

/** `00D…!…`; a redacted token is a sentence. */
const isToken = (value: unknown): value is string =>
  typeof value === 'string' && /^00D\w+![\x21-\x7e]+$/.test(value);

async function asked(command: readonly string[], alias: string, run: RunCli): Promise<CliAnswer> {
  const answer = await run([...command, '--target-org', alias, '--json']);
  if (answer !== 'not-found') return answer;
  throw new CollectorError(
    'cli',
    'The Salesforce CLI (`sf`) was not found. Install it (https://developer.salesforce.com/tools/salesforcecli), ' +
      'or give --instance-url and an access token.',
  );
}

function resultOf({ stdout, stderr, exitCode }: CliAnswer, alias: string): Readonly<Record<string, unknown>> {
  const answer = jsonIn(stdout);
  if (isObject(answer?.result)) return answer.result;
  const name = String(answer?.name ?? '');
  if (/NamedOrgNotFound|NoOrgFound|NoAuthInfoFound|AuthInfoOverwrite/i.test(name)) throw unknownOrg(alias);
  if (/RefreshToken|AuthRefresh|INVALID_SESSION|expired/i.test(`${name} ${String(answer?.message)}`))
    throw expired(alias);
  if (answer === undefined && /is not an? sf command|command .*not found/i.test(stderr + stdout)) {
    throw outdated('does not know a command that syncgate needs');
  }
  const [said = ''] = String(answer?.message ?? 'it gave no reason').split('\n');
  throw new CollectorError(
    'cli',
    `The Salesforce CLI could not tell about the org '${alias}' (exit ${exitCode}): ${said}`,
  );
}

/** The JSON object in the output: it begins and ends a line, and warnings may stand before and after it. */
function jsonIn(output: string): Readonly<Record<string, unknown>> | undefined {
  const starts = [...output.matchAll(/^\s*\{/gm)].map(({ index }) => index);
  const ends = [...output.matchAll(/\}\s*$/gm)].map(({ index }) => index + 1).toReversed();
  for (const start of starts) {
    for (const end of ends) {
      const value = end > start ? parsedObject(output.slice(start, end)) : undefined;
      if (value !== undefined) return value;
    }
  }
  return undefined;
}

function parsedObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const unknownOrg = (alias: string) =>
  new CollectorError(
    'cli',
    `The Salesforce CLI is not signed in to an org '${alias}'. \`sf org list\` shows those it knows; ` +
      `\`sf org login web --alias ${alias}\` adds one.`,
  );

const expired = (alias: string) =>
  new CollectorError(
    'signed-out',
    `The Salesforce CLI's session for '${alias}' has expired. Sign in again: \`sf org login web --alias ${alias}\`.`,
  );

const outdated = (what: string) =>
  new CollectorError(
    'cli',
    `The installed Salesforce CLI ${what}. Update it: \`sf update\` or \`npm install --global @salesforce/cli\`.`,
  );
