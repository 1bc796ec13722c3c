import { terminalText } from '../terminal-text.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/**
 * Text from anywhere as XML, in an element or an attribute. XML 1.0 has no way to write control characters and halves
 * of characters: they are shown as the escapes that a terminal would be given.
 */
export const xmlText = (text: string): string =>
  terminalText(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** ` name="value"` for each; those without a value are left out. */
export const attributes = (values: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${xmlText(String(value))}"`]))
    .join('');
