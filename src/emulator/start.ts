import { type Emulator, type RunOptions, runOrg } from './http/run-org.ts';
import { createOrg } from './org/create-org.ts';
import type { OrgDescription } from './org-description.ts';

export type { Fault } from './http/faults.ts';
export { emulatedCredentials, refusedClients } from './http/oauth-clients.ts';
export type { Emulator } from './http/run-org.ts';
export type { EmulatorStats } from './http/traffic.ts';

export interface EmulatorOptions extends RunOptions {
  readonly org: OrgDescription;
}

/**
 * Starts an emulated org on 127.0.0.1.
 *
 * @throws Error where the description contradicts itself, or the port is taken (`EADDRINUSE`).
 */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  return runOrg(createOrg(options.org), options);
}
