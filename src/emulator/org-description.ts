/**
 * What an emulated org is made of, as a scenario file writes it down. Everything an org would compute
 * (Ids, group aggregates, implied object permissions, describe results, visible columns) is left out
 * here and computed by the emulator.
 */
export interface OrgDescription {
  readonly $schema?: string;
  /** What the scenario shows, in a sentence or two. */
  readonly description: string;
  /** The org's own clock, ISO 8601 UTC. It stands still: every answer carries it as its `Date` header. */
  readonly now: string;
  readonly organization: OrganizationDescription;
  /** REST versions the org offers. Default: 31.0 to 67.0. */
  readonly apiVersions?: { readonly oldest: string; readonly newest: string };
  /** False answers every REST call with API_DISABLED_FOR_ORG. Default true. */
  readonly restApi?: boolean;
  /** Salesforce answers `Sforce-Limit-Info` and `/limits` from this. Default: 1,000 of 100,000 used. */
  readonly dailyApiRequests?: { readonly max: number; readonly remaining: number };
  readonly userLicenses: readonly UserLicenseDescription[];
  readonly permissionSetLicenses?: readonly PermissionSetLicenseDescription[];
  /** `Permissions*` columns (without the prefix) this org lacks beyond what its edition lacks. */
  readonly absentPermissions?: readonly string[];
  /** Installed packages, by namespace; fields and flows name theirs. */
  readonly packages?: Readonly<Record<string, string>>;
  readonly objects: Readonly<Record<string, ObjectDescription>>;
  readonly flows?: readonly FlowDescription[];
  readonly profiles: readonly ProfileDescription[];
  readonly permissionSets?: readonly PermissionSetDescription[];
  readonly permissionSetGroups?: readonly PermissionSetGroupDescription[];
  readonly users: readonly UserDescription[];
  /** Username of the caller whose access token the emulator hands out first. */
  readonly auditor: string;
  /** Whom to audit, in order, with a word on each. */
  readonly audit: readonly { readonly username: string; readonly label: string }[];
}

export interface OrganizationDescription {
  readonly name: string;
  /** `Organization.OrganizationType`, such as `Enterprise Edition`. */
  readonly type: string;
  readonly isSandbox?: boolean;
  /** Which of several emulated orgs this is, from 1 (the default): its Id follows from it. */
  readonly number?: number;
}

export interface UserLicenseDescription {
  readonly name: string;
  /** `UserLicense.LicenseDefinitionKey`, such as `SFDC`. */
  readonly key: string;
}

export interface PermissionSetLicenseDescription {
  /** `PermissionSetLicense.DeveloperName`. */
  readonly name: string;
  readonly label: string;
  readonly status?: 'Active' | 'Disabled';
  readonly expires?: string;
}

export interface ObjectDescription {
  readonly label: string;
  /** False for the objects that have field permissions but no ObjectPermissions rows (Task, Event …). Default true. */
  readonly permissionable?: boolean;
  readonly fields: readonly FieldDescription[];
}

export interface FieldDescription {
  readonly name: string;
  readonly label: string;
  /** Tooling `DataType` text, such as `Text(40)`, `Lookup(Account)`, `Formula (Text)`, `Auto Number`. */
  readonly type: string;
  /** False for fields without field-level security (OwnerId, Id, universally required ones). Default true. */
  readonly permissionable?: boolean;
  readonly required?: boolean;
}

export interface FlowDescription {
  readonly name: string;
  readonly label: string;
  /** `Flow` is a screen flow, `AutoLaunchedFlow` an auto-launched one. */
  readonly processType: string;
  /** `RecordAfterSave`, `Scheduled` …; absent for flows that run in the user's context. */
  readonly triggerType?: string;
  readonly active?: boolean;
  /** "Override default behavior and restrict access to enabled profiles or permission sets". */
  readonly restrictsAccess?: boolean;
  /** Managed package namespace; the restriction of a managed flow cannot be read. */
  readonly namespace?: string;
}

export type ObjectRightName =
  | 'read'
  | 'create'
  | 'edit'
  | 'delete'
  | 'viewAllRecords'
  | 'modifyAllRecords'
  | 'viewAllFields';

/** What one container grants (or, in a muting set, takes away). */
export interface PermissionEntries {
  /** System permissions by API name, without `Permissions`: `ApiEnabled`. One this org lacks is not saved. */
  readonly system?: readonly string[];
  readonly objects?: Readonly<Record<string, readonly ObjectRightName[]>>;
  /**
   * `Account.Name__c` → the highest right; `edit` means read too. In a muting set it is the lowest right
   * taken: `edit` leaves the field readable, `read` takes both.
   */
  readonly fields?: Readonly<Record<string, 'read' | 'edit'>>;
  /** Flow API names this container enables. */
  readonly flows?: readonly string[];
}

export interface ProfileDescription extends PermissionEntries {
  readonly name: string;
  /** Name of its user licence. */
  readonly license: string;
  readonly custom: boolean;
}

export interface PermissionSetDescription extends PermissionEntries {
  readonly name: string;
  readonly label: string;
  readonly namespace?: string;
  /** Name of a user licence or of a permission set licence it is limited to. */
  readonly license?: string;
  /** Session-based: grants only while a session activation lasts. */
  readonly hasActivationRequired?: boolean;
}

export interface PermissionSetGroupDescription {
  readonly name: string;
  readonly label: string;
  readonly status?: 'Updated' | 'Outdated' | 'Updating' | 'Failed';
  readonly hasActivationRequired?: boolean;
  /** Names of member permission sets. */
  readonly members: readonly string[];
  readonly muting?: PermissionEntries & { readonly name: string; readonly label: string };
  /** What a stale aggregate still answers while `status` is not `Updated`; default: the computed one. */
  readonly staleAggregate?: PermissionEntries;
}

export interface UserDescription {
  readonly username: string;
  readonly alias: string;
  readonly name: string;
  readonly profile: string;
  /** Default true. */
  readonly active?: boolean;
  readonly frozen?: boolean;
  readonly passwordLocked?: boolean;
  /** Null: has never logged in. */
  readonly lastLogin: string | null;
  readonly passwordExpires?: string;
  readonly userType?: string;
  readonly email?: string;
  /** `User.UserPermissionsInteractionUser`, "Flow User". */
  readonly flowUser?: boolean;
  readonly assignments?: readonly AssignmentDescription[];
  /** Developer names of assigned permission set licences. */
  readonly permissionSetLicenses?: readonly string[];
}

export interface AssignmentDescription {
  /** Exactly one of the two. */
  readonly permissionSet?: string;
  readonly group?: string;
  readonly expires?: string;
  /** Default true. */
  readonly active?: boolean;
  /** Written only in orgs with user access policies; the column exists when any assignment says it. */
  readonly revoked?: boolean;
  /** A session activation is on for this session-based set. */
  readonly sessionActive?: boolean;
}
