import type { Adapter, Sent } from '../../src/core/adapter.ts';
import type { Platform } from '../../src/core/model.ts';

/** What a platform allows. */
export interface Allowance {
  /** Messages within any second, over all conversations. */
  perSecond: number;
  /** Messages within any second, in one conversation. */
  perChat: number;
}

/** A platform in this process that counts strictly, with the latency of a network. */
export interface BusyPlatform {
  adapter: Adapter;
  /** When messages were taken (ms), whether or not the platform failed afterwards; oldest first. */
  taken: number[];
  /** When messages were refused with 429. */
  refused: number[];
  /** How often each conversation got a message. */
  delivered: Map<string, number>;
}

const SECOND = 1_000;

/** Makes one; `failing` is the share of messages that end in a server's error. */
export function createBusyPlatform(
  platform: Platform,
  allowed: Allowance,
  { now, sleep }: { now(): number; sleep(ms: number): Promise<void> },
  failing = 0,
): BusyPlatform {
  const chance = createChance(1);
  const taken: number[] = [];
  const refused: number[] = [];
  const delivered = new Map<string, number>();
  const chats = new Map<string, number[]>();

  /** Where the window was full, the seconds to wait, as Telegram says it. */
  function overLimit(times: number[], limit: number): boolean {
    const oldest = times[times.length - limit];
    return oldest !== undefined && now() - oldest < SECOND;
  }

  async function send(address: string): Promise<Sent> {
    await sleep(20 + 40 * chance());
    const own = chats.get(address) ?? [];
    const full = overLimit(taken, allowed.perSecond) || overLimit(own, allowed.perChat);
    const fails = !full && chance() < failing;
    if (full) refused.push(now());
    else {
      taken.push(now());
      chats.set(address, [...own.slice(-allowed.perChat), now()]);
    }
    if (!full && !fails) delivered.set(address, (delivered.get(address) ?? 0) + 1);
    await sleep(20 + 40 * chance());
    if (full)
      return {
        ...{ ok: false, kind: 'later', afterMs: SECOND + 500, scope: 'chat' },
        reason: 'Too Many Requests: retry after 1',
      };
    if (fails) return { ok: false, kind: 'later', afterMs: null, scope: 'platform', reason: 'Bad Gateway' };
    return { ok: true, messageIds: [String(taken.length)] };
  }

  return {
    ...{ taken, refused, delivered },
    adapter: {
      platform,
      start: async () => {},
      stop: async () => {},
      send: ({ address }) => send(address),
      edit: ({ address }) => send(address),
      sendLate: (_key, address) => send(address),
      fetch: async () => ({ ok: false, retry: false, reason: 'nothing here' }),
      health: () => ({ ready: true, detail: '' }),
    },
  };
}

/** Numbers between 0 and 1 that are the same in each run (mulberry32). */
function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
