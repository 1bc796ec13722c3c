import type { Command } from '../command.ts';
import { access } from './access.ts';
import { audit } from './audit.ts';
import { collect } from './collect.ts';
import { demo } from './demo.ts';
import { doctor } from './doctor.ts';
import { emulator } from './emulator.ts';
import { explain } from './explain.ts';
import { packs } from './packs.ts';

/** In the order in which help lists them. */
export const commands: readonly Command[] = [audit, access, collect, doctor, explain, packs, demo, emulator];
