import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { AccessRow } from '../../model/access-row.ts';
import type { Result } from '../../model/report.ts';
import { DecisionBadge } from '../parts/decision-badge.tsx';
import { LongText } from '../parts/long-text.tsx';
import { Names } from '../parts/names.tsx';
import { ResultBadge } from '../parts/result-badge.tsx';
import { Some } from '../parts/some.tsx';
import type { ComparedPermission } from './compared-permissions.ts';
import type { ComparedResult } from './compared-results.ts';

interface ListProps<T> {
  readonly all: readonly T[];
  /** Only what differs. */
  readonly only: boolean;
}

/** Every requirement, with its verdict on both sides. */
export const ResultsBeside = ({ all, only }: ListProps<ComparedResult>) => (
  <Beside title="Requirements" noun="requirement" {...{ all, only }}>
    {({ a, b }) => ({ a: <ResultSide result={a} />, b: <ResultSide result={b} /> })}
  </Beside>
);

/** Every permission, with who grants it on both sides. */
export const PermissionsBeside = ({ all, only }: ListProps<ComparedPermission>) => (
  <Beside
    title="Permissions"
    noun="permission"
    all={all.map((each) => ({ ...each, title: each.what }))}
    only={only}
  >
    {({ a, b }) => ({ a: <PermissionSide row={a} />, b: <PermissionSide row={b} /> })}
  </Beside>
);

interface Item {
  readonly key: string;
  readonly title: string;
  readonly difference: string;
}

interface BesideProps<T extends Item> extends ListProps<T> {
  readonly title: string;
  readonly noun: string;
  readonly children: (item: T) => { readonly a: ComponentChildren; readonly b: ComponentChildren };
}

function Beside<T extends Item>({ all, only, title, noun, children }: BesideProps<T>) {
  const heading = useId();
  const shown = only ? all.filter(({ difference }) => difference !== 'none') : all;
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading}>{title}</h3>
      {shown.length === 0 && <p class="compare-quiet">No difference.</p>}
      <div class="compare-list">
        <Some items={shown} most={50} noun={noun}>
          {(item) => <Pair key={item.key} item={item} {...children(item)} />}
        </Some>
      </div>
    </section>
  );
}

interface PairProps {
  readonly item: Item;
  readonly a: ComponentChildren;
  readonly b: ComponentChildren;
}

const Pair = ({ item: { key, title, difference }, a, b }: PairProps) => (
  <li data-compared={key} data-difference={difference}>
    <h4>
      <Names text={title} />
      {difference === 'grounds' && <span class="compare-quiet"> (alike, for other reasons)</span>}
    </h4>
    <dl class="compare-pair">
      <div>
        <dt>A</dt>
        <dd>{a}</dd>
      </div>
      <div>
        <dt>B</dt>
        <dd>{b}</dd>
      </div>
    </dl>
  </li>
);

const ResultSide = ({ result }: { readonly result: Result | null }) => (
  <>
    <ResultBadge result={result} />
    {result !== null && <Paragraphs texts={[result.message]} />}
  </>
);

const PermissionSide = ({ row }: { readonly row: AccessRow | null }) => (
  <>
    <DecisionBadge decision={row?.decision ?? null} />
    <Paragraphs texts={row?.sentences ?? []} />
  </>
);

const Paragraphs = ({ texts }: { readonly texts: readonly string[] }) => (
  <>
    {[...new Set(texts)].map((text) => (
      <p key={text}>
        <LongText text={text} />
      </p>
    ))}
  </>
);
