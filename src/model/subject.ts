import type { Location, Part } from './part.ts';

/** Who is audited. */
export interface Subject {
  /** In an org a user; in source a persona: a profile with permission sets and groups. */
  readonly kind: 'user' | 'persona';
  /** User Id, 18 characters; for a persona `persona:` and its name. */
  readonly id: string;
  /** Username; the persona's name. */
  readonly name: string;
  /** What a person calls it: the user's full name; what the persona is made of. */
  readonly title: string;
}

export interface SubjectRecord {
  readonly subject: Subject;
  readonly user: Part<User>;
  readonly profile: Part<Profile>;
  readonly login: Part<Login>;
  readonly profilePeers: Part<ProfilePeers>;
  /** Proven complete (trap 5), or unavailable. Expired, inactive and revoked ones are here too. */
  readonly assignments: Part<readonly Assignment[]>;
  readonly permissionSetLicenses: Part<readonly AssignedLicense[]>;
}

export interface User {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly isActive: boolean;
  /** Null: has never logged in. */
  readonly lastLoginDate: string | null;
  readonly userType: string | null;
  /** `UserPermissionsInteractionUser`, "Flow User". */
  readonly flowUser: Part<boolean>;
  /** Null: does not expire, or not told. */
  readonly passwordExpires: Part<string | null>;
}

export interface Profile {
  readonly id: string;
  /** Null where profile filtering hides it. */
  readonly name: string | null;
  readonly isCustom: Part<boolean>;
  readonly license: Part<UserLicense>;
  readonly at?: Location;
}

export interface UserLicense {
  readonly name: string;
  /** `LicenseDefinitionKey`, such as `SFDC`; null where only the name is known. */
  readonly key: string | null;
}

export interface Login {
  readonly isFrozen: boolean;
  readonly isPasswordLocked: boolean;
}

/** Other active users with the same profile. */
export interface ProfilePeers {
  readonly total: number;
  /** At most five usernames. */
  readonly examples: readonly string[];
}

export interface Assignment {
  readonly id: string;
  /** The PermissionSet it gives: a profile's, a set's, or a group's aggregate. */
  readonly containerId: string;
  readonly groupId: string | null;
  readonly isActive: boolean;
  readonly isRevoked: boolean;
  /** ISO 8601 UTC. */
  readonly expires: string | null;
}

export interface AssignedLicense {
  readonly name: string;
  readonly label: string;
  readonly status: string;
  readonly expires: string | null;
}
