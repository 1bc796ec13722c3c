import { type Chance, chanceFrom } from './chance.ts';
import type { Layout } from './layout.ts';
import type { Statement } from './statements.ts';
import { type Element, element } from './write-xml.ts';

const keyOf: Readonly<Record<Statement['kind'], string>> = {
  userPermissions: 'name',
  objectPermissions: 'object',
  fieldPermissions: 'field',
  flowAccesses: 'flow',
};

/** The elements of a container's entries, some of them twice where the layout repeats. */
export function elementsOf(
  statements: readonly Statement[],
  layout: Layout,
  container: string,
): readonly Element[] {
  return statements.flatMap((statement) => {
    const chance = chanceFrom(layout.seed, `${container} ${statement.kind} ${statement.subject}`);
    const said = layout.repeats ? repeated(statement, chance) : [statement];
    return said.map((each) => elementOf(each, layout));
  });
}

function elementOf({ kind, subject, flags }: Statement, layout: Layout): Element {
  const said = Object.entries(flags).filter(([, flag]) => flag || layout.falsehoods === 'written');
  return element(kind, [
    ...said.map(([name, flag]) => element(name, booleanText(flag, layout))),
    element(keyOf[kind], subject),
  ]);
}

export const booleanText = (flag: boolean, { booleans }: Layout): string =>
  booleans === 'words' ? String(flag) : flag ? '1' : '0';

/** The same said once, twice, in two halves, or beside a no: what any of them grants is granted. */
function repeated(statement: Statement, chance: Chance): readonly Statement[] {
  const { flags } = statement;
  switch (chance(5)) {
    case 0:
      return [statement, statement];
    case 1: {
      const first = mapped(flags, (flag) => flag && chance(2) === 0);
      const second = mapped(flags, (flag, name) => flag && first[name] !== true);
      return [
        { ...statement, flags: first },
        { ...statement, flags: second },
      ];
    }
    case 2:
      return [statement, { ...statement, flags: mapped(flags, () => false) }];
    case 3:
      return [{ ...statement, flags: mapped(flags, () => false) }, statement];
    default:
      return [statement];
  }
}

const mapped = (flags: Statement['flags'], map: (flag: boolean, name: string) => boolean) =>
  Object.fromEntries(Object.entries(flags).map(([name, flag]) => [name, map(flag, name)]));

/** What else is in such files, some of it very like an entry that grants. */
export const noise: readonly Element[] = [
  element('description', 'Grants <ModifyAllData> & more'),
  element('applicationVisibilities', [
    element('application', 'standard__Sales'),
    element('default', 'false'),
    element('visible', 'true'),
  ]),
  element('classAccesses', [element('apexClass', 'ApiEnabled'), element('enabled', 'true')]),
  element('customPermissions', [element('enabled', 'true'), element('name', 'ModifyAllData')]),
  element('pageAccesses', [element('apexPage', 'Account'), element('enabled', 'true')]),
  element('recordTypeVisibilities', [element('recordType', 'Account.Business'), element('visible', 'true')]),
  element('tabSettings', [element('tab', 'standard-Account'), element('visibility', 'Visible')]),
  element('userPermissions', [element('enabled', 'true'), element('name', 'ViewRoles')]),
  element('objectPermissions', [
    element('allowRead', 'true'),
    element('modifyAllRecords', 'true'),
    element('object', 'Lead'),
    element('viewAllRecords', 'true'),
  ]),
  element('fieldPermissions', [
    element('editable', 'true'),
    element('field', 'Lead.Account'),
    element('readable', 'true'),
  ]),
];
