import type { ErrorCode } from 'yaml';

/**
 * What the library finds wrong, in words of our own: its own repeat what stands in the file, and that may be a secret
 * in the wrong place.
 */
const words: Readonly<Record<ErrorCode, string>> = {
  ALIAS_PROPS: 'an alias (*name) takes no anchor and no tag of its own',
  BAD_ALIAS: 'an alias is an asterisk and a name (*name); text that begins with * has to be in quotes',
  BAD_COLLECTION_TYPE: 'a tag that does not fit what follows it',
  BAD_DIRECTIVE: 'a line that begins with % is a directive, and only %YAML 1.2 is known',
  BAD_DQ_ESCAPE: 'a wrong escape in double quotes; write \\\\ for a backslash, or use single quotes',
  BAD_INDENT: 'this is not indented as what it belongs to, or a bracket is not closed',
  BAD_PROP_ORDER: 'an anchor or a tag stands in the wrong place',
  BAD_SCALAR_START: 'text that begins with this character has to be in quotes',
  BLOCK_AS_IMPLICIT_KEY:
    'a second "key: value" on one line; text that has a colon and a space in it has to be in quotes',
  BLOCK_IN_FLOW: 'a list or keys on lines of their own cannot stand between brackets',
  DUPLICATE_KEY: 'the key is given twice',
  IMPOSSIBLE: 'this cannot be read',
  KEY_OVER_1024_CHARS: 'a key of more than 1024 characters; is there a colon too many?',
  MISSING_CHAR: 'a quote, bracket, comma or colon is missing',
  MULTILINE_IMPLICIT_KEY: 'a key without its colon, or text that goes on where a key should begin',
  MULTIPLE_ANCHORS: 'one value has two anchors',
  MULTIPLE_DOCS: 'there is more than one document; take out the lines --- and ... and keep one',
  MULTIPLE_TAGS: 'one value has two tags',
  NON_STRING_KEY: 'a key must be text; put it in quotes',
  RESOURCE_EXHAUSTION: 'nested too deeply',
  TAB_AS_INDENT: 'indented with a tab; use spaces',
  TAG_RESOLVE_FAILED: 'tags (words that begin with !) mean nothing here',
  UNEXPECTED_TOKEN: 'this stands where nothing can stand; is a quote or a bracket missing?',
};

/** `not YAML: …`, without anything of what stands there. */
export function yamlFault(code: ErrorCode): string {
  const known = words[code] ?? words.IMPOSSIBLE;
  return code === 'DUPLICATE_KEY' || code === 'NON_STRING_KEY' || code === 'TAG_RESOLVE_FAILED'
    ? known
    : `not YAML: ${known}`;
}
