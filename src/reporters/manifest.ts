import type { Container } from '../model/container.ts';
import type { Needs } from '../model/needs.ts';
import type { Snapshot } from '../model/snapshot.ts';

/** What the newest API calls itself: of a project that names no version. */
const newestVersion = '67.0';

/**
 * A package.xml that retrieves what an audit of these files needs to know: the profiles and permission sets of its
 * subjects, groups with all their members, and every object, field and flow that is asked about, because a profile
 * holds entries only for what is retrieved with it (Metadata API, "Profile").
 */
export function renderManifest(snapshot: Snapshot): string {
  const types = membersByType(snapshot);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<Package xmlns="http://soap.sforce.com/2006/04/metadata">',
    ...[...types].flatMap(([type, members]) => [
      '    <types>',
      ...members.map((member) => `        <members>${escaped(member)}</members>`),
      `        <name>${type}</name>`,
      '    </types>',
    ]),
    `    <version>${escaped(snapshot.source.apiVersion ?? newestVersion)}</version>`,
    '</Package>',
  ];
  return `${lines.join('\n')}\n`;
}

function membersByType(snapshot: Snapshot): ReadonlyMap<string, readonly string[]> {
  const { needs } = snapshot;
  const held = heldBySubjects(snapshot);
  const types: readonly (readonly [string, readonly string[]])[] = [
    ['CustomField', fieldsOf(needs)],
    ['CustomObject', needs.objects ?? []],
    ['Flow', needs.flows === true ? ['*'] : []],
    ['MutingPermissionSet', held.named('muting')],
    ['PermissionSet', held.named('permission-set')],
    ['PermissionSetGroup', held.groups],
    ['Profile', held.named('profile')],
  ];
  return new Map(
    types
      .map(([type, members]) => [type, [...new Set(members)].toSorted()] as const)
      .filter(([, members]) => members.length > 0),
  );
}

/** What the subjects are assigned, with the members and muting sets of groups, those without a file too. */
function heldBySubjects({ subjects, containers, groups }: Snapshot) {
  const assigned = subjects.flatMap(({ assignments }) =>
    assignments.status === 'ok' ? assignments.value : [],
  );
  const ofGroups = groups.filter(({ id }) => assigned.some(({ groupId }) => groupId === id));
  const parts = ofGroups.flatMap(({ components }) =>
    components.status === 'ok' ? [...components.value.members, ...components.value.muting] : [],
  );
  const byId = new Map(containers.map((each) => [each.id, each]));
  const names = [...assigned.map(({ containerId }) => containerId), ...parts].flatMap((id) =>
    nameOf(byId.get(id), id),
  );
  return {
    named: (kind: Container['kind']) => names.filter((each) => each.kind === kind).map(({ name }) => name),
    groups: ofGroups.map(({ apiName }) => apiName),
  };
}

/** Of a container that has no file its Id tells kind and name: `permission-set:Sync`. */
function nameOf(container: Container | undefined, id: string): readonly { kind: string; name: string }[] {
  if (container) return [{ kind: container.kind, name: container.apiName }];
  const [, kind, name] = /^(profile|permission-set|muting):(.+)$/su.exec(id) ?? [];
  return kind === undefined || name === undefined ? [] : [{ kind, name }];
}

const fieldsOf = ({ fields = [] }: Needs): readonly string[] =>
  fields.map(({ object, field, configured }) => `${object}.${configured ?? field}`);

const escaped = (text: string): string =>
  text.replace(/[<>&]/gu, (sign) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;' })[sign] ?? sign);
