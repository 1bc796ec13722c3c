import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideAccess } from '../../../src/access/decide-access.ts';
import type { Grant } from '../../../src/model/access.ts';
import { accessGraph } from '../../../src/page/access/access-graph.ts';
import { layOut } from '../../../src/page/access/graph-layout.ts';
import type { AccessGraph } from '../../../src/page/access/graph-model.ts';
import { type Branch, edgeText, graphTree, nodeText } from '../../../src/page/access/graph-tree.ts';
import { permissionsOf } from '../../../src/page/access/permissions.ts';
import { field, need, userId } from '../../access/org-parts.ts';
import { snapshots } from '../../access/random-snapshot.ts';
import { type Org, snapshotOf } from '../../access/snapshot-builder.ts';
import { runs } from '../../runs.ts';
import { edgeLines, nodeWith, walksOf } from './graph-walks.ts';

const needs = need({ systemPermissions: ['ApiEnabled'], objects: ['Account'], fields: ['Account.Site'] });
const catalogue = { Account: [field('Site')] };

function graphIn(org: Org, key: string, most?: number): AccessGraph {
  const access = decideAccess(snapshotOf({ needs, catalogue, ...org }), userId);
  const permission = permissionsOf(access).find((each) => each.key === key);
  if (permission === undefined) throw new Error(`No permission ${key}`);
  return accessGraph(access, permission, most);
}

interface Case {
  readonly title: string;
  readonly org: Org;
  readonly key: string;
  readonly lines: readonly string[];
}

const cases: readonly Case[] = [
  {
    title: 'a profile gives it by its assignment',
    org: { profile: { system: ['ApiEnabled'] } },
    key: 'ApiEnabled',
    lines: ['sync@example.com gives Assignment', 'Assignment gives Profile', 'Profile gives API Enabled'],
  },
  {
    title: 'an entry that implies it stands between',
    org: { profile: { objects: { Account: ['modifyAllRecords'] } } },
    key: 'Account:viewAllRecords',
    lines: [
      'Modify All on Account gives Account: View All (implies)',
      'sync@example.com gives Assignment',
      'Assignment gives Profile',
      'Profile gives Modify All on Account',
    ].sort(),
  },
  {
    title: 'a group gives it by those of its members that carry it',
    org: {
      sets: { Carrier: { system: ['ApiEnabled'] }, Other: {} },
      groups: { Group: { system: ['ApiEnabled'], members: ['Carrier', 'Other'] } },
      assigned: ['Group'],
    },
    key: 'ApiEnabled',
    lines: [
      'sync@example.com gives Assignment',
      'Assignment gives Group',
      'Group gives Carrier',
      'Carrier gives API Enabled',
    ],
  },
  {
    title: 'a muting set takes away what a member gives',
    org: {
      sets: { Carrier: { system: ['ApiEnabled'] } },
      groups: { Group: { members: ['Carrier'], muting: { system: ['ApiEnabled'] } } },
      assigned: ['Group'],
    },
    key: 'ApiEnabled',
    lines: [
      'sync@example.com gives Assignment',
      'Assignment gives Group',
      'Group gives Carrier',
      'Carrier muted API Enabled (taken away)',
      'Group mutes Muting of Group (mutes)',
      'Muting of Group mutes API Enabled (takes it away)',
    ],
  },
  {
    title: 'an assignment that has expired leads no further',
    org: {
      sets: { Late: { system: ['ApiEnabled'] } },
      assigned: [{ to: 'Late', expires: '2026-10-01T00:00:00.000Z' }],
    },
    key: 'ApiEnabled',
    lines: ['sync@example.com lapsed Assignment', 'Assignment lapsed Late', 'Late lapsed API Enabled'],
  },
  {
    title: 'a set that is not assigned stands beside',
    org: { sets: { Spare: { system: ['ApiEnabled'] } } },
    key: 'ApiEnabled',
    lines: ['sync@example.com missing Spare (not assigned)', 'Spare missing API Enabled'],
  },
  {
    title: 'where nothing gives it, that is said',
    org: {},
    key: 'ApiEnabled',
    lines: ['sync@example.com missing API Enabled (nothing grants it)'],
  },
  {
    title: 'what could not be read may give it',
    org: { profile: { unread: ['systemPermissions'] } },
    key: 'ApiEnabled',
    lines: [
      'sync@example.com doubtful the org answered an error',
      'the org answered an error doubtful API Enabled (may grant it)',
    ],
  },
  {
    title: 'a group that is out of date may give it',
    org: {
      groups: { Group: { system: ['ApiEnabled'], status: 'Outdated' } },
      assigned: ['Group'],
    },
    key: 'ApiEnabled',
    lines: [
      "sync@example.com doubtful Permission set group 'Group' has the status Outdated: what it gives may be out of date",
      "Permission set group 'Group' has the status Outdated: what it gives may be out of date doubtful API Enabled (may grant it)",
      'sync@example.com gives Assignment',
      'Assignment gives Group',
      'Group doubtful API Enabled (has to be recalculated)',
    ],
  },
  {
    title: 'a field takes field-level security and the right on its object',
    org: { profile: { objects: { Account: ['read'] }, fields: { 'Account.Site': 'edit' } } },
    key: 'Account.Site:edit',
    lines: [
      'Edit on the field gives Account.Site: Edit (field-level security)',
      'sync@example.com gives Assignment',
      'Assignment gives Profile',
      'Profile gives Edit on the field',
      'Account: Edit missing Account.Site: Edit (object permission)',
      'sync@example.com missing Account: Edit (nothing grants it)',
    ],
  },
];

describe('the graph of one permission', () => {
  test.each(cases)('$title', ({ org, key, lines }) => {
    expect(edgeLines(graphIn(org, key)).toSorted()).toEqual(lines.toSorted());
  });

  test('says when an assignment ends, and that it has', () => {
    const until = graphIn(
      {
        sets: { S: { system: ['ApiEnabled'] } },
        assigned: [{ to: 'S', expires: '2027-01-31T00:00:00.000Z' }],
      },
      'ApiEnabled',
    );
    expect(nodeWith(until, 'Assignment')).toMatchObject({ words: 'until 2027-01-31', standing: 'holds' });
    const ended = graphIn(
      {
        sets: { S: { system: ['ApiEnabled'] } },
        assigned: [{ to: 'S', expires: '2026-01-31T00:00:00.000Z' }],
      },
      'ApiEnabled',
    );
    expect(nodeWith(ended, 'Assignment')).toMatchObject({
      words: 'expired on 2026-01-31',
      standing: 'lapsed',
    });
    const inactive = graphIn(
      { sets: { S: { system: ['ApiEnabled'] } }, assigned: [{ to: 'S', active: false }] },
      'ApiEnabled',
    );
    expect(nodeWith(inactive, 'Assignment')).toMatchObject({ words: 'not active', standing: 'lapsed' });
  });

  test('counts the ways that it does not draw', () => {
    const names = Array.from({ length: 30 }, (_, index) => `Set ${String(index).padStart(2, '0')}`);
    const sets = Object.fromEntries(names.map((name) => [name, { system: ['ApiEnabled'] }]));
    const some = graphIn({ sets, assigned: names }, 'ApiEnabled', 10);
    expect(some.left).toBe(20);
    expect(walksOf(some)).toHaveLength(10);
    const all = graphIn({ sets, assigned: names }, 'ApiEnabled', 100);
    expect(all.left).toBe(0);
    expect(walksOf(all)).toHaveLength(30);
    const unassigned = graphIn({ sets }, 'ApiEnabled', 10);
    expect([unassigned.left, walksOf(unassigned).length]).toEqual([20, 10]);
  });
});

/** What a way by this grant passes, in order. */
function stationsOf({ container, through, members = [], entry }: Grant): readonly (readonly string[])[] {
  if (entry.kind === 'fixed') return [[`fixed ${entry.what}`]];
  const head = [
    `assignment ${through.id}`,
    ...(through.group === null ? [] : [`group ${through.group.id}`]),
    ...(container.kind === 'group' && through.group !== null ? [] : [`container ${container.id}`]),
  ];
  return members.length === 0 ? [head] : members.map(({ id }) => [...head, `container ${id}`]);
}

const passes = (walk: readonly string[], stations: readonly string[]): boolean =>
  stations.every((station, index) => walk[index + 1] === station) && walk.at(-1) === 'goal';

test('in any org there is a walk for each grant, and none through anything that lapsed where it is granted', () => {
  fc.assert(
    fc.property(snapshots, (snapshot) => {
      const access = decideAccess(snapshot, userId);
      for (const permission of permissionsOf(access)) {
        if (permission.decision?.decision !== 'granted') continue;
        const graph = accessGraph(access, permission, 1000);
        const walks = walksOf(graph);
        for (const stations of permission.decision.grants.flatMap(stationsOf)) {
          expect(
            walks.some((walk) => passes(walk, stations)),
            stations.join(' '),
          ).toBe(true);
        }
        expect(graph.edges.filter(({ kind }) => kind !== 'gives')).toEqual([]);
      }
    }),
    runs(60),
  );
});

test('in any org every graph is laid out with its nodes apart and inside, and its list says every node and edge', () => {
  fc.assert(
    fc.property(snapshots, fc.constantFrom('down' as const, 'across' as const), (snapshot, direction) => {
      const access = decideAccess(snapshot, userId);
      for (const permission of permissionsOf(access)) {
        const graph = accessGraph(access, permission);
        expect(layOut(graph, direction)).toEqual(layOut(graph, direction));
        const { nodes, edges, width, height } = layOut(graph, direction);
        expect([nodes.length, edges.length]).toEqual([graph.nodes.length, graph.edges.length]);
        for (const [index, one] of nodes.entries()) {
          expect(one.x >= 0 && one.y >= 0 && one.x + one.width <= width && one.y + one.height <= height).toBe(
            true,
          );
          for (const other of nodes.slice(index + 1)) {
            const apart =
              one.x + one.width <= other.x ||
              other.x + other.width <= one.x ||
              one.y + one.height <= other.y ||
              other.y + other.height <= one.y;
            expect(apart, `${one.node.title} over ${other.node.title}`).toBe(true);
          }
        }
        const tree = graphTree(graph);
        const said = tree === null ? [] : saidIn(tree);
        for (const node of graph.nodes) expect(said).toContain(nodeText(node));
        for (const edge of graph.edges) expect(said).toContain(edgeText(edge));
      }
    }),
    runs(4),
  );
});

const saidIn = ({ node, by, branches }: Branch): readonly string[] => [
  nodeText(node),
  by === null ? '' : edgeText(by),
  ...branches.flatMap(saidIn),
];
