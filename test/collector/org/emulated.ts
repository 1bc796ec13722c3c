import { collectOrg } from '../../../src/collector/org/collect-org.ts';
import { type OpenOptions, type OrgReader, openOrg } from '../../../src/collector/org/open-org.ts';
import { signInWithToken } from '../../../src/collector/org/sign-in.ts';
import type { OrgDescription } from '../../../src/emulator/org-description.ts';
import { loadScenario } from '../../../src/emulator/scenarios/load-scenario.ts';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../../src/emulator/start.ts';
import type { Needs } from '../../../src/model/needs.ts';
import type { OrgSnapshot } from '../../../src/model/snapshot.ts';

/** Needs of every kind, about what the scenarios have. */
export const needs: Needs = {
  organization: true,
  user: true,
  profile: true,
  login: true,
  profilePeers: true,
  limits: true,
  systemPermissions: [
    'ApiEnabled',
    'ApiUserOnly',
    'CustomizeApplication',
    'ModifyAllData',
    'RunFlow',
    'ViewAllData',
  ],
  objects: ['Account', 'Contact', 'Lead'],
  fields: [
    { object: 'Account', field: 'iv__InsideView_Company_ID__c', label: 'InsideView Company Id' },
    { object: 'Account', field: 'ParentId' },
    { object: 'Contact', field: 'iv__InsideView_Executive_ID__c', label: 'Executive Id' },
    { object: 'Lead', field: 'iv__InsideView_Company_ID__c', label: 'InsideView Company Id' },
  ],
  flows: true,
  permissionSetLicenses: ['SalesforceAPIIntegrationPsl'],
  assignments: true,
};

/** Runs an emulated org for as long as `use` takes. */
export async function emulating<T>(
  options: EmulatorOptions,
  use: (emulator: Emulator) => Promise<T>,
): Promise<T> {
  const emulator = await startEmulator({ latencyMs: 0, ...options });
  try {
    return await use(emulator);
  } finally {
    await emulator.close();
  }
}

/** Retries wait for nothing. */
export const opened = (emulator: Emulator, options: OpenOptions = {}): Promise<OrgReader> =>
  openOrg(signInWithToken(emulator), { wait: async () => {}, ...options });

export interface CollectSetting extends Omit<EmulatorOptions, 'org'> {
  readonly org?: OrgDescription;
  readonly users?: readonly string[];
  readonly needs?: Needs;
  readonly open?: OpenOptions;
}

/** Opens an org and collects its first audited user; by default from the scenario `compliant`. */
export async function collected(setting: CollectSetting = {}): Promise<OrgSnapshot> {
  const { org = await loadScenario('compliant'), users, needs: asked = needs, open, ...options } = setting;
  return emulating({ org, ...options }, async (emulator) => {
    const reader = await opened(emulator, open);
    return collectOrg(reader, { users: users ?? [emulator.users[0]?.username ?? ''], needs: asked });
  });
}

/** The value of a part that must be there. */
export function okValue<T>(
  part: { status: 'ok'; value: T } | { status: 'unavailable'; reason: unknown } | undefined,
): T {
  if (part?.status !== 'ok') throw new Error(`not ok: ${JSON.stringify(part)}`);
  return part.value;
}

/** The gap of a part that must be unavailable. */
export function gapOf<G>(
  part: { status: 'ok'; value: unknown } | { status: 'unavailable'; reason: G } | undefined,
): G {
  if (part?.status !== 'unavailable') throw new Error(`not unavailable: ${JSON.stringify(part)}`);
  return part.reason;
}

/** What an async call throws. */
export async function thrownBy(call: () => Promise<unknown>): Promise<Error> {
  try {
    await call();
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
