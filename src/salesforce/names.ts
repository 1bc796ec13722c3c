import type { Flow } from '../model/snapshot.ts';

/** API names and usernames are the same in any case: what is equal for Salesforce has one key. */
export const nameKey = (name: string): string => name.toLowerCase();

/** API names and usernames differ in more than case, or not at all. */
export const sameName = (one: string, other: string): boolean => nameKey(one) === nameKey(other);

/** A flow's API name, with its package's namespace: `iv__Score_Leads`. */
export const flowName = ({ name, namespace }: Pick<Flow, 'name' | 'namespace'>): string =>
  namespace === null ? name : `${namespace}__${name}`;
