import { auditColumns, boolean, datetime, id, int, reference, string, textarea } from './column.ts';
import { objectType } from './object-type.ts';

/** Connected apps of the org. An org description names none, so the table is empty. */
export const connectedApplicationType = objectType({
  name: 'ConnectedApplication',
  label: 'Connected App',
  keyPrefix: '0H4',
  since: 28,
  columns: [
    id('Connected App ID'),
    string('Name', 'Connected App Name', 80, 'nameField'),
    ...auditColumns,
    boolean('OptionsAllowAdminApprovedUsersOnly', 'Admin approved users are pre-authorized'),
    boolean('OptionsRefreshTokenValidityMetric', 'Refresh token validity'),
    boolean('OptionsHasSessionLevelPolicy', 'High assurance session required'),
    int('MobileSessionTimeout', 'Require PIN after', 'nillable'),
    string('PinLength', 'PIN Length', 40, 'nillable'),
    textarea('StartUrl', 'Start URL', 255, 'nillable'),
    int('RefreshTokenValidityPeriod', 'Refresh Token Validity Period', 'nillable'),
  ],
});

/** Tokens in use. An org description names none, so the table is empty. */
export const oauthTokenType = objectType({
  name: 'OauthToken',
  label: 'OAuth Token',
  keyPrefix: '0CQ',
  since: 32,
  columns: [
    id('OAuth Token ID'),
    string('AccessToken', 'Access Token', 80, 'nillable'),
    reference('UserId', 'User ID', 'User', 'User', 'nillable'),
    string('RequestToken', 'Request Token', 80, 'nillable'),
    datetime('CreatedDate', 'Created Date', 'defaultedOnCreate'),
    string('AppName', 'App Name', 80, 'nameField', 'nillable'),
    datetime('LastUsedDate', 'Last Used Date', 'nillable'),
    int('UseCount', 'Use Count', 'nillable'),
    string('DeleteToken', 'Delete Token', 80, 'nillable'),
    string('AppMenuItemId', 'App Menu Item ID', 18, 'nillable'),
  ],
});
