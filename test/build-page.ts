import sparticuz from '@sparticuz/chromium';
import { writePage } from '../scripts/build-page.ts';

/** The page that tests see is that of the sources as they are, in a browser that is unpacked before two want it. */
export async function setup(): Promise<void> {
  await Promise.all([writePage(), sparticuz.executablePath()]);
}
