/** A request that a trip carries: a query, or a path below the API version. */
export type TripRequest =
  | {
      readonly kind: 'query';
      readonly surface: 'data' | 'tooling';
      readonly soql: string;
      readonly since?: string;
    }
  | { readonly kind: 'path'; readonly path: string };
