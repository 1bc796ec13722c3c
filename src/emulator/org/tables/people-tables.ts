import type { OrgDescription, UserDescription } from '../../org-description.ts';
import { apiDateTime, setUpAt } from '../clock.ts';
import type { Containers } from '../containers.ts';
import { makeId } from '../ids.ts';
import type { OrgRecord } from '../table.ts';

/** Someone who mistyped the password as often as the org allows. */
const FAILED_LOGINS_TO_LOCK = 10;

function splitName(name: string): { readonly first: string | null; readonly last: string } {
  const space = name.lastIndexOf(' ');
  return space === -1
    ? { first: null, last: name }
    : { first: name.slice(0, space), last: name.slice(space + 1) };
}

export function userRecords(
  description: OrgDescription,
  userIds: ReadonlyMap<string, string>,
  { profiles }: Containers,
): readonly OrgRecord[] {
  const profileIds = new Map(profiles.map((profile) => [profile.description.name, profile.profileId]));
  const passwordChanged = apiDateTime(setUpAt(description.now));
  return description.users.map((user, index) => ({
    cells: {
      Id: userIds.get(user.username) ?? null,
      ...nameCells(user, index),
      IsActive: user.active ?? true,
      ProfileId: profileIds.get(user.profile) ?? null,
      UserType: user.userType ?? 'Standard',
      LastLoginDate: user.lastLogin === null ? null : apiDateTime(user.lastLogin),
      LastPasswordChangeDate: passwordChanged,
      PasswordExpirationDate: user.passwordExpires === undefined ? null : apiDateTime(user.passwordExpires),
      NumberOfFailedLogins: user.passwordLocked === true ? FAILED_LOGINS_TO_LOCK : 0,
      UserPermissionsInteractionUser: user.flowUser ?? false,
    },
  }));
}

function nameCells(user: UserDescription, index: number): OrgRecord['cells'] {
  const { first, last } = splitName(user.name);
  return {
    Username: user.username,
    LastName: last,
    FirstName: first,
    Name: user.name,
    Alias: user.alias,
    Email: user.email ?? user.username,
    CommunityNickname: `${user.alias}${index + 1}`,
  };
}

export const userDefaults: OrgRecord['cells'] = {
  TimeZoneSidKey: 'America/Los_Angeles',
  LocaleSidKey: 'en_US',
  LanguageLocaleKey: 'en_US',
  EmailEncodingKey: 'UTF-8',
  DigestFrequency: 'N',
  DefaultGroupNotificationFrequency: 'N',
  BadgeText: '',
};

export function userLoginRecords(
  description: OrgDescription,
  userIds: ReadonlyMap<string, string>,
): readonly OrgRecord[] {
  return description.users.map((user, index) => ({
    cells: {
      Id: makeId('0Yw', index + 1),
      UserId: userIds.get(user.username) ?? null,
      IsFrozen: user.frozen ?? false,
      IsPasswordLocked: user.passwordLocked ?? false,
    },
  }));
}

export function userLicenseRecords(
  description: OrgDescription,
  licenseIds: ReadonlyMap<string, string>,
): readonly OrgRecord[] {
  const licenseOfProfile = new Map(description.profiles.map((profile) => [profile.name, profile.license]));
  return description.userLicenses.map((license) => {
    const used = description.users.filter(
      (user) => user.active !== false && licenseOfProfile.get(user.profile) === license.name,
    ).length;
    return {
      cells: {
        Id: licenseIds.get(license.name) ?? null,
        LicenseDefinitionKey: license.key,
        TotalLicenses: used + 5,
        Status: 'Active',
        UsedLicenses: used,
        UsedLicensesLastUpdated: apiDateTime(description.now),
        Name: license.name,
        MasterLabel: license.name,
      },
    };
  });
}

export function organizationRecord(description: OrgDescription, organizationId: string): OrgRecord {
  const { name, type, isSandbox } = description.organization;
  return {
    cells: {
      Id: organizationId,
      Name: name,
      OrganizationType: type,
      IsSandbox: isSandbox ?? false,
      InstanceName: isSandbox === true ? 'CS100' : 'NA100',
      Country: 'US',
      DefaultLocaleSidKey: 'en_US',
      TimeZoneSidKey: 'America/Los_Angeles',
      LanguageLocaleKey: 'en_US',
      FiscalYearStartMonth: 1,
      DefaultAccountAccess: 'Edit',
      DefaultContactAccess: 'ControlledByParent',
      DefaultOpportunityAccess: 'Edit',
      DefaultLeadAccess: 'ReadEditTransfer',
      DefaultCaseAccess: 'ReadEditTransfer',
      UiSkin: 'Theme3',
    },
  };
}
