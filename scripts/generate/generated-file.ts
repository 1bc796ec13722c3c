/** A file that the generator writes; its path is relative to the repository, with slashes. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}
