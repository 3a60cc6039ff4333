import type { Platform } from './model.ts';

/** How much a platform takes: messages per second over all conversations, and in each. */
export interface PaceLimits {
  perSecond: number;
  perChat: number;
  /** Messages that one conversation takes at once before `perChat` applies. */
  chatBurst: number;
}

/** A bucket that fills at a rate and is emptied by messages; may go below zero, which is a debt to wait for. */
export interface Bucket {
  tokens: number;
  at: number;
}

/** The bucket after some time, filled up to its size. */
export function refill(bucket: Bucket, now: number, perSecond: number, size: number): Bucket {
  const gained = (Math.max(0, now - bucket.at) / 1000) * perSecond;
  return { tokens: Math.min(size, bucket.tokens + gained), at: Math.max(now, bucket.at) };
}

/** Takes one message out of a bucket; says how many milliseconds it has to wait. */
export function take(bucket: Bucket, perSecond: number): { bucket: Bucket; waitMs: number } {
  const tokens = bucket.tokens - 1;
  return { bucket: { ...bucket, tokens }, waitMs: tokens >= 0 ? 0 : Math.ceil((-tokens / perSecond) * 1000) };
}

/** What notices may use of each platform's limits; answers to people come first and are not paced. */
export const PACE: Record<Platform, PaceLimits> = {
  telegram: { perSecond: 29, perChat: 1, chatBurst: 3 },
  slack: { perSecond: 4, perChat: 1, chatBurst: 3 },
  playground: { perSecond: 1_000, perChat: 1_000, chatBurst: 1_000 },
};

/** How many messages to a platform are under way or wait for their turn at once: what leaves within two seconds. */
export function placesOf(platform: Platform): number {
  return Math.min(200, Math.max(16, 2 * PACE[platform].perSecond));
}

/** Milliseconds between two messages that keep a platform's pace. */
export function paceGap(platform: Platform, pages: number): number {
  return (1000 * pages) / PACE[platform].perSecond;
}

/** Seconds that messages to so many people take, when every platform is used at its pace at the same time. */
export function expectedSeconds(
  people: Partial<Record<Platform, number>>,
  pages: Partial<Record<Platform, number>>,
): number {
  const each = (Object.keys(people) as Platform[]).map(
    (platform) => ((people[platform] ?? 0) * (pages[platform] ?? 1)) / PACE[platform].perSecond,
  );
  return Math.ceil(Math.max(0, ...each));
}
