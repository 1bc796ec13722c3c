import { type SignInWay as AnyWay, signInWays as allWays } from '../org-arguments.ts';

/** Ways to sign in that a first configuration can have: none that is on its way out. The Salesforce CLI needs none. */
export type SignInWay = Exclude<AnyWay, 'password'>;

export const signInWays = allWays.filter((way) => way !== 'password');

/** What a person calls them. */
export const wayTitles: Readonly<Record<SignInWay, string>> = {
  'access-token': 'an access token',
  'client-credentials': 'OAuth client credentials',
  jwt: 'OAuth JWT bearer',
  'refresh-token': 'an OAuth refresh token',
  'sfdx-auth-url': 'an SFDX auth URL',
};
