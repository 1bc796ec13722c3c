/** The names between braces in a message template, as the engine fills them in. */
export const placeholdersOf = (template: string): readonly string[] =>
  Array.from(template.matchAll(/\{([A-Za-z][A-Za-z0-9]*)\}/gu), ([, name]) => name ?? '');
