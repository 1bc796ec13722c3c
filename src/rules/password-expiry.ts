import type { Access, Decision } from '../model/access.ts';
import type { Gap } from '../model/part.ts';
import { permissionLabel } from '../salesforce/labels.ts';
import { decisionOn } from './decisions.ts';

const neverExpires = 'PasswordNeverExpires';

export type PasswordState =
  | { readonly state: 'lasts'; readonly permission: string; readonly decision: Decision }
  | { readonly state: 'valid' | 'expired'; readonly expires: string }
  | { readonly state: 'unknown'; readonly reason: Gap };

/**
 * Whether the password has expired at the snapshot's time. "Password Never Expires" overrides every password policy
 * (Salesforce Help 000386101), whatever day the user's row tells. What an empty PasswordExpirationDate means is not
 * documented, so it stays unknown: it may be a policy without expiry, and it may be a day that was not told.
 */
export function judgePassword(seen: Pick<Access, 'asOf' | 'user' | 'systemPermissions'>): PasswordState {
  const decision = decisionOn(seen.systemPermissions, neverExpires);
  if (decision.decision === 'granted')
    return { state: 'lasts', permission: permissionLabel(neverExpires), decision };
  const expires = seen.user.status === 'ok' ? seen.user.value.passwordExpires : seen.user;
  if (expires.status === 'unavailable') return { state: 'unknown', reason: expires.reason };
  const time = Date.parse(expires.value ?? '');
  const now = Date.parse(seen.asOf);
  if (expires.value !== null && time > now) return { state: 'valid', expires: expires.value };
  // What the day leaves open, the permission that could not be known may settle.
  if (decision.decision === 'unknown') return { state: 'unknown', reason: decision.because[0] };
  if (expires.value === null || Number.isNaN(time) || Number.isNaN(now))
    return { state: 'unknown', reason: undocumented };
  return { state: 'expired', expires: expires.value };
}

const undocumented: Gap = {
  code: 'undocumented',
  message:
    'The org tells no day on which the password expires, and Salesforce does not document what that means',
  mend: 'Grant Password Never Expires to the integration user, or look at Setup > Security > Password Policies',
};
