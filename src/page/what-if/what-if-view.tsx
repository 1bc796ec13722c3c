import type { ViewProps } from '../view.ts';

/** What would come of changes. */
export const WhatIfView = ({ changes, setChanges }: ViewProps) => (
  <button type="button" onClick={() => setChanges([])}>
    Undo {changes.length} changes
  </button>
);
