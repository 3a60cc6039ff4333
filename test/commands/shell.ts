import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { createProgram, runProgram } from '../../src/commands/program.ts';

/** Monday, 23 November 2026, 09:00 in Jakarta. */
export const now = Date.parse('2026-11-23T09:00:00+07:00');

/** What a command printed, and how it ended. */
export interface Ran {
  code: number | null;
  out: string;
  err: string;
  json: () => unknown;
}

/** An operator at a terminal, with a folder and a database of their own. */
export function createShell(env: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'tutur-cli-'));
  const url = `file:${join(folder, 'tutur.db')}`;
  const all = { DATABASE_URL: url, EVIDENCE_DIR: join(folder, 'evidence'), ...env };
  let input = '';
  return {
    folder,
    /** What the next commands find on their standard input. */
    types(text: string): void {
      input = text;
    },
    file(name: string, text: string): string {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    },
    async run(...args: string[]): Promise<Ran> {
      const ran = { code: null as number | null, out: '', err: '' };
      const world = {
        env: all,
        now: () => now,
        random: (count: number) => randomBytes(count),
        input: async () => new TextEncoder().encode(input),
        print: (text: string) => {
          ran.out += text;
        },
        complain: (text: string) => {
          ran.err += text;
        },
        done: (code: number) => {
          ran.code = code;
        },
        start: async () => {},
      };
      await runProgram(createProgram(world), world, args);
      return { ...ran, json: () => JSON.parse(ran.out) };
    },
    async withStore<T>(use: (store: Store) => Promise<T>): Promise<T> {
      const store = await openStore(url);
      try {
        return await use(store);
      } finally {
        await store.close();
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
