import { type SignIn, signInWithCli, signInWithToken } from '../collector/org/sign-in.ts';
import { wrongUsage } from './failure.ts';
import type { World } from './world.ts';

/** The environment variable that holds the access token: an argument would show in the process list. */
export const tokenVariable = 'SYNCGATE_ACCESS_TOKEN';

export interface OrgChoice {
  readonly targetOrg?: string | undefined;
  readonly instanceUrl?: string | undefined;
}

/** Signs in by whichever way the arguments name; one who has signed in already is taken at their word. */
export async function signIn(org: OrgChoice | SignIn, world: World): Promise<SignIn> {
  if ('accessToken' in org) return signInWithToken(org);
  const { targetOrg, instanceUrl } = org;
  if (targetOrg !== undefined && instanceUrl !== undefined) {
    throw wrongUsage('--target-org and --instance-url name two ways to sign in. Give one of them');
  }
  if (targetOrg !== undefined) return signInWithCli(targetOrg, (args) => world.run('sf', args));
  if (instanceUrl === undefined) {
    throw wrongUsage(
      'no org is named. Give --target-org ALIAS (an org the Salesforce CLI is signed in to), ' +
        `--instance-url URL with the access token in ${tokenVariable}, or --snapshot FILE`,
    );
  }
  const accessToken = world.env[tokenVariable];
  if (!accessToken) {
    throw wrongUsage(
      `the access token for ${instanceUrl} is missing. Set the environment variable ${tokenVariable}`,
    );
  }
  return signInWithToken({ instanceUrl, accessToken });
}
