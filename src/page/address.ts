/** What the address names after its `#`: a view, and a place within it: `#verdict/account-access`. */
export interface Address {
  readonly view: string;
  readonly place: string;
}

export function readAddress(hash: string): Address {
  const [, view = '', place = ''] = /^#([^/]*)\/?(.*)$/s.exec(hash) ?? [];
  return { view, place: decoded(place) };
}

export const addressOf = ({ view, place }: Address): string =>
  place === '' ? `#${view}` : `#${view}/${encodeURIComponent(place.toWellFormed())}`;

/** Somebody may have typed it. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
