import {
  readSource,
  type SourceReading,
  type SourceRequest,
} from '../../../src/collector/source/read-source.ts';
import type { Container } from '../../../src/model/container.ts';
import type { Needs } from '../../../src/model/needs.ts';
import type { Location, Part } from '../../../src/model/part.ts';
import { folderOf, type Tree } from './project/folders.ts';

/** What most tests ask about. */
export const needs: Needs = {
  systemPermissions: ['ApiEnabled', 'ViewAllData'],
  objects: ['Account', 'Contact'],
  fields: [{ object: 'Account', field: 'Rating' }],
  flows: true,
};

/** Reads a folder with these files, from within it. */
export function reading(tree: Tree, more: Partial<SourceRequest> = {}): Promise<SourceReading> {
  return readSource({
    directories: ['.'],
    cwd: folderOf(tree),
    needs,
    collectedAt: '2026-11-23T12:00:00Z',
    catalogue: {},
    ...more,
  });
}

const xml = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = ' xmlns="http://soap.sforce.com/2006/04/metadata"';

/** A document with this root: its start tag stands in line 2, what it holds from line 3 on. */
export const document = (root: string, content: string): string =>
  `${xml}<${root}${namespace}>\n${content}</${root}>\n`;

export const profile = (content: string): string => document('Profile', content);
export const permissionSet = (content: string): string => document('PermissionSet', content);
export const muting = (content: string): string => document('MutingPermissionSet', content);
export const group = (content: string): string => document('PermissionSetGroup', content);
export const flow = (content: string): string => document('Flow', content);

/** An entry of five lines or more, a leaf a line. */
const entry = (name: string, leaves: readonly (readonly [string, string])[]): string =>
  [
    `    <${name}>`,
    ...leaves.map(([leaf, text]) => `        <${leaf}>${text}</${leaf}>`),
    `    </${name}>\n`,
  ].join('\n');

export const system = (name: string, enabled = 'true'): string =>
  entry('userPermissions', [
    ['enabled', enabled],
    ['name', name],
  ]);

export const object = (name: string, flags: Readonly<Record<string, string>>): string =>
  entry('objectPermissions', [...Object.entries(flags), ['object', name]]);

export const field = (name: string, readable: string, editable: string): string =>
  entry('fieldPermissions', [
    ['editable', editable],
    ['field', name],
    ['readable', readable],
  ]);

export const flowAccess = (name: string, enabled = 'true'): string =>
  entry('flowAccesses', [
    ['enabled', enabled],
    ['flow', name],
  ]);

export const project = (rest: object = {}): string =>
  JSON.stringify({ packageDirectories: [{ path: 'force-app' }], ...rest });

export function containerIn({ snapshot }: SourceReading, id: string): Container {
  const found = snapshot.containers.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no ${id} among ${snapshot.containers.map((each) => each.id)}`);
  return found;
}

/** `line:column snippet`. */
export const placeOf = (at: Location | undefined): string =>
  at === undefined ? 'nowhere' : `${at.line}:${at.column} ${at.snippet ?? ''}`.trim();

const known = <T>(part: Part<readonly T[]>): readonly T[] => (part.status === 'ok' ? part.value : []);

/** What a container grants: a line for each right. */
export const granted = (container: Container): readonly string[] =>
  rights({
    systemPermissions: known(container.systemPermissions),
    objects: known(container.objects),
    fields: known(container.fields),
    flows: known(container.flows),
  });

export const denied = ({ denials }: Container): readonly string[] =>
  denials === undefined ? [] : rights(denials);

const rights = ({ systemPermissions, objects, fields, flows }: NonNullable<Container['denials']>) => [
  ...systemPermissions.map(({ permission }) => permission),
  ...objects.map((each) => `${each.object}: ${each.rights}`),
  ...fields.map(
    (each) => `${each.object}.${each.field}: ${each.read ? 'read' : ''}${each.edit ? 'edit' : ''}`,
  ),
  ...flows.map(({ flowId }) => flowId),
];

/** `code file:line`, as they are sorted. */
export const warned = ({ snapshot: { warnings } }: SourceReading): readonly string[] =>
  warnings.map(({ code, at: { file, line } }) => `${code} ${file}:${line}`);

/** Why a container is not complete; empty where it is. */
export const partialReason = ({ completeness }: Container): string =>
  completeness.kind === 'complete' ? '' : completeness.reason.message;
