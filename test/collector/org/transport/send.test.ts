import { describe, expect, test, vi } from 'vitest';
import { BrokenConnection, send } from '../../../../src/collector/org/transport/send.ts';
import { thrownBy } from '../emulated.ts';
import { sendJson, serving } from '../small-server.ts';

const headers = { Authorization: 'Bearer 00D!secret' };
const get = (origin: string, path = '/services/data') => ({
  method: 'GET',
  url: origin + path,
  headers,
  body: null,
});
const options = (origin: string) => ({ origin, timeoutMs: 5_000 });

describe('sending', () => {
  test('gives the answer whole', async () => {
    await serving(
      (_, response) => sendJson(response, 200, { a: 'ü' }),
      async ({ origin }) => {
        const answer = await send(get(origin), options(origin));
        expect(answer).toMatchObject({ status: 200, body: '{"a":"ü"}' });
        expect(answer.headers['content-type']).toContain('json');
      },
    );
  });

  test('sends the very bytes that were proven', async () => {
    const body = JSON.stringify({
      compositeRequest: [{ method: 'GET', url: '/services/data/v67.0/limits', referenceId: 'ü' }],
    });
    await serving(
      (_, response) => sendJson(response, 200, {}),
      async ({ origin, asked }) => {
        const url = `${origin}/services/data/v67.0/composite`;
        await send({ method: 'POST', url, headers, body }, options(origin));
        expect(asked).toMatchObject([{ method: 'POST', body }]);
      },
    );
  });

  test('follows a redirect within the instance, and proves it again', async () => {
    await serving(
      ({ url }, response) => {
        if (url !== '/services/data') return sendJson(response, 200, { url });
        response.writeHead(302, { location: '/services/data/' }).end();
      },
      async ({ origin }) => {
        expect((await send(get(origin), options(origin))).body).toBe('{"url":"/services/data/"}');
      },
    );
  });

  test('does not follow a redirect to where nothing is read', async () => {
    await serving(
      (_, response) => response.writeHead(302, { location: '/services/oauth2/revoke?token=x' }).end(),
      async ({ origin, asked }) => {
        expect(await thrownBy(() => send(get(origin), options(origin)))).toMatchObject({
          kind: 'refused-by-guard',
        });
        expect(asked.length).toBe(1);
      },
    );
  });

  test('does not carry the session to another host', async () => {
    await serving(
      (_, response) => sendJson(response, 200, {}),
      async (other) => {
        await serving(
          (_, response) => response.writeHead(301, { location: `${other.origin}/services/data` }).end(),
          async ({ origin }) => {
            const error = await thrownBy(() => send(get(origin), options(origin)));
            expect(error).toMatchObject({ kind: 'not-an-org' });
            expect(error.message).toContain(`redirects to ${other.origin}`);
            expect(other.asked).toEqual([]);
          },
        );
      },
    );
  });

  test('gives up on redirects in circles', async () => {
    await serving(
      ({ url }, response) => response.writeHead(302, { location: url }).end(),
      async ({ origin, asked }) => {
        expect((await thrownBy(() => send(get(origin), options(origin)))).message).toContain('in circles');
        expect(asked.length).toBeLessThan(6);
      },
    );
  });

  test('ends in time where no answer comes, or only half of one', async () => {
    for (const half of [false, true]) {
      await serving(
        (_, response) =>
          void (half && response.writeHead(200, { 'content-type': 'application/json' }).write('{')),
        async ({ origin }) => {
          const error = await thrownBy(() => send(get(origin), { origin, timeoutMs: 50 }));
          expect(error).toMatchObject({ kind: 'unreachable' });
          expect(error.message).toContain('did not answer within 0.05 seconds');
        },
      );
    }
  });

  test('ends when it is interrupted', async () => {
    const interruption = new AbortController();
    await serving(
      () => interruption.abort(),
      async ({ origin }) => {
        const sent = send(get(origin), { ...options(origin), signal: interruption.signal });
        expect(await thrownBy(() => sent)).toMatchObject({ kind: 'aborted' });
      },
    );
  });

  test('tells a broken connection, which may be tried again, from a host that is not there', async () => {
    await serving(
      (_, response) => response.destroy(),
      async ({ origin }) => {
        expect(await thrownBy(() => send(get(origin), options(origin)))).toBeInstanceOf(BrokenConnection);
      },
    );
    const gone = await serving(
      () => {},
      async ({ origin }) => origin,
    );
    const error = await thrownBy(() => send(get(gone), options(gone)));
    expect(error).toMatchObject({ kind: 'unreachable' });
    expect(error).not.toBeInstanceOf(BrokenConnection);
    expect(error.message).toContain('nothing listens there');
    const nowhere = 'https://no-such-org.invalid';
    expect((await thrownBy(() => send(get(nowhere), options(nowhere)))).message).toMatch(
      /no such host|looked up/,
    );
  });

  test('does not speak to what has no certificate', async () => {
    await serving(
      () => {},
      async ({ origin }) => {
        const tls = origin.replace('http:', 'https:');
        expect(await thrownBy(() => send(get(tls), options(tls)))).toMatchObject({ kind: 'unreachable' });
      },
    );
  });

  test.each([
    ['ENOTFOUND', 'there is no such host. Check the instance URL for a typing mistake (ENOTFOUND)'],
    ['EAI_AGAIN', 'its name could not be looked up'],
    ['ENETUNREACH', 'the network cannot be reached'],
    ['UND_ERR_CONNECT_TIMEOUT', 'could not be connected to in time'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'NODE_EXTRA_CA_CERTS'],
    ['CERT_HAS_EXPIRED', 'its certificate could not be verified (CERT_HAS_EXPIRED)'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'its certificate could not be verified'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'its certificate could not be verified'],
  ])('says of %s: %s', async (code, words) => {
    const cause = Object.assign(new Error('system'), { code });
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed', { cause })));
    const origin = 'https://acme.my.salesforce.com';
    const error = await thrownBy(() => send(get(origin), options(origin))).finally(() =>
      vi.unstubAllGlobals(),
    );
    expect(error).toMatchObject({ kind: 'unreachable' });
    expect(error).not.toBeInstanceOf(BrokenConnection);
    expect(error.message).toContain(words);
    expect(error.message).toContain(origin);
  });
});
