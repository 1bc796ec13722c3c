import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Atom,
  carriedBy,
  fieldAtom,
  flowAtom,
  objectAtom,
  systemAtom,
} from '../../../src/emulator/effective-access/atoms.ts';
import { reachOf } from '../../../src/emulator/effective-access/ways.ts';
import type { Row } from '../../../src/emulator/emulated-org.ts';
import { createOrg } from '../../../src/emulator/org/create-org.ts';
import type { OrgDescription, PermissionSetGroupDescription } from '../../../src/emulator/org-description.ts';
import { runs } from '../../runs.ts';
import { objectRights, systemPermissions } from './random-entries.ts';
import { auditor, randomOrg } from './random-org.ts';

type Ask = (soql: string) => readonly Row[];
/** An atom, with the Id of the aggregate that has it. */
type Found = readonly [parent: unknown, atom: Atom];

const columnOf = (right: string): string => `Permissions${right.charAt(0).toUpperCase()}${right.slice(1)}`;
const ofGroups = `Parent.Type = 'Group'`;

function systemAtomsIn(ask: Ask, permissions: readonly string[]): readonly Found[] {
  const rows = ask(
    `SELECT Id, ${permissions.map(columnOf).join(', ')} FROM PermissionSet WHERE Type = 'Group'`,
  );
  return rows.flatMap((row) =>
    permissions
      .filter((name) => row[columnOf(name)] === true)
      .map((name): Found => [row.Id, systemAtom(name)]),
  );
}

/** Placeholder rows are left out: they show what View All Data and Modify All Data amount to, no row of a group. */
function objectAtomsIn(ask: Ask): readonly Found[] {
  const rights = objectRights.map(columnOf).join(', ');
  return ask(`SELECT Id, ParentId, SobjectType, ${rights} FROM ObjectPermissions WHERE ${ofGroups}`)
    .filter(({ Id }) => !String(Id).startsWith('000'))
    .flatMap((row) =>
      objectRights
        .filter((right) => row[columnOf(right)] === true)
        .map((right): Found => [row.ParentId, objectAtom(String(row.SobjectType), right)]),
    );
}

function fieldAtomsIn(ask: Ask): readonly Found[] {
  const columns = 'ParentId, SobjectType, Field, PermissionsRead, PermissionsEdit';
  return ask(`SELECT ${columns} FROM FieldPermissions WHERE ${ofGroups}`).flatMap((row) =>
    (['read', 'edit'] as const)
      .filter((right) => row[columnOf(right)] === true)
      .map((right): Found => [row.ParentId, fieldAtom(String(row.Field), right)]),
  );
}

function flowAtomsIn(ask: Ask): readonly Found[] {
  const flows = new Map(
    ask('SELECT DurableId, ApiName FROM FlowDefinitionView').map(({ DurableId, ApiName }) => [
      DurableId,
      ApiName,
    ]),
  );
  return ask(`SELECT ParentId, SetupEntityId FROM SetupEntityAccess WHERE ${ofGroups}`).map(
    ({ ParentId, SetupEntityId }): Found => [ParentId, flowAtom(String(flows.get(SetupEntityId)))],
  );
}

/** The rows of every group's aggregate, as atoms by the group's name, from the emulator's own answers. */
function aggregatesIn(description: OrgDescription): ReadonlyMap<unknown, readonly Atom[]> {
  const org = createOrg(description);
  const caller = { userId: org.userId(auditor) ?? '' };
  const ask: Ask = (soql) => org.query(soql, { caller, surface: 'data', apiVersion: 67 });
  const present = systemPermissions.filter((name) => !description.absentPermissions?.includes(name));
  const found = Map.groupBy(
    [...systemAtomsIn(ask, present), ...objectAtomsIn(ask), ...fieldAtomsIn(ask), ...flowAtomsIn(ask)],
    ([parent]) => parent,
  );
  const groups = ask(`SELECT Id, Name FROM PermissionSet WHERE Type = 'Group'`);
  return new Map(groups.map(({ Id, Name }) => [Name, (found.get(Id) ?? []).map(([, atom]) => atom)]));
}

/** What an aggregate shows while it is up to date, and what it last was while it is not. */
function expected(description: OrgDescription, group: PermissionSetGroupDescription): readonly Atom[] {
  const { staleAggregate } = group;
  const isStale = (group.status ?? 'Updated') !== 'Updated' && staleAggregate !== undefined;
  const atoms = isStale ? carriedBy(staleAggregate) : reachOf(description, group);
  const never = new Set([
    ...computedFields(description).map((field) => fieldAtom(field, 'edit')),
    ...(description.absentPermissions ?? []).map(systemAtom),
  ]);
  return [...atoms].filter((atom) => !never.has(atom)).toSorted();
}

const computedFields = ({ objects }: OrgDescription): readonly string[] =>
  Object.entries(objects).flatMap(([object, { fields }]) =>
    fields.filter(({ type }) => /^(Formula|Roll-Up|Auto)/.test(type)).map(({ name }) => `${object}.${name}`),
  );

test("a group's aggregate rows are what arithmetic makes of its members and its muting set", () => {
  fc.assert(
    fc.property(randomOrg, (description) => {
      const aggregates = aggregatesIn(description);
      for (const group of description.permissionSetGroups ?? []) {
        expect(aggregates.get(group.name)?.toSorted(), group.name).toEqual(expected(description, group));
      }
    }),
    runs(70),
  );
});
