// Generated from schemas/report.schema.json by `npm run generate`. Change the schema, not this file.
import type { ValidationError } from './validation-error.d.ts';

/** Whether data follows schemas/report.schema.json; what is wrong is in `errors` until the next call. */
export declare const validateReport: {
  (data: unknown): boolean;
  errors?: readonly ValidationError[] | null;
};
