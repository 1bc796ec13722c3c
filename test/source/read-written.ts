import { expandNeeds } from '../../src/access/expand-needs.ts';
import { readSource, type SourceReading } from '../../src/collector/source/read-source.ts';
import type { OrgDescription } from '../../src/emulator/org-description.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { everythingIn } from '../access/property/asked.ts';
import type { Layout } from './layout.ts';
import { inTemporaryFolder } from './temporary-folder.ts';
import { directoriesToRead, type Files, writeOrg } from './write-org.ts';

/** Writes an org down as files, and reads them with everything in mind that can be asked about the org. */
export const readWritten = (
  org: OrgDescription,
  layout: Layout,
  files: Files = writeOrg(org, layout),
  catalogue: Snapshot['catalogue'] = {},
): Promise<SourceReading> =>
  inTemporaryFolder(files, (cwd) =>
    readSource({
      directories: directoriesToRead(layout),
      cwd,
      needs: expandNeeds(everythingIn(org)),
      collectedAt: new Date(org.now).toISOString(),
      catalogue,
    }),
  );
