import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Builds `dist` once before the tests, unless it is newer than its sources: end-to-end tests run the built program. */
export default function buildOnce(): void {
  const script = join(import.meta.dirname, '..', '..', 'scripts', 'build-if-stale.mjs');
  const { status } = spawnSync(process.execPath, [script], { stdio: 'inherit' });
  if (status !== 0) throw new Error('the program does not compile, so its end-to-end tests cannot run');
}
