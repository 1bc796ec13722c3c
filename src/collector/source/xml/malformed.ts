/** A document is not well-formed, or not what was to be read: reading ends at once. */
export class Malformed extends Error {
  override readonly name = 'Malformed';
  /** Where, as an offset of the document's text. */
  readonly offset: number;

  /** @param message What is wrong, with the file as its subject. */
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

export const documentType = 'declares a document type, which metadata never has; its entities are not read';

const inPlainWords: ReadonlyMap<string, string> = new Map([
  ['document must contain a root element.', 'holds no element'],
  ['unexpected end.', 'ends in the middle of a tag, a comment or the like'],
  ['text data outside of root node.', 'has text outside its root element'],
  ['documents may contain only one root.', 'has a second root element'],
  ['inappropriately located doctype declaration.', documentType],
  ['disallowed character.', 'holds a character that XML does not allow there'],
  ['undefined entity.', 'uses an entity that XML does not define: write the character itself'],
  ['malformed character entity.', 'refers to a character that XML does not have'],
  ['the string "]]>" is disallowed in char data.', 'has "]]>" in a text: write "]]&gt;"'],
  ['disallowed character in tag name', 'has a "<" that no tag begins with: write "&lt;" for the character'],
]);

const unclosed = /^unclosed tag: (?<name>.*)$/su;
const unopened = /^unmatched closing tag: (?<name>.*)\.$/su;

/** What saxes says of a document, in words that go with the file as their subject. */
export function plainWords(message: string): string {
  const words = inPlainWords.get(message);
  if (words !== undefined) return words;
  const open = unclosed.exec(message)?.groups?.name;
  if (open !== undefined) return `ends before <${open}> is closed`;
  const close = unopened.exec(message)?.groups?.name;
  if (close !== undefined) return `closes </${close}>, which is not open`;
  return `is not well-formed XML: ${message.replace(/\.$/u, '')}`;
}
