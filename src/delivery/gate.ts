import type { Gate } from '../core/adapter.ts';
import { type Bucket, type PaceLimits, refill, take } from '../core/pace.ts';
import { createEase } from './ease.ts';

/** So many conversations that are refused at the same time mean all of them. */
const MANY = 3;
/** Conversations that were not written to for this long are forgotten. */
const FORGET_MS = 60_000;
const SECOND = 1_000;

/** Makes the gate of one platform; `sleep` waits, `now` is a monotonic clock in milliseconds. */
export function createGate(
  limits: PaceLimits,
  now: () => number,
  sleep: (ms: number) => Promise<void>,
): Gate {
  const chats = new Map<string, Bucket>();
  const blocked = new Map<string, number>();
  const ease = createEase(limits.perSecond, now);
  /** When the last messages of about a second went out, oldest first. */
  const released: number[] = [];
  const window = Math.max(1, Math.floor(limits.perSecond));
  let everywhere = 0;
  let all: Bucket = { tokens: 1, at: now() };
  let swept = now();

  function sweep(): void {
    if (now() - swept < FORGET_MS) return;
    swept = now();
    for (const [address, bucket] of chats) if (now() - bucket.at > FORGET_MS) chats.delete(address);
    for (const [address, until] of blocked) if (until < now()) blocked.delete(address);
  }

  function bucketOf(address: string): Bucket {
    sweep();
    const known = chats.get(address) ?? { tokens: limits.chatBurst, at: now() };
    return refill(known, now(), limits.perChat, limits.chatBurst);
  }

  function takeFrom(address: string): number {
    const { bucket, waitMs } = take(bucketOf(address), limits.perChat);
    chats.set(address, bucket);
    return waitMs;
  }

  /** However late timers are, no second sees more than its share: what was held up must not leave all at once. */
  async function spread(): Promise<void> {
    for (;;) {
      const wait = released.length < window ? 0 : (released[0] as number) + SECOND - now();
      if (wait <= 0) break;
      await sleep(wait);
    }
    if (released.length >= window) released.shift();
    released.push(now());
  }

  const gate: Gate = {
    blockedFor: (address) => Math.max(0, everywhere - now(), (blocked.get(address) ?? 0) - now()),
    block(address, ms) {
      const until = now() + ms;
      // A conversation that had room of its own was refused because of all the others.
      if (address === null || bucketOf(address).tokens >= 1) ease.refused();
      if (address === null) everywhere = Math.max(everywhere, until);
      else {
        blocked.set(address, Math.max(blocked.get(address) ?? 0, until));
        // Several conversations refused at once: it is the platform's limit, not theirs.
        const now_ = now();
        if ([...blocked.values()].filter((t) => t > now_).length >= MANY)
          everywhere = Math.max(everywhere, until);
      }
    },
    count(address) {
      const bucket = bucketOf(address);
      // Answers run up no debt: notices would wait for as long as somebody has been tapping.
      const tokens = Math.min(bucket.tokens, Math.max(0, bucket.tokens - 1));
      chats.set(address, { ...bucket, tokens });
    },
    async turn(address) {
      // Both waits are booked at once, so that whoever comes later queues up behind.
      const inChat = takeFrom(address);
      const perSecond = ease.perSecond();
      const taken = take(refill(all, now(), perSecond, 1), perSecond);
      all = taken.bucket;
      const wait = Math.max(inChat, taken.waitMs, gate.blockedFor(address));
      if (wait > 0) await sleep(wait);
      await spread();
    },
  };
  return gate;
}
