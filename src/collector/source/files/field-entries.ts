import { nameKey } from '../../../salesforce/names.ts';
import { bareName, isTemplate } from '../templates.ts';
import type { Entry } from '../xml/read-xml.ts';
import { entryKinds } from './entry-kinds.ts';
import type { Locate, OpenEntry } from './entry-notes.ts';
import { type EntryState, see, tell } from './entry-state.ts';
import { flagAt, flagIn, hasOdd, nameIn, yes } from './flags.ts';
import { nextInOrder, type OpenUse, useOfField } from './object-uses.ts';
import { repeated } from './repeats.ts';

/** By far the most entries are these, nearly all as nobody needs them and in order: those are done with here. */
export function readField(state: EntryState, entry: Entry, locate: Locate): void {
  const { leaves } = entry;
  state.entries += 1;
  let name = '';
  let flags = 0;
  for (const leaf of leaves) {
    if (leaf.name === 'field') name = name === '' ? leaf.text : '\0';
    else if (leaf.name === 'readable') flags |= flagIn(leaf.text);
    else if (leaf.name === 'editable') flags |= flagIn(leaf.text) << 2;
  }
  const use = nextInOrder(state.uses, name);
  const isTold = use === undefined || use.wanted !== undefined || hasOdd(flags) || isNews(state, use, flags);
  if (isTold || state.entries < exactPlaces) readOddField(state, entry, locate, flags);
  else use.fields.last = name;
}

/** Up to so many entries the place of the last field is told exactly; behind them, of the last object's first. */
const exactPlaces = 1000;

const isNews = ({ watchesReading }: EntryState, use: OpenUse, flags: number): boolean =>
  watchesReading && use.readableAt === null && flagAt(flags, 0) === yes;

function readOddField(state: EntryState, entry: Entry, locate: Locate, flags: number): void {
  const kind = entryKinds.field;
  const name = nameIn(entry.leaves, kind.name);
  const use = useOfField(state.uses, name);
  if (use === undefined) {
    state.last.field = locate(entry.start);
    state.say.nameless(kind, entry, locate);
    return;
  }
  if (!use.isSeen || state.entries < exactPlaces) state.last.field = locate(entry.start);
  see(state, use, entry, locate);
  if (isNews(state, use, flags)) use.readableAt = locate(entry.start);
  const open = { kind, entry, locate, name, flags };
  const earlier = repeated(use.fields, name, flags);
  if (earlier !== undefined) state.say.repeated(open, earlier);
  state.say.oddFlags(open);
  readWantedField(state, open, use);
}

function readWantedField(state: EntryState, open: OpenEntry, use: OpenUse): void {
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
