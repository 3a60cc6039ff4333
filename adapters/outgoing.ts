import type { App } from '../src/app/app.ts';
import type { Gate, Sent } from '../src/core/adapter.ts';
import { type Message, type Reply, say } from '../src/core/message.ts';

/** Sends one page or file and returns the id of its message. */
export type Page = () => Promise<string>;

/** What differs between platforms: how a message is cut into pages, changed, and what an error means. */
export interface Channel {
  pages(address: string, thread: string | null, message: Message): Promise<Page[]>;
  change(address: string, messageId: string, message: Message): Promise<Sent>;
  sentFrom(error: unknown): Sent;
}

/** Sends messages page by page and never begins again with what has arrived. */
export interface Outgoing {
  /** Sends a message; under the same `mark` it goes on where it was interrupted. */
  send(mark: string, address: string, thread: string | null, message: Message): Promise<Sent>;
  /** Sends the answer to an inbound message, in the place of a pressed message where there is one. */
  answer(key: string, address: string, reply: Reply, pressed: string | null): Promise<void>;
  /** Sends what is left of an answer whose moment has passed. */
  sendLate(key: string, address: string, reply: Reply): Promise<Sent>;
}

/** Half-sent messages that are remembered; more would be a leak. */
const MAX_REMEMBERED = 1_000;
const SOON_MS = 1_000;

/** Makes the outgoing side of an adapter. */
export function createOutgoing(
  channel: Channel,
  gate: Gate,
  app: Pick<App, 'replied' | 'unsent' | 'refused'>,
): Outgoing {
  /** Ids of the pages that have arrived, by mark. */
  const arrived = new Map<string, string[]>();

  async function send(mark: string, address: string, thread: string | null, message: Message): Promise<Sent> {
    const ids = arrived.get(mark) ?? [];
    if (arrived.size > MAX_REMEMBERED) arrived.clear();
    arrived.set(mark, ids);
    try {
      const pages = await channel.pages(address, thread, message);
      for (const page of pages.slice(ids.length)) {
        if (ids.length > 0) await gate.turn(address);
        else gate.count(address);
        ids.push(await page());
      }
      arrived.delete(mark);
      return { ok: true, messageIds: ids };
    } catch (error) {
      return channel.sentFrom(error);
    }
  }

  /** Sends the messages of an answer in turn; a message that has arrived is marked as done. */
  async function sendAll(key: string, address: string, reply: Reply, pressed: string | null): Promise<Sent> {
    const messageIds: string[] = [];
    const messages = messagesOf(reply);
    for (const [index, message] of messages.entries()) {
      const mark = `${key}/${index}`;
      const done = arrived.get(`${mark}/done`);
      if (done) {
        messageIds.push(...done);
        continue;
      }
      const inPlace = index === 0 && reply.edit !== null && pressed !== null;
      let sent: Sent = inPlace
        ? await channel.change(address, pressed, message)
        : { ok: false, kind: 'gone', reason: 'nothing to change' };
      if (!sent.ok && sent.kind === 'gone') sent = await send(mark, address, reply.thread, message);
      if (!sent.ok) return sent;
      if (messages.length > 1) arrived.set(`${mark}/done`, sent.messageIds);
      messageIds.push(...sent.messageIds);
    }
    for (const index of messages.keys()) arrived.delete(`${key}/${index}/done`);
    return { ok: true, messageIds };
  }

  return {
    send,
    async answer(key, address, reply, pressed) {
      if (messagesOf(reply).length === 0) return app.replied(key, []);
      const blocked = gate.blockedFor(address);
      if (blocked > 0) return app.unsent(key, blocked, 'waiting for the rate limit');
      const sent = await sendAll(key, address, reply, pressed);
      if (sent.ok) return app.replied(key, sent.messageIds);
      if (sent.kind === 'later') {
        if (sent.afterMs !== null) gate.block(sent.scope === 'chat' ? address : null, sent.afterMs);
        return app.unsent(key, sent.afterMs ?? SOON_MS, sent.reason);
      }
      app.refused(key, sent.reason);
    },
    sendLate(key, address, reply) {
      const shown =
        messagesOf(reply).length > 0 || !reply.toast ? reply : { ...reply, messages: [say(reply.toast)] };
      const fallback = reply.form ? [...shown.messages, reply.form.fallback] : shown.messages;
      return sendAll(key, address, { ...shown, messages: fallback }, null);
    },
  };
}

const messagesOf = (reply: Reply) => [...(reply.edit ? [reply.edit] : []), ...reply.messages];
