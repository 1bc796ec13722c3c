import type { Entry, Place } from '../model/access.ts';
import type { ObjectRight } from '../model/container.ts';
import { enumerated, groupedBy, listed } from '../plain/lists.ts';
import { type Named, withTopic } from './wording/claim.ts';
import { containerName } from './wording/phrases.ts';
import { placeText } from './wording/places.ts';

/** An entry that is in none of the subject's files, and where it could be. */
export interface Addition {
  readonly thing: Named;
  /** Undefined where it is not known which entry would do. */
  readonly entry: Entry | undefined;
  readonly place: Place;
}

/**
 * What to add where, in the words of the files: `Add to permission set 'Sync' at a.xml:40:5: fieldPermissions of
 * Account.X with editable true.` What a requirement asks of objects, fields and flows it asks all together; of system
 * permissions one is often enough, so each is a step of its own.
 */
export const additionSteps = (additions: readonly Addition[]): readonly string[] =>
  groupedBy(additions, ({ place, entry }) =>
    JSON.stringify([
      place.container.id,
      placeText(place.at),
      entry === undefined || entry.kind === 'system' ? entry : entry.kind,
    ]),
  ).map((group) => {
    const [{ place, entry }] = group;
    const what = entry === undefined ? withTopic(group.map(({ thing }) => thing)) : inXml(group);
    return `Add to ${containerName(place.container)} at ${placeText(place.at)}: ${what}.`;
  });

/** More entries than this are counted, not told. */
const most = 8;

function inXml(additions: readonly Addition[]): string {
  const entries = additions.flatMap(({ entry }) =>
    entry === undefined || entry.kind === 'fixed' ? [] : [xmlOf(entry)],
  );
  const alike = groupedBy(entries, ({ element, of }) => JSON.stringify([element, of])).map((group) => ({
    ...group[0],
    flags: listed([...new Set(group.map(({ flag }) => flag))]),
  }));
  return groupedBy(alike, ({ element, flags }) => JSON.stringify([element, flags]))
    .map((group) => {
      const [{ element, flags }] = group;
      const names = group.map(({ of }) => of);
      return `${element} of ${enumerated(names, most)} with ${flags} true`;
    })
    .join('; ');
}

/** Metadata API, "Profile" and "PermissionSet". */
function xmlOf(entry: Exclude<Entry, { readonly kind: 'fixed' }>) {
  switch (entry.kind) {
    case 'system':
      return { element: 'userPermissions', of: entry.permission, flag: 'enabled' };
    case 'object':
      return { element: 'objectPermissions', of: entry.object, flag: objectFlags[entry.right] };
    case 'field': {
      const flag = entry.right === 'edit' ? 'editable' : 'readable';
      return { element: 'fieldPermissions', of: `${entry.object}.${entry.field}`, flag };
    }
    case 'flow':
      return { element: 'flowAccesses', of: entry.flow, flag: 'enabled' };
  }
}

const objectFlags: Readonly<Record<ObjectRight, string>> = {
  read: 'allowRead',
  create: 'allowCreate',
  edit: 'allowEdit',
  delete: 'allowDelete',
  viewAllRecords: 'viewAllRecords',
  modifyAllRecords: 'modifyAllRecords',
  viewAllFields: 'viewAllFields',
};
