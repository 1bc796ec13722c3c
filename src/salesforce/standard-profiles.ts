import { nameKey } from './names.ts';

/**
 * Standard profiles whose metadata has another name than people see: file name → `Profile.Name`. Salesforce
 * documents no list; these are what several projects and tools agree on (docs/salesforce.md, "Metadata files", trust
 * v). Read Only is spelled both ways: it became a custom profile in newer orgs. All other profiles have one name.
 */
const titles: Readonly<Record<string, string>> = {
  Admin: 'System Administrator',
  ContractManager: 'Contract Manager',
  Guest: 'Standard Guest',
  HighVolumePortal: 'High Volume Customer Portal',
  MarketingProfile: 'Marketing User',
  PlatformPortal: 'Authenticated Website',
  ReadOnly: 'Read Only',
  SolutionManager: 'Solution Manager',
  Standard: 'Standard User',
  StandardAul: 'Standard Platform User',
};

const byApiName = new Map(Object.entries(titles).map(([apiName, title]) => [nameKey(apiName), title]));
const byTitle = new Map(Object.entries(titles).map(([apiName, title]) => [nameKey(title), apiName]));

/** A profile's name as people see it (`System Administrator`), from its metadata name (`Admin`). */
export const profileTitle = (apiName: string): string => byApiName.get(nameKey(apiName)) ?? apiName;

/** A profile's metadata name (`Admin`), from its name as people see it (`System Administrator`). */
export const profileApiName = (title: string): string => byTitle.get(nameKey(title)) ?? title;

/** Whether a metadata name is one that only a standard profile has. */
export const isStandardProfile = (apiName: string): boolean => byApiName.has(nameKey(apiName));
