import type { Command } from '../command.ts';
import { access } from './access.ts';
import { audit } from './audit.ts';
import { collect } from './collect.ts';
import { demo } from './demo.ts';
import { emulator } from './emulator.ts';
import { explain } from './explain.ts';
import { packs } from './packs.ts';

/** In the order in which help lists them. */
export const commands: readonly Command[] = [audit, access, collect, explain, packs, demo, emulator];
