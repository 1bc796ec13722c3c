import type { ReadingWarning } from '../../../model/snapshot.ts';
import { nameKey } from '../../../salesforce/names.ts';
import { surelyHasObjectPermissions } from '../../../salesforce/standard-objects.ts';
import { nameOf } from './containers.ts';
import type { DefinedContainer, Definition } from './definitions.ts';

/** What is odd about a container, that no entry alone shows. */
export function containerWarnings(defined: DefinedContainer): readonly ReadingWarning[] {
  const [first, ...others] = defined.definitions;
  return [
    ...others.map((other) => duplicate(defined, first, other)),
    ...onceEach(defined, (use) => use.strangerAt).map(
      ({ object, at }): ReadingWarning => ({
        code: 'no-such-object',
        message: `${nameOf(defined)} has entries for ${object}, which no file defines and no org is known to have`,
        at,
      }),
    ),
    ...(defined.kind === 'permission-set'
      ? defined.definitions.flatMap((one) => unreadable(defined, one))
      : []),
  ];
}

function duplicate(defined: DefinedContainer, first: Definition, other: Definition): ReadingWarning {
  const kept =
    defined.kind === 'profile'
      ? 'what one of them gives and none refuses was taken as given'
      : 'only what all of them give was taken as given';
  const message = `${nameOf(defined)} is defined here too, beside ${first.files[0]}; ${kept}`;
  const at = other.main?.at ?? other.readings[0]?.at ?? other.broken[0]?.trouble.at;
  return {
    code: 'duplicate-container',
    message,
    at: at ?? { file: other.files[0] ?? '', line: 1, column: 1 },
  };
}

type Use = Definition['readings'][number]['objects'][number];

/** Objects of all files of a container, each at its first place. */
function onceEach(
  { definitions }: Pick<DefinedContainer, 'definitions'>,
  placeOf: (use: Use) => Use['strangerAt'],
) {
  const found = new Map<string, { readonly object: string; readonly at: NonNullable<Use['strangerAt']> }>();
  for (const use of definitions.flatMap(({ readings }) => readings.flatMap(({ objects }) => objects))) {
    const at = placeOf(use);
    if (at !== null && !found.has(nameKey(use.object)))
      found.set(nameKey(use.object), { object: use.object, at });
  }
  return [...found.values()];
}

/** Fields that nobody reads by this set alone, for want of the object. */
function unreadable(defined: DefinedContainer, definition: Definition): readonly ReadingWarning[] {
  const { readings, broken } = definition;
  if (broken.length > 0 || readings.some(({ seesAllData }) => seesAllData)) return [];
  const uses = readings.flatMap(({ objects }) => objects);
  const readable = new Set(uses.flatMap(({ object, givesRead }) => (givesRead ? [nameKey(object)] : [])));
  return onceEach({ definitions: [definition] }, (use) => use.readableAt)
    .filter(({ object }) => !readable.has(nameKey(object)) && hasObjectPermissions(object))
    .map(({ object, at }) => ({
      code: 'field-without-object',
      message: `${nameOf(defined)} gives access to fields of ${object}, and no Read on ${object}: by itself it lets nobody read them`,
      at,
    }));
}

const hasObjectPermissions = (object: string): boolean =>
  /__c$/i.test(object) || surelyHasObjectPermissions(object);
