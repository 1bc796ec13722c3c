/** What is wrong with an API name of a permission set, or null (Metadata API, PermissionSet, "fullName"). */
export function faultOfName(name: string): string | null {
  if (name === '') return 'An API name is needed.';
  if (name.length > 80) return 'An API name has at most 80 characters.';
  if (!/^[A-Za-z]/.test(name)) return 'An API name begins with a letter.';
  if (!/^\w+$/.test(name)) return 'An API name has letters, digits and underscores alone.';
  if (name.includes('__')) return 'An API name has no two underscores in a row.';
  return name.endsWith('_') ? 'An API name does not end with an underscore.' : null;
}
