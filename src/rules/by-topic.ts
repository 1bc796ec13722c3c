import { listed } from '../plain/lists.ts';

/** Permissions under one heading each: `Account: Read`, `Account: Edit` become `Account: Read and Edit`. */
export function byTopic(permissions: readonly string[]): readonly string[] {
  const topics = new Map<string, string[]>();
  for (const permission of permissions) {
    const colon = permission.lastIndexOf(': ');
    const [topic, right] =
      colon < 0 ? [permission, []] : [permission.slice(0, colon), [permission.slice(colon + 2)]];
    topics.set(topic, [...(topics.get(topic) ?? []), ...right]);
  }
  return [...topics].map(([topic, rights]) => (rights.length === 0 ? topic : `${topic}: ${listed(rights)}`));
}
