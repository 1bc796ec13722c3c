import type { ChangedContainer } from '../model/cause.ts';
import { containerKinds } from '../salesforce/labels.ts';

/** `Account: Read, Edit`: what is on one thing is said together. */
export function inShort(permissions: readonly string[]): string {
  const topics = new Map<string, string[]>();
  for (const permission of permissions) {
    const [topic = permission, right] = permission.split(': ');
    topics.set(topic, [...(topics.get(topic) ?? []), ...(right === undefined ? [] : [right])]);
  }
  const parts = [...topics].map(([topic, rights]) =>
    rights.length === 0 ? topic : `${topic}: ${rights.join(', ')}`,
  );
  return parts.length > most
    ? `${parts.slice(0, most).join('; ')} and ${parts.length - most} more`
    : parts.join('; ');
}

/** More things than this are counted, not told. */
const most = 4;

export const containerName = ({ kind, title }: ChangedContainer): string =>
  `${containerKinds[kind]} '${title}'`;
export const groupName = (title: string): string => `permission set group '${title}'`;
