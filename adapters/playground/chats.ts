import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Message } from '../../src/core/message.ts';

/** A file of a message: below `EVIDENCE_DIR`, among the playground's uploads, or drawn when it is looked at. */
export type ChatFile =
  | { origin: 'evidence' | 'upload'; path: string; name: string; mime: string }
  | { origin: 'drawing'; svg: string; name: string; mime: string };

/** One message in somebody's conversation with Tutur. */
export interface ChatMessage extends Omit<Message, 'files'> {
  id: string;
  /** When it was written, ms UTC. */
  at: number;
  from: 'bot' | 'person';
  /** Desk: the message that begins its thread. Chat: the message that it answers. */
  replyTo: string | null;
  edited: boolean;
  reactions: string[];
  files: ChatFile[];
}

/** Is told of every message that is new or changed. */
export type ChatListener = (account: string, message: ChatMessage) => void;

/** The conversations of the playground, in memory and in a file of JSON lines. */
export interface Chats {
  /** Oldest first. */
  history(account: string): ChatMessage[];
  find(account: string, id: string): ChatMessage | null;
  /** Adds messages or replaces those with the same id; throws when the file cannot be written. */
  put(account: string, ...messages: ChatMessage[]): void;
  /** Marks an inbound message as answered, so that its redelivery shows nothing twice. */
  finish(key: string): void;
  isFinished(key: string): boolean;
  /** Returns the function that ends the subscription. */
  listen(listener: ChatListener): () => void;
}

type Line = { account: string; message: ChatMessage } | { finished: string };

/** Opens the conversations kept in a file; a line that a crash cut off is left out. */
export function openChats(file: string): Chats {
  const accounts = new Map<string, Map<string, ChatMessage>>();
  const finished = new Set<string>();
  const listeners = new Set<ChatListener>();
  const stored = read(file);
  for (const line of stored.split('\n')) apply(parse(line));
  mkdirSync(dirname(file), { recursive: true });
  if (stored !== '' && !stored.endsWith('\n')) appendFileSync(file, '\n');

  function apply(line: Line | null): void {
    if (line === null) return;
    if ('finished' in line) finished.add(line.finished);
    else of(line.account).set(line.message.id, line.message);
  }

  function of(account: string): Map<string, ChatMessage> {
    const known = accounts.get(account) ?? new Map<string, ChatMessage>();
    accounts.set(account, known);
    return known;
  }

  /** Synchronous, so that the file and the memory never differ and two changes never cross. */
  function write(lines: Line[]): void {
    if (lines.length === 0) return;
    appendFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    lines.forEach(apply);
  }

  return {
    history: (account) => [...(accounts.get(account)?.values() ?? [])],
    find: (account, id) => accounts.get(account)?.get(id) ?? null,
    put(account, ...messages) {
      write(messages.map((message) => ({ account, message })));
      for (const message of messages) for (const listener of listeners) listener(account, message);
    },
    finish: (key) => write([{ finished: key }]),
    isFinished: (key) => finished.has(key),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

function parse(line: string): Line | null {
  try {
    return JSON.parse(line) as Line;
  } catch {
    return null;
  }
}
