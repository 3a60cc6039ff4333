import { describe, expect, it } from 'vitest';
import { type Channel, createOutgoing } from '../../adapters/outgoing.ts';
import type { Gate, Sent } from '../../src/core/adapter.ts';
import { type Message, type Reply, replyWith, say } from '../../src/core/message.ts';

const later: Sent = { ok: false, kind: 'later', afterMs: 2_000, scope: 'chat', reason: '429' };

/** A platform on which each line of a message is a page, and some calls fail. */
function platform(failing: number[] = []) {
  const seen: string[] = [];
  const told: string[] = [];
  let calls = 0;
  const channel: Channel = {
    pages: async (_address, _thread, message: Message) =>
      message.blocks.map((block) => async () => {
        calls += 1;
        if (failing.includes(calls)) throw new Error('429');
        seen.push(block.kind === 'line' ? String(block.parts[0]) : '');
        return `m${seen.length}`;
      }),
    change: async (_address, messageId) =>
      messageId === 'old' ? { ok: true, messageIds: ['old'] } : { ok: false, kind: 'gone', reason: 'gone' },
    sentFrom: () => later,
  };
  const blocked = new Map<string, number>();
  const gate: Gate = {
    blockedFor: (address) => blocked.get(address) ?? 0,
    block: (address, ms) => void blocked.set(address ?? '*', ms),
    count() {},
    turn: async () => {},
  };
  const app = {
    replied: (key: string, ids: readonly string[]) => void told.push(`${key} as ${ids.join(',')}`),
    unsent: (key: string, ms: number) => void told.push(`${key} in ${ms}`),
    refused: (key: string, reason: string) => void told.push(`${key} refused: ${reason}`),
  };
  return { seen, told, gate, blocked, outgoing: createOutgoing(channel, gate, app) };
}

describe('a message of several pages', () => {
  it('goes on where it was interrupted, and does not begin again', async () => {
    const { seen, outgoing } = platform([3]);
    expect(await outgoing.send('k', 'a', null, say('1', '2', '3'))).toEqual(later);
    expect(await outgoing.send('k', 'a', null, say('1', '2', '3'))).toEqual({
      ok: true,
      messageIds: ['m1', 'm2', 'm3'],
    });
    expect(seen).toEqual(['1', '2', '3']);
  });
});

describe('an answer', () => {
  const reply: Reply = replyWith(say('a', 'b'), say('c'));

  it('that is interrupted is left to delivery, which sends only what is missing', async () => {
    const { seen, told, blocked, outgoing } = platform([3]);
    await outgoing.answer('k', 'x', reply, null);
    expect(told).toEqual(['k in 2000']);
    expect(blocked.get('x')).toBe(2_000);
    expect(await outgoing.sendLate('k', 'x', reply)).toEqual({ ok: true, messageIds: ['m1', 'm2', 'm3'] });
    expect(seen).toEqual(['a', 'b', 'c']);
  });

  it('waits while its conversation has to be left alone', async () => {
    const { seen, told, gate, outgoing } = platform();
    gate.block('x', 700);
    await outgoing.answer('k', 'x', reply, null);
    expect([seen, told]).toEqual([[], ['k in 700']]);
  });

  it('takes the place of the pressed message, or comes as a new one where that is gone', async () => {
    const { seen, told, outgoing } = platform();
    await outgoing.answer('k', 'x', { ...replyWith(), edit: say('new') }, 'old');
    await outgoing.answer('l', 'x', { ...replyWith(), edit: say('new') }, 'lost');
    expect(told).toEqual(['k as old', 'l as m1']);
    expect(seen).toEqual(['new']);
  });

  it('whose moment has passed is shown as plain messages, its toast and form as well', async () => {
    const { seen, outgoing } = platform();
    await outgoing.sendLate('k', 'x', { ...replyWith(), toast: 'noted' });
    expect(seen).toEqual(['noted']);
  });
});
