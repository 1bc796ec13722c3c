import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Answer, ok, plainText, refusal } from './answer.ts';
import { dispatch } from './dispatch.ts';
import type { Emulation } from './emulation.ts';
import { createQuietDoor, type QuietDoor } from './quiet-door.ts';
import { type ApiRequest, parseTarget } from './request.ts';

/** An org's front door refuses a longer URI with 414, and URI and headers together with 431. */
const mostBytes = 16_384;

/** A server that answers nothing yet: the emulation needs its port first, see {@link serve}. */
export const createHttpServer = (): Server =>
  // Node's own limit must be out of the way, or its 431 comes before the emulated one.
  createServer({ maxHeaderSize: 1024 * 1024 });

/**
 * Lets the server answer as the emulated org.
 *
 * @param latencyMs Quiet that goes before each answer, in milliseconds.
 */
export function serve(server: Server, emulation: Emulation, latencyMs: number): void {
  const door = createQuietDoor(latencyMs);
  server.on('request', (incoming, response) => {
    if (pathOf(incoming) === '/emulator/stats') {
      send(ok(emulation.traffic.stats()), incoming, response, emulation);
      return;
    }
    const answered = emulation.traffic.arrive();
    door.stir();
    answerLater(incoming, emulation, door).then(
      (answer) => {
        answered();
        send(answer, incoming, response, emulation);
      },
      // The client went away before its request was whole.
      () => response.destroy(),
    );
  });
}

async function answerLater(
  incoming: IncomingMessage,
  emulation: Emulation,
  door: QuietDoor,
): Promise<Answer> {
  const answer = answerSafely(incoming, await bodyOf(incoming), emulation);
  door.stir();
  await door.quiet();
  return answer;
}

function answerSafely(incoming: IncomingMessage, body: string, emulation: Emulation): Answer {
  try {
    return tooLong(incoming) ?? dispatch(requestOf(incoming, body), emulation);
  } catch (error) {
    // A mistake in the emulator: said as an org says it, with the cause, so that no test mistakes it.
    const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return refusal(500, 'UNKNOWN_EXCEPTION', `The emulator failed: ${cause}`);
  }
}

function tooLong({ url = '', rawHeaders, method = '' }: IncomingMessage): Answer | undefined {
  const uri = Buffer.byteLength(url);
  if (uri > mostBytes) return badMessage(414, 'URI Too Long');
  const headers = rawHeaders.reduce((bytes, text) => bytes + Buffer.byteLength(text) + 2, 0);
  return method.length + uri + headers > mostBytes
    ? badMessage(431, 'Request Header Fields Too Large')
    : undefined;
}

const badMessage = (status: number, reason: string) =>
  plainText(
    status,
    `<h1>Bad Message ${status}</h1><pre>reason: ${reason}</pre>`,
    'text/html;charset=iso-8859-1',
  );

function requestOf({ method = 'GET', url = '/', headers }: IncomingMessage, body: string): ApiRequest {
  const single = Object.entries(headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(',') : value,
  ]);
  return { method, ...parseTarget(url), headers: Object.fromEntries(single), body };
}

function send(answer: Answer, incoming: IncomingMessage, response: ServerResponse, { org }: Emulation): void {
  if (answer.hangUp === true) {
    incoming.socket.destroy();
    return;
  }
  const { content, contentType } = answer.text ?? {
    content: JSON.stringify(answer.body ?? null),
    contentType: 'application/json;charset=UTF-8',
  };
  // The org's clock stands still, so that whatever a client makes of it is the same every time.
  response.sendDate = false;
  response.writeHead(answer.status, {
    Date: new Date(org.description.now).toUTCString(),
    'Content-Type': contentType,
    'Content-Length': Buffer.byteLength(content),
    'Cache-Control': 'no-cache,must-revalidate,max-age=0,no-store,private',
    ...answer.headers,
  });
  response.end(incoming.method === 'HEAD' ? undefined : content);
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

const pathOf = ({ url = '/' }: IncomingMessage) => parseTarget(url).path;
