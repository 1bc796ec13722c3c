import type { Result } from '../../model/report.ts';
import { listed } from '../../plain/lists.ts';
import { amountText } from '../../reporters/amounts.ts';
import { lostFields, objectOf } from '../../reporters/lost-fields.ts';

/** What a failure does to the sync, in sentences: `3 Account values would stay empty.` None where nothing failed. */
export function losses(result: Result): readonly string[] {
  if (result.verdict !== 'fail') return [];
  const fields = lostFields(result);
  const byObject = Map.groupBy(fields, objectOf);
  const values = [...byObject].map(([object, lost]) => amountText(lost.length, `${object} value`));
  return [
    ...(values.length === 0 ? [] : [`${listed(values)} would stay empty.`]),
    ...(result.impact === null ? [] : [`The sync would ${result.impact}.`]),
  ];
}
