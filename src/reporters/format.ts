/** Everything that reports on many orgs can be joined in. */
export const setFormats = ['table', 'json', 'sarif', 'junit', 'markdown', 'github', 'gitlab', 'csv'] as const;

/** Everything that a report can be written as: a page holds what was read of one place. */
export const formats = [...setFormats, 'html'] as const;

export type SetFormat = (typeof setFormats)[number];
export type Format = (typeof formats)[number];
