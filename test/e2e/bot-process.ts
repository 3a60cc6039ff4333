import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

/** The built program, as an operator runs it. */
const CLI = join(import.meta.dirname, '..', '..', 'dist', 'src', 'cli.js');
const READY_MS = 20_000;
const EXIT_MS = 15_000;

/** How a process ended. */
export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** A bot that runs as a process of its own. */
export interface Bot {
  /** Its address, without a slash at the end. */
  url: string;
  exited: Promise<Exit>;
  /** Everything it has printed so far. */
  log(): string;
  /** HTTP status and body of one of its addresses; status 0 while nothing answers. */
  get(path: string): Promise<{ status: number; body: string }>;
  /** Waits until `/readyz` answers with this status. */
  waitForStatus(status: number): Promise<void>;
  /** Asks it to stop (SIGTERM) and waits until it has. */
  stop(): Promise<Exit>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/** Starts the bot on a port; whoever needs it ready waits for that. */
export function startBot(env: Record<string, string>, folder: string): Bot {
  const child = spawn(process.execPath, [CLI, 'start'], {
    cwd: folder,
    env: cleanEnv(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = `http://127.0.0.1:${env.PORT}`;
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => output.push(text));
  const exited = new Promise<Exit>((resolve) =>
    child.once('exit', (code, signal) => resolve({ code, signal })),
  );
  const get: Bot['get'] = async (path) => {
    try {
      const response = await fetch(`${url}${path}`, { signal: AbortSignal.timeout(2_000) });
      return { status: response.status, body: await response.text() };
    } catch {
      return { status: 0, body: '' };
    }
  };
  return {
    url,
    exited,
    log: () => output.join(''),
    get,
    async waitForStatus(status) {
      const until = Date.now() + READY_MS;
      while (Date.now() < until && running(child)) {
        if ((await get('/readyz')).status === status) return;
        await sleep(40);
      }
      throw new Error(`/readyz did not answer ${status}\n${(await get('/readyz')).body}\n${output.join('')}`);
    },
    async stop() {
      child.kill('SIGTERM');
      const exit = await Promise.race([exited, sleep(EXIT_MS, null, { ref: false })]);
      if (exit) return exit;
      child.kill('SIGKILL');
      throw new Error(`the bot did not stop within ${EXIT_MS} ms\n${output.join('')}`);
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Runs an operator's command to its end and gives what it printed. */
export async function runCommand(
  args: string[],
  env: Record<string, string>,
  folder: string,
): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [CLI, ...args], {
    cwd: folder,
    env: cleanEnv(env),
  });
  return stdout;
}

/** A port of this machine that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

const running = (child: ChildProcess) => child.exitCode === null && child.signalCode === null;

/** The program must see the test's settings only, not those of the machine. */
function cleanEnv(env: Record<string, string>): Record<string, string> {
  const { PATH = '', HOME = '' } = process.env;
  return { PATH, HOME, ...env };
}
