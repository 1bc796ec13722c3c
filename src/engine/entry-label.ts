import type { Entry } from '../model/access.ts';
import { permissionLabel, rightLabels } from '../salesforce/labels.ts';

/** An entry as a person would name it in Setup: `View All on Account`, `API Enabled`. */
export function entryLabel(entry: Entry): string {
  switch (entry.kind) {
    case 'system':
      return permissionLabel(entry.permission);
    case 'object':
      return `${rightLabels[entry.right]} on ${entry.object}`;
    case 'field':
      return `${rightLabels[entry.right]} on ${entry.object}.${entry.field}`;
    case 'flow':
      return `the flow '${entry.flow}'`;
    case 'fixed':
      return entry.what;
  }
}
