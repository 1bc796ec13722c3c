import type { Field, Snapshot } from '../../../model/snapshot.ts';
import { nameKey } from '../../../salesforce/names.ts';
import { ok } from '../../parts.ts';
import type { FileReading } from '../files/file-reading.ts';

/**
 * The custom fields of each needed object that the files define; there may be others. A standard field's file tells
 * what somebody changed of it, and not whether it has field-level security (OwnerId has none).
 */
export function catalogueIn(
  readings: readonly FileReading[],
  neededObjects: readonly string[],
): Snapshot['catalogue'] {
  const fields = Map.groupBy(
    readings.flatMap((reading) =>
      reading.kind === 'fields'
        ? reading.fields.map((field) => ({ field, object: nameKey(reading.object) }))
        : [],
    ),
    ({ object }) => object,
  );
  return Object.fromEntries(
    neededObjects.map((object) => {
      const own = (fields.get(nameKey(object)) ?? []).map(({ field }) => field).filter(isCustom);
      return [object, ok({ seenBy: 'source' as const, fields: onceEach(own) })];
    }),
  );
}

const isCustom = ({ name }: Field): boolean => /__[a-z]+$/i.test(name);

function onceEach(fields: readonly Field[]): readonly Field[] {
  return [...Map.groupBy(fields, ({ name }) => nameKey(name)).values()]
    .flatMap((same) => {
      const [first] = same;
      return first === undefined ? [] : [{ ...first, ...leastOf(same) }];
    })
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/** Of what several files say of one field, what leaves the least to be taken for granted. */
const leastOf = (same: readonly Field[]) => ({
  permissionable: same.some(({ permissionable }) => permissionable),
  calculated: same.some(({ calculated }) => calculated),
  autoNumber: same.some(({ autoNumber }) => autoNumber),
  updatable: same.every(({ updatable }) => updatable),
});
