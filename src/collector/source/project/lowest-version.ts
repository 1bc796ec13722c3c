import type { ManifestContent } from './manifest.ts';
import type { SourceProblem } from './metadata-file.ts';
import type { Root } from './roots.ts';
import type { Manifest } from './walk-state.ts';

/**
 * The API version that metadata is of: what its project says, else what the package.xml of its folder says. Of several
 * the lowest, as the older the version, the less a file holds.
 */
export function lowestVersion(
  roots: readonly Root[],
  manifests: readonly (Manifest & { readonly content: ManifestContent })[],
): { readonly apiVersion: string | null; readonly problems: readonly SourceProblem[] } {
  const said = roots.flatMap((root) => {
    if (root.project?.apiVersion != null)
      return [{ version: root.project.apiVersion, file: root.project.shown }];
    const of = manifests.filter((manifest) => manifest.root === root);
    return of.flatMap(({ content: { version }, shown }) =>
      version === null ? [] : [{ version, file: shown }],
    );
  });
  const isVersion = ({ version }: { version: string }) => /^\d+(\.\d+)?$/.test(version);
  const versions = said.filter(isVersion).map(({ version }) => version);
  return {
    apiVersion: versions.toSorted((one, other) => Number(one) - Number(other))[0] ?? null,
    problems: said
      .filter((one) => !isVersion(one))
      .map(({ version, file }) => ({
        message: `'${version}' is no API version such as 67.0, so the version of the files is not known from it`,
        at: { file, line: 1, column: 1 },
      })),
  };
}
