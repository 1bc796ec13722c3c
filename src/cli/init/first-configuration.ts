import { Document, isMap, isPair, isScalar, type YAMLMap } from 'yaml';
import { orgOfArguments } from '../org-arguments.ts';
import type { Answers, OrgAnswer } from './answers.ts';

/** A configuration file with words for whoever opens it. `schema` is where an editor finds what may stand in it. */
export function firstConfiguration({ org, users, packs }: Answers, schema: string): string {
  const document = new Document({
    ...orgEntries(org),
    ...(users === 'all-api-only' ? { allApiOnly: true } : { users }),
    packs,
  });
  document.commentBefore = ` yaml-language-server: $schema=${schema}\n What syncgate audits by default; arguments win over it. \`syncgate config\` prints what it comes to.`;
  if (isMap(document.contents))
    for (const [key, words] of Object.entries(remarks)) remark(document.contents, key, words);
  document.comment = more;
  return document.toString({ lineWidth: 0 });
}

function orgEntries(org: OrgAnswer): object {
  if ('targetOrg' in org) return org;
  const { name, instanceUrl, way, clientId, username } = org;
  const named = {
    signIn: way,
    ...(instanceUrl !== undefined && { instanceUrl: originOf(instanceUrl) }),
    ...(clientId !== '' && { clientId }),
    ...(username !== '' && { username }),
  };
  return { targetOrg: name, orgs: { [name]: orgOfArguments(named, {}) } };
}

/** People paste what their browser shows. */
function originOf(address: string): string {
  const url = URL.parse(address);
  return url !== null && /^https?:$/u.test(url.protocol) ? url.origin : address;
}

const remarks: Readonly<Record<string, string>> = {
  targetOrg: ' The org to audit: a name of orgs, or an alias or username that the Salesforce CLI knows.',
  orgs: ' How to sign in to each org. A secret never stands here, only where it is: { env: NAME } or { file: PATH }.',
  allApiOnly: ' Every active user that is API-only. Name some instead with `users: [integration@acme.com]`.',
  users: ' Whom to audit: usernames, user Ids or aliases.',
  packs:
    ' What to hold them against: `syncgate packs list` names what there is; a file is named by its path.',
};

function remark(map: YAMLMap, key: string, words: string): void {
  const pair = map.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
  if (pair === undefined || !isScalar(pair.key)) return;
  pair.key.commentBefore = words;
  pair.key.spaceBefore = map.items[0] !== pair;
}

const more = ` A failure to live with until a day, at most a year ahead. \`syncgate waivers\` lists them.
 waivers:
   - requirement: account-delete
     reason: our policy is no deletes
     owner: CRM team
     expires: YYYY-MM-DD`;
