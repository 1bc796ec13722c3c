import type { Needs } from '../model/needs.ts';
import { nameKey } from '../salesforce/names.ts';
import { profileApiName, profileTitle } from '../salesforce/standard-profiles.ts';
import { partsOf } from './word-list.ts';

/** What is no secret: Salesforce's own names, the vendor's, and what was asked for. */
export interface Stays {
  /** Keys of the API names that the needs name: they stay wherever they stand. */
  readonly asked: ReadonlySet<string>;
  /** Labels of the needs, as they compare. */
  readonly labels: ReadonlySet<string>;
  /** Packages that the needs name: of their other fields the namespace stays. */
  readonly namespaces: ReadonlySet<string>;
  /** The vendor's own packages: whatever is theirs stays. */
  readonly vendor: ReadonlySet<string>;
  /** Words of Salesforce's and the vendor's names among the needs. */
  readonly words: ReadonlySet<string>;
}

/** @param vendor namespaces of the vendor's packages, in small letters. */
export function whatStays(needs: Needs, vendor: ReadonlySet<string>): Stays {
  const { objects = [], fields = [], systemPermissions = [], permissionSetLicenses = [] } = needs;
  const known = fields.filter(({ field }) => isStandardName(field) || vendor.has(namespaceOf(field) ?? ''));
  const names = [...objects, ...fields.map(({ object }) => object)];
  const vendors = names.filter((name) => isStandardName(name) || vendor.has(namespaceOf(name) ?? ''));
  const told = [
    ...known.flatMap(({ field, label = '' }) => [field, label]),
    ...vendors,
    ...systemPermissions,
  ];
  const asked = fields.flatMap(({ field, configured = '' }) => [field, configured]);
  return {
    asked: new Set([...names, ...asked, ...systemPermissions, ...permissionSetLicenses].map(nameKey)),
    labels: new Set(fields.flatMap(({ label }) => (label === undefined ? [] : labelKey(label)))),
    namespaces: new Set(fields.flatMap(({ field }) => namespaceOf(field) ?? [])),
    vendor,
    words: new Set(told.flatMap(partsOf)),
  };
}

/** Custom names bear a suffix, and Salesforce's own neither that nor underscores. */
export const isStandardName = (name: string): boolean => /^[a-z][a-z0-9]*$/iu.test(name);

/** The package of a custom name: `iv` of `iv__Account__c`, in small letters; null where there is none. */
export const namespaceOf = (name: string): string | null =>
  /^([a-z0-9_]+?)__.+__[a-z]+$/iu.exec(name)?.[1]?.toLowerCase() ?? null;

/** A label as it may be found by: without signs, and the words that the vendor's page puts in or leaves out. */
export function labelKey(label: string): string {
  let rest = label.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replaceAll('insideview', '').replaceAll('company', '');
  }
  return rest;
}

/** Whether an object's or field's name stays: Salesforce's, the vendor's, what was asked for, or made of their words. */
export const nameStays = (name: string, { asked, vendor, words }: Stays): boolean =>
  isStandardName(name) ||
  asked.has(nameKey(name)) ||
  vendor.has(namespaceOf(name) ?? '') ||
  (namespaceOf(name) === null && isMadeOf(name, words));

/** Whether a field's label stays. Fields are found by labels: what a need could mean by its label stays too. */
export function labelStays(label: string, field: string, stays: Stays): boolean {
  const spoken = /[\p{L}\p{N}]/u.test(label) && stays.labels.has(labelKey(label));
  if (spoken || stays.vendor.has(namespaceOf(field) ?? '')) return true;
  const own = nameStays(field, stays) && !isAskedAlone(field, stays) ? partsOf(field) : [];
  return isMadeOf(label, new Set([...stays.words, ...own]));
}

/** A name that stays for no other reason than that the customer asked for it lends its words to nothing else. */
const isAskedAlone = (name: string, { vendor }: Stays): boolean =>
  !isStandardName(name) && !vendor.has(namespaceOf(name) ?? '');

const isMadeOf = (text: string, words: ReadonlySet<string>): boolean => {
  const parts = partsOf(text.replace(/__[a-z]+$/iu, ''));
  return /^[\w ]+$/u.test(text) && parts.length > 0 && parts.every((part) => words.has(part));
};

/** Custom names that stay for no other reason than that they were asked for: `Contact.Job_Function__c`. Sorted. */
export const askedCustomNames = (
  { objects = [], fields = [] }: Needs,
  vendor: ReadonlySet<string>,
): readonly string[] => {
  const isCustoms = (name: string) => !isStandardName(name) && !vendor.has(namespaceOf(name) ?? '');
  const ofFields = fields.flatMap(({ object, field, configured }) =>
    [field, configured ?? field].filter((name) => isCustoms(name)).map((name) => `${object}.${name}`),
  );
  return [...new Set([...objects.filter(isCustoms), ...ofFields])].sort();
};

/** Profiles that come with Salesforce beside those whose metadata has another name (docs of the profiles' licences). */
const otherStandardProfiles: ReadonlySet<string> = new Set(
  [
    'Analytics Cloud Integration User',
    'Analytics Cloud Security User',
    'API Only System Integrations',
    'Chatter External User',
    'Chatter Free User',
    'Chatter Moderator User',
    'Customer Community User',
    'External Identity User',
    'Identity User',
    'Minimum Access - API Only Integrations',
    'Minimum Access - Salesforce',
    'Partner Community User',
    'Salesforce API Only System Integrations',
    'Salesforce Integration',
  ].map(nameKey),
);

/** Whether a profile is called as one that comes with Salesforce. */
export const isStandardProfileName = (name: string): boolean =>
  otherStandardProfiles.has(nameKey(name)) || profileTitle(name) !== name || profileApiName(name) !== name;
