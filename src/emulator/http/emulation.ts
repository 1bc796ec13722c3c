import type { EmulatedOrg } from '../emulated-org.ts';
import type { FaultPicker } from './faults.ts';
import type { QueryLocators } from './query-locators.ts';
import type { Sessions } from './sessions.ts';
import type { SigningKeys } from './signing-keys.ts';
import type { Traffic } from './traffic.ts';

/** Everything one running emulator has; two emulators share none of it. */
export interface Emulation {
  readonly org: EmulatedOrg;
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly instanceUrl: string;
  readonly sessions: Sessions;
  readonly signingKeys: SigningKeys;
  /** The time outside, in milliseconds: real clients sign their assertions by it, and not by the org's clock. */
  readonly realTime: () => number;
  readonly traffic: Traffic;
  readonly locators: QueryLocators;
  readonly pickFault: FaultPicker;
  /** Most records in one page of a query answer. */
  readonly pageSize: number;
}
