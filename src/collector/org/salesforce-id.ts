/** A key prefix and 12 to 15 characters more: what an Id of Salesforce looks like. */
export const looksLikeId = (text: string, keyPrefix: string): boolean =>
  text.startsWith(keyPrefix) && /^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/.test(text);

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * The 18-character form of an Id. Its last three characters say which of the others are capitals (Salesforce
 * Help 000385585), so that it can be compared where case is lost. What is no 15-character Id is left alone.
 */
export function longId(id: string): string {
  if (id.length !== 15) return id;
  const suffix = [0, 5, 10].map((start) => {
    const bits = [...id.slice(start, start + 5)].map((character, bit) =>
      /[A-Z]/.test(character) ? 2 ** bit : 0,
    );
    return alphabet[bits.reduce((sum, bit) => sum + bit, 0)];
  });
  return id + suffix.join('');
}
