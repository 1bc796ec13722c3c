import type { Options } from 'yargs';
import { many, one } from './option-kinds.ts';
import { signInWays } from './org-arguments.ts';

/** Groups of options that say what is looked at, and whom: an org, many of them, a snapshot or metadata files. */

export const orgOptions = {
  'target-org': {
    ...one,
    alias: 'o',
    group: 'Org:',
    describe: 'Alias or username of an org the Salesforce CLI (sf) is signed in to',
  },
  'instance-url': {
    ...one,
    group: 'Org:',
    describe: 'URL of the org; --sign-in says how to get in',
  },
  'sign-in': {
    ...one,
    group: 'Org:',
    describe:
      'Way to sign in to --instance-url (default: access-token, from SYNCGATE_ACCESS_TOKEN); docs/signing-in.md names where each has its secret',
    choices: signInWays,
  },
  'client-id': { ...one, group: 'Org:', describe: 'Consumer key of the app that signs in' },
  username: { ...one, group: 'Org:', describe: 'User to sign in as, for jwt and password' },
  audience: {
    ...one,
    group: 'Org:',
    describe: 'Whom a jwt is made out to (default: by the address of the org)',
  },
  'secret-file': {
    ...one,
    group: 'Org:',
    describe: 'File with the token, secret, key or password of --sign-in; - is standard input',
  },
  'api-version': {
    ...one,
    group: 'Org:',
    describe: 'REST API version, 58.0 to 67.0 (default: 67.0, or the newest the org offers)',
  },
} as const satisfies Record<string, Options>;

export const orgsOptions = {
  'all-orgs': { type: 'boolean', group: 'Orgs:', describe: 'Audit every org of the configuration' },
  concurrency: {
    type: 'number',
    requiresArg: true,
    group: 'Orgs:',
    describe: 'How many orgs to audit at a time (default: 4)',
  },
  shard: {
    ...one,
    group: 'Orgs:',
    describe: 'I/N: audit only this part of the orgs; `syncgate merge` joins the reports',
  },
} as const satisfies Record<string, Options>;

export const snapshotOption = {
  snapshot: {
    ...one,
    group: 'Org:',
    describe: 'Audit a snapshot written by `syncgate collect`, without a network',
  },
} as const satisfies Record<string, Options>;

/** Metadata files, and the personas that they describe. */
export const personaOptions = {
  'source-dir': {
    ...many,
    group: 'Source:',
    describe: 'Folder with metadata files, or with a sfdx-project.json; repeat for more',
  },
  profile: { ...one, group: 'Source:', describe: 'Profile of the persona to audit, by file name or label' },
  'permission-set': {
    ...many,
    group: 'Source:',
    describe: 'Permission set of the persona; repeat for more',
  },
  'permission-set-group': {
    ...many,
    group: 'Source:',
    describe: 'Permission set group of the persona; repeat for more',
  },
  persona: {
    ...many,
    group: 'Source:',
    describe: 'Persona named in the configuration file; repeat for more (default: all of them)',
  },
  'each-api-only': {
    type: 'boolean',
    group: 'Source:',
    describe: 'Audit each profile, permission set and group that makes its holder API-only',
  },
  facts: {
    ...one,
    group: 'Source:',
    describe:
      'Snapshot of an org that tells what files cannot; with --user, what the files would make of its user',
  },
} as const satisfies Record<string, Options>;

export const sourceOptions = {
  ...personaOptions,
  'changed-since': {
    ...one,
    group: 'Source:',
    describe: 'Audit only whose files changed since this git revision, such as origin/main',
  },
  'write-manifest': {
    ...one,
    group: 'Source:',
    describe: 'Write a package.xml that retrieves what the audit needs to know',
  },
} as const satisfies Record<string, Options>;

export const userOptions = {
  user: {
    ...many,
    alias: 'u',
    group: 'Who:',
    describe: 'Username, Id or alias of the user to audit; repeat for more',
  },
  'all-api-only': { type: 'boolean', group: 'Who:', describe: 'Audit every active API-only user' },
} as const satisfies Record<string, Options>;
