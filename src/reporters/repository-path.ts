import { relativeSegments } from '../plain/file-uri.ts';
import { terminalText } from './terminal-text.ts';

/** A file by its path below the root of the repository, where syncgate was started. */
export const repositoryPath = (file: string): string =>
  relativeSegments(file).map(terminalText).join('/') || 'unknown';
