import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { App } from '../../src/app/app.ts';
import type { Adapter, Sent } from '../../src/core/adapter.ts';
import type { Event } from '../../src/core/inbound.ts';
import { type FormView, type Message, type Reply, say } from '../../src/core/message.ts';
import type { Locale } from '../../src/core/model.ts';
import type { Route } from '../../src/http/server.ts';
import { type ChatMessage, type Chats, openChats } from './chats.ts';
import { createGuard } from './guard.ts';
import { type Posted, toEvent } from './posted.ts';
import { createRoute } from './route.ts';
import { createUploads } from './uploads.ts';

/** Somebody whom a visitor can be. */
export interface PlaygroundPerson {
  /** External id and address of the account: `chat:<personId>` (as in Telegram) or `desk:<personId>` (as in Slack). */
  id: string;
  name: string;
  position: string;
  unit: string;
  /** IANA name, such as `Asia/Makassar`. */
  zone: string;
  roles: string[];
  /** Whether they are anybody's supervisor. */
  supervisor: boolean;
  /** Account id of their own supervisor; without it the page takes a supervisor of the same unit. */
  supervisorId?: string | null;
}

/** What the playground needs. */
export interface PlaygroundAdapterConfig {
  app: Pick<App, 'handle' | 'replied' | 'unsent'>;
  people: () => Promise<PlaygroundPerson[]>;
  /** JSON lines in which the conversations are kept; uploads lie in a folder beside it. */
  file: string;
  evidenceDir: string;
  /** Host names besides localhost under which the page may be opened. */
  hosts: readonly string[];
  locale: Locale;
  log: { error(facts: Record<string, unknown>, message: string): void };
}

/** What the page gets for something that a person did; messages come to it on their own. */
export type Answered =
  | { ok: true; toast: string | null; form: FormView | null; formErrors: Record<string, string> | null }
  | { ok: false; status: number; reason: string };

/** Milliseconds until delivery shows an answer that could not be written down. */
const AGAIN_MS = 1_000;

/** A platform in a web page: several people of a sample agency side by side, without tokens. */
export function createPlaygroundAdapter(config: PlaygroundAdapterConfig): Adapter & { route: Route } {
  const { app, people, file, evidenceDir, log } = config;
  const uploads = createUploads(join(dirname(file), 'playground-uploads'));
  const inHand = new Set<Promise<unknown>>();
  let chats: Chats | null = null;

  const find = async (account: string) => (await people()).find(({ id }) => id === account) ?? null;

  /** One thing that a person did, to its end; the same key again shows nothing twice. */
  async function receive(posted: Posted): Promise<Answered> {
    if (chats === null) return { ok: false, status: 503, reason: 'not running' };
    const { key, account } = posted;
    const person = await find(account);
    if (!person) return { ok: false, status: 404, reason: 'unknown account' };
    const event = await toEvent(posted, uploads);
    if (!event) return { ok: false, status: 413, reason: 'file is too big' };
    const placed = place(chats, account, event);
    const own = ownMessage(posted, placed);
    if (own && !chats.find(account, own.id)) chats.put(account, own);
    const from = {
      platform: 'playground' as const,
      id: account,
      address: account,
      name: person.name,
      language: null,
      email: async () => null,
      forms: account.startsWith('desk:'),
    };
    const reply = await app.handle({ key, from, event: placed });
    if (!chats.isFinished(key)) {
      try {
        show(chats, posted, placed, reply);
        chats.finish(key);
      } catch (error) {
        log.error({ key, reason: (error as Error).message }, 'the playground cannot write its conversations');
        app.unsent(key, AGAIN_MS, (error as Error).message);
        return { ok: true, toast: null, form: null, formErrors: null };
      }
    }
    app.replied(key);
    const { toast, form, formErrors } = reply;
    return { ok: true, toast, form, formErrors };
  }

  /** Waits in `stop` for what is in hand. */
  function tracked(posted: Posted): Promise<Answered> {
    const work = receive(posted).catch((error: Error): Answered => {
      log.error({ key: posted.key, reason: error.message }, 'not taken by the playground');
      return { ok: false, status: 503, reason: 'try again' };
    });
    inHand.add(work);
    void work.finally(() => inHand.delete(work));
    return work;
  }

  async function send(address: string, thread: string | null, messages: Message[]): Promise<Sent> {
    if (chats === null)
      return { ok: false, kind: 'later', afterMs: null, scope: 'platform', reason: 'not running' };
    if (!(await find(address))) return { ok: false, kind: 'refused', reason: 'unknown account' };
    const replyTo = anchor(chats, address, thread);
    const posts = messages.map((message) => botMessage(randomUUID(), message, replyTo));
    try {
      chats.put(address, ...posts);
    } catch (error) {
      return { ok: false, kind: 'later', afterMs: null, scope: 'platform', reason: (error as Error).message };
    }
    return { ok: true, messageId: posts[0]?.id ?? null };
  }

  const { route, close } = createRoute({
    guard: createGuard(config.hosts),
    chats: () => chats,
    receive: tracked,
    people,
    locale: config.locale,
    evidenceDir,
    uploads,
    log,
  });

  return {
    platform: 'playground',
    route,
    async start() {
      chats = openChats(file);
    },
    async stop() {
      close();
      await Promise.allSettled(inHand);
      chats = null;
    },
    send: (to, message) => send(to.address, to.thread, [message]),
    async edit({ address, messageId }, message) {
      const old = chats?.find(address, messageId);
      if (!chats || !old) return { ok: false, kind: 'gone', reason: 'no such message' };
      try {
        chats.put(address, changed(old, message));
      } catch (error) {
        return {
          ok: false,
          kind: 'later',
          afterMs: null,
          scope: 'platform',
          reason: (error as Error).message,
        };
      }
      return { ok: true, messageId };
    },
    sendLate: (address, { messages, edit, toast, form, formErrors, thread }) =>
      send(address, thread, [
        ...(edit ? [edit] : []),
        ...messages,
        ...(form ? [form.fallback] : []),
        ...(formErrors ? [say(...Object.values(formErrors))] : []),
        ...(toast === null ? [] : [say(toast)]),
      ]),
    fetch: (ref) => uploads.fetch(ref),
    health: () => ({ ready: chats !== null, detail: chats ? 'playground at /' : 'not running' }),
  };
}

/** Puts what came of an event into the conversation; the ids derive from its key. */
function show(chats: Chats, { key, account }: Posted, event: Event, reply: Reply): void {
  const pressed = event.kind === 'choice' && event.messageId ? chats.find(account, event.messageId) : null;
  const target = event.kind === 'reaction' ? chats.find(account, event.messageId) : null;
  const said = event.kind === 'text' || event.kind === 'file' ? event.replyTo : null;
  // On a desk an answer stays in the thread where it was asked for; a chat shows a reference only when told to.
  const place = account.startsWith('desk:') ? (said ?? pressed?.replyTo ?? null) : null;
  const thread = anchor(chats, account, reply.thread) ?? place;
  const messages = reply.edit && !pressed ? [reply.edit, ...reply.messages] : reply.messages;
  const posts = messages.map((message, index) =>
    botMessage(`${key.slice('playground:'.length)}-${index + 1}`, message, thread),
  );
  chats.put(
    account,
    ...(pressed && reply.edit ? [changed(pressed, reply.edit)] : []),
    ...(target && event.kind === 'reaction' && !target.reactions.includes(event.emoji)
      ? [{ ...target, reactions: [...target.reactions, event.emoji] }]
      : []),
    ...posts,
  );
}

/** An event that names only messages of its own conversation; on a desk a reply goes to the head of its thread. */
function place(chats: Chats, account: string, event: Event): Event {
  if (event.kind !== 'text' && event.kind !== 'file') return event;
  return { ...event, replyTo: anchor(chats, account, event.replyTo) };
}

function anchor(chats: Chats, account: string, id: string | null): string | null {
  const message = id === null ? null : chats.find(account, id);
  if (!message) return null;
  return account.startsWith('desk:') ? (message.replyTo ?? message.id) : message.id;
}

/** What a person wrote or sent, as their own pane shows it; buttons and forms leave nothing behind. */
function ownMessage({ key, event: posted }: Posted, event: Event): ChatMessage | null {
  const id = key.slice('playground:'.length);
  const said = posted.kind === 'text' ? posted.text : event.kind === 'file' ? event.caption : '';
  const message = { ...say(...(said.trim() === '' ? [] : [said])), files: [] };
  const base = { ...message, id, at: Date.now(), from: 'person' as const, edited: false, reactions: [] };
  if (event.kind === 'file') {
    const { ref, name, mime } = event.file;
    return { ...base, replyTo: event.replyTo, files: [{ origin: 'upload', path: ref, name, mime }] };
  }
  if (posted.kind !== 'text') return null;
  return { ...base, replyTo: event.kind === 'text' ? event.replyTo : null };
}

function botMessage(id: string, { blocks, buttons, files }: Message, replyTo: string | null): ChatMessage {
  return {
    id,
    at: Date.now(),
    from: 'bot',
    replyTo,
    edited: false,
    reactions: [],
    blocks,
    buttons,
    files: files.map((file) => ({ ...file, origin: 'evidence' as const })),
  };
}

function changed(old: ChatMessage, message: Message): ChatMessage {
  const { blocks, buttons, files } = botMessage(old.id, message, old.replyTo);
  return { ...old, blocks, buttons, files, edited: true };
}
