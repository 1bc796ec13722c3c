import type { AddressInfo } from 'node:net';
import type { EmulatedOrg } from '../emulated-org.ts';
import type { Emulation } from './emulation.ts';
import { createFaults, type Fault } from './faults.ts';
import { createQueryLocators } from './query-locators.ts';
import { createHttpServer, serve } from './server.ts';
import { createSessions } from './sessions.ts';
import { createTraffic, type EmulatorStats } from './traffic.ts';

export interface RunOptions {
  /** Default 0: any free port. */
  readonly port?: number;
  /** Most records in one page of a query answer; default 2,000. */
  readonly pageSize?: number;
  /**
   * How long it has to be quiet, with nothing coming in, before anything is answered, in milliseconds;
   * default 5. So requests that a client sends together overlap, even on loopback.
   */
  readonly latencyMs?: number;
  /** What goes wrong on purpose. */
  readonly faults?: readonly Fault[];
}

/** A running emulator. */
export interface Emulator {
  /** `http://127.0.0.1:PORT`. */
  readonly instanceUrl: string;
  /** The auditor's. */
  readonly accessToken: string;
  /** Whom to audit; the first is the one the scenario is about. */
  readonly users: readonly { readonly username: string; readonly id: string; readonly label: string }[];
  /** An access token of any described user. @throws Error where there is no such user. */
  tokenFor(username: string): string;
  /** Makes an access or refresh token worthless, as expiry would. */
  revokeToken(token: string): void;
  stats(): EmulatorStats;
  /** Ends it, with whatever connections are open. */
  close(): Promise<void>;
}

/** Serves an org that is already made. */
export async function runOrg(
  org: EmulatedOrg,
  { port = 0, pageSize = 2000, latencyMs = 5, faults = [] }: RunOptions,
): Promise<Emulator> {
  const server = createHttpServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const emulation: Emulation = {
    org,
    instanceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sessions: createSessions(org.organizationId),
    traffic: createTraffic(),
    locators: createQueryLocators(),
    pickFault: createFaults(faults),
    pageSize,
  };
  serve(server, emulation, latencyMs);
  return emulatorOf(emulation, () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  });
}

function emulatorOf(emulation: Emulation, close: () => Promise<void>): Emulator {
  const { org, sessions, traffic, instanceUrl } = emulation;
  const idOf = (username: string) => {
    const id = org.userId(username);
    if (id === undefined) throw new Error(`The emulated org has no user ${username}`);
    return id;
  };
  const { auditor, audit } = org.description;
  return {
    instanceUrl,
    accessToken: sessions.tokenOf(idOf(auditor)),
    users: audit.map(({ username, label }) => ({ username, id: idOf(username), label })),
    tokenFor: (username) => sessions.tokenOf(idOf(username)),
    revokeToken: sessions.revoke,
    stats: traffic.stats,
    close,
  };
}
