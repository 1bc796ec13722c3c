import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** The scenarios whose pages are opened: the one that most goes wrong in, and the largest. */
const scenarios = ['drifted', 'large'];

/** Of the page that the built package writes: its size, and how long until a real Chromium shows the verdict. */
export async function pageFigures(
  node: (args: readonly string[]) => string,
  bin: string,
  runs: number,
): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'syncgate-page-'));
  const args = sparticuz.args.filter((arg) => arg !== '--single-process');
  const browser = await chromium.launch({ executablePath: await sparticuz.executablePath(), args });
  try {
    const rows: string[] = [];
    for (const scenario of scenarios) {
      const file = join(folder, `${scenario}.html`);
      node([bin, 'demo', '--quiet', '--scenario', scenario, '--output', `html=${file}`]);
      rows.push(await row(browser, scenario, file, runs));
    }
    return [
      '| The page | Size | Without its document | Until it shows the verdict | Aim |',
      '|---|---|---|---|---|',
      ...rows,
    ];
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function row(browser: Browser, scenario: string, file: string, runs: number): Promise<string> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push(await readyTime(browser, file));
  const time = times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
  const document = /<script type="application\/json" id="document">(.*?)<\/script>/s.exec(
    readFileSync(file, 'utf8'),
  );
  const size = statSync(file).size;
  const shell = size - Buffer.byteLength(document?.[1] ?? '');
  return `| \`${scenario}\` | ${kilobytes(size)} | ${kilobytes(shell)} | ${time.toFixed(0)} ms | 1,000 ms |`;
}

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;

/** By the page's own clock, which starts when it is asked for. */
async function readyTime(browser: Browser, file: string): Promise<number> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.addInitScript(`new MutationObserver((_, observer) => {
      if (!document.querySelector('article')) return;
      window.readyTime = performance.now();
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });`);
    await page.goto(pathToFileURL(file).href);
    return Number(await (await page.waitForFunction('window.readyTime')).jsonValue());
  } finally {
    await context.close();
  }
}
