import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
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
  const base = `http://127.0.0.1:${port}`;
  let open = true;
  const stop = async () => {
    if (!open) return;
    open = false;
    await adapter.stop();
    await server.stop();
  };
  onTestFinished(stop);
  let count = 0;

  async function post(body: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(`${base}/playground/inbound`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: base, ...headers },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  return {
    adapter,
    base,
    port,
    stop,
    post,
    /** Somebody does something under a new key. */
    act(account: string, event: Record<string, unknown>) {
      count += 1;
      return post({ key: `playground:action-${count}`, account, event });
    },
    /** What the page shows of a conversation when it is opened. */
    async history(account: string): Promise<Seen[]> {
      const stream = await follow(base, [account]);
      const [first] = await stream.next(1);
      stream.end();
      return (first!.data as { messages: Seen[] }).messages;
    },
    follow: (accounts: string[]) => follow(base, accounts),
  };
}

export const text = (said: string, replyTo: string | null = null) => ({ kind: 'text', text: said, replyTo });

export function somebody(id: string, name: string, more: Partial<PlaygroundPerson> = {}): PlaygroundPerson {
  const base = { position: 'Analis', unit: 'Sekretariat', zone: 'Asia/Jakarta', roles: ['pegawai'] };
  return { id, name, ...base, supervisor: false, ...more };
}

/** The stream of the page, event by event. */
async function follow(base: string, accounts: string[]) {
  const query = new URLSearchParams(accounts.map((account): [string, string] => ['account', account]));
  const stopper = new AbortController();
  const response = await fetch(`${base}/playground/events?${query}`, { signal: stopper.signal });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = '';
  const events: { event: string; data: unknown }[] = [];
  return {
    async next(count: number) {
      while (events.length < count) {
        const { done, value } = await reader.read();
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
      while (!(await reader.read()).done);
    },
    end: () => stopper.abort(),
  };
}

/** A request whose headers and path go out as they are given. */
export function raw(
  port: number,
  {
    method = 'GET',
    path = '/',
    headers = {},
    body = '',
  }: Partial<Record<'method' | 'path' | 'body', string>> & {
    headers?: Record<string, string>;
  },
): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, method, path, headers }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
