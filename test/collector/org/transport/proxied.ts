import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, type Server, type Socket } from 'node:net';
import tls from 'node:tls';
import { selfSigned } from './self-signed.ts';

/** A proxy on loopback, and an org behind it that only the proxy can reach by its name. */
export interface Proxied {
  /** `https://acme.my.salesforce.com`: no name server is asked for it. */
  readonly origin: string;
  /** `http://127.0.0.1:PORT`. */
  readonly proxy: string;
  /** Hosts that a tunnel was asked for, and with which credentials. */
  readonly tunnels: readonly { readonly to: string; readonly authorization: string | undefined }[];
  /** Every byte that clients sent through the tunnels, as the proxy sees it. */
  readonly seen: () => string;
}

export interface ProxySetting {
  /** Port on 127.0.0.1 that speaks plain HTTP: the org. */
  readonly port: number;
  /** Status that every tunnel is refused with; default: none is refused. */
  readonly refuse?: number;
}

const host = 'acme.my.salesforce.com';
const { key, cert } = selfSigned(host);

/** Runs both for as long as `use` takes; meanwhile this process trusts the org's certificate. */
export async function proxied<T>(
  { port, refuse }: ProxySetting,
  use: (proxied: Proxied) => Promise<T>,
): Promise<T> {
  const sockets = new Set<Socket>();
  const track = (socket: Socket) => {
    sockets.add(socket.on('error', () => {}));
    return socket;
  };
  const org = tls.createServer({ key, cert }, (socket) => {
    socket.pipe(track(connect(port, '127.0.0.1'))).pipe(track(socket));
  });
  const tunnels: Proxied['tunnels'][number][] = [];
  const chunks: Buffer[] = [];
  const orgPort = await listening(org);
  const proxy = createServer().on('connect', (request: IncomingMessage, client: Socket) => {
    track(client);
    tunnels.push({ to: request.url ?? '', authorization: request.headers['proxy-authorization'] });
    if (refuse !== undefined) return client.end(`HTTP/1.1 ${refuse} Refused\r\n\r\n`);
    client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    client.on('data', (chunk: Buffer) => chunks.push(chunk));
    client.pipe(track(connect(orgPort, '127.0.0.1'))).pipe(client);
  });
  const proxyPort = await listening(proxy);
  const trusted = tls.getCACertificates('default');
  tls.setDefaultCACertificates([...trusted, cert]);
  try {
    return await use({
      origin: `https://${host}`,
      proxy: `http://127.0.0.1:${proxyPort}`,
      tunnels,
      seen: () => Buffer.concat(chunks).toString('latin1'),
    });
  } finally {
    tls.setDefaultCACertificates(trusted);
    for (const socket of sockets) socket.destroy();
    await Promise.all([org, proxy].map((server) => new Promise((resolve) => server.close(resolve))));
  }
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
