import type { LoadedPack } from '../model/pack.ts';
import { namespaceOf } from './what-stays.ts';

/** The packages that packs speak of: `iv` of `iv__Account__c`. */
export function vendorNamespaces(packs: readonly LoadedPack[]): ReadonlySet<string> {
  const found = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string') {
      for (const [name] of value.matchAll(/\b[a-z]\w*__[a-z]+\b/giu)) {
        const namespace = namespaceOf(name);
        if (namespace !== null) found.add(namespace);
      }
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  packs.forEach(({ pack }) => {
    collect(pack);
  });
  return found;
}
