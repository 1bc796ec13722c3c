import { rm } from 'node:fs/promises';
import sparticuz from '@sparticuz/chromium';
import { writePage } from '../scripts/build-page.ts';
import { bundle } from '../scripts/bundle.ts';
import { builtFolder } from './built-command.ts';

/** What tests start is made of the sources as they are; a browser is unpacked before two want it. */
export async function setup(): Promise<void> {
  await Promise.all([built(), sparticuz.executablePath()]);
}

async function built(): Promise<void> {
  await writePage();
  await rm(builtFolder, { recursive: true, force: true });
  await bundle(builtFolder);
}
