import { startsRound } from '../../db/queries/announcements.ts';
import {
  insertReply,
  outboxByKey,
  postponeOutbox,
  renewLease,
  settleOutbox,
  wantsDelivery,
} from '../../db/queries/outbox.ts';
import { sessionByAccount } from '../../db/queries/people.ts';
import { Conflict, first, type Statement, StoreFailure } from '../../db/store.ts';
import type { Inbound, Sender } from '../core/inbound.ts';
import { createLines } from '../core/lines.ts';
import { type Message, type Reply, replyWith, say } from '../core/message.ts';
import { dueAfter } from '../core/waiting.ts';
import { textsOf } from '../i18n/texts.ts';
import { intoLanes } from './lane.ts';
import { linkStranger } from './link.ts';
import type { Outcome } from './outcome.ts';
import { insertPostings } from './postings.ts';
import { reachable, route } from './route.ts';
import type { Services } from './services.ts';
import { loadSession } from './session.ts';
import { todoMessage } from './todo/todo.ts';

/** How often a decision is made again because somebody else was faster. */
const MAX_TRIES = 5;
/** Milliseconds that the adapter has to send an answer before another process may take over. */
const REPLY_LEASE = 3_000;

/** What adapters call; one for all platforms. */
export interface App {
  /**
   * Decides and commits; what it returns is durable and may be acknowledged. The same `key` again gets the same
   * reply. Throws when the store fails: the platform must be told to send again.
   */
  handle(inbound: Inbound): Promise<Reply>;
  /** What waits for a person, for a page that shows it; reads only. */
  waiting(from: Sender): Promise<Message>;
  /** The answer to an inbound message has reached its platform, as these messages. */
  replied(key: string, messageIds: readonly string[]): void;
  /** Whether this process is about to send the answer to an inbound message. */
  isSending(key: string): boolean;
  /** Keeps other processes away from answers that are still being sent here; to be called once a second. */
  renewLeases(): Promise<void>;
  /** The platform will never take the answer; `status` shows it. */
  refused(key: string, reason: string): void;
  /** The answer could not be sent; delivery tries again after some milliseconds. */
  unsent(key: string, afterMs: number, reason: string): void;
}

type Posted = NonNullable<Reply['about']>;

/** An answer that is being sent. */
interface Answer {
  from: Sender;
  about: Reply['about'];
  /** Until when (ms UTC) other processes leave it alone. */
  leasedUntil: number;
}

/**
 * Puts the use cases behind the one function that adapters know.
 *
 * `wake` is told what was committed that should not wait for the next look: notices in the outbox, or a round of an
 * announcement.
 */
export function createApp(services: Services, wake: (what: 'outbox' | 'rounds') => void): App {
  const { store, log } = services;
  const sending = new Map<string, Answer>();
  const lines = createLines();

  async function decide(inbound: Inbound): Promise<Outcome> {
    const session = await loadSession(services, inbound.from);
    if (!session) return linkStranger(services, inbound);
    const outcome = await route(session, inbound.event);
    // Whoever writes can be reached, whatever was recorded before.
    const back = inbound.event.kind === 'reachable' ? [] : await reachable(session, true);
    return back.length > 0 ? { ...outcome, writes: [...outcome.writes, ...back] } : outcome;
  }

  async function handle(inbound: Inbound, decide: () => Promise<Outcome>): Promise<Reply> {
    const { from, key } = inbound;
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await decide();
      const now = services.now();
      const quiet = isSilent(outcome.reply);
      const leasedUntil = now + REPLY_LEASE;
      const reply = insertReply({
        key,
        kind: 'reply',
        personId: null,
        platform: from.platform,
        address: from.address,
        payload: outcome.reply,
        status: quiet ? 'sent' : 'pending',
        reason: null,
        version: 1,
        attempts: 0,
        dueAt: leasedUntil,
        createdAt: now,
        settledAt: quiet ? now : null,
      });
      try {
        await store.commit([reply, ...(await intoLanes(store, outcome.writes))]);
        if (!quiet) sending.set(key, { from, about: outcome.reply.about, leasedUntil });
        if (outcome.writes.some(wantsDelivery)) wake('outbox');
        if (outcome.writes.some(startsRound)) wake('rounds');
        return outcome.reply;
      } catch (error) {
        if (!(error instanceof Conflict) || attempt === MAX_TRIES) throw error;
        if (error.label !== 'inbound') continue;
        const known = await first(store, outboxByKey({ key }));
        if (!known) continue;
        const before = known.payload as Reply;
        // Not sent before the last end of the program: this time it is sent here, not by delivery as well.
        if (known.status === 'pending' && !sending.has(key))
          sending.set(key, { from, about: before.about, leasedUntil: known.dueAt });
        return before;
      }
    }
  }

  /** Until it is written down, delivery must not take the answer for one that was forgotten. */
  function settle(key: string, statements: Statement[]): void {
    const answer = sending.get(key);
    if (answer) answer.leasedUntil = Number.POSITIVE_INFINITY;
    void store.later(statements).then(() => sending.delete(key));
  }

  /** Remembers what a reply to an answer will be about. */
  async function remember(
    { platform, id, address }: Sender,
    about: Posted,
    messageIds: readonly string[],
  ): Promise<void> {
    const found = await first(store, sessionByAccount({ platform, externalId: id }));
    if (!found) return;
    const posting = { platform, address, personId: found.person.id, kind: 'talk' as const, ...about };
    await store.commit(insertPostings(services, messageIds, posting));
  }

  return {
    async waiting(from) {
      const session = await loadSession(services, from);
      return session ? todoMessage(session) : say(textsOf(services.agency.locale).link.home());
    },
    handle: (inbound) =>
      lines.run(`${inbound.from.platform}:${inbound.from.id}`, async () => {
        try {
          return await handle(inbound, () => decide(inbound));
        } catch (error) {
          const facts = { key: inbound.key, event: inbound.event.kind, reason: reasonOf(error) };
          log.error(facts, 'a message could not be handled');
          if (error instanceof StoreFailure && error.transient) throw error;
          // Our own mistake: sending it again would fail again, so the person is told and the message is settled.
          return handle(inbound, async () => ({ reply: apology(services), writes: [] }));
        }
      }),
    isSending: (key) => sending.has(key),
    async renewLeases() {
      const now = services.now();
      const ending = [...sending].filter(([, answer]) => answer.leasedUntil < now + REPLY_LEASE / 2);
      if (ending.length === 0) return;
      const leasedUntil = now + REPLY_LEASE;
      for (const [, answer] of ending) answer.leasedUntil = leasedUntil;
      await store.commit([
        renewLease(
          ending.map(([key]) => key),
          leasedUntil,
        ),
      ]);
    },
    replied(key, messageIds) {
      const sent = sending.get(key);
      if (!sent) return;
      const now = services.now();
      const settled = settleOutbox({ key, version: 1, status: 'sent', reason: null, now });
      settle(key, [settled]);
      if (!sent.about) return;
      // The answer has arrived; only a reply to it would not be understood as a remark.
      remember(sent.from, sent.about, messageIds).catch((error) =>
        log.error({ key, reason: reasonOf(error) }, 'an answer could not be remembered'),
      );
    },
    refused(key, reason) {
      if (!sending.has(key)) return;
      settle(key, [settleOutbox({ key, version: 1, status: 'failed', reason, now: services.now() })]);
    },
    unsent(key, afterMs, reason) {
      if (!sending.has(key)) return;
      settle(key, [postponeOutbox(key, 1, dueAfter(services.now(), afterMs), reason)]);
      setTimeout(() => wake('outbox'), afterMs + 500).unref();
    },
  };
}

/** What the sender is told when their message could not be handled. */
function apology(services: Pick<Services, 'agency'>): Reply {
  return replyWith(say(textsOf(services.agency.locale).problem.internal()));
}

function isSilent({ messages, edit, toast, form, formErrors }: Reply): boolean {
  return messages.length === 0 && !edit && !toast && !form && !formErrors;
}

/** What went wrong, with the place in the code but without what people typed. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return error instanceof StoreFailure || error instanceof Conflict
    ? error.message
    : (error.stack ?? error.message);
}
