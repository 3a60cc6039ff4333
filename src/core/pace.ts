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
