import type { AddressInfo } from 'node:net';
import type { EmulatedOrg } from '../emulated-org.ts';
import type { Emulation } from './emulation.ts';
import { createFaults, type Fault } from './faults.ts';
import { emulatedCredentials } from './oauth-clients.ts';
import { createQueryLocators } from './query-locators.ts';
import { createHttpServer, serve } from './server.ts';
import { createSessions } from './sessions.ts';
import { createSigningKeys } from './signing-keys.ts';
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
  /** Public key or certificate of the app `emulated-app`, as PEM. Default: one is made when its private key is asked for. */
  readonly jwtPublicKey?: string;
  /** The time that assertions are held against, in milliseconds; default: the real one. */
  readonly realTime?: () => number;
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
  /** A refresh token of any described user, given to `emulated-app` or the app that is named. */
  refreshTokenFor(username: string, clientId?: string): string;
  /** The key that signs assertions for `emulated-app`, as PEM. @throws Error where a public key was given. */
  jwtPrivateKey(): string;
  /** Every token handed out so far, and every assertion presented: what must be found in no output of a client. */
  credentialsSeen(): readonly string[];
  /** Makes an access or refresh token worthless, as expiry would. */
  revokeToken(token: string): void;
  stats(): EmulatorStats;
  /** Ends it, with whatever connections are open. */
  close(): Promise<void>;
}

/** Serves an org that is already made. */
export async function runOrg(
  org: EmulatedOrg,
  { port = 0, pageSize = 2000, latencyMs = 5, faults = [], jwtPublicKey, realTime = Date.now }: RunOptions,
): Promise<Emulator> {
  const signingKeys = createSigningKeys(jwtPublicKey);
  const server = createHttpServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const emulation: Emulation = {
    org,
    instanceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sessions: createSessions(org.organizationId),
    signingKeys,
    realTime,
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
  const { org, sessions, signingKeys, traffic, instanceUrl } = emulation;
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
    refreshTokenFor: (username, clientId = emulatedCredentials.clientId) =>
      sessions.issueRefreshToken(idOf(username), clientId),
    jwtPrivateKey: signingKeys.privateKey,
    credentialsSeen: sessions.everything,
    revokeToken: sessions.revoke,
    stats: traffic.stats,
    close,
  };
}
