import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { App } from '../../src/app/app.ts';
import type { Adapter, Sent } from '../../src/core/adapter.ts';
import { type FormView, type Message, say } from '../../src/core/message.ts';
import type { Locale } from '../../src/core/model.ts';
import type { Route } from '../../src/http/server.ts';
import { type Chats, openChats } from './chats.ts';
import { createGuard } from './guard.ts';
import { type Posted, toEvent } from './posted.ts';
import { anchor, botMessage, changed, ownMessage, place, show } from './posts.ts';
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
    app.replied(key, []);
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
    return { ok: true, messageIds: posts.map(({ id }) => id) };
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
      return { ok: true, messageIds: [messageId] };
    },
    sendLate: (_key, address, { messages, edit, toast, form, formErrors, thread }) =>
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
