import { type OutboxRow, postponeOutbox } from '../../db/queries/outbox.ts';
import { createDeparture } from '../app/departure.ts';
import { type Held, isKept, type NotRendered } from '../app/rendered.ts';
import type { Adapter, Gate, Sent } from '../core/adapter.ts';
import { createLines } from '../core/lines.ts';
import type { Reply } from '../core/message.ts';
import type { Platform } from '../core/model.ts';
import { dueAfter } from '../core/waiting.ts';
import { createCompanions, type Parcel } from './companions.ts';
import type { Hands } from './hands.ts';
import type { DeliveryParts } from './parts.ts';
import type { Settling } from './settling.ts';

/** Sends what the outbox holds, one row at a time in each conversation, at the pace of its platform. */
export interface Sending {
  notice(row: OutboxRow): Promise<void>;
  /** An answer that its adapter could not send. */
  answer(row: OutboxRow): Promise<void>;
  /** Resolves when what is on its way to a conversation has arrived and is remembered. */
  arrived(platform: Platform, address: string): Promise<void>;
  /** Whoever waits for their turn gives it up. */
  halt(): void;
}

/** Makes the part of delivery that sends. */
export function createSending(
  { services, adapters, render }: DeliveryParts,
  { settle, conclude, isAlone }: Settling,
  hands: Hands,
): Sending {
  const { store } = services;
  const departure = createDeparture(services);
  const withCompanions = createCompanions(services, render, departure, hands, isAlone);
  const chats = createLines();
  let running = true;
  let halt = () => {};
  const halted = new Promise<void>((resolve) => {
    halt = resolve;
  });

  /** Waits for the gate; false when the row stays for later: because of a limit, or we stop, or another process leads. */
  async function admitted(row: OutboxRow, gate: Gate, address: string): Promise<boolean> {
    if (await putOff(row, gate, address)) return false;
    await Promise.race([gate.turn(address), halted]);
    return running && (await store.leads()) && !(await putOff(row, gate, address));
  }

  /** Puts a row off while its conversation has to be left alone. */
  async function putOff(row: OutboxRow, gate: Gate, address: string): Promise<boolean> {
    const blocked = gate.blockedFor(address);
    if (blocked <= 0) return false;
    const dueAt = dueAfter(services.now(), blocked);
    await store.commit([postponeOutbox(row.key, row.attempts, dueAt, 'waiting for the rate limit')]);
    return true;
  }

  /** Ends a notice that is not wanted, or keeps it until its moment comes. */
  function keep(row: OutboxRow, why: NotRendered | Held): Promise<void> {
    if ('skip' in why) return settle(row, why.waits ? 'failed' : 'skipped', why.skip);
    return store.commit([postponeOutbox(row.key, row.attempts, why.holdUntil, why.reason)]);
  }

  async function post(adapter: Adapter, { rows, rendered }: Parcel): Promise<Sent> {
    const { account, edit, thread, message } = rendered;
    try {
      if (edit) return await adapter.edit({ address: edit.address, messageId: edit.messageId }, message);
      // What has half arrived goes on only in the same company.
      const mark = rows.map((row) => row.key).join('+');
      return await adapter.send({ address: account.address, thread, mark }, message);
    } catch (error) {
      for (const row of rows.slice(1)) hands.leave(row);
      throw error;
    }
  }

  return {
    async notice(row) {
      const rendered = await render(services, row);
      if (isKept(rendered)) return keep(row, rendered);
      const { account } = rendered;
      const line = adapters.get(account.platform);
      if (!line) return settle(row, 'failed', `${account.platform}_off`);
      const early = await departure(row, rendered);
      if (early) return keep(row, early);
      if (!(await admitted(row, line.gate, account.address))) return;
      await chats.run(`${account.platform}:${account.address}`, async () => {
        // What went ahead in this conversation may have been told to wait.
        if (await putOff(row, line.gate, account.address)) return;
        // Quiet hours may have begun meanwhile.
        const late = await departure(row, rendered);
        if (late) return keep(row, late);
        const parcel = await withCompanions(row, rendered);
        await conclude(parcel, await post(line.adapter, parcel));
      });
    },
    async answer(row) {
      const line = row.platform && adapters.get(row.platform);
      if (!line || row.address === null) return settle(row, 'failed', `${row.platform}_off`);
      const { address } = row;
      await chats.run(`${row.platform}:${address}`, async () => {
        if (!(await admitted(row, line.gate, address))) return;
        const sent = await line.adapter.sendLate(row.key, address, row.payload as Reply);
        await conclude({ rows: [row], rendered: null }, sent);
      });
    },
    arrived: (platform, address) => chats.settled(`${platform}:${address}`),
    halt() {
      running = false;
      halt();
    },
  };
}
