/**
 * What runs first, on any Node. It must parse and link on an older one, so that it can say so in a line:
 * nothing here is newer than Node 12, and the command line itself is imported only once the version is right.
 */
import module from 'node:module';
import v8 from 'node:v8';
import manifest from '../../package.json' with { type: 'json' };
import { nodeComplaint } from './node-version.ts';

const complaint = nodeComplaint(process.versions.node, manifest.engines.node);
if (complaint) {
  process.stderr.write(`${complaint}\n`);
  process.exitCode = 2;
} else if (process.argv.length === 3 && process.argv[2] === '--version') {
  process.stdout.write(`${manifest.version}\n`);
} else {
  const { status } = module.enableCompileCache();
  // What a run compiles is kept for the next one, but only what was compiled at once: so all of it is.
  if (status === module.constants.compileCacheStatus.ENABLED) v8.setFlagsFromString('--no-lazy');
  // Many orgs, one after another, fill a heap that is let to grow with what is done: this one is cleared sooner, and
  // stays as large as the orgs under way need, at no cost in time.
  if (process.argv.includes('--all-orgs')) {
    v8.setFlagsFromString('--heap-growing-percent=30');
    v8.setFlagsFromString('--semi-space-growth-factor=1');
  }
  import('./main.ts').then(({ main }) => main());
}
