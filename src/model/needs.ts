/**
 * What must be read to decide a set of requirements. The collector reads needs and knows no rule;
 * a rule declares needs and knows no collector. Keys are the parts of the access document.
 */
export interface Needs {
  readonly organization?: true;
  /** The user's own row. */
  readonly user?: true;
  /** Its profile and the licence of that. */
  readonly profile?: true;
  /** Frozen and locked (UserLogin). */
  readonly login?: true;
  /** The other active users of the same profile. */
  readonly profilePeers?: true;
  readonly limits?: true;
  /** API names without `Permissions`, such as `ApiEnabled`. */
  readonly systemPermissions?: readonly string[];
  /** Object API names. */
  readonly objects?: readonly string[];
  readonly fields?: readonly FieldNeed[];
  /** Active flows, their access restriction, and who may run them. */
  readonly flows?: true;
  /** Developer names of permission set licences. */
  readonly permissionSetLicenses?: readonly string[];
  readonly assignments?: true;
}

export type NeedName = keyof Needs;

/** A field as a requirement names it. */
export interface FieldNeed {
  readonly object: string;
  /** API name, such as `iv__InsideView_Company_ID__c`. */
  readonly field: string;
  /** The label on the vendor's page, to find the field where its name differs. */
  readonly label?: string;
  /** The name this customer's org uses, from the configuration. */
  readonly configured?: string;
}
