import type { Part } from '../model/part.ts';
import type { Catalogue, Snapshot } from '../model/snapshot.ts';
import { nameKey } from '../salesforce/names.ts';
import { by } from './order.ts';

/** The fields of each object that the org has, with what files add to them or change. */
export function joinedCatalogue(
  source: Snapshot['catalogue'],
  facts: Snapshot['catalogue'],
): Snapshot['catalogue'] {
  return Object.fromEntries(
    [...new Set([...Object.keys(facts), ...Object.keys(source)])].map((object) => [
      object,
      joinedFields(source[object], facts[object]),
    ]),
  );
}

/** What the org shows, with what the files add to it or change. */
function joinedFields(file: Part<Catalogue> | undefined, org: Part<Catalogue> | undefined): Part<Catalogue> {
  const added = file?.status === 'ok' ? file.value.fields : [];
  if (org === undefined || org.status === 'unavailable')
    return (added.length > 0 ? file : (org ?? file)) as Part<Catalogue>;
  const names = new Set(added.map(({ name }) => nameKey(name)));
  const kept = org.value.fields.filter(({ name }) => !names.has(nameKey(name)));
  const fields = [...kept, ...added].toSorted(by(({ name }) => name));
  return { status: 'ok', value: { seenBy: org.value.seenBy, fields } };
}
