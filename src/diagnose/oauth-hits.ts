import type { Hit } from './hit.ts';
import { hasSalesforceBeside } from './marks.ts';
import { knownErrors } from './message-catalogue.ts';

const oauthErrors = knownErrors.filter(({ recognised }) => recognised.descriptions !== undefined);

/** What a description may be under, and how far a line of a log carries it. */
const description = /error_description["']?\s{0,3}[:=]\s{0,3}["']?([^"&\n]{0,300})/i;
const reach = 400;

/**
 * What an OAuth error means, by the description beside it; undefined where it is nobody's, or another product's. The
 * codes are everybody's: without a description, something of Salesforce has to stand beside.
 */
export function oauthErrorAt(
  text: string,
  code: string,
  start: number,
  end: number,
): Pick<Hit, 'entry' | 'quote'> | undefined {
  const around = text.slice(Math.max(0, start - reach), end + reach);
  const [, described] = description.exec(around) ?? [];
  const said = plain(described ?? lineAt(text, start, end));
  const quoted = code.toLowerCase();
  for (const entry of oauthErrors) {
    const known = entry.recognised.descriptions?.find((each) => said.includes(each));
    if (known !== undefined) return { entry, quote: `${quoted}: ${known}` };
  }
  if (!hasSalesforceBeside(text, start)) return undefined;
  const entry = oauthErrors.find(({ recognised }) => recognised.sharedCodes?.includes(code));
  return entry && { entry, quote: quoted };
}

/** The same words, however they are written in a form or in print. */
function plain(text: string): string {
  return text
    .replaceAll(/\+|%20/g, ' ')
    .replaceAll(/%27|’/g, "'")
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

function lineAt(text: string, start: number, end: number): string {
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - reach);
  const to = text.indexOf('\n', end);
  return text.slice(from, to === -1 ? end + reach : Math.min(to, end + reach));
}
