/** A whole number as people read it: `40,213`. */
export const numberText = (amount: number): string => String(amount).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** `1 file`, `40,213 entries`. */
export const amountText = (amount: number, one: string, many = `${one}s`): string =>
  `${numberText(amount)} ${amount === 1 ? one : many}`;

const units = ['kB', 'MB', 'GB', 'TB'] as const;

/** An amount of bytes, rounded: `512 bytes`, `4.1 MB`. */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return amountText(bytes, 'byte');
  let amount = bytes / 1000;
  let unit = 0;
  while (amount >= 999.95 && unit < units.length - 1) {
    amount /= 1000;
    unit += 1;
  }
  return `${amount.toFixed(1)} ${units[unit]}`;
}
