import type { OrgDescription } from '../emulator/org-description.ts';
import { loadScenario } from '../emulator/scenarios/load-scenario.ts';
import { type Emulator, startEmulator } from '../emulator/start.ts';
import { wrongUsage } from './failure.ts';

/** Loads a scenario by name or file; a wrong one is wrong usage. */
export async function scenario(nameOrFile: string): Promise<OrgDescription> {
  try {
    return await loadScenario(nameOrFile);
  } catch (error) {
    throw wrongUsage((error as Error).message);
  }
}

/** Starts an embedded org, as its description or its port allows. */
export async function embeddedOrg(options: Parameters<typeof startEmulator>[0]): Promise<Emulator> {
  try {
    return await startEmulator(options);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      throw wrongUsage(`port ${options.port} is in use. Give another --port, or none to take any free one`);
    }
    throw wrongUsage((error as Error).message);
  }
}
