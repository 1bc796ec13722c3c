import { expandNeeds } from '../../src/access/expand-needs.ts';
import type { Completeness } from '../../src/model/container.ts';
import type { FieldNeed, Needs } from '../../src/model/needs.ts';
import type { Gap, Part } from '../../src/model/part.ts';
import type { Field, Flow } from '../../src/model/snapshot.ts';

export const asOf = '2026-10-08T12:00:00.000Z';
export const userId = '005000000000001AAA';
export const unreadGap: Gap = { code: 'query-failed', message: 'the org answered an error' };
export const unread = { status: 'unavailable', reason: unreadGap } as const;

/** Of a container whose file leaves things out. */
export const partly: Completeness = {
  kind: 'partial',
  reason: { code: 'source-cannot-tell', message: 'its file holds only what was retrieved with it' },
};

export const ok = <T>(value: T): Part<T> => ({ status: 'ok', value });

/** A plain text field; say what is different about it. */
export function field(name: string, different: Partial<Field> = {}): Field {
  return {
    name,
    label: name,
    dataType: 'Text(40)',
    permissionable: true,
    calculated: false,
    autoNumber: false,
    updatable: true,
    ...different,
  };
}

/** An unmanaged auto-launched flow that restricts access; its Id is its name, padded. */
export function flow(name: string, different: Partial<Flow> = {}): Flow {
  return {
    id: flowId(name),
    name,
    label: name,
    namespace: null,
    processType: 'AutoLaunchedFlow',
    triggerType: null,
    restricted: ok(true),
    ...different,
  };
}

export const flowId = (name: string): string => `300${name}`.padEnd(15, '0');

/** Needs from names: `['Account.Site']` for fields. */
export function need(
  needs: Omit<Needs, 'fields'> & { readonly fields?: readonly (string | FieldNeed)[] },
): Needs {
  const { fields, ...others } = needs;
  const fieldNeeds = fields?.map((each) => (typeof each === 'string' ? fieldNeed(each) : each));
  return expandNeeds({ ...others, ...(fieldNeeds && { fields: fieldNeeds }) });
}

/** `Account.Site` as a need. */
export function fieldNeed(name: string): FieldNeed {
  const [object = '', field = ''] = name.split('.');
  return { object, field };
}

/** Fields of which each is written `name` or `name "label"`. */
export function fieldsFrom(...texts: readonly string[]): readonly Field[] {
  return texts.map((text) => {
    const [, name = '', label] = /^(\S+)(?: "(.*)")?$/.exec(text) ?? [];
    return field(name, { label: label ?? name });
  });
}
