import { setReachable } from '../../db/queries/linking.ts';
import {
  CONVERSATION,
  MERGED,
  type OutboxRow,
  postponeOutbox,
  settleOutbox,
} from '../../db/queries/outbox.ts';
import { dropPosting } from '../../db/queries/talks.ts';
import type { Statement } from '../../db/store.ts';
import { unreachableNotices } from '../app/notices.ts';
import { insertPostings } from '../app/postings.ts';
import type { Rendered } from '../app/rendered.ts';
import { settledWrites } from '../app/settled.ts';
import type { Sent } from '../core/adapter.ts';
import type { Platform } from '../core/model.ts';
import { MAX_ATTEMPTS, retryDelay } from '../core/retry.ts';
import { dueAfter } from '../core/waiting.ts';
import type { Parcel } from './companions.ts';
import type { Hands } from './hands.ts';
import type { DeliveryParts } from './parts.ts';

/** Writes down how rows of the outbox end, together with all that follows from it. */
export interface Settling {
  settle(
    row: OutboxRow,
    status: OutboxRow['status'],
    reason: string | null,
    ...more: Statement[]
  ): Promise<void>;
  /** Writes down what became of a sending; `rendered` is null for an answer. */
  conclude(parcel: Sendable, sent: Sent): Promise<void>;
  /** Writes down what has been sent already and could not be written down; undefined where there is no such thing. */
  unwritten(key: string): (() => Promise<void>) | undefined;
  /** Since when (ms UTC) nothing gets through to a platform; null where the last sending was answered by it. */
  failingSince(platform: Platform): number | null;
  /** Whether the platform refused a row together with others, so that it has to leave alone. */
  isAlone(key: string): boolean;
}

type Sendable = Pick<Parcel, 'rows'> & { rendered: Rendered | null };

/** Makes the part of delivery that writes. */
export function createSettling({ services, adapters }: DeliveryParts, hands: Hands): Settling {
  const { store, log } = services;
  /** What has been sent but could not be written down; it must not be sent again. */
  const unwritten = new Map<string, () => Promise<void>>();
  const alone = new Set<string>();
  const failing = new Map<Platform, number>();

  /** A refusal, too, comes from a platform that is there. */
  function observe(platform: Platform | null, sent: Sent): void {
    if (platform === null) return;
    const lost = !sent.ok && sent.kind === 'later' && sent.afterMs === null;
    if (!lost) failing.delete(platform);
    else if (!failing.has(platform)) failing.set(platform, services.now());
  }

  function ended(row: OutboxRow, status: OutboxRow['status'], reason: string | null): Statement[] {
    const { key, version } = row;
    const now = services.now();
    const why = reason?.startsWith(MERGED) || reason === CONVERSATION ? null : reason;
    return [
      settleOutbox({ key, version, status, reason, now }),
      ...settledWrites(row, { status, reason: why, now }),
    ];
  }

  const settle: Settling['settle'] = (row, status, reason, ...more) =>
    store.commit([...ended(row, status, reason), ...more]);

  const conclude: Settling['conclude'] = async (parcel, sent) => {
    const [row, ...companions] = parcel.rows;
    observe(parcel.rendered?.account.platform ?? row.platform, sent);
    unwritten.set(row.key, () => conclude(parcel, sent));
    await write(parcel, sent);
    unwritten.delete(row.key);
    for (const companion of companions) hands.leave(companion);
  };

  async function write({ rows, rendered }: Sendable, sent: Sent): Promise<void> {
    const [row] = rows;
    if (rows.length === 1) alone.delete(row.key);
    if (sent.ok) {
      return store.commit([
        ...arrived(rows, rendered?.conversation === true),
        ...(rendered ? postingOf(rendered, sent) : []),
      ]);
    }
    switch (sent.kind) {
      case 'later':
        return later(rows, rendered, sent);
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
        if (rows.length === 1) return settle(row, 'failed', sent.reason);
        // Whichever of them it was, the others must not fail with it.
        for (const { key } of rows) alone.add(key);
        return store.commit([postponeOutbox(row.key, row.attempts, services.now(), sent.reason)]);
    }
  }

  /** One message has arrived: one of its rows stands for it, the others name that one. */
  function arrived(rows: Sendable['rows'], conversation: boolean): Statement[] {
    const [row, ...companions] = rows;
    return [
      ...ended(row, 'sent', conversation ? CONVERSATION : null),
      ...companions.flatMap((companion) => ended(companion, 'sent', `${MERGED}${row.key}`)),
    ];
  }

  function later(
    rows: Sendable['rows'],
    rendered: Rendered | null,
    { afterMs, scope, reason }: Extract<Sent, { kind: 'later' }>,
  ): Promise<void> {
    const [row] = rows;
    const address = rendered?.account.address ?? row.address;
    const platform = rendered?.account.platform ?? row.platform;
    if (afterMs !== null && platform)
      adapters.get(platform)?.gate.block(scope === 'chat' ? address : null, afterMs);
    return store.commit(
      rows.flatMap((one) => {
        const attempts = one.attempts + 1;
        if (attempts >= MAX_ATTEMPTS) return ended(one, 'failed', reason);
        const dueAt = dueAfter(services.now(), afterMs ?? retryDelay(row.attempts + 1));
        return [postponeOutbox(one.key, attempts, dueAt, reason)];
      }),
    );
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

  return {
    settle,
    conclude,
    unwritten: (key) => unwritten.get(key),
    failingSince: (platform) => failing.get(platform) ?? null,
    isAlone: (key) => alone.has(key),
  };
}
