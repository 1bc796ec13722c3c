import { familyOf } from './families.ts';
import { isApiName, type Term } from './free-text.ts';
import type { StandIns } from './stand-ins.ts';

/** What of an unknown term is a name by its looks. */
const formOf = (text: string) => (isApiName(text) ? 'name' : 'title');

export function noteTerm(term: Term, standIns: StandIns): void {
  if (term.kind === 'id') standIns.noteId(term.text);
  else if (term.kind === 'unknown') standIns.note('text', formOf(term.text), term.text);
}

/** The stand-in of a term that was noted. */
export function termStandIn(term: Term, standIns: StandIns): string {
  if (term.kind === 'id') return standIns.ofId(term.text);
  if (term.kind === 'unknown') return standIns.of('text', formOf(term.text), term.text);
  const { kind, original, standIn } = term.named;
  if (term.text === original) return standIn;
  const [family, form] = familyOf(kind);
  return standIns.of(family, form, term.text);
}
