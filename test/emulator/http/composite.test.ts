import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type BatchBody,
  batchStatuses,
  type CompositeBody,
  compositeStatuses,
  data,
  type FakeEmulator,
  json,
  startFake,
} from './fake-org.ts';

let emulator: FakeEmulator;
beforeAll(async () => {
  emulator = await startFake();
});
afterAll(() => emulator.close());

interface Subrequest {
  readonly method?: string;
  readonly url: string;
  readonly referenceId?: string;
  readonly body?: unknown;
}

const query = `${data}/query?q=SELECT+Id+FROM+Account`;
const record = `${data}/sobjects/Account/001000000000001AAA`;

async function composite(subrequests: readonly Subrequest[], more = {}, path = `${data}/composite`) {
  const compositeRequest = subrequests.map((subrequest, index) => ({
    method: 'GET',
    referenceId: `ref${index}`,
    ...subrequest,
  }));
  const response = await emulator.send('POST', path, { compositeRequest, ...more });
  return { status: response.status, body: await json<CompositeBody>(response) };
}

const errorCodes = ({ compositeResponse }: CompositeBody) =>
  compositeResponse.map(({ body }) => (body as readonly { readonly errorCode: string }[])[0]?.errorCode);

describe('a composite call', () => {
  test('answers each subrequest in its place, with its reference', async () => {
    const { status, body } = await composite([{ url: query }, { url: record, referenceId: 'one' }]);
    expect(status).toBe(200);
    expect(body.compositeResponse).toMatchObject([
      { httpStatusCode: 200, referenceId: 'ref0', httpHeaders: {}, body: { totalSize: 5, done: true } },
      { httpStatusCode: 200, referenceId: 'one', body: { Name: 'Account 1' } },
    ]);
  });

  test('goes on after a subrequest that fails', async () => {
    const { body } = await composite([{ url: `${data}/query?q=SELECT+Id+FROM+X` }, { url: record }]);
    expect(compositeStatuses(body)).toEqual([400, 200]);
    expect(body.compositeResponse[0]?.body).toEqual([
      { errorCode: 'INVALID_TYPE', message: "sObject type 'Nothing' is not supported." },
    ]);
  });

  test('with allOrNone lets one failure undo all', async () => {
    const { body } = await composite([{ url: record }, { url: `${data}/sobjects/X/describe` }], {
      allOrNone: true,
    });
    expect(compositeStatuses(body)).toEqual([400, 404]);
    expect(errorCodes(body)).toEqual(['PROCESSING_HALTED', 'NOT_FOUND']);
  });

  test.each([
    ['limits', `${data}/limits`],
    ['a batch', `${data}/composite/batch`],
    ['the Tooling API', `${data}/tooling/query?q=SELECT+Id+FROM+Account`],
    ['a path outside the API', '/services/oauth2/userinfo'],
    ['a relative URL', 'v67.0/query?q=SELECT+Id+FROM+Account'],
  ])('does not carry %s', async (_, url) => {
    const { body } = await composite([{ url }]);
    expect(compositeStatuses(body)).toEqual([400]);
    expect(errorCodes(body)).toEqual(['BAD_REQUEST']);
  });

  test.each([
    ['26 subrequests', Array.from({ length: 26 }, () => ({ url: record })), 25],
    ['6 queries', Array.from({ length: 6 }, () => ({ url: query })), 5],
    ['6 pages', Array.from({ length: 6 }, () => ({ url: `${data}/query/01g000000000001AAA-2000` })), 5],
  ])('refuses %s', async (_, subrequests, most) => {
    const { body } = await composite(subrequests);
    expect(body.compositeResponse).toMatchObject([
      {
        httpStatusCode: 400,
        referenceId: null,
        body: [{ errorCode: 'LIMIT_EXCEEDED', message: expect.stringContaining(` ${most} `) }],
      },
    ]);
  });

  test('takes 25 subrequests with 5 queries among them', async () => {
    const subrequests = Array.from({ length: 25 }, (_, index) => ({ url: index < 5 ? query : record }));
    expect(compositeStatuses((await composite(subrequests)).body)).toEqual(Array(25).fill(200));
  });

  test.each([
    ['nothing', []],
    [
      'the same reference twice',
      [
        { url: record, referenceId: 'a' },
        { url: record, referenceId: 'a' },
      ],
    ],
    ['a reference that is no name', [{ url: record, referenceId: '1-2' }]],
  ])('refuses %s', async (_, subrequests) => {
    expect((await composite(subrequests)).status).toBe(400);
  });

  test('on the Tooling API carries Tooling records, 25 at once', async () => {
    const subrequests = Array.from({ length: 25 }, () => ({
      url: `${data}/tooling/sobjects/Account/001000000000001AAA`,
    }));
    const { body } = await composite(subrequests, {}, `${data}/tooling/composite`);
    expect(compositeStatuses(body)).toEqual(Array(25).fill(200));
    expect(
      compositeStatuses((await composite([{ url: record }], {}, `${data}/tooling/composite`)).body),
    ).toEqual([400]);
  });
});

describe('a reference to an earlier answer', () => {
  test('takes its value', async () => {
    const { body } = await composite([
      { url: query, referenceId: 'all' },
      { url: `${data}/sobjects/Account/@{all.records[1].Id}` },
    ]);
    expect(body.compositeResponse[1]?.body).toMatchObject({ Id: '001000000000001AAA' });
  });

  test.each([
    ['to an answer that is not there', `${data}/sobjects/Account/@{none.Id}`],
    ['to a value that is not there', `${data}/sobjects/Account/@{all.records[9].Id}`],
    ['to an object', `${data}/sobjects/Account/@{all.records}`],
  ])('%s is refused', async (_, url) => {
    const { body } = await composite([{ url: query, referenceId: 'all' }, { url }]);
    expect(compositeStatuses(body)).toEqual([200, 400]);
    expect(errorCodes(body)[1]).toBe('PROCESSING_HALTED');
  });
});

describe('a batch', () => {
  const batch = async (batchRequests: readonly object[], more = {}) => {
    const response = await emulator.send('POST', `${data}/composite/batch`, { batchRequests, ...more });
    return { status: response.status, body: await json<BatchBody>(response) };
  };
  const get = (url: string) => ({ method: 'GET', url });

  test('answers with and without /services/data before the version', async () => {
    const { body } = await batch([get('v67.0/limits'), get(query), get('/v58.0/sobjects/Account')]);
    expect(body.hasErrors).toBe(false);
    expect(batchStatuses(body)).toEqual([200, 200, 200]);
    expect(body.results[1]?.result).toMatchObject({ totalSize: 5, done: true });
  });

  test('goes on after a failure, unless it is told to halt', async () => {
    const requests = [get('v67.0/sobjects/X/describe'), get('v67.0/limits')];
    expect(batchStatuses((await batch(requests)).body)).toEqual([404, 200]);
    const { body } = await batch(requests, { haltOnError: true });
    expect(body.hasErrors).toBe(true);
    expect(batchStatuses(body)).toEqual([404, 412]);
    expect(body.results[1]?.result).toMatchObject([{ errorCode: 'BATCH_PROCESSING_HALTED' }]);
  });

  test.each([
    ['the Tooling API', 'v67.0/tooling/query?q=SELECT+Id+FROM+Account'],
    ['a composite call', 'v67.0/composite'],
    ['a version after its own', 'v68.0/limits'],
    ['a version before 34.0', 'v33.0/limits'],
  ])('does not carry %s', async (_, url) => {
    expect(batchStatuses((await batch([get(url)])).body)).toEqual([400]);
  });

  test('of 26 is refused, and costs nothing', async () => {
    const before = emulator.stats().apiCalls;
    const { status, body } = await batch(Array.from({ length: 26 }, () => get('v67.0/limits')));
    expect(status).toBe(400);
    expect(body).toMatchObject([{ errorCode: 'LIMIT_EXCEEDED' }]);
    expect(emulator.stats().apiCalls).toBe(before);
  });

  test.each([
    ['a body that is no list', undefined],
    ['a subrequest without a URL', [{ method: 'GET' }]],
  ])('with %s is refused', async (_, batchRequests) => {
    const response = await emulator.send('POST', `${data}/composite/batch`, { batchRequests });
    expect(response.status).toBe(400);
  });
});
