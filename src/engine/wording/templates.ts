const placeholder = /\{([A-Za-z][A-Za-z0-9]*)\}/gu;

/** Fills `{name}` from `data`, once: what is put in is never looked at again. Unknown names stay as they are. */
export const fillTemplate = (template: string, data: Readonly<Record<string, string>>): string =>
  template.replace(placeholder, (whole, name: string) =>
    Object.hasOwn(data, name) ? (data[name] ?? whole) : whole,
  );

/** Whether everything the template names is in `data`. */
export const fills = (template: string, data: Readonly<Record<string, string>>): boolean =>
  [...template.matchAll(placeholder)].every(([, name]) => name !== undefined && Object.hasOwn(data, name));
