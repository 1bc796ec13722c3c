import { nameKey } from '../../../salesforce/names.ts';
import type { Interest } from '../interest.ts';
import { isTemplate } from '../templates.ts';
import type { Entry } from '../xml/read-xml.ts';
import { entryKinds, objectRights } from './entry-kinds.ts';
import { entryNotes, type Locate } from './entry-notes.ts';
import { type EntryState, opened, see, tell } from './entry-state.ts';
import { readField } from './field-entries.ts';
import type { ContainerFile } from './file-reading.ts';
import { missing, trueOnes, yes } from './flags.ts';
import type { Notes } from './notes.ts';
import { objectUses, oddUses, useOfObject } from './object-uses.ts';
import { noKeys } from './repeats.ts';
import { collectRights } from './rights.ts';

type Told = Pick<ContainerFile, 'entries' | 'grants' | 'denials' | 'doubts' | 'objects' | 'seesAllData'> & {
  readonly places: Omit<ContainerFile['places'], 'end'>;
};

export interface EntriesReader {
  /** By element. */
  readonly readers: ReadonlyMap<string, (entry: Entry, locate: Locate) => void>;
  readonly field: (entry: Entry, locate: Locate) => void;
  readonly result: () => Told;
}

/**
 * Takes the entries of one file, which may be tens of thousands: of one that nobody needs nothing is kept but what
 * finds it again, and its place is not looked up.
 * @param inOrder whether entries are counted on to be in the order of their names: OutOfOrder is thrown if not.
 */
export function readEntries(
  interest: Interest,
  notes: Notes,
  watchesReading: boolean,
  inOrder: boolean,
): EntriesReader {
  const state: EntryState = {
    interest,
    watchesReading,
    say: entryNotes(notes),
    rights: collectRights(),
    uses: objectUses(interest, inOrder),
    seen: { system: noKeys(inOrder), object: noKeys(inOrder), flow: noKeys(inOrder) },
    last: { system: null, object: null, field: null, flow: null },
    entries: 0,
    seesAllData: false,
  };
  return {
    field: (entry, locate) => readField(state, entry, locate),
    readers: new Map([
      [entryKinds.system.element, (entry, locate) => readSystem(state, entry, locate)],
      [entryKinds.object.element, (entry, locate) => readObject(state, entry, locate)],
      [entryKinds.field.element, (entry, locate) => readField(state, entry, locate)],
      [entryKinds.flow.element, (entry, locate) => readFlow(state, entry, locate)],
    ]),
    result: () => told(state),
  };
}

function told({ entries, seesAllData, say, rights, uses, last, watchesReading }: EntryState): Told {
  const fields = [...uses.byKey.values()].flatMap(({ wanted, isTemplate, lastField }) =>
    wanted === undefined || isTemplate || lastField === null ? [] : [[wanted.object, lastField] as const],
  );
  return {
    entries,
    seesAllData,
    ...rights.result(),
    doubts: say.doubts,
    objects: oddUses(uses, watchesReading),
    places: {
      systemPermissions: last.system,
      objects: last.object,
      fields: Object.fromEntries(fields),
      anyFields: last.field,
      flows: last.flow,
    },
  };
}

const allData: readonly string[] = ['viewalldata', 'modifyalldata'];

function readSystem(state: EntryState, entry: Entry, locate: Locate): void {
  const open = opened(state, 'system', entry, locate);
  if (open === undefined) return;
  const key = nameKey(open.name);
  if (open.flags === yes && allData.includes(key)) state.seesAllData = true;
  const permission = state.interest.permissions.get(key);
  if (permission !== undefined) tell(state, open, () => ({ kind: 'system', permission }));
}

const viewAllFields = objectRights.findIndex(([, right]) => right === 'viewAllFields');
/** Every other right on an object requires Read (Object Reference, "ObjectPermissions"); View All Fields gives none. */
const givesRead = (flags: number): boolean => (trueOnes(flags) & ~(1 << (2 * viewAllFields))) !== 0;

function readObject(state: EntryState, entry: Entry, locate: Locate): void {
  const open = opened(state, 'object', entry, locate);
  if (open === undefined) return;
  const use = useOfObject(state.uses, open.name);
  see(state, use, entry, locate);
  if (givesRead(open.flags)) use.givesRead = true;
  const { wanted } = use;
  if (wanted === undefined) return;
  if (use.isTemplate) state.say.template(open);
  else
    tell(state, open, (index, flag) => {
      const right = objectRights[index]?.[1];
      const untold = index === viewAllFields && flag === missing && !state.interest.tellsViewAllFields;
      return right === undefined || untold ? undefined : { kind: 'object', object: wanted.object, right };
    });
}

function readFlow(state: EntryState, entry: Entry, locate: Locate): void {
  const open = opened(state, 'flow', entry, locate);
  if (open === undefined || !state.interest.flows) return;
  if (isTemplate(open.name)) state.say.template(open);
  else tell(state, open, () => ({ kind: 'flow', flow: open.name }));
}
