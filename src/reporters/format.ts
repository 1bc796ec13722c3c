/** Everything that a report can be written as. */
export const formats = ['table', 'json', 'sarif', 'junit', 'markdown', 'github', 'gitlab', 'csv'] as const;

export type Format = (typeof formats)[number];
