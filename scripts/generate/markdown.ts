/** Text for a place in Markdown where markup would be read: nothing in it is. */
export function plain(text: string): string {
  return text.replace(/[\\`*_[\]<|]/g, '\\$&').replace(/\s+/g, ' ');
}

/** A name as code; names that packs and rules declare hold no backticks. */
export function code(text: string): string {
  return `\`${text}\``;
}

/** A table; cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

export function numbered(items: readonly string[]): string {
  return items.map((item, index) => `${index + 1}. ${item}`).join('\n');
}

/** A page from its blocks; empty ones are left out. */
export function page(blocks: readonly string[]): string {
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
