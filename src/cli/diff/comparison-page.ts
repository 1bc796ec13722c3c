import type { Comparison } from '../../model/comparison.ts';
import type { PageSide } from '../../model/page.ts';
import type { Subject } from '../../model/subject.ts';
import { pageDocumentOf, sideOfSubject } from '../../page/document.ts';
import { reportOn } from '../audit.ts';
import { wrongUsage } from '../failure.ts';
import { documentWriter } from '../page-file.ts';
import type { Content, ReadSide } from './read-side.ts';

/** Both sides in one page, judged by what A was asked: where one user stands on each, those two. */
export async function comparisonPage(
  { subjects }: Comparison,
  [a, b]: readonly [ReadSide, ReadSide],
): Promise<string> {
  const write = await documentWriter();
  const contents = [snapshotOf(a), snapshotOf(b)] as const;
  const question = contents[0].question;
  const [pair, ...others] = subjects;
  const alone = others.length === 0 ? pair : undefined;
  const sides = [
    pageSide(a, contents[0], alone?.before),
    pageSide(b, { ...contents[1], question }, alone?.after),
  ] as const;
  return write(pageDocumentOf(question, ...sides));
}

type Read = Content & { readonly form: 'snapshot' };

function snapshotOf({ content, side }: ReadSide): Read {
  if (content.form === 'snapshot') return content;
  throw wrongUsage(
    `--format html judges what was read, and ${side.named} is a ${content.form}. Name a snapshot, an org or files`,
  );
}

function pageSide({ side }: ReadSide, { snapshot, file, question }: Read, subject?: Subject): PageSide {
  const read = { snapshot, report: reportOn({ question, snapshot, snapshotFile: file }) };
  if (subject === undefined) return { name: side.named, ...read };
  return { ...sideOfSubject(read, subject.id), name: `${side.named}: ${subject.name}` };
}
