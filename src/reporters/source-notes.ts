import type { Result } from '../model/report.ts';
import type { Paragraph } from './text-block.ts';

type Page = NonNullable<Result['source']['page']>;

/** The vendor's pages as numbered notes: the same page stands behind most results of a pack. */
export interface SourceNotes {
  readonly numberOf: (page: Page) => number;
  readonly list: readonly Paragraph[];
}

export function sourceNotes(results: readonly Result[]): SourceNotes {
  const pages = new Map<string, Page>();
  for (const { source } of results) if (source.page !== null) pages.set(key(source.page), source.page);
  const order = [...pages.keys()];
  const numberOf = (page: Page): number => order.indexOf(key(page)) + 1;
  return {
    numberOf,
    list: [...pages.values()].flatMap((page): readonly Paragraph[] => {
      const label = `[${numberOf(page)}] `;
      return [
        { indent: 2, label, text: `${page.title} (checked ${page.checked})` },
        { indent: 2 + label.length, text: page.url, styles: ['cyan'] },
      ];
    }),
  };
}

const key = ({ url, title }: Page): string => `${url} ${title}`;
