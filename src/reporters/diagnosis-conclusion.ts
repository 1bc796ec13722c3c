import type { Diagnosis } from '../model/diagnosis.ts';
import { firstOf } from '../plain/lists.ts';
import type { Style } from './paint.ts';

/** Codes that look like Salesforce's and are not known here. */
export const unknownCodesText = ({ text: { unknownCodes } }: Diagnosis): string | null =>
  unknownCodes.length === 0
    ? null
    : `Not in the catalogue, so what they mean is not known here: ${firstOf(
        unknownCodes.map(({ code, count, line: first }) => `${code} (${count} from line ${first})`),
        10,
      )}.`;

/** What it comes to, in a sentence. */
export function conclusionOf(diagnosis: Diagnosis): { readonly text: string; readonly style: Style } {
  const { recognised, messages, source } = diagnosis;
  const [first] = messages;
  if (recognised === 'nothing') return { text: nothingText(diagnosis), style: 'yellow' };
  if (recognised === 'words' || first === undefined) {
    return {
      text: '? NO KNOWN ERROR: the words name none. Of what fails for this user, the above fits the words; that is a guess.',
      style: 'yellow',
    };
  }
  const explained = messages.filter(({ outcome }) => outcome === 'explained');
  if (explained.length > 0) {
    const best = messages.find(({ outcome }) => outcome === 'explained') ?? first;
    const causes = best.suspects.filter(({ standings }) =>
      standings.some(({ state }) => state === 'explains'),
    );
    const named = causes.map(({ requirement }) => requirement);
    return {
      text: `✖ EXPLAINED: ${best.title}${named.length > 0 ? `, since ${firstOf(named)} ${named.length === 1 ? 'fails' : 'fail'}` : ''}.`,
      style: 'red',
    };
  }
  if (source === null) return { text: `• RECOGNISED: ${first.title}.`, style: 'cyan' };
  if (messages.some(({ outcome }) => outcome === 'open')) {
    return { text: `? OPEN: ${first.title}; what is behind it could not be known.`, style: 'yellow' };
  }
  return { text: `• NOT A MISSING PERMISSION THAT A PACK ASKS FOR: ${first.title}.`, style: 'cyan' };
}

const nothingText = ({ source }: Diagnosis): string =>
  source === null
    ? '? NOT KNOWN: nothing in the text is in the catalogue, and nobody was looked at. Give the error itself, or name an org or a snapshot to hold the words against.'
    : '? NOT KNOWN: nothing in the text is in the catalogue, and nothing that fails for this user fits the words. `syncgate audit` lists all that fails.';
