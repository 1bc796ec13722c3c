import type { Entry } from '../model/access.ts';
import { permissionLabel, rightLabels } from '../salesforce/labels.ts';

/** An entry by the name that the same permission goes by in records. */
export function labelOf(entry: Entry): string {
  switch (entry.kind) {
    case 'system':
      return permissionLabel(entry.permission);
    case 'object':
      return `${entry.object}: ${rightLabels[entry.right]}`;
    case 'field':
      return `${entry.object}.${entry.field}: ${rightLabels[entry.right]}`;
    case 'flow':
      return `Flow ${entry.flow}: Run`;
    case 'fixed':
      return entry.what;
  }
}
