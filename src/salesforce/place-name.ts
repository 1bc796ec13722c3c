import type { ReportSource } from '../model/report.ts';
import type { OrgSource } from '../model/snapshot.ts';
import { relativeSegments } from '../plain/file-uri.ts';

/**
 * The name of what was read: the org's, or the project's by its directories, whatever folder of whichever machine
 * they are in, and in whatever order they were named.
 */
export function placeName({ collected }: ReportSource): string {
  if (collected.kind === 'org') return orgName(collected);
  const directories = collected.directories.map((directory) => relativeSegments(directory).join('/') || '.');
  return [...new Set(directories)].sort().join('+');
}

/** The org's Id; where it is not known, the host of its address. */
export const orgName = ({ organizationId, instanceUrl }: OrgSource): string =>
  organizationId ?? instanceUrl.replace(/^\w+:\/\//, '').replace(/\/.*$/, '');
