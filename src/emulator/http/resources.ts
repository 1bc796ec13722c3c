import { type Answer, ok } from './answer.ts';
import { answerCompositeBatch } from './composite-batch-resource.ts';
import { answerComposite } from './composite-resource.ts';
import { answerLimits } from './limits-resource.ts';
import { answerQuery, answerQueryMore } from './query-resource.ts';
import type { ResourceAnswerer, ResourceCall } from './resource-call.ts';
import { answerDescribe, answerGlobalDescribe, answerObjectInfo, answerRecord } from './sobject-resource.ts';

interface Resource {
  readonly path: RegExp;
  readonly methods: readonly string[];
  readonly surfaces: readonly ('data' | 'tooling')[];
  readonly answer: ResourceAnswerer;
}

const read = ['GET', 'HEAD'];
const both = ['data', 'tooling'] as const;

const resources: readonly Resource[] = [
  { path: /^$/, methods: read, surfaces: both, answer: answerResourceList },
  { path: /^sobjects$/, methods: read, surfaces: both, answer: answerGlobalDescribe },
  { path: /^sobjects\/[^/]+$/, methods: read, surfaces: both, answer: answerObjectInfo },
  { path: /^sobjects\/[^/]+\/describe$/, methods: read, surfaces: both, answer: answerDescribe },
  { path: /^sobjects\/[^/]+\/\w{15,18}$/, methods: read, surfaces: both, answer: answerRecord },
  { path: /^query(All)?$/, methods: read, surfaces: both, answer: answerQuery },
  { path: /^query(All)?\/[^/]+$/, methods: read, surfaces: both, answer: answerQueryMore },
  { path: /^composite$/, methods: [...read, 'POST'], surfaces: both, answer: answerComposite },
  { path: /^composite\/batch$/, methods: ['POST'], surfaces: ['data'], answer: answerCompositeBatch },
  { path: /^limits$/, methods: read, surfaces: ['data'], answer: answerLimits },
];

/** The resource that the call's path names, if the emulated org has it. */
export function findResource({ parts, context }: ResourceCall): Resource | undefined {
  const path = parts.join('/');
  return resources.find(
    (resource) => resource.surfaces.includes(context.surface) && resource.path.test(path),
  );
}

/** `/services/data/v67.0`: where everything is. */
function answerResourceList({ basePath, emulation, context }: ResourceCall): Answer {
  const names =
    context.surface === 'data'
      ? ['composite', 'limits', 'query', 'queryAll', 'sobjects', 'tooling']
      : ['composite', 'query', 'queryAll', 'sobjects'];
  const identity = `${emulation.instanceUrl}/id/${emulation.org.organizationId}/${context.caller.userId}`;
  const list = Object.fromEntries(names.map((name) => [name, `${basePath}/${name}`]));
  return ok(context.surface === 'data' ? { ...list, identity } : list);
}
