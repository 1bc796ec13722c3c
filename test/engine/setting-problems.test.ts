import { expect, test } from 'vitest';
import { settingProblems } from '../../src/engine/setting-problems.ts';
import type { LoadedPack, Settings } from '../../src/model/pack.ts';
import type { Json } from '../../src/model/part.ts';
import { packOf, requirement, rulesOf, settings } from './fixtures.ts';

const fields = [{ object: 'Lead', field: 'X__c' }] as unknown as Json;
const asking = requirement('asks', [], { options: { needs: { fields } }, when: { feature: ['trees'] } });
const plain = packOf([requirement('x'), asking]);
const wanting = packOf([requirement('w', [], { options: { list: { $parameter: 'mapped' } } })]);

type Case = readonly [string, Partial<Settings>, readonly unknown[], readonly LoadedPack[]];

test.each<Case>([
  ['nothing wrong with nothing chosen', {}, [], [plain]],
  [
    'nothing wrong with names that a pack knows',
    {
      variant: 'admin',
      features: { trees: false },
      parameters: { mapped: [] },
      fieldNames: { 'lead.x__C': 'Y__c' },
      waivers: [{ requirement: 'x', reason: 'r', owner: 'ops', expires: '2020-01-01' }],
    },
    [],
    [plain],
  ],
  [
    'a variant',
    { variant: 'amdin' },
    [{ path: ['variant'], message: "The packs have no variant 'amdin'; did you mean 'admin'?" }],
    [plain],
  ],
  [
    'features',
    { features: { tree: true, constructor: false } },
    [
      { path: ['features', 'tree'], message: "The packs have no feature 'tree'; did you mean 'trees'?" },
      {
        path: ['features', 'constructor'],
        message: "The packs have no feature 'constructor'; they have routing, trees.",
      },
    ],
    [plain],
  ],
  [
    'a parameter',
    { parameters: { maped: [] } },
    [
      {
        path: ['parameters', 'maped'],
        message: "The packs have no parameter 'maped'; did you mean 'mapped'?",
      },
    ],
    [plain],
  ],
  [
    'a waiver',
    {
      waivers: [
        { requirement: 'x', reason: 'r', owner: 'ops', expires: '2026-12-31' },
        { requirement: 'X', reason: 'r', owner: 'ops', expires: '2026-12-31' },
      ],
    },
    [
      {
        path: ['waivers', 1, 'requirement'],
        message: "The packs have no requirement 'X'; did you mean 'x'?",
      },
    ],
    [plain],
  ],
  [
    'a field',
    { fieldNames: { 'Lead.Y__c': 'Z__c' } },
    [
      {
        path: ['fieldNames', 'Lead.Y__c'],
        message: "No requirement asks for the field 'Lead.Y__c'; did you mean 'Lead.X__c'?",
      },
    ],
    [plain],
  ],
  [
    'a variant where there are none',
    { variant: 'x' },
    [{ path: ['variant'], message: "The packs have no variant 'x'; they have none." }],
    [packOf([requirement('x')], { variants: {} })],
  ],
  [
    'a parameter without which a requirement cannot be evaluated',
    {},
    [
      {
        path: ['parameters'],
        message: "Requirement 'w' cannot be evaluated: the parameter 'mapped' has no value.",
      },
    ],
    [wanting],
  ],
  [
    'a pack given twice',
    {},
    [
      {
        path: ['packs', 1],
        message: "The pack 'acme-sync' is given twice: packs/acme.json and packs/acme.json.",
      },
    ],
    [plain, plain],
  ],
])('settingProblems finds %s', (_, chosen, expected, packs) => {
  expect(settingProblems(packs, settings(chosen), rulesOf())).toEqual(expected);
});
