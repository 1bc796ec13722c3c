import { dirname, join, sep } from 'node:path';
import ignore from 'ignore';
import { type FileSystem, readIfFile, troubleOf } from './file-system.ts';
import type { SourceProblem } from './metadata-file.ts';

/** Whether what is at this path is left out. */
export type IsIgnored = (path: string, type: 'file' | 'folder') => boolean;

export interface ForceIgnore {
  readonly isIgnored: IsIgnored;
  /** The file that says so, as it was opened; undefined where there is none. */
  readonly path: string | undefined;
  readonly problems: readonly SourceProblem[];
}

const fileName = '.forceignore';

/** What the Salesforce CLI adds before the lines of the file; what it says of `.sf` is left out: that is never walked. */
const defaults = ['**/*.dup', '**/.*', '**/package2-descriptor.json', '**/package2-manifest.json'];

/**
 * What is left out of a folder, as the Salesforce CLI reads it (source-deploy-retrieve, ForceIgnore): the nearest
 * .forceignore up to the project's folder, in gitignore syntax without regard to case, for paths relative to where it
 * stands. Where there is none, the defaults hold for what is below the folder.
 *
 * @param folder the folder that is walked; `top`: the project's folder, or the folder itself.
 */
export function findForceIgnore(
  files: FileSystem,
  { folder, top, shown }: { folder: string; top: string; shown: (path: string) => string },
): ForceIgnore {
  for (const place of upwards(folder, top)) {
    const path = join(place, fileName);
    try {
      const bytes = readIfFile(files, path);
      if (bytes === undefined) continue;
      const text = new TextDecoder().decode(bytes);
      return { isIgnored: rules(place, text), path, problems: backslashes(text, shown(path)) };
    } catch (error) {
      const message = `${fileName} could not be read (${troubleOf(error)}), so nothing is left out for it`;
      const at = { file: shown(path), line: 1, column: 1 };
      return { isIgnored: rules(folder, ''), path, problems: [{ message, at }] };
    }
  }
  return { isIgnored: rules(folder, ''), path: undefined, problems: [] };
}

function* upwards(folder: string, top: string): Generator<string> {
  yield folder;
  if (folder !== top && dirname(folder) !== folder) yield* upwards(dirname(folder), top);
}

function rules(base: string, text: string): IsIgnored {
  const parser = ignore({ allowRelativePaths: true }).add(`${defaults.join('\n')}\n${text}`);
  const prefix = base.endsWith(sep) ? base : base + sep;
  return (path, type) => {
    if (!path.startsWith(prefix)) return false;
    const relative = path.slice(prefix.length);
    return parser.ignores(type === 'folder' ? `${relative}/` : relative);
  };
}

/** The Salesforce CLI warns of these: in gitignore syntax a backslash takes the next character as it stands. */
function backslashes(text: string, file: string): SourceProblem[] {
  const message =
    'A backslash separates no folders here, so the Salesforce CLI ignores nothing for this line, and so does syncgate: write slashes';
  return text.split(/\r?\n/u).flatMap((line, index) => {
    const found = line.startsWith('#') ? -1 : line.search(/\\[^#! \\[\]*?]/u);
    return found < 0 ? [] : [{ message, at: { file, line: index + 1, column: found + 1 } }];
  });
}
