import type { UserLicense } from '../model/subject.ts';

/** Which licences a requirement is content with. */
export interface LicenseWish {
  readonly keys?: readonly string[];
  readonly names?: readonly string[];
  readonly notNames?: readonly string[];
}

/**
 * Values of `UserLicense.LicenseDefinitionKey` with a documented meaning (Object Reference, UserLicense). The key of
 * a newer licence, Salesforce Integration among them, is not documented: such a licence is known by its name alone.
 */
const documentedKeys: ReadonlySet<string> = new Set([
  'SFDC',
  'AUL',
  'AUL1',
  'AUL_LIGHT',
  'FDC_ONE',
  'FDC_SUB',
  'Overage_Platform_Portal_User',
  'PID_CHATTER',
  'PID_CONTENT',
  'PID_Customer_Community',
  'PID_Customer_Community_Login',
  'PID_Customer_Portal_Basic',
  'PID_Customer_Portal_Standard',
  'PID_FDC_FREE',
  'PID_IDEAS',
  'PID_Ideas_Only_Portal',
  'PID_Ideas_Only_Site',
  'PID_KNOWLEDGE',
  'PID_Partner_Community',
  'PID_Partner_Community_Login',
  'PID_STRATEGIC_PRM',
]);

/**
 * Whether a licence is one of those wished for. A key of undocumented meaning under a name that nothing speaks of
 * stays a doubt: it may be another edition of the same licence. So does a name that nothing speaks of where the key is
 * not known.
 */
export function matchLicense(license: UserLicense, wish: LicenseWish): 'yes' | 'no' | 'unknown' {
  const { name, key } = license;
  if (key !== null && wish.keys?.includes(key)) return 'yes';
  if ((key !== null && documentedKeys.has(key)) || wish.notNames?.includes(name)) return 'no';
  return wish.names?.includes(name) ? 'yes' : 'unknown';
}

/** `Salesforce Platform (AUL)`; the name alone where the key is not known. */
export function licenseTitle({ name, key }: UserLicense): string {
  return key === null ? name : `${name} (${key})`;
}
