import { isObject } from './request.ts';

/**
 * Replaces each `@{referenceId.path}` with what the earlier subrequest of that id answered; a path goes
 * through objects by name and through lists as `records[0]`.
 *
 * @throws {UnresolvedReference} where a reference leads nowhere.
 */
export function resolveReferences(text: string, bodies: ReadonlyMap<string, unknown>): string {
  return text.replace(/@\{([^}]*)\}/g, (_, expression: string) => {
    const [id = '', ...path] = expression.replace(/\[(\d+)\]/g, '.$1').split('.');
    if (!bodies.has(id)) throw new UnresolvedReference(expression, id);
    const value = path.reduce<unknown>(step, bodies.get(id));
    if (value === undefined || value === null || typeof value === 'object') {
      throw new UnresolvedReference(expression, id);
    }
    return String(value);
  });
}

export class UnresolvedReference extends Error {
  constructor(expression: string, id: string) {
    super(`Invalid reference specified. No value for ${expression} found in ${id}.`);
  }
}

function step(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value[Number(key)];
  return isObject(value) ? value[key] : undefined;
}
