import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  createPlaygroundAdapter,
  type PlaygroundAdapterConfig,
  type PlaygroundPerson,
} from '../../../adapters/playground/adapter.ts';
import type { Inbound } from '../../../src/core/inbound.ts';
import { type Reply, replyWith, say } from '../../../src/core/message.ts';
import { createHttpServer } from '../../../src/http/server.ts';

export const CHAT = 'chat:budi';
export const DESK = 'desk:sri';

/** A message as the page gets it. */
export interface Seen {
  id: string;
  from: 'bot' | 'person';
  replyTo: string | null;
  edited: boolean;
  reactions: string[];
  blocks: unknown[];
  buttons: { label: string; action: string }[][];
  files: { name: string; image: boolean; url: string }[];
}

/** A playground on loopback with an app that answers as the test says. */
export async function playground(
  answer: (inbound: Inbound) => Reply | Promise<Reply> = () => replyWith(say('ya')),
  more: Partial<PlaygroundAdapterConfig> = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'tutur-playground-'));
  const told = { handled: [] as Inbound[], replied: [] as string[], unsent: [] as string[] };
  const config: PlaygroundAdapterConfig = {
    app: {
      async handle(inbound) {
        told.handled.push(inbound);
        return answer(inbound);
      },
      replied: (key) => void told.replied.push(key),
      unsent: (key) => void told.unsent.push(key),
    },
    people: async () => [somebody(CHAT, 'Budi Santoso'), somebody(DESK, 'Sri Wahyuni', { supervisor: true })],
    file: join(folder, 'chats.jsonl'),
    evidenceDir: join(folder, 'evidence'),
    hosts: ['tutur.example.go.id'],
    locale: 'id',
    log: { error: () => {} },
    ...more,
  };
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return { ...(await run(config)), config, folder, told };
}

/** Starts an adapter with its own server. */
export async function run(config: PlaygroundAdapterConfig) {
  const adapter = createPlaygroundAdapter(config);
  const server = createHttpServer('127.0.0.1', 0, [adapter.route]);
  const port = await server.start();
  await adapter.start();
  let open = true;
  const stop = async () => {
    if (!open) return;
    open = false;
    await adapter.stop();
    await server.stop();
  };
  onTestFinished(stop);
  let count = 0;

  async function post(body: unknown) {
    const response = await raw(port, {
      method: 'POST',
      path: '/playground/inbound',
      headers: {
        'content-type': 'application/json',
        origin: `http://127.0.0.1:${port}`,
        host: `127.0.0.1:${port}`,
      },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: JSON.parse(response.body) as Record<string, unknown> };
  }

  return {
    adapter,
    port,
    get: (path: string) => raw(port, { path }),
    stop,
    post,
    /** Somebody does something under a new key. */
    act(account: string, event: Record<string, unknown>) {
      count += 1;
      return post({ key: `playground:action-${count}`, account, event });
    },
    /** What the page shows of a conversation when it is opened. */
    async history(account: string): Promise<Seen[]> {
      const stream = await follow(port, [account]);
      const [first] = await stream.next(1);
      stream.end();
      return (first!.data as { messages: Seen[] }).messages;
    },
    follow: (accounts: string[]) => follow(port, accounts),
  };
}

export const text = (said: string, replyTo: string | null = null) => ({ kind: 'text', text: said, replyTo });

export function somebody(id: string, name: string, more: Partial<PlaygroundPerson> = {}): PlaygroundPerson {
  const base = { position: 'Analis', unit: 'Sekretariat', zone: 'Asia/Jakarta', roles: ['pegawai'] };
  return { id, name, ...base, supervisor: false, ...more };
}

/** The stream of the page, event by event. */
async function follow(port: number, accounts: string[]) {
  const query = new URLSearchParams(accounts.map((account): [string, string] => ['account', account]));
  const outgoing = request({ host: '127.0.0.1', port, path: `/playground/events?${query}`, agent: false });
  outgoing.end();
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  const chunks = response.setEncoding('utf8')[Symbol.asyncIterator]();
  let buffer = '';
  const events: { event: string; data: unknown }[] = [];
  return {
    async next(count: number) {
      while (events.length < count) {
        const { done, value } = await chunks.next();
        if (done) break;
        buffer += value;
        const parts = buffer.split('\n\n');
        buffer = parts.pop() ?? '';
        for (const part of parts) {
          const [, event, data] = /^event: (.*)\ndata: (.*)$/.exec(part) ?? [];
          if (event && data) events.push({ event, data: JSON.parse(data) });
        }
      }
      return events.splice(0, count);
    },
    /** Resolves when the server ends the stream. */
    async ended() {
      while (!(await chunks.next()).done);
    },
    end: () => response.destroy(),
  };
}

/** A request whose headers and path go out as they are given, on a connection of its own. */
export async function raw(
  port: number,
  {
    headers = {},
    ...given
  }: { method?: string; path?: string; headers?: Record<string, string>; body?: string },
) {
  const outgoing = request({ host: '127.0.0.1', port, agent: false, headers, ...given });
  outgoing.end(given.body ?? '');
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  return { status: response.statusCode ?? 0, headers: response.headers, bytes, body: bytes.toString('utf8') };
}
