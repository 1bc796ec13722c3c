import type { PicklistEntry } from './column.ts';

export const userTypes: readonly PicklistEntry[] = [
  { value: 'Standard', label: 'Standard' },
  { value: 'PowerPartner', label: 'Partner' },
  { value: 'PowerCustomerSuccess', label: 'Customer Portal Manager' },
  { value: 'CustomerSuccess', label: 'Customer Portal User' },
  { value: 'Guest', label: 'Guest' },
  { value: 'CspLitePortal', label: 'High Volume Portal' },
  { value: 'CsnOnly', label: 'CSN Only' },
  { value: 'SelfService', label: 'Self Service' },
];
