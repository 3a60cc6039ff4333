import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A script of this folder in a process of its own, which talks in lines. */
export interface Child {
  process: ChildProcess;
  /** Its next line, or null when it has ended. */
  line(): Promise<string | null>;
}

/** Starts a script of this folder with one argument. */
export function startChild(script: string, argument: string): Child {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, script), argument], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  return {
    process: child,
    async line() {
      const next = await lines.next();
      return next.done ? null : next.value;
    },
  };
}
