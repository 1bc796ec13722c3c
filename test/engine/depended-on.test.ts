import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.ts';
import type { Access } from '../../src/model/access.ts';
import type { LoadedPack, Requirement, Settings } from '../../src/model/pack.ts';
import { rules } from '../../src/rules/registry.ts';
import { ok } from '../access/org-parts.ts';
import { behaving, packOf, settings } from './fixtures.ts';
import { dataIntegrity, everything, syncAccess } from './sync-org.ts';

const soon = '2026-10-15T12:00:00.000Z';
const lacking = (...names: readonly string[]) => ({
  ...everything,
  system: everything.system.filter((name) => !names.includes(name)),
});
/** Customize Application expires in seven days, and Modify All Data, which nobody asks for. */
const expiring = (more: Partial<Parameters<typeof syncAccess>[0]> = {}): Access =>
  syncAccess({
    profile: lacking('CustomizeApplication'),
    sets: { Extras: { system: ['CustomizeApplication', 'ModifyAllData'] } },
    assigned: [{ to: 'Extras', expires: soon }],
    ...more,
  });

const asking = (id: string, rule: string, options: Requirement['options'] = {}): Requirement => ({
  id,
  title: id,
  level: 'error',
  rule,
  options,
  why: 'Because',
  source: {},
});
const last = asking('last', 'assignment-health');
const wanting = (...anyOf: readonly string[]) =>
  asking(`wants-${anyOf.join('-')}`, 'system-permission', { anyOf });
const packWith = (id: string, ...requirements: readonly Requirement[]) => packOf(requirements, { id });

function lastOf(
  packs: readonly LoadedPack[],
  accesses: readonly Access[],
  chosen: Partial<Settings> = {},
  known: typeof rules = rules,
) {
  return evaluate({ packs, settings: settings(chosen), accesses, rules: known })
    .filter(({ rule }) => rule === 'assignment-health')
    .map(({ verdict, message }) => `${verdict}: ${message}`);
}

describe('assignments must last for', () => {
  test('what another requirement cites, and for nothing else that was read', () => {
    const [said] = lastOf([packWith('a', wanting('CustomizeApplication'), last)], [expiring()]);
    expect(said).toMatch(/^fail: .* nothing else gives Customize Application\.$/);
    expect(lastOf([packWith('a', last, wanting('ApiEnabled'))], [expiring()])).toEqual([
      expect.stringMatching(/^pass: /),
    ]);
  });

  test('what any pack of the run asks for', () => {
    const packs = [
      packWith('a', last, wanting('ApiEnabled')),
      packWith('b', wanting('CustomizeApplication')),
    ];
    expect(lastOf(packs, [expiring()])).toEqual([expect.stringMatching(/^fail: .*Customize Application/)]);
  });

  test('each user’s own permissions', () => {
    const fine = syncAccess({ profile: everything });
    const packs = [packWith('a', wanting('CustomizeApplication'), last)];
    expect(lastOf(packs, [fine, expiring()])).toEqual([
      expect.stringMatching(/^pass/),
      expect.stringMatching(/^fail/),
    ]);
  });

  test('what is asserted beside the assignments themselves', () => {
    const assertion = asking('asserts', 'assert', {
      needs: { assignments: true, systemPermissions: ['CustomizeApplication'] },
      schema: {
        properties: {
          assignments: { properties: { value: { properties: { all: { minItems: 1 } } } } },
          systemPermissions: {
            properties: { CustomizeApplication: { properties: { decision: { const: 'granted' } } } },
          },
        },
      },
    });
    expect(lastOf([packWith('a', last, assertion)], [expiring()])).toEqual([
      expect.stringMatching(/^fail: .*Customize Application/),
    ]);
  });

  test('what is asserted about a field as a whole: its security and its object', () => {
    const name = 'Lead.iv__InsideView_Executive_ID__c';
    const assertion = asking('asserts', 'assert', {
      needs: { fields: [name] },
      schema: {
        properties: {
          fields: {
            properties: {
              [name]: {
                properties: {
                  effective: { properties: { edit: { properties: { decision: { const: 'granted' } } } } },
                },
              },
            },
          },
        },
      },
    });
    const { Lead: _, ...others } = everything.objects;
    const access = syncAccess({
      profile: { ...everything, objects: others },
      sets: { Extras: { objects: { Lead: ['read', 'edit'] } } },
      assigned: [{ to: 'Extras', expires: soon }],
    });
    expect(lastOf([packWith('a', last, assertion)], [access])).toEqual([
      expect.stringMatching(/^fail: .*nothing else gives Lead: Edit\.$/),
    ]);
  });

  test('what a requirement asks that applies perhaps', () => {
    const odd = ok({ id: '00D', name: 'Acme', edition: 'Performance Edition', isSandbox: false });
    const access = syncAccess({
      profile: lacking('ApiEnabled'),
      sets: { Extras: { system: ['ApiEnabled'] } },
      assigned: [{ to: 'Extras', expires: soon }],
      different: { organization: odd },
    });
    expect(lastOf([dataIntegrity], [access])).toEqual([expect.stringMatching(/^fail: .*API Enabled/)]);
  });

  test('nothing that a requirement asks which does not apply', () => {
    const off = { features: { 'lead-to-account': false, 'account-hierarchies': false } };
    expect(lastOf([dataIntegrity], [expiring()], off)).toEqual([expect.stringMatching(/^pass: /)]);
    expect(lastOf([dataIntegrity], [expiring()])).toEqual([expect.stringMatching(/^fail: /)]);
  });
});

describe('nothing that was read is left out', () => {
  // The list that the message tells is cut short: this is in it, and nobody asks for it.
  const all = /^fail: .*nothing else gives Account: Modify All,/;

  test('where no requirement cites any permission', () => {
    expect(lastOf([packWith('a', last)], [expiring()])).toEqual([expect.stringMatching(all)]);
    const states = asking('active', 'user-state', { require: ['active'] });
    expect(lastOf([packWith('a', last, states)], [expiring()])).toEqual([expect.stringMatching(all)]);
  });

  test.each([
    [
      'throws',
      () => {
        throw new Error('no idea');
      },
    ],
    ['finds nothing', () => []],
  ])('where a rule %s, so that what it asks is not known', (_name, check) => {
    const broken = new Map([...rules, ['broken', behaving('broken', { check })]]);
    const packs = [packWith('a', last, wanting('ApiEnabled'), asking('breaks', 'broken'))];
    expect(lastOf(packs, [expiring()], {}, broken)).toEqual([expect.stringMatching(all)]);
  });

  test('where a requirement cannot be evaluated', () => {
    const packs = [packWith('a', last, wanting('ApiEnabled'), asking('gone', 'no-such-rule'))];
    expect(lastOf(packs, [expiring()])).toEqual([expect.stringMatching(all)]);
  });

  test('of an access document that went through JSON, where no decision is the same one twice', () => {
    const access = JSON.parse(JSON.stringify(expiring())) as Access;
    expect(lastOf([packWith('a', last, wanting('ApiEnabled'))], [access])).toEqual([
      expect.stringMatching(all),
    ]);
  });
});

describe('what could not be known stays so', () => {
  test('of a permission that nobody asked for when the snapshot was collected', () => {
    expect(lastOf([packWith('a', last, wanting('ManageUsers'))], [expiring()])).toEqual([
      expect.stringMatching(/^inconclusive: .*Manage Users will last could not be known/),
    ]);
  });

  test('of a field that may not be there', () => {
    const name = 'Lead.Unheard_Of__c';
    const wants = asking('field', 'field-access', { fields: [name], require: 'edit' });
    expect(lastOf([packWith('a', last, wants)], [expiring()])).toEqual([
      expect.stringMatching(/^inconclusive: .*Lead\.Unheard_Of__c/),
    ]);
  });

  test('of a permission that hangs on a session, and only where it is asked for', () => {
    const access = syncAccess({
      profile: lacking('CustomizeApplication'),
      sets: { Extras: { system: ['CustomizeApplication', 'ModifyAllData'], sessionBased: true } },
      assigned: [{ to: 'Extras' }],
    });
    expect(lastOf([packWith('a', last, wanting('CustomizeApplication'))], [access])).toEqual([
      "fail: 'Extras' gives Customize Application only in a session that activated it, which an unattended sync does not do.",
    ]);
    expect(lastOf([packWith('a', last, wanting('ApiEnabled'))], [access])).toEqual([
      expect.stringMatching(/^pass/),
    ]);
  });

  test('where the assignments were not read', () => {
    const access: Access = {
      ...expiring(),
      assignments: { status: 'unavailable', reason: { code: 'auditor-blind', message: 'nobody looked' } },
    };
    expect(lastOf([packWith('a', last, wanting('ApiEnabled'))], [access])).toEqual([
      expect.stringMatching(/^inconclusive/),
    ]);
  });
});
