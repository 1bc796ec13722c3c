import { looksSecret } from '../../config/hidden-values.ts';
import { eitherOf } from '../../plain/lists.ts';
import type { Ask } from '../ask.ts';
import { wrongUsage } from '../failure.ts';
import { neededBy } from '../org-arguments.ts';
import { defaultPack } from '../packs.ts';
import { type SignInWay, signInWays, wayTitles } from './sign-in-ways.ts';

/** What a first configuration needs to know, as far as arguments tell. */
export interface InitArguments {
  readonly targetOrg?: string | undefined;
  readonly instanceUrl?: string | undefined;
  readonly signIn?: SignInWay | undefined;
  readonly clientId?: string | undefined;
  readonly username?: string | undefined;
  readonly orgName?: string | undefined;
  readonly user?: readonly string[] | undefined;
  readonly allApiOnly?: boolean | undefined;
  readonly pack?: readonly string[] | undefined;
}

/** All of it. */
export interface Answers {
  readonly org: OrgAnswer;
  readonly users: readonly string[] | 'all-api-only';
  readonly packs: readonly string[];
}

export type OrgAnswer =
  | { readonly targetOrg: string }
  | {
      readonly name: string;
      readonly instanceUrl: string | undefined;
      readonly way: SignInWay;
      readonly clientId: string;
      readonly username: string;
    };

/** Takes what the arguments say and asks for the rest; where nobody can be asked, what is missing is named. */
export async function answersOf(args: InitArguments, ask: Ask | null): Promise<Answers> {
  refuseContradictions(args);
  const missing = missingFlags(args);
  if (ask === null && missing.length > 0) {
    throw wrongUsage(
      `nobody can be asked here, as this is no terminal, and some of it is not said. Give ${missing.join(', and ')}`,
    );
  }
  const org = await orgAnswer(args, asking(ask));
  return { org, users: await usersAnswer(args, asking(ask)), packs: await packsAnswer(args, ask) };
}

function refuseContradictions({ targetOrg, instanceUrl, signIn, user, allApiOnly }: InitArguments): void {
  if (targetOrg !== undefined && (instanceUrl !== undefined || signIn !== undefined)) {
    throw wrongUsage(
      '--target-org is signed in already: leave out --instance-url and --sign-in, or --target-org',
    );
  }
  if (instanceUrl !== undefined && signIn === 'sfdx-auth-url') {
    throw wrongUsage('an SFDX auth URL names its org by itself. Leave out --instance-url');
  }
  if (user !== undefined && allApiOnly === true) {
    throw wrongUsage('--user and --all-api-only name two sets of users. Give one of them');
  }
}

const flags = { instanceUrl: '--instance-url', clientId: '--client-id', username: '--username' } as const;

function missingFlags(args: InitArguments): readonly string[] {
  const { targetOrg, instanceUrl, signIn, user, allApiOnly } = args;
  const noOrg = targetOrg === undefined && instanceUrl === undefined && signIn === undefined;
  const needs = neededBy(signIn ?? 'access-token').filter((name) => name !== 'audience');
  return [
    ...(noOrg ? ['--target-org ALIAS or --instance-url URL'] : []),
    ...(noOrg || targetOrg !== undefined
      ? []
      : needs.filter((name) => args[name] === undefined).map((name) => flags[name])),
    ...(user === undefined && allApiOnly !== true ? ['--user USERNAME or --all-api-only'] : []),
  ];
}

/** Asks until there is an answer that can be taken. What looks like a secret is none, and is not repeated. */
const asking =
  (ask: Ask | null) =>
  async (given: string | undefined, question: string): Promise<string> => {
    const answer = given ?? (ask === null ? '' : await ask(question));
    if (!looksSecret(answer)) return answer;
    throw wrongUsage(
      'that looks like a secret, and a configuration file never has one. Name where the secret is',
    );
  };

type Asking = ReturnType<typeof asking>;

async function orgAnswer(args: InitArguments, asked: Asking): Promise<OrgAnswer> {
  const byAddress = args.instanceUrl !== undefined || args.signIn !== undefined;
  const alias = byAddress
    ? ''
    : await asked(
        args.targetOrg,
        'Org, as the Salesforce CLI knows it (alias or username; empty: by its address): ',
      );
  if (alias !== '') return { targetOrg: alias };
  const given = args.signIn ?? (args.instanceUrl === undefined ? undefined : 'access-token');
  const way = await wayAnswer(given, asked);
  const needs = neededBy(way);
  const needed = async (name: keyof typeof flags, question: string): Promise<string> =>
    needs.includes(name) ? needful(await asked(args[name], question), flags[name]) : '';
  return {
    name: args.orgName ?? 'production',
    way,
    instanceUrl: (await needed('instanceUrl', 'Its address (https://NAME.my.salesforce.com): ')) || undefined,
    clientId: await needed('clientId', 'Consumer key of the app: '),
    username: await needed('username', 'User to sign in as: '),
  };
}

function needful(answer: string, flag: string): string {
  if (answer === '') throw wrongUsage(`${flag} is needed for this way to sign in, and nothing was given`);
  return answer;
}

async function wayAnswer(given: SignInWay | undefined, asked: Asking): Promise<SignInWay> {
  const list = signInWays.map((way) => `  ${way}: ${wayTitles[way]}\n`).join('');
  const answer = (await asked(given, `How to sign in:\n${list}[access-token]: `)) || 'access-token';
  const way = signInWays.find((name) => name === answer);
  if (way === undefined) throw wrongUsage(`there is no such way to sign in. Give ${eitherOf(signInWays)}`);
  return way;
}

async function usersAnswer({ user, allApiOnly }: InitArguments, asked: Asking): Promise<Answers['users']> {
  if (allApiOnly === true) return 'all-api-only';
  const answer = await asked(
    user?.join(','),
    'Users to audit (usernames with commas between; empty: every API-only user): ',
  );
  const names = user ?? answer.split(',').map((name) => name.trim());
  const users = [...new Set(names.filter((name) => name !== ''))];
  return users.length === 0 ? 'all-api-only' : users;
}

async function packsAnswer({ pack }: InitArguments, ask: Ask | null): Promise<readonly string[]> {
  if (pack !== undefined) return pack;
  const answer = ask === null ? '' : await ask(`Pack [${defaultPack}]: `);
  return [answer || defaultPack];
}
