import type { EmulatedOrg, Row } from '../../../src/emulator/emulated-org.ts';
import { SalesforceError } from '../../../src/emulator/emulated-org.ts';
import { type Emulator, type RunOptions, runOrg } from '../../../src/emulator/http/run-org.ts';
import type { OrgDescription } from '../../../src/emulator/org-description.ts';
import { loadScenario } from '../../../src/emulator/scenarios/load-scenario.ts';

export const organizationId = '00DgS000000FakeUAA';

const account = (index: number): Row => ({
  attributes: { type: 'Account', url: `/services/data/v67.0/sobjects/Account/001${index}` },
  Id: `001${String(index).padStart(12, '0')}AAA`,
  Name: `Account ${index}`,
  Owner: { attributes: { type: 'User' }, Name: 'Ada', Alias: 'ada' },
});

/**
 * An org that knows three queries, so that the tests of HTTP say nothing of SOQL: it has `count` accounts,
 * and the permissions and users of the `compliant` scenario.
 */
export function fakeOrg(description: OrgDescription, count = 5): EmulatedOrg {
  return {
    description,
    organizationId,
    userId: (username) => {
      const index = [description.auditor, ...description.users.map((user) => user.username)].indexOf(
        username,
      );
      return index < 0 ? undefined : `005${String(index + 1).padStart(12, '0')}AAA`;
    },
    query: (soql) => answerQuery(soql, count),
    retrieve(type, id) {
      if (type !== 'Account')
        throw new SalesforceError(404, 'NOT_FOUND', 'The requested resource does not exist');
      return { ...account(1), Id: id };
    },
    describe(type) {
      if (type !== 'Account')
        throw new SalesforceError(404, 'NOT_FOUND', 'The requested resource does not exist');
      const fields = [
        { name: 'Id', type: 'id' },
        { name: 'Name', type: 'string', createable: true, updateable: true },
      ];
      return {
        name: 'Account',
        keyPrefix: '001',
        label: 'Account',
        fields,
        childRelationships: [],
        queryable: true,
      };
    },
    objectNames: () => ['Account'],
    // The auditor may all, everybody else only use the API.
    callerMay: (userId, permission) => userId === '005000000000001AAA' || permission === 'ApiEnabled',
  };
}

function answerQuery(soql: string, count: number): readonly Row[] {
  if (/FROM Account/.test(soql)) return Array.from({ length: count }, (_, index) => account(index));
  if (/^SELECT/i.test(soql))
    throw new SalesforceError(400, 'INVALID_TYPE', "sObject type 'Nothing' is not supported.");
  throw new SalesforceError(400, 'MALFORMED_QUERY', `unexpected token: '${soql}'`);
}

/** A running emulator of the fake org; `close` it with `await using`. */
export interface FakeEmulator extends Emulator, AsyncDisposable {
  /** Fetches a path as the auditor. */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  send(method: string, path: string, body?: unknown): Promise<Response>;
  query(soql: string): Promise<Response>;
}

export interface FakeOptions extends RunOptions {
  readonly accounts?: number;
  readonly changes?: Partial<OrgDescription>;
}

export async function startFake({ accounts, changes, ...options }: FakeOptions = {}): Promise<FakeEmulator> {
  const description = { ...(await loadScenario('compliant')), ...changes };
  const emulator = await runOrg(fakeOrg(description, accounts), { latencyMs: 0, ...options });
  const authorization = `Bearer ${emulator.accessToken}`;
  const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    fetch(emulator.instanceUrl + path, { headers: { authorization, ...headers } });
  return {
    ...emulator,
    get,
    send: (method, path, body) =>
      fetch(emulator.instanceUrl + path, {
        method,
        headers: { authorization, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    query: (soql) => get(`${data}/query?q=${encodeURIComponent(soql)}`),
    [Symbol.asyncDispose]: emulator.close,
  };
}

export const data = '/services/data/v67.0';

/** What an answer holds, as the tests look at it; that it is so is what they check. */
export interface QueryBody {
  readonly totalSize: number;
  readonly done: boolean;
  readonly nextRecordsUrl?: string;
  readonly records: readonly Readonly<Record<string, unknown>>[];
}
export interface CompositeBody {
  readonly compositeResponse: readonly {
    readonly httpStatusCode: number;
    readonly referenceId: string | null;
    readonly body: unknown;
  }[];
}
export interface BatchBody {
  readonly hasErrors: boolean;
  readonly results: readonly { readonly statusCode: number; readonly result: unknown }[];
}

export async function json<T>(response: Response | Promise<Response>): Promise<T> {
  return (await (await response).json()) as T;
}

export const compositeStatuses = ({ compositeResponse }: CompositeBody): readonly number[] =>
  compositeResponse.map(({ httpStatusCode }) => httpStatusCode);
export const batchStatuses = ({ results }: BatchBody): readonly number[] =>
  results.map(({ statusCode }) => statusCode);
