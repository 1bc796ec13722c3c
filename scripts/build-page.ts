/** Builds the HTML page without its document: one file, its script and style inside, and nothing else allowed. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { documentPlace } from '../src/reporters/report-html.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The shell, as text. */
export async function buildPage(): Promise<string> {
  const { output } = await build({
    cwd: root,
    input: 'src/page/main.tsx',
    platform: 'browser',
    tsconfig: 'src/page/tsconfig.json',
    write: false,
    output: { format: 'iife', minify: true },
  });
  // An ending tag in a string of the script would end the element.
  const script = output[0].code.replaceAll('</', '<\\/').trim();
  const style = (await readFile(`${root}/src/page/page.css`, 'utf8')).trim();
  const policy = [
    "default-src 'none'",
    `script-src '${hash(script)}'`,
    `style-src '${hash(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
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

if (import.meta.main) {
  const shell = await buildPage();
  await writeFile(
    `${root}/src/page/shell/page-shell.js`,
    `export const pageShell = ${JSON.stringify(shell)};\n`,
  );
  console.log(`The page has ${Math.round(Buffer.byteLength(shell) / 1024)} KiB before its document`);
}
