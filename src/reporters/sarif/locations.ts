import type * as Sarif from 'sarif';
import type { Decision, Entry } from '../../model/access.ts';
import type { Location } from '../../model/part.ts';
import type { ReportedEvidence, Result } from '../../model/report.ts';
import { terminalText } from '../terminal-text.ts';
import { encoded } from './fingerprints.ts';

/** The base that code scanning resolves paths against: the root of the repository. */
export const sourceRoot = 'SRCROOT';

/**
 * A file as a URI below the root. Code scanning takes nothing else, so a file elsewhere goes by its name alone:
 * the finding arrives, and no machine's folders are told.
 */
export function fileUri(file: string): string {
  const segments: string[] = [];
  let outside = /^(?:[\\/]|[A-Za-z]:[\\/])/.test(file);
  for (const segment of file.split(/[\\/]/)) {
    if (segment === '..') outside = segments.pop() === undefined || outside;
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  const path = outside ? segments.slice(-1) : segments;
  return path.length === 0 ? 'unknown' : path.map(encoded).join('/');
}

export const physicalLocation = ({ file, line, column }: Location): Sarif.PhysicalLocation => ({
  artifactLocation: { uri: fileUri(file), uriBaseId: sourceRoot },
  region: { startLine: line, startColumn: column },
});

/** The permissions and facts a result is about, below its subject; where it names none, the subject itself. */
export function logicalLocations({ subject, evidence }: Result): Sarif.LogicalLocation[] {
  const user = terminalText(subject.name);
  const paths = new Map(evidence.filter(matters).map((each) => [pathOf(each).join('/'), pathOf(each)]));
  if (paths.size === 0) return [{ name: user, fullyQualifiedName: user, kind: 'resource' }];
  return Array.from(paths, ([path, segments]) => ({
    name: segments.at(-1) ?? path,
    fullyQualifiedName: `${user}/${path}`,
    kind: 'resource',
  }));
}

/** What is granted is no finding's place. */
const matters = (evidence: ReportedEvidence): boolean =>
  evidence.kind !== 'decision' || evidence.decision.decision !== 'granted';

function pathOf(evidence: ReportedEvidence): readonly string[] {
  const entry = evidence.kind === 'decision' ? entryOf(evidence.decision) : undefined;
  const segments = entry === undefined ? [evidence.about] : entryPath(entry, evidence.about);
  return segments.map((segment) => terminalText(segment).replaceAll('/', '|'));
}

const entryOf = (decision: Decision): Entry | undefined =>
  decision.decision === 'granted' ? undefined : decision.nearMisses[0]?.entry;

function entryPath(entry: Entry, about: string): readonly string[] {
  switch (entry.kind) {
    case 'system':
      return [entry.permission];
    case 'object':
      return [entry.object, entry.right];
    case 'field':
      return [entry.object, entry.field, entry.right];
    case 'flow':
      return [about];
    case 'fixed':
      return [about];
  }
}
