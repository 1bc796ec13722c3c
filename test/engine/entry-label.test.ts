import { expect, test } from 'vitest';
import packSchema from '../../schemas/pack.schema.json' with { type: 'json' };
import { editionCondition } from '../../src/engine/conditions.ts';
import { entryLabel } from '../../src/engine/entry-label.ts';
import type { Entry } from '../../src/model/access.ts';
import { edition } from './fixtures.ts';

test.each<readonly [Entry, string]>([
  [{ kind: 'system', permission: 'RunFlow' }, 'Run Flows'],
  [{ kind: 'system', permission: 'constructor' }, 'constructor'],
  [{ kind: 'object', object: 'Account', right: 'viewAllRecords' }, 'View All on Account'],
  [{ kind: 'field', object: 'Lead', field: 'X__c', right: 'edit' }, 'Edit on Lead.X__c'],
  [{ kind: 'field', object: 'Lead', field: 'X__c', right: 'read' }, 'Read on Lead.X__c'],
  [{ kind: 'flow', flow: 'Enrich' }, "the flow 'Enrich'"],
  [{ kind: 'fixed', what: 'always readable' }, 'always readable'],
])('the entry %j is named "%s"', (entry, label) => {
  expect(entryLabel(entry)).toBe(label);
});

test.each(packSchema.$defs.condition.properties.edition.items.enum)(
  'the %s, which a pack may name, is known here',
  (name) => {
    expect(editionCondition(['another'], edition(name)).holds).toBe(false);
    expect(editionCondition([name], edition(name)).holds).toBe(true);
  },
);
