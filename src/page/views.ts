import type { ComponentType } from 'preact';
import type { PageDocument } from '../model/page.ts';
import { AccessView } from './access/access-view.tsx';
import { CompareView } from './compare/compare-view.tsx';
import { VerdictView } from './verdict/verdict-view.tsx';
import type { ViewProps } from './view.ts';
import { WhatIfView } from './what-if/what-if-view.tsx';

interface OfferedView {
  /** As the address names it. */
  readonly id: string;
  readonly title: string;
  /** Whether it has anything to show of a document. */
  readonly isFor: (document: PageDocument) => boolean;
  readonly View: ComponentType<ViewProps>;
}

const always = () => true;

/** The views in the order of their tabs; the first is shown where the address names none. */
export const views: readonly [OfferedView, ...OfferedView[]] = [
  { id: 'verdict', title: 'Verdict', isFor: always, View: VerdictView },
  { id: 'access', title: 'Access', isFor: always, View: AccessView },
  { id: 'what-if', title: 'What if', isFor: always, View: WhatIfView },
  { id: 'compare', title: 'Compare', isFor: ({ sides }) => sides.length === 2, View: CompareView },
];
