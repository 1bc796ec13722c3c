import type { PermissionSetDraft } from '../model/permission-set.ts';

/** What a permission set can be called (Object Reference and Field Reference, "PermissionSet"). */
const longest = { name: 80, label: 80, description: 255 } as const;

/**
 * What Salesforce would refuse about how a permission set is called: a clause, about the part it names; null where
 * nothing is wrong.
 */
export function draftProblem(
  draft: Pick<PermissionSetDraft, 'name' | 'label' | 'description'>,
): { readonly part: keyof typeof longest; readonly problem: string } | null {
  if (!/^[A-Za-z](?:_?[A-Za-z0-9])*$/u.test(draft.name)) {
    const problem =
      'an API name starts with a letter, has letters, digits and single underscores, and does not end with one';
    return { part: 'name', problem };
  }
  if (draft.label.trim() === '') return { part: 'label', problem: 'a permission set has to have one' };
  for (const part of ['name', 'label', 'description'] as const) {
    const length = draft[part].length;
    if (length > longest[part])
      return { part, problem: `it has ${length} characters, and Salesforce takes ${longest[part]}` };
  }
  return null;
}
