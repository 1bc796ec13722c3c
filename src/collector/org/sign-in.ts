/** Ways to sign in, one file each in `sign-in/`: every one ends in a {@link SignIn}. */
export { type CliAnswer, type RunCli, signInWithCli } from './sign-in/salesforce-cli.ts';
export type { SignIn } from './sign-in/sign-in.ts';
export { type Credentials, type SignInOptions, signInWith } from './sign-in/sign-in-with.ts';
export { signInWithToken } from './sign-in/token.ts';
