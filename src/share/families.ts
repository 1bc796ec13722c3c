import type { StandInKind } from '../model/share-key.ts';

/** What is named together, and numbered together: a title and a name of one thing bear one number. */
export type Family = StandInKind extends infer K ? (K extends `${infer F}-title` ? F : never) : never;
export type Form = 'title' | 'name';

/**
 * What stand-ins look like, the number in place of `#`. None has a blank in it: a table would break the line there,
 * and nobody could turn it back.
 */
export const templates: Readonly<Record<Family, Readonly<Record<Form, string>>>> = {
  user: { title: 'User-#', name: 'user-#@redacted.example' },
  persona: { title: 'Persona-#', name: 'Persona_#' },
  org: { title: 'Org-#', name: 'https://org-#.redacted.example' },
  profile: { title: 'Profile-#', name: 'Profile_#' },
  'permission-set': { title: 'Permission-set-#', name: 'Permission_set_#' },
  group: { title: 'Set-group-#', name: 'Set_group_#' },
  muting: { title: 'Muting-set-#', name: 'Muting_set_#' },
  flow: { title: 'Flow-#', name: 'Flow_#' },
  field: { title: 'Field-#', name: 'Custom_Field_#' },
  object: { title: 'Object-#', name: 'Custom_Object_#' },
  package: { title: 'Package-#', name: 'package#' },
  permission: { title: 'Permission-#', name: 'Custom_Permission_#' },
  text: { title: 'text-#', name: 'Custom_Name_#' },
  id: { title: 'id-title-#', name: 'id-#' },
};

export const kindOf = (family: Family, form: Form): StandInKind => `${family}-${form}`;

/** What a kind that is not derived is made of. */
export function familyOf(kind: StandInKind): readonly [Family, Form] {
  const form = kind.endsWith('-title') ? 'title' : 'name';
  return [kind.slice(0, -form.length - 1) as Family, form];
}

/** Suffixes by which Salesforce tells what a name is of (Object Reference, "Custom Objects" and "Custom Fields"). */
const suffix =
  /(?<!^)__(?:c|pc|r|pr|s|x|e|b|mdt|kav|ka|xo|hd|share|history|feed|tag|changeevent|latitude__s|longitude__s)$/iu;

/** What of an API name says what kind of thing it is: never all of it, or it would stand there as it was. */
export const suffixOf = (name: string): string => suffix.exec(name)?.[0] ?? '';

/**
 * The `nth` way to write a text in capitals and small letters, the text itself first: names that differ in case alone
 * are one name to Salesforce, and so must their stand-ins be. Null where there are not so many.
 */
export function inOtherCase(text: string, nth: number): string | null {
  let left = nth;
  const letters = text.replace(/[a-z]/giu, (letter) => {
    const flipped = left % 2 === 1;
    left = Math.floor(left / 2);
    if (!flipped) return letter;
    return letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
  });
  return left > 0 ? null : letters;
}
