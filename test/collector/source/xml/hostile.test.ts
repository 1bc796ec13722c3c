import { describe, expect, test } from 'vitest';
import { readXml } from '../../../../src/collector/source/xml/read-xml.ts';
import { pieces, readAll, utf8 } from './read-all.ts';

/** What would take minutes where the time grows with the square of the size. */
const megabyte = 1_000_000;
const filled = (unit: string, size = megabyte) => unit.repeat(Math.ceil(size / unit.length));
const handler = {
  wanted: new Set(['a', 'fieldPermissions']),
  onRoot: () => undefined,
  onEntry: () => {},
};

describe('A hostile document takes no longer than any other of its size', () => {
  test.each<[string, string, 'ok' | 'malformed']>([
    ['open elements', filled('<a><b>'), 'malformed'],
    ['open elements below the root', `<Profile>${filled('<a><b>')}`, 'malformed'],
    ['entries that do not end', `<Profile>${filled('<fieldPermissions><x></x>')}`, 'malformed'],
    ['an entry that does not end', `<Profile><a>${filled('<x>1</x>\n')}`, 'malformed'],
    ['an entry that ends wrongly', `<Profile><a>${filled('<x>1</x>\n')}</b></Profile>`, 'malformed'],
    ['an entry of many leaves', `<Profile><a>${filled('<x>1</x>\n')}</a></Profile>`, 'ok'],
    ['an entry of many leaves of its name', `<Profile><a b="">${filled('<a>1</a>\n')}</a></Profile>`, 'ok'],
    ['an entry of one text', `<Profile><a>${filled('1 ')}</a></Profile>`, 'ok'],
    ['an entry of many references', `<Profile><a>${filled('&lt;')}</a></Profile>`, 'ok'],
    ['an entry of many ">"', `<Profile><a>${filled('>')}</a></Profile>`, 'ok'],
    ['an entry of sections', `<Profile><a>${filled('<![CDATA[</a>]]>')}</a></Profile>`, 'ok'],
    ['white space', `<Profile>${filled(' \r\n')}x${filled(' \r\n')}<a>1</a></Profile>`, 'ok'],
    ['white space in an entry', `<Profile><a>${filled(' \n')}<b>1</b>${filled('\r\n')}x</a></Profile>`, 'ok'],
    ['the shortest entries', `<Profile>${filled('<a></a>')}</Profile>`, 'ok'],
    [
      'entries that are long, and each of a shape of its own',
      `<Profile>${Array.from({ length: 200 }, (_, n) => `<a>${filled('<x>1</x>', 16_000)}<x${n}></x${n}></a>`).join('')}</Profile>`,
      'ok',
    ],
    ['entries that are not plain', `<Profile>${filled('<a/><a b="1">1</a>')}</Profile>`, 'ok'],
    ['a comment', `<Profile><!--${filled('<a>1</a> - ')}--><a>1</a></Profile>`, 'ok'],
    ['comments', `${filled('<!-- > -->')}<Profile>${filled('<!-- > -->')}</Profile>`, 'ok'],
    ['a name', `<Profile><${filled('a')}>1</a></Profile>`, 'malformed'],
    ['prefixes', `<Profile>${filled('<a xmlns:b="c"><b:d/></a>')}</Profile>`, 'ok'],
    ['an XML declaration', `<?xml version="1.0" ${filled(' encoding ')}?><a/>`, 'malformed'],
    ['the character that stands for none', `<Profile><a>${filled('\uFFFD')}</a></Profile>`, 'ok'],
  ])('with %s', { timeout: 10_000 }, (_, text, status) => {
    expect(readXml('f.xml', pieces(utf8(text), [65_536]), handler).status).toBe(status);
  });

  test.each([
    ['plain', `<Profile>${filled('<a>1</a><b>\n<c>1</c></b>')}</Profile>`],
    ['not plain', `<Profile><a b="">${filled('<a>1</a>\n')}</a></Profile>`],
  ])('where all of it is located, %s', { timeout: 10_000 }, (_, text) => {
    expect(readAll(pieces(utf8(text), [65_536])).outcome).toEqual({ status: 'ok' });
  });

  test.each<[string, string]>([
    ['entry', `<Profile><a>${filled('1 \n', 5 * megabyte)}</a></Profile>`],
    ['comment', `<Profile><!-- ${filled('1 \n', 5 * megabyte)} --><a>1</a></Profile>`],
  ])('with one %s of 5 MB', { timeout: 10_000 }, (_, text) => {
    const { outcome, entries } = readAll(pieces(utf8(text), [65_536]));
    expect(outcome).toEqual({ status: 'ok' });
    expect(entries[0]?.at.column).toBeGreaterThan(1);
  });
});
