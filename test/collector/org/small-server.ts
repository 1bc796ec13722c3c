import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

/** A server on loopback that answers as `answer` says, for as long as `use` takes; tells what it was asked. */
export async function serving<T>(
  answer: (asked: Asked, response: ServerResponse) => void,
  use: (server: { readonly origin: string; readonly asked: readonly Asked[] }) => Promise<T>,
): Promise<T> {
  const asked: Asked[] = [];
  const server = createServer(async (incoming, response) => {
    const one = await read(incoming);
    asked.push(one);
    answer(one, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await use({ origin: `http://127.0.0.1:${port}`, asked });
  } finally {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json;charset=UTF-8' });
  response.end(JSON.stringify(body));
}

async function read(incoming: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const { method = '', url = '', headers } = incoming;
  return { method, url, authorization: headers.authorization, body: Buffer.concat(chunks).toString('utf8') };
}
