import { expect, test } from 'vitest';
import { markdownText } from '../../src/reporters/markdown-text.ts';

test.each([
  ['a link', '[a](javascript:x)', '\\[a\\]\\(javascript:x\\)'],
  ['an image', '![a](b)', '\\!\\[a\\]\\(b\\)'],
  ['HTML', '<img src=x>', '&lt;img src=x&gt;'],
  ['an entity', '&lt;', '&amp;lt;'],
  ['emphasis', '*a* _b_ ~~c~~', '\\*a\\* \\_b\\_ \\~\\~c\\~\\~'],
  ['code', '`a`', '\\`a\\`'],
  ['a mention', '@octocat', '&#64;octocat'],
  ['a user name', 'i@acme.example', 'i&#64;acme.example'],
  ['a bare address', 'https://evil.example', 'https&#58;//evil.example'],
  ['a bare host', 'www.evil.example', 'www&#46;evil.example'],
  ['a bare host after an underscore', '_www.evil.example', '\\_www&#46;evil.example'],
  ['a heading', '# a', '\\# a'],
  ['a list', '- a', '\\- a'],
  ['a numbered list', '1. a', '1\\. a'],
  ['a table', '| a |', '\\| a \\|'],
  ['an escape of its own', '\\[a](b)', '\\\\\\[a\\]\\(b\\)'],
  ['a line break', 'a\n# b', 'a\\\\n\\# b'],
  ['plain text', "Profile 'API-Only' grants Read.", "Profile 'API-Only' grants Read."],
])('markdownText takes the meaning from %s', (_, text, shown) => {
  expect(markdownText(text)).toBe(shown);
});
