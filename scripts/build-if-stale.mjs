// Compiles the sources to dist/ when one of them is newer than the last build; needs nothing but Node.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmdirSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const cli = join(root, 'dist', 'src', 'cli.js');
const stamp = join(root, 'dist', '.tsbuildinfo');
const lock = join(root, 'dist', '.building');
const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const longestBuild = 120_000;

const modified = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

function newestSource() {
  const settings = ['package.json', 'tsconfig.json', 'tsconfig.build.json'].map((name) => join(root, name));
  const sources = ['src', 'adapters', 'conversations', 'db']
    .map((folder) => join(root, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join(folder, name)),
    );
  return Math.max(...[...settings, ...sources].map(modified));
}

const stale = () => !existsSync(cli) || newestSource() > modified(stamp);
const pause = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

/** Two commands that start at once must not write the same files; the second waits for the first. */
function takeLock() {
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      // A build that was killed leaves its lock behind.
      if (Date.now() - modified(lock) > longestBuild) rmdirSync(lock);
      else pause(100);
    }
  }
}

function build() {
  const started = new Date();
  const { status, error } = spawnSync(process.execPath, [compiler, '-p', join(root, 'tsconfig.build.json')], {
    cwd: root,
    // What a command prints belongs to the command alone.
    stdio: ['ignore', 2, 2],
  });
  if (error) throw error;
  // What changes while it is being compiled counts as newer.
  if (status === 0) utimesSync(stamp, started, started);
  return status ?? 1;
}

if (stale()) {
  if (existsSync(compiler)) {
    takeLock();
    try {
      if (stale()) process.exitCode = build();
    } finally {
      rmdirSync(lock);
    }
  } else if (!existsSync(cli)) {
    process.stderr.write('Tutur is not built yet and TypeScript is not installed: run "npm ci" first.\n');
    process.exitCode = 1;
  }
}
