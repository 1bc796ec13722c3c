/** Bundles the command and the library into dist/, with the library's types beside them. */
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import { build, type Plugin } from 'rolldown';
import manifest from '../package.json' with { type: 'json' };
import { writePage } from './build-page.ts';
import { licensesOf } from './licenses.ts';

rmSync('dist', { recursive: true, force: true });

const page = await writePage();

const dependencies = Object.keys(manifest.dependencies);

/**
 * What yargs loads costs more than all it does for us, so the bundle lightens it:
 * - To import a module of Node's own by name evaluates all its lazy parts; taken as it is, it does not.
 * - Of `assert`, which loads a differ, yargs uses two functions.
 * - `string-width`, two versions of it, makes a segmenter and compiles tables of emoji; we have a width of our own.
 */
const lightStart: Plugin = {
  name: 'light-start',
  resolveId: (id) => {
    const name = id.replace(/^node:/, '');
    if (name === 'string-width') return '\0light:string-width';
    return builtinModules.includes(name) && !linkedByOldNodes.includes(name) ? `\0light:${name}` : null;
  },
  load: (id) => {
    if (!id.startsWith('\0light:')) return null;
    const name = id.slice('\0light:'.length);
    return lightModules[name] ?? `module.exports = process.getBuiltinModule('node:${name}');`;
  },
};

/** What `start.ts` imports: an older Node has no `getBuiltinModule`, and must get as far as to be told so. */
const linkedByOldNodes = ['module', 'v8'];

const lightModules: Readonly<Record<string, string>> = {
  'string-width': `module.exports = require(${JSON.stringify(resolve('src/reporters/display-width.ts'))}).displayWidth;`,
  assert: `
const check = (wrong, message) => { if (wrong) throw message instanceof Error ? message : new Error(message); };
exports.strictEqual = (actual, expected, message) => check(!Object.is(actual, expected), message);
exports.notStrictEqual = (actual, expected, message) => check(Object.is(actual, expected), message);`,
};

const { output } = await build({
  input: {
    start: 'src/cli/start.ts',
    index: 'src/index.ts',
    // A thread's own entry: nobody imports it, it is started by its file.
    'read-worker': 'src/collector/source/parallel/read-worker.ts',
  },
  platform: 'node',
  plugins: [lightStart],
  // What is loaded at every start is bundled with us (devDependencies); what is loaded when it is needed stays apart.
  external: (id) => dependencies.some((name) => id === name || id.startsWith(`${name}/`)),
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  },
});

const bundled = output.flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
writeFileSync('dist/third-party-licenses.txt', licensesOf([...bundled, ...page.moduleIds]));

execFileSync('tsc', ['-p', 'tsconfig.build.json'], { stdio: 'inherit' });
