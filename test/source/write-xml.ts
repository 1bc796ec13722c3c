import { type Chance, shuffled } from './chance.ts';
import type { Encoding, XmlStyle } from './xml-style.ts';

/** An element that holds text, or other elements. */
export interface Element {
  readonly name: string;
  readonly content: string | readonly Element[];
}

export const element = (name: string, content: Element['content']): Element => ({ name, content });

const metadata = 'http://soap.sforce.com/2006/04/metadata';

/** One document. Built of strings, so that it owes nothing to any reader of XML. */
export function writeXml(
  root: string,
  children: readonly Element[],
  style: XmlStyle,
  chance: Chance,
): Uint8Array {
  const { declared, bytesOf } = encoders[style.encoding];
  const prefix = style.root === 'prefixed' ? 'md:' : '';
  const writer: Writer = { style, chance, prefix };
  const end = style.indentation === null ? '' : style.newline;
  // XML without a declaration is UTF-8.
  const undeclared = style.root === 'bare' && style.encoding.startsWith('UTF-8') && chance(2) === 0;
  const text = [
    undeclared ? '' : `<?xml version="1.0" encoding="${declared}"?>${style.newline}`,
    `<${prefix}${root}${attributesOf(style)}>${end}`,
    ...inOrder(children, writer).map((each) => `${remark(writer)}${elementText(each, 1, writer)}`),
    `${remark(writer)}</${prefix}${root}>${style.newline}`,
  ];
  return bytesOf(text.join(''));
}

interface Writer {
  readonly style: XmlStyle;
  readonly chance: Chance;
  readonly prefix: string;
}

const encoders: Readonly<
  Record<Encoding, { readonly declared: string; readonly bytesOf: (text: string) => Uint8Array }>
> = {
  'UTF-8': { declared: 'UTF-8', bytesOf: (text) => Buffer.from(text, 'utf8') },
  'UTF-8 with BOM': { declared: 'utf-8', bytesOf: (text) => Buffer.from(`\uFEFF${text}`, 'utf8') },
  'UTF-16LE': { declared: 'UTF-16', bytesOf: (text) => Buffer.from(`\uFEFF${text}`, 'utf16le') },
  'UTF-16BE': { declared: 'UTF-16', bytesOf: (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16() },
  'UTF-16LE without BOM': { declared: 'UTF-16LE', bytesOf: (text) => Buffer.from(text, 'utf16le') },
  'ISO-8859-1': { declared: 'ISO-8859-1', bytesOf: (text) => Buffer.from(text, 'latin1') },
};

function attributesOf({ root }: XmlStyle): string {
  switch (root) {
    case 'plain':
      return ` xmlns="${metadata}"`;
    case 'bare':
      return '';
    case 'prefixed':
      return ` xmlns:md="${metadata}"`;
    case 'attributed':
      return ` xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' note="1 > 0 &lt; 2" xmlns="${metadata}"`;
  }
}

/** By element, then by the words in it, as Salesforce's tools sort; or anyhow. */
function inOrder(children: readonly Element[], { style, chance }: Writer): readonly Element[] {
  if (style.order === 'shuffled') return shuffled(children, chance);
  const keyed = children.map((each) => ({ each, key: `${each.name} ${wordsIn(each)}` }));
  return keyed.toSorted((one, other) => (one.key < other.key ? -1 : 1)).map(({ each }) => each);
}

const wordsIn = ({ content }: Element): string =>
  typeof content === 'string'
    ? content
    : content
        .map(wordsIn)
        .filter((text) => !/^(true|false|[01])$/.test(text))
        .join(' ');

function elementText({ name, content }: Element, depth: number, writer: Writer): string {
  const { style, prefix, chance } = writer;
  const pad = (style.indentation ?? '').repeat(depth);
  const end = style.indentation === null ? '' : style.newline;
  const tag = prefix + name;
  if (typeof content !== 'string') {
    const children = inOrder(content, writer).map(
      (each) => remark(writer) + elementText(each, depth + 1, writer),
    );
    return `${pad}<${tag}>${end}${children.join('')}${pad}</${tag}>${end}`;
  }
  if (content === '' && style.text === 'mixed' && chance(2) === 0) return `${pad}<${tag} />${end}`;
  return `${pad}<${tag}>${textOf(content, writer)}</${tag}>${end}`;
}

const remarks: readonly string[] = [
  '<!-- what follows is needed -->',
  '<!--<userPermissions><enabled>true</enabled><name>ModifyAllData</name></userPermissions>-->',
  '<!--\n    <objectPermissions>\n        <allowRead>true</allowRead>\n        <object>Account</object>\n    </objectPermissions>\n-->',
  '<?note <userPermissions><enabled>true</enabled><name>ViewAllData</name></userPermissions>?>',
];

function remark({ style, chance }: Writer): string {
  if (!style.comments || chance(3) > 0) return '';
  const end = style.indentation === null ? '' : style.newline;
  return (remarks[chance(remarks.length)] ?? '').replaceAll('\n', style.newline) + end;
}

function textOf(text: string, { style, chance }: Writer): string {
  const isLatin = [...text].every((letter) => letter <= '\u00FF');
  const writable = isLatin || style.encoding !== 'ISO-8859-1';
  const form = style.text === 'plain' ? 0 : chance(4);
  if (!writable || form === 1) return [...text].map((letter) => referenceTo(letter, chance)).join('');
  if (form === 2) return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return form === 3 ? `${style.newline}\t${escaped}  ` : escaped;
}

function referenceTo(letter: string, chance: Chance): string {
  const code = letter.codePointAt(0) ?? 0;
  if (/[a-z ]/i.test(letter) && chance(2) === 0) return letter;
  return chance(2) === 0 ? `&#${code};` : `&#x${code.toString(16).toUpperCase()};`;
}
