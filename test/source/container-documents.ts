import type {
  OrgDescription,
  PermissionSetDescription,
  PermissionSetGroupDescription,
  ProfileDescription,
} from '../../src/emulator/org-description.ts';
import { chanceFrom } from './chance.ts';
import { booleanText, elementsOf, noise } from './container-elements.ts';
import { decomposedSet } from './decomposed-set.ts';
import { type Document, documentOf, fileName } from './documents.ts';
import type { Layout } from './layout.ts';
import { grantingStatements, mutingStatements } from './statements.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';
import { type Element, element } from './write-xml.ts';

/** Profiles, permission sets, groups and muting sets. */
export function containerDocuments(org: OrgDescription, layout: Layout): readonly Document[] {
  const words = vocabularyOf(org);
  const groups = org.permissionSetGroups ?? [];
  return [
    ...org.profiles.map((profile) => profileDocument(profile, words, layout)),
    ...(org.permissionSets ?? []).flatMap((set) => setDocuments(set, words, layout)),
    ...groups.map((group) => groupDocument(group, layout)),
    ...groups.flatMap((group) => mutingDocument(group, words, layout)),
  ];
}

/** Standard profiles have names of their own in metadata. */
export const profileFileNames: Readonly<Record<string, string>> = {
  'System Administrator': 'Admin',
  'Standard User': 'Standard',
};

function profileDocument(profile: ProfileDescription, words: Vocabulary, layout: Layout): Document {
  const statements = grantingStatements(profile, words, layout.content);
  const { leftOut } = layout.content;
  const chance = chanceFrom(leftOut ?? 0, profile.name);
  const said = leftOut === null ? statements : statements.filter(() => chance(2) === 0);
  const name = profileFileNames[profile.name] ?? profile.name;
  return documentOf(`profiles/${fileName(name, layout)}.profile`, 'Profile', [
    element('custom', booleanText(profile.custom, layout)),
    element('userLicense', profile.license),
    ...elementsOf(said, layout, `profile ${profile.name}`),
    ...noiseIn(layout),
  ]);
}

const noiseIn = ({ noise: isNoisy }: Layout): readonly Element[] => (isNoisy ? noise : []);

function setDocuments(set: PermissionSetDescription, words: Vocabulary, layout: Layout): readonly Document[] {
  const isWhole = layout.format === 'older' || layout.permissionSets === 'whole';
  // A file of its own for every entry leaves no place to say one twice.
  const written = layout.permissionSets === 'Beta' && !isWhole ? { ...layout, repeats: false } : layout;
  const statements = grantingStatements(set, words, layout.content);
  const entries = [...elementsOf(statements, written, `set ${set.name}`), ...noiseIn(layout)];
  const own = [
    element('label', set.label),
    ...(set.license === undefined ? [] : [element('license', set.license)]),
    ...activation(set, layout),
  ];
  if (isWhole) {
    const path = `permissionsets/${set.name}.permissionset`;
    return [documentOf(path, 'PermissionSet', [...own, ...entries])];
  }
  return decomposedSet(set, own, entries, layout);
}

function groupDocument(group: PermissionSetGroupDescription, layout: Layout): Document {
  const muting = group.muting === undefined ? [] : [element('mutingPermissionSets', group.muting.name)];
  return documentOf(`permissionsetgroups/${group.name}.permissionsetgroup`, 'PermissionSetGroup', [
    element('label', group.label),
    ...group.members.map((name) => element('permissionSets', name)),
    ...muting,
    element('status', group.status ?? 'Updated'),
    ...activation(group, layout),
  ]);
}

function mutingDocument(
  { muting }: PermissionSetGroupDescription,
  words: Vocabulary,
  layout: Layout,
): readonly Document[] {
  if (muting === undefined) return [];
  const statements = mutingStatements(muting, words, layout.content);
  return [
    documentOf(`mutingpermissionsets/${muting.name}.mutingpermissionset`, 'MutingPermissionSet', [
      element('label', muting.label),
      ...elementsOf(statements, layout, `muting ${muting.name}`),
      ...noiseIn(layout),
    ]),
  ];
}

function activation(
  { hasActivationRequired }: { readonly hasActivationRequired?: boolean },
  layout: Layout,
): readonly Element[] {
  if (hasActivationRequired !== true && layout.falsehoods === 'left out') return [];
  return [element('hasActivationRequired', booleanText(hasActivationRequired === true, layout))];
}
