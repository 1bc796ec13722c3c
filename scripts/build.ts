/** Bundles the command and the library into dist/, with the library's types beside them. */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { build } from 'rolldown';
import manifest from '../package.json' with { type: 'json' };

rmSync('dist', { recursive: true, force: true });

const dependencies = Object.keys(manifest.dependencies);

await build({
  input: { start: 'src/cli/start.ts', index: 'src/index.ts' },
  platform: 'node',
  // What is loaded at every start is bundled with us (devDependencies); what is loaded when it is needed stays apart.
  external: (id) => dependencies.some((name) => id === name || id.startsWith(`${name}/`)),
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    sourcemap: false,
  },
});

execFileSync('tsc', ['-p', 'tsconfig.build.json'], { stdio: 'inherit' });
