/**
 * Domains that belong to Salesforce and serve orgs: those that the Salesforce CLI counts as its own
 * (forcedotcom/sfdx-core, `sfdcUrl.ts`), Government Cloud Plus - Defense (`.mil`), and Salesforce on Alibaba
 * Cloud (`sfcrmproducts.cn`). Government Cloud and Government Cloud Plus are at `salesforce.com`.
 */
const salesforceDomains = [
  'salesforce.com',
  'cloudforce.com',
  'force.com',
  'salesforce.mil',
  'cloudforce.mil',
  'force.mil',
  'sfcrmproducts.cn',
] as const;

/** Where the web pages of an org are, and where the API of the same org is (Salesforce help, My Domain URL Formats). */
const pageDomains: readonly (readonly [pages: string, api: string])[] = [
  ['.lightning.force.com', '.my.salesforce.com'],
  ['.my.salesforce-setup.com', '.my.salesforce.com'],
  ['.lightning.force.mil', '.my.salesforce.mil'],
  ['.my.salesforce-setup.mil', '.my.salesforce.mil'],
  ['.lightning.sfcrmapps.cn', '.my.sfcrmproducts.cn'],
];

/** Whether a host is one of Salesforce's own. @param hostname in lower case, as a URL has it. */
export const isSalesforceHost = (hostname: string): boolean =>
  salesforceDomains.some((domain) => hostname.endsWith(`.${domain}`));

/** The API's host of the org whose web pages are at this one; undefined for any other host. */
export function apiHostOfPages(hostname: string): string | undefined {
  const found = pageDomains.find(([pages]) => hostname.endsWith(pages) && hostname.length > pages.length);
  return found && hostname.slice(0, -found[0].length) + found[1];
}

/**
 * Whether the host is of a sandbox or a scratch org, which sign in at test.salesforce.com:
 * `acme--uat.sandbox.my.salesforce.com`, `x.scratch.my.salesforce.com`, and the older `acme--uat.my.…`,
 * `acme--uat.cs42.my.…` and `cs42.salesforce.com`.
 */
export const isSandboxHost = (hostname: string): boolean =>
  hostname === 'test.salesforce.com' ||
  /\.(?:sandbox|scratch)\.my\.salesforce\.com$/.test(hostname) ||
  /^[^.]+--[^.]+(?:\.cs\d+)?\.my\.salesforce\.com$/.test(hostname) ||
  /^cs\d+\.(?:my\.)?salesforce\.com$/.test(hostname);

/** This very machine: nothing that is sent there leaves it. */
export const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
