/**
 * Packs the built package, installs the tarball in an empty folder as a user would, and runs it there:
 * the command, a demo through it, and the library from typed code.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeLargeProject } from '../bench/large-project.ts';
import manifest from '../package.json' with { type: 'json' };

const folder = mkdtempSync(join(tmpdir(), 'syncgate-smoke-'));
const npm = (args: readonly string[], cwd = folder) =>
  execFileSync('npm', [...args, '--no-audit', '--no-fund'], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });

function expect(what: string, holds: boolean, seen: unknown): void {
  if (!holds) throw new Error(`${what}: ${JSON.stringify(seen)}`);
  console.log(`ok: ${what}`);
}

const bin = join(folder, 'node_modules', '.bin', 'syncgate');
function syncgate(args: readonly string[], nodeOptions = '') {
  const { status, stdout, stderr } = spawnSync(bin, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: nodeOptions },
  });
  return { status, stdout, stderr };
}

try {
  const [packed] = JSON.parse(
    npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], resolve('.')),
  );
  writeFileSync(join(folder, 'package.json'), '{ "name": "a-user", "private": true, "type": "module" }');
  npm(['install', join(folder, packed.filename)]);

  const version = syncgate(['--version']);
  expect(
    '--version prints the version',
    version.stdout === `${manifest.version}\n` && version.status === 0,
    version,
  );

  const demo = syncgate(['demo', '--scenario', 'compliant', '--gate', '--output', 'sarif=demo.sarif']);
  expect('the compliant demo passes its gate', demo.status === 0, demo);

  const paged = syncgate(['demo', '--quiet', '--output', 'html=demo.html']);
  const html = readFileSync(join(folder, 'demo.html'), 'utf8');
  const isWhole = html.includes('Content-Security-Policy') && html.includes('"pageVersion":1');
  expect('the page is in the package', paged.status === 0 && isWhole, paged);

  const gate = syncgate(['demo', '--scenario', 'drifted', '--gate']);
  expect('the drifted demo fails its gate', gate.status === 1, gate);

  const packs = syncgate(['packs', 'list']);
  expect('the packs are in the package', packs.stdout.includes('demandbase-data-integrity'), packs);

  // Large enough to be read in threads, which have a file of their own in the package.
  writeLargeProject(join(folder, 'project'), 5);
  const files = syncgate([
    'audit',
    '--source-dir',
    'project',
    '--profile',
    'Integration 0',
    '--format',
    'json',
  ]);
  const read = files.status === 3 ? JSON.parse(files.stdout).source.cost : undefined;
  expect('metadata files are read', read?.containers === 5, { ...files, stdout: '…' });

  const pretendOldNode = `--import=data:text/javascript,${encodeURIComponent("Object.defineProperty(process.versions,'node',{value:'20.1.0'})")}`;
  const old = syncgate(['demo'], pretendOldNode);
  const oneLine = old.stderr.trim().split('\n').length === 1 && old.stderr.includes('22.18');
  expect('an older Node is told which version is needed', old.status === 2 && oneLine, old);

  writeFileSync(
    join(folder, 'use.ts'),
    `import { exitCode, rules, type Report } from 'syncgate';\nexport const code = (report: Report): number => exitCode(report, { allowInconclusive: false });\nexport const count: number = rules.size;\n`,
  );
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: { module: 'nodenext', target: 'es2024', strict: true, noEmit: true, types: [] },
      files: ['use.ts'],
    }),
  );
  const types = spawnSync(resolve('node_modules/.bin/tsc'), ['-p', folder], { encoding: 'utf8' });
  expect('the library is typed for its users', types.status === 0, types.stdout);
  const use = spawnSync(process.execPath, ['use.ts'], { cwd: folder, encoding: 'utf8' });
  expect('the library loads', use.status === 0, use.stderr);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
