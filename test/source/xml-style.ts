export const encodings = [
  'UTF-8',
  'UTF-8 with BOM',
  'UTF-16LE',
  'UTF-16BE',
  'UTF-16LE without BOM',
  'ISO-8859-1',
] as const;

export type Encoding = (typeof encodings)[number];

/** How elements are put down as XML. None of it may mean anything. */
export interface XmlStyle {
  readonly encoding: Encoding;
  readonly newline: '\n' | '\r\n';
  /** Null: the whole document on one line. */
  readonly indentation: '' | '  ' | '    ' | '\t' | null;
  /** Comments and processing instructions between elements, with entries in them that are none. */
  readonly comments: boolean;
  /** `mixed`: CDATA sections, character references, and white space around it. */
  readonly text: 'plain' | 'mixed';
  readonly order: 'sorted' | 'shuffled';
  /** Whether the root has Salesforce's namespace, no namespace, a prefix for it, or attributes beside it. */
  readonly root: 'plain' | 'bare' | 'prefixed' | 'attributed';
}

/** As Salesforce's own tools write it. */
export const plainStyle: XmlStyle = {
  encoding: 'UTF-8',
  newline: '\n',
  indentation: '    ',
  comments: false,
  text: 'plain',
  order: 'sorted',
  root: 'plain',
};
