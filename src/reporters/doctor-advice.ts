import type { Checkup } from '../model/checkup.ts';
import { firstOf } from '../plain/lists.ts';
import { amountText } from './amounts.ts';
import { labelled, type Paragraph } from './text-block.ts';

/** How to give the auditor what it lacks, where these packs need it. */
export function mending({ rights, users }: Checkup): readonly Paragraph[] {
  const lacking = rights.filter(
    ({ state, needed, permission }) => needed && state !== 'held' && permission !== 'ApiEnabled',
  );
  const strongToo = lacking.some(({ permission }) => permission === 'ManageUsers')
    ? ', which keeps Manage Users, a strong right, apart'
    : '';
  const steps =
    lacking.length === 0
      ? []
      : [
          "Setup > Users > Permission Sets: open a permission set of the auditor's own, or click New",
          `Under System Permissions click Edit, select ${lacking.map(({ label }) => label).join(', ')}, and click Save`,
          'Click Manage Assignments, then Add Assignment, and choose the auditing user',
          `Or deploy what \`syncgate doctor --write-permission-set DIR\` writes${strongToo}`,
        ];
  const numbered = steps.map((text, index) => {
    const first = labelled(index === 0 ? 'Mend' : '', text);
    return { ...first, label: `${first.label}${index + 1}. ` };
  });
  return [...(users.hidden === null ? [] : [labelled('Hidden', users.hidden)]), ...numbered];
}

/** Least privilege: what an auditor's session had better not carry. */
export function tooMuch(
  { unneeded, changeable, otherPermissions }: Checkup,
  verbose: boolean,
): readonly Paragraph[] {
  const most = verbose ? Number.POSITIVE_INFINITY : 5;
  const strong = [
    ...unneeded.map(({ label, lets }) => `${label}: lets it ${lets}`),
    ...(changeable === null || changeable.length === 0
      ? []
      : [`Object permissions: let it change records of ${firstOf(changeable, most)}`]),
  ];
  const others = amountText(otherPermissions.length, 'other permission');
  const names = verbose ? `: ${otherPermissions.join(', ')}` : '';
  return [
    ...strong.map((text, index) => labelled(index === 0 ? 'Too much' : '', text)),
    ...(strong.length > 0
      ? [labelled('', 'No audit needs it. Audit with a user that does not hold it.')]
      : []),
    ...(otherPermissions.length > 0 ? [labelled('Besides', `${others} that no audit needs${names}`)] : []),
  ];
}
