import generated from '../generated/message-words.json' with { type: 'json' };

/**
 * Beside our own: words of what Salesforce answers (REST API Developer Guide, "Status Codes and Error Responses"), of
 * the types of its fields, and of the folders of its projects.
 */
const salesforce = `
  session expired or invalid no such column on entity if you are attempting to use a custom field be sure to append
  the after name please reference your wsdl or describe call for appropriate names type is not supported total requests
  limit exceeded rest api enabled this organization insufficient access rights cross reference id operation too large
  malformed query unexpected token unable lock row server unavailable internal error timed out not found inactive user
  auto number checkbox currency date time email geolocation location lookup master detail hierarchy number percent phone
  picklist multi select text area long rich encrypted url formula roll summary count sum min max external reference
  multipicklist combobox anytype base64 double int textarea html content metadata relationship parent address
  main default unpackaged src app apps force packages permissionsetgroup mutingpermissionset profile layouts
  account contact lead opportunity case campaign task event user owner record name
`;

const vocabulary: ReadonlySet<string> = new Set([
  ...generated,
  ...salesforce.split(/\s+/u).filter((word) => word !== ''),
]);

/** The parts of an API name, or of a sentence: `PermissionSetGroup` has three. */
export const partsOf = (text: string): readonly string[] =>
  (text.match(/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{N}+|[\p{L}\p{M}]+/gu) ?? []).map((part) =>
    part.toLowerCase(),
  );

/** Whether a word says nothing that any other snapshot does not say. Single letters and short numbers say nothing. */
export function isPlainWord(word: string, more: ReadonlySet<string>): boolean {
  if (/[^\p{ASCII}]/u.test(word)) return false;
  return partsOf(word).every(
    (part) => vocabulary.has(part) || more.has(part) || /^(?:[a-z]|\d{1,8})$/u.test(part),
  );
}
