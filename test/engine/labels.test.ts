import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import packSchema from '../../schemas/pack.schema.json' with { type: 'json' };
import { editionCondition } from '../../src/engine/conditions.ts';
import { entryLabel, permissionLabel, rightLabels } from '../../src/engine/labels.ts';
import type { Entry } from '../../src/model/access.ts';
import { edition } from './fixtures.ts';

const corpus = new URL('../../../shared/corpus/permissions.tsv', import.meta.url);

describe('labels', () => {
  test.skipIf(!existsSync(corpus))('are those of a real org (skipped where the corpus is absent)', () => {
    const rows = readFileSync(corpus, 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split('\t'));
    const known = rows.filter(([name = '']) => permissionLabel(name) !== name);
    expect(known.length).toBeGreaterThanOrEqual(14);
    for (const [name = '', label] of known) expect(permissionLabel(name)).toBe(label);
  });

  test.each<readonly [Entry, string]>([
    [{ kind: 'system', permission: 'RunFlow' }, 'Run Flows'],
    [{ kind: 'system', permission: 'constructor' }, 'constructor'],
    [{ kind: 'object', object: 'Account', right: 'viewAllRecords' }, 'View All on Account'],
    [{ kind: 'field', object: 'Lead', field: 'X__c', right: 'edit' }, 'Edit on Lead.X__c'],
    [{ kind: 'field', object: 'Lead', field: 'X__c', right: 'read' }, 'Read on Lead.X__c'],
    [{ kind: 'flow', flow: 'Enrich' }, "the flow 'Enrich'"],
    [{ kind: 'fixed', what: 'always readable' }, 'always readable'],
  ])('name %j as "%s"', (entry, label) => {
    expect(entryLabel(entry)).toBe(label);
  });

  test('are there for every right', () => {
    expect(Object.values(rightLabels)).toHaveLength(7);
  });
});

test.each(packSchema.$defs.condition.properties.edition.items.enum)(
  'the %s, which a pack may name, is known here',
  (name) => {
    expect(editionCondition(['another'], edition(name)).holds).toBe(false);
    expect(editionCondition([name], edition(name)).holds).toBe(true);
  },
);
