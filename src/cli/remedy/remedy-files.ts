import { join } from 'node:path';
import { packageXml } from '../../metadata/package-xml.ts';
import {
  metadataPermissionSetPath,
  permissionSetPath,
  permissionSetXml,
} from '../../metadata/permission-set-xml.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Remedy } from '../../remedy/index.ts';
import { type RemedyCommands, renderRemedyMarkdown } from '../../reporters/remedy-markdown.ts';
import { terminalText } from '../../reporters/terminal-text.ts';
import { shellWord } from '../shell-word.ts';

/** `source`: beside the other metadata of a project; `metadata`: what the Metadata API takes as it stands. */
export const layouts = ['source', 'metadata'] as const;
export type Layout = (typeof layouts)[number];

/** Where a remedy is written to, and for which org its commands are. */
export interface Destination {
  readonly folder: string;
  readonly layout: Layout;
  readonly targetOrg: string | undefined;
}

/** A file to be written, by its path from where the command is run. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
}

/** The commands that carry a remedy out. */
export function commandsOf({ plan, draft }: Remedy, destination: Destination): RemedyCommands {
  const { folder, layout, targetOrg = 'ORG' } = destination;
  const org = `--target-org ${shellWord(targetOrg)}`;
  const user = plan.subject.kind === 'user' ? shellWord(plan.subject.name) : 'USERNAME';
  const [way] = plan.existing;
  const existing = plan.mend === 'assign' && way?.container.kind === 'permission-set' ? way.apiName : null;
  const name = draft?.name ?? existing;
  const assign =
    name === null ? null : `sf org assign permset --name ${shellWord(name)} --on-behalf-of ${user} ${org}`;
  if (draft === null) return { deploy: null, assign };
  const what =
    layout === 'source'
      ? `--source-dir ${shellWord(join(folder, permissionSetPath(draft)))}`
      : `--metadata-dir ${shellWord(join(folder, 'metadata'))}`;
  return { deploy: terminalText(`sf project deploy start ${what} ${org}`), assign };
}

/** Everything that is written for a remedy; nothing where there is nothing to do. */
export function filesOf(remedy: Remedy, snapshot: Snapshot, destination: Destination): readonly TextFile[] {
  if (remedy.plan.mend === 'none') return [];
  const commands = commandsOf(remedy, destination);
  const { deploy, assign } = commands;
  const lines = [deploy, assign].filter((line) => line !== null);
  const beside: readonly TextFile[] = [
    { file: join(destination.folder, 'STEPS.md'), text: renderRemedyMarkdown(remedy.plan, commands) },
    ...(lines.length === 0
      ? []
      : [{ file: join(destination.folder, 'ASSIGN.txt'), text: `${lines.join('\n')}\n` }]),
  ];
  return [...metadataOf(remedy, snapshot, destination), ...beside];
}

function metadataOf(
  { draft }: Remedy,
  { flows, source }: Snapshot,
  { folder, layout }: Destination,
): readonly TextFile[] {
  if (draft === null) return [];
  const xml = permissionSetXml(draft, flows.status === 'ok' ? flows.value : []);
  const manifest = packageXml(draft.name, source.apiVersion);
  // What the Metadata API is sent must hold nothing else: the steps stand outside of it.
  const root = layout === 'source' ? folder : join(folder, 'metadata');
  const path = layout === 'source' ? permissionSetPath(draft) : metadataPermissionSetPath(draft);
  return [
    { file: join(root, path), text: xml },
    { file: join(root, 'package.xml'), text: manifest },
  ];
}
