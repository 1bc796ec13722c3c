import type { Result } from '../../model/report.ts';
import { LongText } from '../parts/long-text.tsx';
import { Names } from '../parts/names.tsx';

/** Why it is asked for, and where the vendor writes so. */
export function AskedBy({ result: { why, source } }: { readonly result: Result }) {
  const { page, section, quote } = source;
  return (
    <>
      <p>
        <LongText text={why} />
      </p>
      {page === null ? (
        <p>Asked for by syncgate itself.</p>
      ) : (
        <p>
          Written in{' '}
          {isAddress(page.url) ? (
            <a href={page.url} rel="noreferrer noopener" target="_blank">
              <Names text={page.title} />
            </a>
          ) : (
            <Names text={page.title} />
          )}{' '}
          <span class="verdict-url">
            <Names text={page.url} most={600} />
          </span>
          {section === null ? null : (
            <>
              , <Names text={section} />
            </>
          )}
          , read on {page.checked}.
        </p>
      )}
      {quote === null ? null : (
        <blockquote>
          <LongText text={quote} />
        </blockquote>
      )}
    </>
  );
}

/** A pack may come from anywhere: what is no address of the web is no link. */
const isAddress = (url: string): boolean => /^https?:\/\/\S+$/.test(url) && URL.canParse(url);
