import type { Location } from '../../../model/part.ts';
import { nameKey } from '../../../salesforce/names.ts';
import type { Interest } from '../interest.ts';
import { bareName, isTemplate } from '../templates.ts';
import type { Entry } from '../xml/read-xml.ts';
import { type EntryKind, entryKinds, objectRights } from './entry-kinds.ts';
import { type EntryNotes, entryNotes, type Locate, neitherOf, type OpenEntry } from './entry-notes.ts';
import type { ContainerFile } from './file-reading.ts';
import { flagAt, flagsIn, hasOdd, missing, nameIn, odd, trueOnes, yes } from './flags.ts';
import type { Notes } from './notes.ts';
import { isStranger, type ObjectUses, type OpenUse, objectUses, oddUses } from './object-uses.ts';
import { findRepeats, type Repeats } from './repeats.ts';
import { collectRights, type Right, type RightsCollector } from './rights.ts';

type Told = Pick<ContainerFile, 'entries' | 'grants' | 'denials' | 'doubts' | 'objects' | 'seesAllData'> & {
  readonly places: Omit<ContainerFile['places'], 'end'>;
};

export interface EntriesReader {
  /** By element. */
  readonly readers: ReadonlyMap<string, (entry: Entry, locate: Locate) => void>;
  readonly field: (entry: Entry, locate: Locate) => void;
  readonly result: () => Told;
}

interface State {
  readonly interest: Interest;
  /** Whether readable fields of objects that cannot be read are odd there. */
  readonly watchesReading: boolean;
  readonly say: EntryNotes;
  readonly rights: RightsCollector;
  readonly uses: ObjectUses;
  readonly repeats: Readonly<Record<'system' | 'object' | 'flow', Repeats>>;
  /** The last of each kind. */
  readonly last: Record<keyof typeof entryKinds, Location | null>;
  entries: number;
  seesAllData: boolean;
}

/**
 * Takes the entries of one file, which may be tens of thousands: of one that nobody needs nothing is kept but what
 * finds it again, and its place is not looked up.
 */
export function readEntries(interest: Interest, notes: Notes, watchesReading: boolean): EntriesReader {
  const state: State = {
    interest,
    watchesReading,
    say: entryNotes(notes),
    rights: collectRights(),
    uses: objectUses(interest),
    repeats: { system: findRepeats(), object: findRepeats(), flow: findRepeats() },
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

function told({ entries, seesAllData, say, rights, uses, last }: State): Told {
  const all = uses.all();
  const fields = all.flatMap(({ wanted, isTemplate, lastField }) =>
    wanted === undefined || isTemplate || lastField === null ? [] : [[wanted.object, lastField] as const],
  );
  return {
    entries,
    seesAllData,
    ...rights.result(),
    doubts: say.doubts,
    objects: oddUses(all),
    places: {
      systemPermissions: last.system,
      objects: last.object,
      fields: Object.fromEntries(fields),
      anyFields: last.field,
      flows: last.flow,
    },
  };
}

/** What every entry has, and what is odd about it. */
function opened(
  state: State,
  kindName: 'system' | 'object' | 'flow',
  entry: Entry,
  locate: Locate,
): OpenEntry | undefined {
  const kind: EntryKind = entryKinds[kindName];
  state.entries += 1;
  state.last[kindName] = locate(entry.start);
  const name = nameIn(entry.leaves, kind.name);
  if (name === '') {
    state.say.nameless(kind, entry, locate);
    return undefined;
  }
  const open = { kind, entry, locate, name, flags: flagsIn(entry.leaves, kind.flags) };
  const earlier = state.repeats[kindName](name, open.flags);
  if (earlier !== undefined) state.say.repeated(open, earlier);
  state.say.oddFlags(open);
  return open;
}

const allData: readonly string[] = ['viewalldata', 'modifyalldata'];

function readSystem(state: State, entry: Entry, locate: Locate): void {
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

function readObject(state: State, entry: Entry, locate: Locate): void {
  const open = opened(state, 'object', entry, locate);
  if (open === undefined) return;
  const use = state.uses.ofObject(open.name);
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

function readFlow(state: State, entry: Entry, locate: Locate): void {
  const open = opened(state, 'flow', entry, locate);
  if (open === undefined || !state.interest.flows) return;
  if (isTemplate(open.name)) state.say.template(open);
  else tell(state, open, () => ({ kind: 'flow', flow: open.name }));
}

/** By far the most entries are these, and most of them nobody needs: those are done with here. */
function readField(state: State, entry: Entry, locate: Locate): void {
  const { leaves } = entry;
  const kind = entryKinds.field;
  state.entries += 1;
  const name = nameIn(leaves, kind.name);
  const use = state.uses.ofField(name);
  if (use === undefined) {
    state.say.nameless(kind, entry, locate);
    return;
  }
  const flags = flagsIn(leaves, kind.flags);
  const earlier = use.repeats(name, flags);
  if (!use.isSeen) see(state, use, entry, locate);
  if (state.watchesReading && use.readableAt === null && flagAt(flags, 0) === yes) {
    use.readableAt = locate(entry.start);
  }
  if (use.wanted === undefined && earlier === undefined && !hasOdd(flags)) return;
  const open = { kind, entry, locate, name, flags };
  if (earlier !== undefined) state.say.repeated(open, earlier);
  state.say.oddFlags(open);
  readWantedField(state, open, use);
}

function readWantedField(state: State, open: OpenEntry, use: OpenUse): void {
  const { wanted } = use;
  if (wanted === undefined) return;
  const { entry, locate, name } = open;
  const field = name.slice(name.indexOf('.') + 1);
  use.lastField = locate(entry.start);
  if (use.isTemplate || isTemplate(field)) {
    if (wanted.bareFields.has(bareName(field))) state.say.template(open);
    return;
  }
  for (const partOf of wanted.fields.get(nameKey(field)) ?? []) {
    tell(state, open, (index) => ({
      kind: 'field',
      object: wanted.object,
      field: partOf ?? field,
      right: index === 0 ? 'read' : 'edit',
    }));
  }
}

function see({ interest }: State, use: OpenUse, entry: Entry, locate: Locate): void {
  if (use.isSeen) return;
  use.isSeen = true;
  if (isStranger(use.object, interest)) use.strangerAt = locate(entry.start);
}

/**
 * What an entry gives and refuses, right by right; a flag that is missing refuses (salesforce.md, "Metadata files").
 * @param rightAt the right behind a flag; undefined where the file cannot tell it.
 */
function tell(
  { rights, say }: State,
  { kind, entry, locate, flags }: OpenEntry,
  rightAt: (index: number, flag: number) => Right | undefined,
): void {
  kind.flags.forEach((name, index) => {
    const flag = flagAt(flags, index);
    const right = rightAt(index, flag);
    if (right === undefined) return;
    const leaf = entry.leaves.find((each) => each.name === name);
    const at = locate(leaf?.start ?? entry.start);
    if (flag === odd) say.doubt(neitherOf(name, leaf?.text ?? ''), at);
    else rights.add({ ...right, at }, flag === yes);
  });
}
