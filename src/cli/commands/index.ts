import type { Command } from '../command.ts';
import { access } from './access.ts';
import { audit } from './audit.ts';
import { collect } from './collect.ts';
import { completionOf } from './completion.ts';
import { config } from './config.ts';
import { demo } from './demo.ts';
import { diagnose } from './diagnose.ts';
import { diff } from './diff.ts';
import { doctor } from './doctor.ts';
import { emulator } from './emulator.ts';
import { explain } from './explain.ts';
import { history } from './history.ts';
import { init } from './init.ts';
import { merge } from './merge.ts';
import { packs } from './packs.ts';
import { redact } from './redact.ts';
import { remedy } from './remedy.ts';
import { restore } from './restore.ts';
import { waivers } from './waivers.ts';

/** In the order in which help lists them. */
export const commands: readonly Command[] = [
  audit,
  access,
  collect,
  diff,
  redact,
  restore,
  merge,
  history,
  doctor,
  explain,
  diagnose,
  remedy,
  init,
  config,
  waivers,
  packs,
  demo,
  emulator,
  completionOf(() => commands),
];
