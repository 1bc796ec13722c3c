import type * as Sarif from 'sarif';
import type { Location } from '../../model/part.ts';
import type { Report } from '../../model/report.ts';
import { fileUri } from '../../plain/file-uri.ts';
import { sourceRoot } from './locations.ts';

/** Every file that the log points to: those that ask, and those of the source that was audited. */
export function artifacts({ results, unread, warnings }: Report): Sarif.Artifact[] {
  const roles = new Map<string, Set<Sarif.Artifact.roles>>();
  const add = (role: Sarif.Artifact.roles, at: Location | null | undefined) => {
    if (at) roles.set(fileUri(at.file), (roles.get(fileUri(at.file)) ?? new Set()).add(role));
  };
  for (const { definedAt, at, related } of results) {
    add('toolSpecifiedConfiguration', definedAt);
    for (const place of [at, ...related.map((each) => each.at)]) add('analysisTarget', place);
  }
  for (const { at } of [...unread, ...warnings]) add('analysisTarget', at);
  return [...roles.keys()].sort().map((uri) => ({
    location: { uri, uriBaseId: sourceRoot },
    roles: [...(roles.get(uri) ?? [])].sort(),
  }));
}
