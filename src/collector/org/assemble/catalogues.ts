import type { Part } from '../../../model/part.ts';
import { notCollected } from '../../parts.ts';
import { catalogueOf, describedCatalogue, type SeenCatalogue } from '../parts/catalogue.ts';
import { undescribed } from '../trips/details.ts';
import { neededObjects } from '../trips/subjects.ts';
import type { ReadOrg } from './read-org.ts';

/** The fields of each needed object, from Tooling, or from describe where Tooling's answer proves nothing. */
export function assembleCatalogues({
  needs,
  first,
  details,
  sight,
}: ReadOrg): ReadonlyMap<string, Part<SeenCatalogue>> {
  const objects = neededObjects(needs);
  const described = undescribed(objects, first, sight);
  return new Map(
    objects.map((object, index) => {
      const rows = first.catalogues[index];
      const seen = rows && catalogueOf(rows, sight);
      if (seen !== undefined) return [object, seen];
      const describe = details.descriptions[described.indexOf(object)];
      const fromDescribe = describe && describedCatalogue(object, describe, sight);
      // Where both fail, Tooling's refusal says better what to do.
      if (fromDescribe?.status === 'unavailable' && fromDescribe.reason.code !== 'not-in-org') {
        return [object, rows?.status === 'unavailable' ? rows : fromDescribe];
      }
      return [object, fromDescribe ?? notCollected(`the fields of ${object}`)];
    }),
  );
}
