/** Builds the HTML page without its document: one file, its script and style inside, and nothing else allowed. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { documentPlace } from '../src/reporters/report-html.ts';
import { licensesOf } from './licenses.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

export interface BuiltPage {
  /** The whole page but for its document. */
  readonly shell: string;
  /** Files that are in its script. */
  readonly moduleIds: readonly string[];
}

export async function buildPage(): Promise<BuiltPage> {
  const { output } = await build({
    cwd: root,
    input: 'src/page/main.tsx',
    platform: 'browser',
    tsconfig: 'src/page/tsconfig.json',
    write: false,
    output: { format: 'iife', minify: true },
  });
  const [{ code, moduleIds }] = output;
  // An ending tag in a string of the script would end the element.
  return { shell: shellOf(code.replaceAll('</', '<\\/').trim(), styles(), licensesOf(moduleIds)), moduleIds };
}

/** Those of the views after that of the whole page, which they build on. */
function styles(): string {
  const files = globSync('src/page/**/*.css', { cwd: root }).sort();
  const [base, views] = [files.filter(isBase), files.filter((file) => !isBase(file))];
  return [...base, ...views].map((file) => readFileSync(`${root}/${file}`, 'utf8').trim()).join('\n');
}

const isBase = (file: string): boolean => /page[\\/]page\.css$/.test(file);

function shellOf(script: string, style: string, licenses: string): string {
  const policy = [
    "default-src 'none'",
    `script-src '${hash(script)}'`,
    `style-src '${hash(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<!--
Parts of this page's script come from packages that others wrote, under these terms:

${licenses.replaceAll('--', '- -').trim()}
-->
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>syncgate</title>
<style>${style}</style>
</head>
<body>
<div id="page"></div>
<noscript>This page is drawn by a script of its own, which this browser does not run.</noscript>
<script type="application/json" id="document">${documentPlace}</script>
<script>${script}</script>
</body>
</html>
`;
}

const hash = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** Builds it, and writes it where the command line looks for it. */
export async function writePage(): Promise<BuiltPage> {
  const page = await buildPage();
  const module = `export const pageShell = ${JSON.stringify(page.shell)};\n`;
  writeFileSync(`${root}/src/page/shell/page-shell.js`, module);
  return page;
}

if (import.meta.main) {
  const { shell } = await writePage();
  console.log(`The page has ${Math.round(Buffer.byteLength(shell) / 1024)} KiB before its document`);
}
