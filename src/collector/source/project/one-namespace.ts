import type { SourceProblem } from './metadata-file.ts';
import type { Root } from './roots.ts';

/** The namespace of the projects: none where they differ, which is a problem. */
export function oneNamespace(roots: readonly Root[]): {
  readonly namespace: string | null;
  readonly problems: readonly SourceProblem[];
} {
  const projects = roots.flatMap(({ project }) => (project === undefined ? [] : [project]));
  const [first, ...others] = projects;
  const different = others.find(({ namespace }) => namespace !== first?.namespace);
  if (different === undefined) return { namespace: first?.namespace ?? null, problems: [] };
  const message =
    `Its namespace is ${quoted(different.namespace)}, and that of ${first?.shown} is ${quoted(first?.namespace)}, so ` +
    'neither was taken for the names in the files. Read the projects one by one';
  return { namespace: null, problems: [{ message, at: { file: different.shown, line: 1, column: 1 } }] };
}

const quoted = (namespace: string | null | undefined): string =>
  namespace == null ? 'none' : `'${namespace}'`;
