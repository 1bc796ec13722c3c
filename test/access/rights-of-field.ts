import type { Field } from '../../src/model/snapshot.ts';
import { fieldIn, summaryOf } from './decide.ts';
import { field, need, ok } from './org-parts.ts';
import type { Holds, SetUp } from './snapshot-builder.ts';

/** Rights on Account alone. */
export const account = (rights: readonly ('read' | 'edit')[]): Holds => ({ objects: { Account: rights } });

/** Read and Edit of a field in one line each: by field-level security, and in effect. */
export function rightsOf(
  different: Partial<Field>,
  profile: SetUp,
  seenBy: 'tooling' | 'describe' = 'tooling',
) {
  const name = different.name ?? 'Site';
  const org = {
    needs: need({ fields: [`Account.${name}`] }),
    profile,
    catalogue: { Account: ok({ seenBy, fields: [field(name, different)] }) },
  };
  const { fieldLevel, effective } = fieldIn(org, `Account.${name}`);
  const inWords = [fieldLevel.read, fieldLevel.edit, effective.read, effective.edit].map(summaryOf);
  return inWords.map((words) => words.replace(/ by .*/, ''));
}
