import type { ReportSource } from '../model/report.ts';

/** Where it was read, as a person knows it: the host of the org, the folders of the files. */
export const placeTitle = ({ collected }: ReportSource): string =>
  collected.kind === 'org' ? hostOf(collected.instanceUrl) : collected.directories.join(', ');

const hostOf = (url: string): string => url.replace(/^\w+:\/\//, '').replace(/\/.*$/, '');
