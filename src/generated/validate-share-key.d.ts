// Generated from schemas/share-key.schema.json by `npm run generate`. Change the schema, not this file.
import type { ValidationError } from './validation-error.d.ts';

/** Whether data follows schemas/share-key.schema.json; what is wrong is in `errors` until the next call. */
export declare const validateShareKey: {
  (data: unknown): boolean;
  errors?: readonly ValidationError[] | null;
};
