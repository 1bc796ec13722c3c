/** Bundles the command and the library into dist/, with the library's types beside them. */
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { writePage } from './build-page.ts';
import { bundle } from './bundle.ts';
import { licensesOf } from './licenses.ts';

rmSync('dist', { recursive: true, force: true });
const page = await writePage();
const moduleIds = await bundle('dist');
writeFileSync('dist/third-party-licenses.txt', licensesOf([...moduleIds, ...page.moduleIds]));
execFileSync('tsc', ['-p', 'tsconfig.build.json'], { stdio: 'inherit' });
