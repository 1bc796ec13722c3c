import * as fc from 'fast-check';
import { encodings, plainStyle, type XmlStyle } from './xml-style.ts';

/** What the files say of the org: more or less, in these words or those. */
export interface Content {
  /** `sourceApiVersion`, or that of a package.xml; null: nothing says. */
  readonly apiVersion: string | null;
  /** Rights as the description has them, or with all that each requires, as Salesforce saves them. */
  readonly rights: 'as described' | 'as saved';
  /** Null: profiles say everything that they grant; else which part of it they leave out. */
  readonly leftOut: number | null;
  /** Entries that say no to what is not granted. */
  readonly refusals: boolean;
  /** How muting sets spell the names that the sets they mute have: alike, in lower case, lookups without `Id`. */
  readonly mutingSpells: 'alike' | 'lower case' | 'without Id';
  /** Single fields of an object go unsaid where the container has View All Fields on it, as in a retrieve. */
  readonly hidesViewedFields: boolean;
}

/** How an org's metadata is laid out in files. Layouts with the same content mean the same. */
export interface Layout {
  readonly content: Content;
  readonly xml: XmlStyle;
  readonly format: 'source' | 'older';
  /** Permission sets in one file each, or decomposed in the way of either preset of the Salesforce CLI. */
  readonly permissionSets: 'whole' | 'Beta' | 'Beta2';
  /** False: a decomposed set that can be without it has no file of its own beside its parts. */
  readonly parentFiles: boolean;
  /** Package directories in which everything is scattered. */
  readonly directories: 1 | 2 | 3;
  /** Name the package directories, or the project that has them. */
  readonly named: 'project' | 'directories';
  readonly fileNames: 'as Salesforce' | 'all encoded';
  /** Whether what is false or the default is said, within an entry. */
  readonly falsehoods: 'written' | 'left out';
  readonly booleans: 'words' | 'digits';
  /** Entries written twice, in two halves, or with another that says no. */
  readonly repeats: boolean;
  /** Entries of other kinds, and for things nobody asks about. */
  readonly noise: boolean;
  readonly flows: 'by name' | 'by version';
  readonly seed: number;
}

export const plainContent: Content = {
  apiVersion: '67.0',
  rights: 'as saved',
  leftOut: null,
  refusals: false,
  mutingSpells: 'alike',
  hidesViewedFields: false,
};

export const plainLayout: Layout = {
  content: plainContent,
  xml: plainStyle,
  format: 'source',
  permissionSets: 'whole',
  parentFiles: true,
  directories: 1,
  named: 'project',
  fileNames: 'as Salesforce',
  falsehoods: 'written',
  booleans: 'words',
  repeats: false,
  noise: false,
  flows: 'by name',
  seed: 0,
};

/** Draws from the first towards the others, and shrinks back to it. */
const oneOf = <T extends string | number | boolean | null>(...from: readonly [T, ...T[]]) =>
  fc.constantFrom(...from);

export const randomContent: fc.Arbitrary<Content> = fc.record({
  apiVersion: oneOf<string | null>('67.0', '63.0', '62.0', '39.0', null),
  rights: oneOf<Content['rights']>('as saved', 'as described'),
  leftOut: fc.option(fc.nat(1_000_000)),
  refusals: fc.boolean(),
  mutingSpells: oneOf<Content['mutingSpells']>('alike', 'lower case', 'without Id'),
  hidesViewedFields: fc.boolean(),
});

/** What a faultless retrieve of everything would bring: nothing in it leaves a doubt that the org has not. */
export const wholeContent: fc.Arbitrary<Content> = randomContent.map((content) => ({
  ...content,
  apiVersion: content.apiVersion === null ? null : '67.0',
  leftOut: null,
  hidesViewedFields: false,
}));

const randomStyle: fc.Arbitrary<XmlStyle> = fc.record({
  encoding: oneOf(...encodings),
  newline: oneOf<XmlStyle['newline']>('\n', '\r\n'),
  indentation: oneOf<XmlStyle['indentation']>('    ', '', '  ', '\t', null),
  comments: fc.boolean(),
  text: oneOf<XmlStyle['text']>('plain', 'mixed'),
  order: oneOf<XmlStyle['order']>('sorted', 'shuffled'),
  root: oneOf<XmlStyle['root']>('plain', 'bare', 'prefixed', 'attributed'),
});

export const randomLayout = (content: fc.Arbitrary<Content> = randomContent): fc.Arbitrary<Layout> =>
  fc.record({
    content,
    xml: randomStyle,
    format: oneOf<Layout['format']>('source', 'older'),
    permissionSets: oneOf<Layout['permissionSets']>('whole', 'Beta', 'Beta2'),
    parentFiles: fc.boolean(),
    directories: oneOf<Layout['directories']>(1, 2, 3),
    named: oneOf<Layout['named']>('project', 'directories'),
    fileNames: oneOf<Layout['fileNames']>('as Salesforce', 'all encoded'),
    falsehoods: oneOf<Layout['falsehoods']>('written', 'left out'),
    booleans: oneOf<Layout['booleans']>('words', 'digits'),
    repeats: fc.boolean(),
    noise: fc.boolean(),
    flows: oneOf<Layout['flows']>('by name', 'by version'),
    seed: fc.nat(1_000_000),
  });
