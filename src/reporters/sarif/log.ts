import type * as Sarif from 'sarif';

/** Runs as one log; the list of them stands last. */
export const logOf = (runs: Sarif.Run[], properties?: Sarif.PropertyBag): Sarif.Log => ({
  $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
  version: '2.1.0',
  ...(properties === undefined ? {} : { properties }),
  runs,
});
