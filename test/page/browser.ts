import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sparticuz from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import type { PageDocument } from '../../src/model/page.ts';
import { pageShell } from '../../src/page/shell/page-shell.js';
import { renderHtml } from '../../src/reporters/report-html.ts';

export interface OpenedPage {
  readonly page: Page;
  /** What the page did that it may not do; the test fails for it unless it takes it out. */
  readonly troubles: string[];
  /** Where it lies on disk. */
  readonly url: string;
}

/** One browser for all the files that a worker runs; it ends with the worker. */
let launched: Promise<Browser> | undefined;

const browser = (): Promise<Browser> => {
  launched ??= launch();
  return launched;
};

/**
 * With one process for everything no second page opens; two more would let a page do what it may not; and drawing in
 * three dimensions, in software here, takes its time.
 */
const unwanted = [
  ...['--single-process', '--disable-web-security', '--allow-running-insecure-content'],
  ...['--ignore-gpu-blocklist', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
];

async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: [
      ...sparticuz.args.filter((arg) => !unwanted.includes(arg)),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-gpu',
      '--disable-software-rasterizer',
      '--renderer-process-limit=1',
    ],
    headless: true,
  });
}

/**
 * Opens a page from disk, without a network. The test that opens it fails where the page asks for anything but itself,
 * breaks its own security policy, logs an error or throws one.
 */
export const openPage = (
  document: PageDocument,
  options: BrowserContextOptions = {},
  hash = '',
): Promise<OpenedPage> => openHtml(renderHtml(document, pageShell), options, hash);

/** The same of a page that is written already. */
export async function openHtml(
  html: string,
  options: BrowserContextOptions = {},
  hash = '',
): Promise<OpenedPage> {
  const folder = await mkdtemp(join(tmpdir(), 'syncgate-page-'));
  const file = join(folder, 'page.html');
  await writeFile(file, html);
  const context = await (await browser()).newContext({ viewport: { width: 1100, height: 800 }, ...options });
  const page = await context.newPage();
  const url = pathToFileURL(file).href;
  const troubles = troublesOf(page, url);
  onTestFinished(async () => {
    await context.close();
    await rm(folder, { recursive: true, force: true });
    if (troubles.length > 0) throw new Error(`The page did what it may not do:\n${troubles.join('\n')}`);
  });
  await page.goto(`${url}${hash}`);
  return { page, troubles, url };
}

function troublesOf(page: Page, url: string): string[] {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`threw: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      troubles.push(`logged: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== url) troubles.push(`asked for ${request.url().slice(0, 200)}`);
  });
  page.on('dialog', (dialog) => {
    troubles.push(`opened a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return troubles;
}
