import { nameKey } from './names.ts';

/**
 * Standard objects that surely have object permissions (Salesforce Help, "Object Permissions"; retrieved profiles have
 * entries of each). Some 43 others have field permissions alone, and follow other rules (docs/salesforce.md, trap 12).
 */
const withObjectPermissions: ReadonlySet<string> = new Set([
  ...['account', 'asset', 'campaign', 'case', 'contact', 'contract', 'idea', 'lead', 'opportunity', 'order'],
  ...['pricebook2', 'product2', 'quote', 'servicecontract', 'solution', 'workorder'],
]);

/** Whether it is one of these; of others an org has to tell, or an entry that somebody has. */
export const surelyHasObjectPermissions = (object: string): boolean =>
  withObjectPermissions.has(nameKey(object));
