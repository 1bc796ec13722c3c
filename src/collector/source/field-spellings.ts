/** A name under which files may list a field. */
export interface Spelling {
  readonly spelling: string;
  /** The field that was asked for, where the entry is of the compound field that it is a part of. */
  readonly partOf?: string;
}

const parts = 'Street|City|State|PostalCode|Country|StateCode|CountryCode|Latitude|Longitude|GeocodeAccuracy';
const partOfAddress = new RegExp(`^(|Billing|Shipping|Mailing|Other|QuoteTo|Additional)(?:${parts})$`, 'i');
const partOfCustomAddress = new RegExp(`^(.+)__(?:${parts})__s$`, 'i');

/**
 * How files list a field: by its name; a lookup also without `Id` (docs/salesforce.md, "Field permissions"); a part
 * of an address under the whole, for that is what field-level security is set on (Object Reference, "Address Compound
 * Fields"; retrieved profiles list `Account.BillingAddress` and none of its parts).
 */
export function spellingsOf(field: string): readonly Spelling[] {
  const standard = partOfAddress.exec(field)?.[1];
  const custom = partOfCustomAddress.exec(field)?.[1];
  return [
    { spelling: field },
    ...(/[a-z0-9]Id$/.test(field) ? [{ spelling: field.slice(0, -2) }] : []),
    ...(standard === undefined ? [] : [{ spelling: `${standard}Address`, partOf: field }]),
    ...(custom === undefined ? [] : [{ spelling: `${custom}__c`, partOf: field }]),
  ];
}
