import { type Column, flag, string, type Trait, textarea, typed } from './column.ts';

export const editable: readonly Trait[] = ['createable', 'updateable'];
export const optional: readonly Trait[] = ['createable', 'nillable', 'updateable'];

export const nameColumns: readonly Column[] = [
  string('Username', 'Username', 80, 'idLookup', ...editable),
  {
    ...string('LastName', 'Last Name', 80, ...editable),
    compoundFieldName: 'Name',
    extraTypeInfo: 'personname',
  },
  {
    ...string('FirstName', 'First Name', 40, ...optional),
    compoundFieldName: 'Name',
    extraTypeInfo: 'personname',
  },
  // In recorded orgs these two exist where the names setting is on; here they always do, and are empty.
  {
    ...string('MiddleName', 'Middle Name', 40, ...optional),
    compoundFieldName: 'Name',
    extraTypeInfo: 'personname',
  },
  { ...string('Suffix', 'Suffix', 40, ...optional), compoundFieldName: 'Name', extraTypeInfo: 'personname' },
  { ...string('Name', 'Full Name', 121, 'nameField'), extraTypeInfo: 'personname' },
  string('CompanyName', 'Company Name', 80, ...optional),
  string('Division', 'Division', 80, ...optional),
  string('Department', 'Department', 80, ...optional),
  string('Title', 'Title', 80, ...optional),
];

export const phone = (name: string, label: string): Column =>
  typed('phone', name, label, { length: 40 }, ...optional);

export const mailColumns: readonly Column[] = [
  typed('email', 'Email', 'Email', { length: 128 }, 'idLookup', ...editable),
  flag('EmailPreferencesAutoBcc', 'AutoBcc', ...editable),
  flag('EmailPreferencesAutoBccStayInTouch', 'AutoBccStayInTouch', ...editable),
  flag('EmailPreferencesStayInTouchReminder', 'StayInTouchReminder', ...editable),
  typed('email', 'SenderEmail', 'Email Sender Address', { length: 80 }, ...optional),
  string('SenderName', 'Email Sender Name', 80, ...optional),
  textarea('Signature', 'Email Signature', 1333, 'notGroupable', ...optional),
  string('StayInTouchSubject', 'Stay-in-Touch Email Subject', 80, ...optional),
  textarea('StayInTouchSignature', 'Stay-in-Touch Email Signature', 512, 'notGroupable', ...optional),
  string('StayInTouchNote', 'Stay-in-Touch Email Note', 512, 'notGroupable', ...optional),
  phone('Phone', 'Phone'),
  phone('Fax', 'Fax'),
  phone('MobilePhone', 'Mobile'),
  string('Alias', 'Alias', 8, ...editable),
  string('CommunityNickname', 'Nickname', 40, ...editable),
  string('BadgeText', 'User Photo badge text overlay', 80, 'nillable'),
];
