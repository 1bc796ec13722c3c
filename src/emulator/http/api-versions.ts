import type { OrgDescription } from '../org-description.ts';

/** Versions before this one are retired (31.0–40.0 follow in Summer '28). */
const oldestAlive = 31;

const seasons = ['Summer', 'Winter', 'Spring'];

/** 31.0 was Summer '14; three releases a year since, and Winter bears the year to come. */
export function releaseLabel(version: number): string {
  const releases = version - oldestAlive;
  const year = 14 + Math.floor((releases + 2) / 3);
  return `${seasons[releases % 3]} '${year}`;
}

function offered({ apiVersions }: OrgDescription): { readonly oldest: number; readonly newest: number } {
  return {
    oldest: Number.parseInt(apiVersions?.oldest ?? '31.0', 10),
    newest: Number.parseInt(apiVersions?.newest ?? '67.0', 10),
  };
}

/** The answer to `/services/data`, oldest first. */
export function versionList(description: OrgDescription): readonly Readonly<Record<string, string>>[] {
  const { oldest, newest } = offered(description);
  return Array.from({ length: newest - oldest + 1 }, (_, index) => {
    const version = oldest + index;
    return {
      label: releaseLabel(version),
      url: `/services/data/v${version}.0`,
      version: `${version}.0`,
    };
  });
}

/** Whether the org answers in this version. Retired ones answer 410, others it does not have 404. */
export function versionState(version: number, description: OrgDescription): 'offered' | 'retired' | 'absent' {
  const { oldest, newest } = offered(description);
  if (version >= oldest && version <= newest) return 'offered';
  return version < oldestAlive ? 'retired' : 'absent';
}
