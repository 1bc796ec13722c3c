import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideAll } from '../../src/access/decide-access.ts';
import { withAggregates } from '../../src/access/with-aggregates.ts';
import { type Persona, withPersonas } from '../../src/access/with-personas.ts';
import { moreInAfter } from '../../src/diff/index.ts';
import type { OrgDescription } from '../../src/emulator/org-description.ts';
import { permissionSetXml } from '../../src/metadata/permission-set-xml.ts';
import type { Access } from '../../src/model/access.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { users } from '../access/property/random-org.ts';
import { runsMeeting } from '../runs.ts';
import { plainLayout } from '../source/layout.ts';
import { namedOrg } from '../source/named-org.ts';
import { changed, randomChange } from '../source/random-change.ts';
import { readWritten } from '../source/read-written.ts';
import { settled } from '../source/settled-org.ts';
import { type Files, writeOrg } from '../source/write-org.ts';
import { decisionsIn } from './compared.ts';

const path = 'force-app/main/default/permissionsets/More.permissionset-meta.xml';

function personaOf(org: OrgDescription, username: string, more: readonly string[]): Persona {
  const user = org.users.find((each) => each.username === username);
  const assigned = user?.assignments ?? [];
  return {
    name: 'sync',
    profile: user?.profile ?? null,
    permissionSets: [...assigned.flatMap(({ permissionSet }) => permissionSet ?? []), ...more],
    permissionSetGroups: assigned.flatMap(({ group }) => group ?? []),
  };
}

/** What the collector and all after it make of the files, for a persona like this user. */
async function decided(org: OrgDescription, username: string, files: Files, more: readonly string[] = []) {
  const { snapshot, profiles } = await readWritten(org, plainLayout, files);
  const persona = personaOf(org, username, more);
  const joined: Snapshot = withPersonas(withAggregates(snapshot), [persona], profiles);
  return { snapshot: joined, access: decideAll(joined)[0] as Access };
}

const granted = (access: Access): readonly string[] =>
  [...decisionsIn(access)].flatMap(([name, decision]) => (decision === 'granted' ? [name] : [])).sort();

/** One user before and after a change, or two users of one org. */
const drawn = fc.tuple(namedOrg, randomChange, fc.boolean());

test('given to A, the set grants what B is granted and A is not, and nothing that neither is but by what A has already', async () => {
  let written = 0;
  const property = fc.asyncProperty(drawn, async ([org, change, isOtherUser]) => {
    const one = settled(org);
    const other = isOtherUser ? one : settled(changed(org, change));
    const files = writeOrg(one, plainLayout);
    const a = await decided(one, users[0], files);
    const b = await decided(other, isOtherUser ? users[1] : users[0], writeOrg(other, plainLayout));
    const { entries, wanted, left } = moreInAfter(a.access, b.access);
    if (wanted.length === 0) return;
    const draft = { name: 'More', label: 'More', description: 'More', entries };
    const flows = a.snapshot.flows.status === 'ok' ? a.snapshot.flows.value : [];
    const text = permissionSetXml(draft, flows);
    const having = await decided(one, users[0], new Map([...files, [path, Buffer.from(text)]]), ['More']);
    const [before, after, now] = [a.access, b.access, having.access].map(granted);
    const expected = new Set([...(before ?? []), ...(after ?? [])]);
    for (const { permission } of left) expected.delete(permission);
    expect([...expected].filter((name) => !now?.includes(name))).toEqual([]);
    expect(wanted.filter((name) => !now?.includes(name))).toEqual([]);
    // Who has Edit Read Only Fields may edit whatever the set lets them see.
    const mayMore = now?.includes('Edit Read Only Fields') ? /^[^ .:]+\.[^ :]+: Edit$/u : /^$/u;
    const isLeft = (name: string) => left.some(({ permission }) => permission === name);
    expect(now?.filter((name) => !expected.has(name) && !mayMore.test(name) && !isLeft(name))).toEqual([]);
    written += 1;
  });
  await fc.assert(property, runsMeeting(property, 20, 4, 3));
  expect(written).toBeGreaterThanOrEqual(3);
});
