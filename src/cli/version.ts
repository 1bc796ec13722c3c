import manifest from '../../package.json' with { type: 'json' };

export const version: string = manifest.version;
export const tool = { name: 'syncgate', version } as const;
