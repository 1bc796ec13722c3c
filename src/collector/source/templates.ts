import { nameKey } from '../../salesforce/names.ts';

const mark = '%%%';

/**
 * Whether a name is filled in on deployment: CumulusCI writes `%%%NAMESPACE%%%` for the package's namespace, or for
 * nothing (cumulusci, `inject_namespace`). So which name it will be is not known.
 */
export const isTemplate = (name: string): boolean => name.includes(mark);

/** What is left of a name without namespace and marks: equal for all names that a template may become. */
export function bareName(name: string): string {
  const filled = name.replace(/%%%[A-Z_]*%%%/g, '');
  return nameKey(filled.replace(/^[a-z0-9]+(?:_[a-z0-9]+)*__(?=.+__[a-z]+$)/i, ''));
}
