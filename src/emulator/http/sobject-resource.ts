import { type Answer, ok } from './answer.ts';
import type { ResourceCall } from './resource-call.ts';

/** What the global describe leaves out of each object's own describe. */
const notGlobal = [
  'actionOverrides',
  'childRelationships',
  'compactLayoutable',
  'fields',
  'implementedBy',
  'implementsInterfaces',
  'extendedBy',
  'extendsInterfaces',
  'defaultImplementation',
  'listviewable',
  'lookupLayoutable',
  'namedLayoutInfos',
  'networkScopeFieldName',
  'recordTypeInfos',
  'searchLayoutable',
  'sobjectDescribeOption',
  'supportedScopes',
];

/** `/sobjects`: the objects the caller may see. */
export function answerGlobalDescribe({ emulation, context }: ResourceCall): Answer {
  const sobjects = emulation.org
    .objectNames(context)
    .map((name) => globalPart(emulation.org.describe(name, context)));
  return ok({ encoding: 'UTF-8', maxBatchSize: 200, sobjects });
}

/** `/sobjects/X`. */
export function answerObjectInfo({ emulation, context, parts }: ResourceCall): Answer {
  const describe = emulation.org.describe(parts[1] ?? '', context);
  return ok({ objectDescribe: globalPart(describe), recentItems: [] });
}

/** `/sobjects/X/describe`. */
export function answerDescribe({ emulation, context, parts }: ResourceCall): Answer {
  return ok(emulation.org.describe(parts[1] ?? '', context));
}

/** `/sobjects/X/ID`, with `fields=A,B` where only these are asked for. */
export function answerRecord({ emulation, context, parts, request }: ResourceCall): Answer {
  const [, type = '', id = ''] = parts;
  const record = emulation.org.retrieve(type, id, context);
  const fields = request.parameters.get('fields');
  if (fields === null) return ok(record);
  const rows = emulation.org.query(
    `SELECT ${fields} FROM ${record.attributes.type} WHERE Id = '${record.Id}'`,
    context,
  );
  return ok(rows[0] ?? record);
}

const globalPart = (describe: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(describe).filter(([key]) => !notGlobal.includes(key)));
