import type { AssignedLicense } from '../model/subject.ts';

export type LicenseState = 'active' | 'disabled' | 'expired' | 'unknown';

/**
 * What a permission set licence is worth at a time (ISO 8601). `PermissionSetLicense.Status` is Active or Disabled,
 * and Disabled has expired (Object Reference); of any other status, or a day that cannot be read, nothing is known.
 */
export function licenseState({ status, expires }: AssignedLicense, asOf: string): LicenseState {
  if (status === 'Disabled') return 'disabled';
  if (expires !== null) {
    const left = Date.parse(expires) - Date.parse(asOf);
    if (Number.isNaN(left)) return 'unknown';
    if (left <= 0) return 'expired';
  }
  return status === 'Active' ? 'active' : 'unknown';
}
