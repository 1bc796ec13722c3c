import { expect, test } from 'vitest';
import { pageDocumentOf, sideOfSubject } from '../../src/page/document.ts';
import { question, scenarioDocument } from './documents.ts';

test('a document has what is asked, and its sides in their order', async () => {
  const { sides } = await scenarioDocument('compliant');
  const other = { ...sides[0], name: 'other' };
  expect(pageDocumentOf(question, sides[0], other)).toEqual({
    pageVersion: 1,
    ...question,
    sides: [sides[0], other],
  });
});

test('a side of one subject has nobody else in it', async () => {
  const [side] = (await scenarioDocument('compliant')).sides;
  const [record] = side.snapshot.subjects;
  if (record === undefined) throw new Error('Nobody was read');
  const another = { ...record, subject: { ...record.subject, id: '005B', name: 'other@acme.example' } };
  const both = { ...side, snapshot: { ...side.snapshot, subjects: [record, another] } };
  const one = sideOfSubject(both, record.subject.id);
  expect(one).toEqual({ ...side, name: record.subject.name });
  expect(sideOfSubject(both, '005B').report.results).toEqual([]);
  expect(() => sideOfSubject(both, 'nobody')).toThrow('no subject nobody');
});
