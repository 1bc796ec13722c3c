/** Bundles the command and the library: what runs in a process of its own, without a step between. */
import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import { build, type Plugin } from 'rolldown';
import manifest from '../package.json' with { type: 'json' };

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

/** Bundles into a folder of this package, whose dependencies it loads; gives the files that are in the bundle. */
export async function bundle(folder: string): Promise<readonly string[]> {
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
      dir: folder,
      format: 'esm',
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
      minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
    },
  });
  return output.flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
}
