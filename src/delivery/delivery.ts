import { evidenceById, updateEvidence } from '../../db/queries/entries.ts';
import { setReachable } from '../../db/queries/linking.ts';
import { dueOutbox, nextDue, type OutboxRow, postponeOutbox, settleOutbox } from '../../db/queries/outbox.ts';
import { dropPosting } from '../../db/queries/talks.ts';
import { first, type Statement } from '../../db/store.ts';
import { type NoticePayloads, notify, unreachableNotices } from '../app/notices.ts';
import { insertPostings } from '../app/postings.ts';
import { render } from '../app/render.ts';
import type { Rendered } from '../app/rendered.ts';
import type { Services } from '../app/services.ts';
import { settledWrites } from '../app/settled.ts';
import { type Adapter, type Gate, MAX_FILE_BYTES, type Sent } from '../core/adapter.ts';
import { createLines } from '../core/lines.ts';
import type { Reply } from '../core/message.ts';
import type { Platform } from '../core/model.ts';
import { MAX_ATTEMPTS, retryDelay } from '../core/retry.ts';
import { dueAfter } from '../core/waiting.ts';
import { storeEvidence } from './evidence.ts';

/** Rows that are under way at once. */
const MAX_IN_HAND = 200;
/** The outbox is looked at this often even if nobody calls: other processes and postponed rows. */
const LOOK_MS = 1_000;
/** A download is tried this often before the person is asked to send the file again. */
const MAX_DOWNLOADS = 4;

/** Lets everything in the outbox leave: at once, paced, again after failures, and settled with its reason. */
export interface Delivery {
  /** Looks at the outbox now. */
  wake(): void;
  /** Resolves when what is on its way to a conversation has arrived and is remembered. */
  arrived(platform: Platform, address: string): Promise<void>;
  start(): void;
  /** Finishes what is in hand. */
  stop(): Promise<void>;
}

/** What delivery needs besides the use cases' services. */
export interface DeliveryParts {
  services: Services;
  adapters: ReadonlyMap<Platform, { adapter: Adapter; gate: Gate }>;
  evidenceDir: string;
  /** Whether an answer is being sent by its adapter right now. */
  isSending(key: string): boolean;
}

/** Makes the delivery of one process. */
export function createDelivery({ services, adapters, evidenceDir, isSending }: DeliveryParts): Delivery {
  const { store, log } = services;
  const inHand = new Map<string, Promise<void>>();
  /** Rows whose attempt broke off, mostly because the database refused: how often, and until when they rest. */
  const resting = new Map<string, { failures: number; until: number }>();
  /** What has been sent but could not be written down; it must not be sent again. */
  const unwritten = new Map<string, () => Promise<void>>();
  const chats = createLines();
  let timer: NodeJS.Timeout | undefined;
  let looking = false;
  let woken = false;
  let again = false;
  let running = false;
  let halt = () => {};
  const halted = new Promise<void>((resolve) => {
    halt = resolve;
  });

  async function look(): Promise<void> {
    woken = false;
    if (!running) return;
    if (looking) {
      again = true;
      return;
    }
    looking = true;
    try {
      const room = MAX_IN_HAND - inHand.size;
      const rows = room > 0 ? await store.all(dueOutbox({ now: services.now() })) : [];
      for (const row of rows.filter(isFree).slice(0, room)) {
        const work = (unwritten.get(row.key) ?? (() => deliver(row)))()
          .then(() => {
            resting.delete(row.key);
          })
          .catch((error: Error) => {
            rest(row.key);
            log.error({ key: row.key, kind: row.kind, reason: error.message }, 'delivery failed');
          })
          .finally(() => {
            inHand.delete(row.key);
            delivery.wake();
          });
        inHand.set(row.key, work);
      }
      const next = inHand.size > 0 || resting.size > 0 ? null : await first(store, nextDue());
      plan(next ? Math.max(20, next.dueAt - services.now()) : LOOK_MS);
    } catch (error) {
      log.error({ reason: (error as Error).message }, 'the outbox cannot be read');
      plan(LOOK_MS);
    } finally {
      looking = false;
      if (again) {
        again = false;
        delivery.wake();
      }
    }
  }

  function isFree({ key }: OutboxRow): boolean {
    return !inHand.has(key) && !isSending(key) && (resting.get(key)?.until ?? 0) <= services.now();
  }

  function rest(key: string): void {
    const failures = (resting.get(key)?.failures ?? 0) + 1;
    resting.set(key, { failures, until: services.now() + retryDelay(failures) });
  }

  function plan(ms: number): void {
    if (timer) clearTimeout(timer);
    timer = setTimeout(look, Math.min(ms, LOOK_MS));
  }

  async function deliver(row: OutboxRow): Promise<void> {
    if (row.kind === 'fetch') return download(row);
    if (row.kind === 'reply') return answerLate(row);
    const rendered = await render(services, row);
    if ('skip' in rendered) return settle(row, rendered.waits ? 'failed' : 'skipped', rendered.skip);
    if ('holdUntil' in rendered) {
      const { holdUntil, reason } = rendered;
      return store.commit([postponeOutbox(row.key, row.attempts, holdUntil, reason)]);
    }
    const { account, edit } = rendered;
    const line = adapters.get(account.platform);
    if (!line) return settle(row, 'failed', `${account.platform}_off`);
    if (!(await admitted(row, line.gate, account.address))) return;
    await chats.run(`${account.platform}:${account.address}`, async () => {
      // What went ahead in this conversation may have been told to wait.
      if (await putOff(row, line.gate, account.address)) return;
      const sent = edit
        ? await line.adapter.edit({ address: edit.address, messageId: edit.messageId }, rendered.message)
        : await line.adapter.send(
            { address: account.address, thread: rendered.thread, mark: row.key },
            rendered.message,
          );
      await conclude(row, sent, rendered);
    });
  }

  async function answerLate(row: OutboxRow): Promise<void> {
    const line = row.platform && adapters.get(row.platform);
    if (!line || row.address === null) return settle(row, 'failed', `${row.platform}_off`);
    const { address } = row;
    await chats.run(`${row.platform}:${address}`, async () => {
      if (!(await admitted(row, line.gate, address))) return;
      await conclude(row, await line.adapter.sendLate(row.key, address, row.payload as Reply), null);
    });
  }

  /** Waits for the gate; false when the row stays for later, because of a limit or because we stop. */
  async function admitted(row: OutboxRow, gate: Gate, address: string): Promise<boolean> {
    if (await putOff(row, gate, address)) return false;
    await Promise.race([gate.turn(address), halted]);
    return running && !(await putOff(row, gate, address));
  }

  /** Puts a row off while its conversation has to be left alone. */
  async function putOff(row: OutboxRow, gate: Gate, address: string): Promise<boolean> {
    const blocked = gate.blockedFor(address);
    if (blocked <= 0) return false;
    const dueAt = dueAfter(services.now(), blocked);
    await store.commit([postponeOutbox(row.key, row.attempts, dueAt, 'waiting for the rate limit')]);
    return true;
  }

  async function conclude(row: OutboxRow, sent: Sent, rendered: Rendered | null): Promise<void> {
    unwritten.set(row.key, () => conclude(row, sent, rendered));
    await write(row, sent, rendered);
    unwritten.delete(row.key);
  }

  async function write(row: OutboxRow, sent: Sent, rendered: Rendered | null): Promise<void> {
    if (sent.ok) return settle(row, 'sent', null, ...(rendered ? postingOf(rendered, sent) : []));
    const address = rendered?.account.address ?? row.address;
    const platform = rendered?.account.platform ?? row.platform;
    switch (sent.kind) {
      case 'later': {
        const attempts = row.attempts + 1;
        if (attempts >= MAX_ATTEMPTS) return settle(row, 'failed', sent.reason);
        const wait = sent.afterMs ?? retryDelay(attempts);
        if (sent.afterMs !== null && platform) {
          adapters.get(platform)?.gate.block(sent.scope === 'chat' ? address : null, sent.afterMs);
        }
        return store.commit([postponeOutbox(row.key, attempts, dueAfter(services.now(), wait), sent.reason)]);
      }
      case 'gone':
        if (!rendered?.edit) return settle(row, 'failed', sent.reason);
        return store.commit([
          dropPosting(rendered.edit.id),
          postponeOutbox(row.key, row.attempts + 1, services.now(), sent.reason),
        ]);
      case 'unreachable':
        return settle(
          row,
          'failed',
          'unreachable',
          ...(await lost(rendered?.account.id ?? null, sent.reason)),
        );
      case 'refused':
        log.warn({ key: row.key, kind: row.kind, reason: sent.reason }, 'refused by the platform');
        return settle(row, 'failed', sent.reason);
    }
  }

  /** Marks an account as out of reach and lets HR know, once. */
  async function lost(accountId: string | null, reason: string): Promise<Statement[]> {
    if (accountId === null) return [];
    const notices = await unreachableNotices(services, accountId, services.now());
    return [setReachable(accountId, false, reason), ...notices];
  }

  function postingOf({ posting, account, edit }: Rendered, sent: Sent & { ok: true }): Statement[] {
    const { platform, address, personId } = account;
    if (!posting || edit || personId === null) return [];
    return insertPostings(services, sent.messageIds, { ...posting, platform, address, personId });
  }

  async function download(row: OutboxRow): Promise<void> {
    const { evidenceId, platform, ref } = row.payload as NoticePayloads['fetch'];
    const evidence = await first(store, evidenceById({ id: evidenceId }));
    if (evidence?.status !== 'pending') return settle(row, 'skipped', 'settled_before');
    const line = adapters.get(platform);
    const fetched = line
      ? await line.adapter.fetch(ref)
      : { ok: false as const, retry: false, reason: `${platform}_off` };
    if (fetched.ok && fetched.bytes.byteLength <= MAX_FILE_BYTES) {
      const file = await storeEvidence(evidenceDir, evidence, fetched.bytes);
      return settle(row, 'sent', null, updateEvidence(evidenceId, { ...file, status: 'stored' }));
    }
    const reason = fetched.ok ? 'file is too big' : fetched.reason;
    const attempts = row.attempts + 1;
    if (!fetched.ok && fetched.retry && attempts < MAX_DOWNLOADS) {
      return store.commit([postponeOutbox(row.key, attempts, services.now() + retryDelay(attempts), reason)]);
    }
    const tell = notify(
      'evidence_failed',
      `evidence_failed:${evidenceId}`,
      evidence.personId,
      { evidenceId },
      services.now(),
    );
    return settle(row, 'failed', reason, updateEvidence(evidenceId, { status: 'failed' }), tell);
  }

  function settle(row: OutboxRow, status: OutboxRow['status'], reason: string | null, ...more: Statement[]) {
    const { key, version } = row;
    const now = services.now();
    return store.commit([
      settleOutbox({ key, version, status, reason, now }),
      ...settledWrites(row, { status, reason, now }),
      ...more,
    ]);
  }

  const delivery: Delivery = {
    wake() {
      if (!running || woken) return;
      woken = true;
      setImmediate(look);
    },
    arrived: (platform, address) => chats.settled(`${platform}:${address}`),
    start() {
      running = true;
      delivery.wake();
    },
    async stop() {
      running = false;
      halt();
      if (timer) clearTimeout(timer);
      await Promise.allSettled(inHand.values());
    },
  };
  return delivery;
}
