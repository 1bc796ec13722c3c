import type { Additions } from '../../../model/container.ts';
import type { Location } from '../../../model/part.ts';
import { nameKey } from '../../../salesforce/names.ts';
import type { ContainerFile, Places } from '../files/file-reading.ts';
import type { Definition } from './definitions.ts';

/**
 * Where an entry that is not there would be added: beside the last of its kind, else before the root's end tag. In a
 * decomposed set objects have files of their own: what is about no known object goes into the main file.
 */
export function additionsOf(
  { main, readings }: Definition,
  neededObjects: readonly string[],
): Additions | undefined {
  const [first] = readings;
  if (first === undefined) return undefined;
  const end = (main ?? first).places.end;
  const lastIn = (from: readonly ContainerFile[], kind: keyof Omit<Places, 'fields' | 'end'>) =>
    from.findLast(({ places }) => places[kind] !== null)?.places[kind] ?? undefined;
  // A part that holds entries of one object is no place for another's.
  const shared = main === undefined ? readings.filter((one) => !isOfOneObject(one)) : [main];
  return {
    systemPermissions: lastIn(readings, 'systemPermissions') ?? end,
    objects: lastIn(shared, 'objects') ?? end,
    fields: { ...fieldPlaces(readings, neededObjects), '': lastIn(shared, 'anyFields') ?? end },
    flows: lastIn(readings, 'flows') ?? end,
  };
}

/** Beside the last field of an object; else in the file of that object, `objectSettings/X.objectSettings-meta.xml`. */
function fieldPlaces(
  readings: readonly ContainerFile[],
  neededObjects: readonly string[],
): Readonly<Record<string, Location>> {
  const places = neededObjects.flatMap((object) => {
    const beside = readings.findLast(({ places }) => Object.hasOwn(places.fields, object))?.places.fields[
      object
    ];
    const own = readings.find((one) => nameKey(objectOf(one) ?? '') === nameKey(object))?.places.end;
    const place = beside ?? own;
    return place === undefined ? [] : [[object, place] as const];
  });
  return Object.fromEntries(places);
}

const isOfOneObject = (reading: ContainerFile): boolean => objectOf(reading) !== undefined;

/** Of a file that holds all entries of one object, the object. */
const objectOf = ({ of }: ContainerFile): string | undefined =>
  /([^/]+)\.objectSettings-meta\.xml$/.exec(of.file)?.[1];
