import type * as Sarif from 'sarif';
import type { Location } from '../../model/part.ts';
import type { ReportedEvidence, Result } from '../../model/report.ts';
import { fileUri } from '../../plain/file-uri.ts';
import { terminalText } from '../terminal-text.ts';

/** The base that code scanning resolves paths against: the root of the repository. */
export const sourceRoot = 'SRCROOT';

export const physicalLocation = ({ file, line, column, snippet = '' }: Location): Sarif.PhysicalLocation => ({
  artifactLocation: { uri: fileUri(file), uriBaseId: sourceRoot },
  region: { startLine: line, startColumn: column, ...snippetRegion(line, column, snippet) },
});

/** Where what stands there ends, on its line, and the very text. Columns count UTF-16 code units, as `length` does. */
function snippetRegion(line: number, column: number, snippet: string): Partial<Sarif.Region> {
  const [text = ''] = snippet.toWellFormed().split(/[\r\n]/, 1);
  return text === '' ? {} : { endLine: line, endColumn: column + text.length, snippet: { text } };
}

/**
 * The permissions a result is about, below its subject: `integration@acme.example/Account/View All`, in the words
 * of Setup, which messages use too. Facts where it is about none, and where it names nothing, the subject itself.
 */
export function logicalLocations({ subject, evidence }: Result): Sarif.LogicalLocation[] {
  const user = terminalText(subject.name);
  const lacking = evidence.filter((each) => each.kind !== 'fact' && !isGranted(each));
  const paths = (lacking.length > 0 ? lacking : evidence.filter(({ kind }) => kind === 'fact')).map(pathOf);
  if (paths.length === 0) return [{ name: user, fullyQualifiedName: user, kind: 'resource' }];
  const byName = new Map(paths.map((path) => [[user, ...path].join('/'), path.at(-1) ?? user]));
  return Array.from(byName, ([fullyQualifiedName, name]) => ({ name, fullyQualifiedName, kind: 'resource' }));
}

/** What is granted is no finding's place. */
const isGranted = (evidence: ReportedEvidence): boolean =>
  evidence.kind === 'decision' && evidence.decision.decision === 'granted';

/** `Account: View All` is a right on an object; a slash in a name must not look like a level of its own. */
const pathOf = ({ about }: ReportedEvidence): readonly string[] =>
  about.split(': ').map((segment) => terminalText(segment).replaceAll('/', '|'));
