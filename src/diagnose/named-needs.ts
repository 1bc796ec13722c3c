import type { FieldNeed, Needs } from '../model/needs.ts';
import type { TextReading } from './found.ts';
import { type AskedRequirement, aimsOf } from './points.ts';

/** A log may name anything: more than this is not asked of an org. */
const most = 40;

/** What a text names and a live org can be asked about, beside what the packs ask for. */
export function namedNeeds({ found }: TextReading, asked: readonly AskedRequirement[]): Needs {
  const aims = found.flatMap((message) => aimsOf(message, asked));
  const objects = aims.flatMap((aim) => (aim.kind === 'object' && aim.object !== null ? [aim.object] : []));
  const fields = aims.flatMap((aim): readonly FieldNeed[] =>
    aim.kind === 'field' && aim.object !== null && aim.field !== null
      ? [{ object: aim.object, field: aim.field }]
      : [],
  );
  const known = asked.flatMap(({ needs }) => needs?.fields ?? []);
  const isNew = ({ object, field }: FieldNeed) =>
    !known.some(
      (need) =>
        need.object.toLowerCase() === object.toLowerCase() &&
        [need.field, need.configured].some((name) => name?.toLowerCase() === field.toLowerCase()),
    );
  const named = {
    objects: [...new Set(objects)].slice(0, most),
    fields: fields.filter(isNew).slice(0, most),
  };
  return {
    ...(named.objects.length > 0 && { objects: named.objects }),
    ...(named.fields.length > 0 && { fields: named.fields }),
  };
}
