import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const READY_MS = 30_000;
const STOP_MS = 5_000;

/** Tutur as it is deployed. */
export const TUTUR = [join(import.meta.dirname, '..', '..', 'dist', 'src', 'cli.js'), 'start'];
/** A rival bot of the folder `peers`. */
export const peer = (name: string) => [join(import.meta.dirname, 'peers', `${name}.mjs`)];

/** A bot that runs as a process of its own. */
export interface Running {
  port: number;
  /** Milliseconds from its start to the first 200 of `/readyz`. */
  startMs: number;
  /** Megabytes that it holds in memory; null where the system does not tell. */
  rss(): number | null;
  /** Milliseconds that it has kept a processor busy; null where the system does not tell. */
  cpuMs(): number | null;
  stop(): Promise<void>;
}

const alive = new Set<{ kill(signal: 'SIGKILL'): boolean }>();
// However the benchmark ends, no bot stays behind.
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

/** Starts a bot on a free port and waits until it is ready. */
export async function startProcess(
  args: string[],
  cwd: string,
  env: (port: number) => Record<string, string>,
): Promise<Running> {
  const port = await freePort();
  const { PATH = '', HOME = '', BENCH_NODE_OPTIONS = '' } = process.env;
  const began = performance.now();
  const child = spawn(process.execPath, [...BENCH_NODE_OPTIONS.split(' ').filter(Boolean), ...args], {
    cwd,
    env: { PATH, HOME, PORT: String(port), ...env(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  alive.add(child);
  const exited = once(child, 'exit').then(() => alive.delete(child));
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-4_000);
    });
  while (!(await isReady(port))) {
    if (child.exitCode !== null || performance.now() - began > READY_MS) {
      child.kill('SIGKILL');
      throw new Error(`${args[0]} did not start:\n${output}`);
    }
    await sleep(2);
  }
  return {
    port,
    startMs: performance.now() - began,
    rss: () => residentMegabytes(child.pid!),
    cpuMs: () => processorMilliseconds(child.pid!),
    async stop() {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      await exited;
      clearTimeout(timer);
    },
  };
}

function isReady(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get({ port, host: '127.0.0.1', path: '/readyz', agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.once('error', () => resolve(false));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

function residentMegabytes(pid: number): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}

function processorMilliseconds(pid: number): number | null {
  try {
    // Behind the name in brackets: fields 14 and 15 are the ticks in user and system mode, 100 a second.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
}
