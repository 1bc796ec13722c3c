import type { Access } from '../model/access.ts';
import type { Gap } from '../model/part.ts';
import type { Evidence } from '../model/rule.ts';
import { permissionLabel } from '../salesforce/labels.ts';
import { decisionOn } from './decisions.ts';
import { decided, fact, gap } from './evidence.ts';

const neverExpires = 'PasswordNeverExpires';

export type PasswordState = { readonly evidence: readonly Evidence[] } & (
  | { readonly state: 'lasts'; readonly permission: string }
  | { readonly state: 'valid' | 'expired'; readonly expires: string }
  | { readonly state: 'unknown' }
);

/**
 * Whether the password has expired at the snapshot's time. "Password Never Expires" overrides every password policy
 * (Salesforce Help 000386101), whatever day the user's row tells. What an empty PasswordExpirationDate means is not
 * documented, so it stays unknown: it may be a policy without expiry, and it may be a day that was not told.
 */
export function judgePassword(seen: Pick<Access, 'asOf' | 'user' | 'systemPermissions'>): PasswordState {
  const decision = decisionOn(seen.systemPermissions, neverExpires);
  const permission = permissionLabel(neverExpires);
  const onPermission = decided(permission, decision);
  if (decision.decision === 'granted') return { state: 'lasts', permission, evidence: [onPermission] };
  // What the day leaves open, the permission that could not be known may settle.
  const doubts = decision.decision === 'unknown' ? [onPermission] : [];
  const expires = seen.user.status === 'ok' ? seen.user.value.passwordExpires : seen.user;
  if (expires.status === 'unavailable')
    return { state: 'unknown', evidence: [gap('Password', expires.reason), ...doubts] };
  const day = expires.value;
  const left = Date.parse(day ?? '') - Date.parse(seen.asOf);
  const told = fact('Password expires', day);
  if (day !== null && left > 0) return { state: 'valid', expires: day, evidence: [told] };
  if (doubts.length > 0) return { state: 'unknown', evidence: doubts };
  if (day === null || Number.isNaN(left))
    return { state: 'unknown', evidence: [gap('Password', undocumented)] };
  return { state: 'expired', expires: day, evidence: [told, onPermission] };
}

const undocumented: Gap = {
  code: 'undocumented',
  message:
    'The org tells no day on which the password expires, and Salesforce does not document what that means',
  mend: 'Grant Password Never Expires to the integration user, or look at Setup > Security > Password Policies',
};
