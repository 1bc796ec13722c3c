import type { OrgDescription } from './org-description.ts';

/** Who asks, by which surface and in which version: everything an answer depends on beside the data. */
export interface Caller {
  readonly userId: string;
}
export interface CallContext {
  readonly caller: Caller;
  /** `data` is `/query`, `tooling` is `/tooling/query`. */
  readonly surface: 'data' | 'tooling';
  /** Such as 67. */
  readonly apiVersion: number;
}

/** One row of an answer, nested for relationship paths, with its `attributes`. */
export interface Row {
  readonly attributes: { readonly type: string; readonly url?: string };
  readonly [field: string]: unknown;
}

/** An org in memory that answers as Salesforce does. Every method may throw a {@link SalesforceError}. */
export interface EmulatedOrg {
  readonly description: OrgDescription;
  readonly organizationId: string;
  /** Finds the Id of a user by username; undefined where there is none. */
  userId(username: string): string | undefined;
  /** All rows of a SOQL query, before paging. `SELECT COUNT()` answers one bare row for each row counted. */
  query(soql: string, context: CallContext): readonly Row[];
  /** One record with all fields the caller may see. */
  retrieve(type: string, id: string, context: CallContext): Row;
  /** A `describeSObjectResult`. */
  describe(type: string, context: CallContext): Readonly<Record<string, unknown>>;
  /** Names of the objects the caller may see, for the global describe. */
  objectNames(context: CallContext): readonly string[];
  /** Whether a user holds a system permission (`ApiEnabled`), by all assignments that count at the org's time. */
  callerMay(userId: string, permission: string): boolean;
}

/** A refusal as Salesforce words it: the HTTP status, and the body `[{message, errorCode}]`. */
export class SalesforceError extends Error {
  readonly status: number;
  readonly errorCode: string;
  constructor(status: number, errorCode: string, message: string) {
    super(message);
    this.status = status;
    this.errorCode = errorCode;
  }
}
