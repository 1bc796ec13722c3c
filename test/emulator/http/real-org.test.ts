import { describe, expect, test } from 'vitest';
import { loadScenario, scenarioNames } from '../../../src/emulator/scenarios/load-scenario.ts';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../../src/emulator/start.ts';
import { type CompositeBody, compositeStatuses, json, type QueryBody } from './fake-org.ts';

const data = '/services/data/v67.0';
const scenarios = Object.fromEntries(
  await Promise.all(scenarioNames().map(async (name) => [name, await loadScenario(name)] as const)),
);

async function started(
  scenario: string,
  options: Omit<EmulatorOptions, 'org'> = {},
): Promise<Emulator & AsyncDisposable> {
  const org = scenarios[scenario];
  if (org === undefined) throw new Error(`no scenario ${scenario}`);
  const emulator = await startEmulator({ org, latencyMs: 0, ...options });
  return { ...emulator, [Symbol.asyncDispose]: emulator.close };
}

const send = (emulator: Emulator, path: string, init: RequestInit = {}) =>
  fetch(emulator.instanceUrl + path, {
    ...init,
    headers: { authorization: `Bearer ${emulator.accessToken}` },
  });
const query = (emulator: Emulator, soql: string, resource = 'query') =>
  json<QueryBody>(send(emulator, `${data}/${resource}?q=${encodeURIComponent(soql)}`));

describe.each(scenarioNames())('the scenario %s', (scenario) => {
  test('starts, names whom to audit, and answers the auditor', async () => {
    await using emulator = await started(scenario);
    const [first] = emulator.users;
    expect(first).toMatchObject({ id: expect.stringMatching(/^005\w{15}$/), label: expect.any(String) });
    const { records } = await query(
      emulator,
      `SELECT Id, Username, Profile.Name FROM User WHERE Id = '${first?.id}'`,
    );
    expect(records).toMatchObject([{ Username: first?.username }]);
    const organization = await query(emulator, 'SELECT OrganizationType FROM Organization');
    expect(organization.records).toMatchObject([
      { OrganizationType: scenarios[scenario]?.organization.type },
    ]);
    expect(emulator.stats()).toMatchObject({ requests: 2, apiCalls: 2, refusedWrites: 0 });
  });
});

test('every page of a long answer arrives', async () => {
  await using emulator = await started('large');
  const usernames = new Set<unknown>();
  let body = await query(emulator, 'SELECT Username FROM User');
  for (;;) {
    for (const { Username } of body.records) usernames.add(Username);
    if (body.nextRecordsUrl === undefined) break;
    body = await json<QueryBody>(send(emulator, body.nextRecordsUrl));
  }
  expect(usernames.size).toBe(5000);
  expect(emulator.stats().roundTrips).toBe(3);
});

test('a tiny page size makes a small org page too', async () => {
  await using emulator = await started('compliant', { pageSize: 4 });
  const body = await query(emulator, 'SELECT Id FROM User');
  expect(body).toMatchObject({ totalSize: 10, done: false, nextRecordsUrl: expect.stringMatching(/-4$/) });
});

test('a composite call carries five queries and the twenty other reads', async () => {
  await using emulator = await started('compliant');
  const soql = encodeURIComponent(
    "SELECT Id FROM PermissionSetAssignment WHERE Assignee.Username = 'integration@acme.example'",
  );
  const compositeRequest = Array.from({ length: 25 }, (_, index) => ({
    method: 'GET',
    url: index < 5 ? `${data}/query?q=${soql}` : `${data}/sobjects/PermissionSet/describe`,
    referenceId: `part${index}`,
  }));
  const init = { method: 'POST', body: JSON.stringify({ compositeRequest }) };
  const body = await json<CompositeBody>(send(emulator, `${data}/composite`, init));
  expect(compositeStatuses(body)).toEqual(Array(25).fill(200));
  expect(body.compositeResponse[0]?.body).toMatchObject({ totalSize: 2, done: true });
  expect(emulator.stats().apiCalls).toBe(1);
});

test('flow metadata is read many at a time through the Tooling API’s composite', async () => {
  await using emulator = await started('compliant');
  const flows = await query(
    emulator,
    'SELECT ActiveVersionId, ApiName FROM FlowDefinitionView WHERE IsActive = true AND TriggerType = null',
  );
  const compositeRequest = flows.records.map(({ ActiveVersionId, ApiName }) => ({
    method: 'GET',
    url: `${data}/tooling/sobjects/Flow/${ActiveVersionId}`,
    referenceId: String(ApiName),
  }));
  const init = { method: 'POST', body: JSON.stringify({ compositeRequest }) };
  const { compositeResponse } = await json<CompositeBody>(send(emulator, `${data}/tooling/composite`, init));
  const restricted = compositeResponse.map(({ referenceId, body }) => {
    const { Metadata } = body as { Metadata: { isAdditionalPermissionRequiredToRun: boolean | null } };
    return [referenceId, Metadata.isAdditionalPermissionRequiredToRun === true];
  });
  expect(Object.fromEntries(restricted)).toEqual({ Enrich_Account: true, Route_Lead: false });
});

describe('without View Setup', () => {
  test('the limits are refused, and permission sets are the caller’s own', async () => {
    await using emulator = await started('blind-auditor');
    expect((await send(emulator, `${data}/limits`)).status).toBe(403);
    const { totalSize } = await query(emulator, 'SELECT Id FROM PermissionSet');
    expect(totalSize).toBe(1);
  });
});

describe('without API Enabled', () => {
  test('a caller of an Enterprise org is refused', async () => {
    await using emulator = await started('compliant');
    const headers = { authorization: `Bearer ${emulator.tokenFor('warehouse@acme.example')}` };
    const response = await fetch(`${emulator.instanceUrl}${data}/limits`, { headers });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject([{ errorCode: 'API_DISABLED_FOR_ORG' }]);
  });

  test('nobody is refused where the org has no such permission', async () => {
    await using emulator = await started('professional-edition');
    expect((await send(emulator, `${data}/limits`)).status).toBe(200);
    const column = send(emulator, `${data}/query?q=SELECT+PermissionsApiEnabled+FROM+UserPermissionAccess`);
    expect(await json(column)).toMatchObject([{ errorCode: 'INVALID_FIELD' }]);
  });
});
