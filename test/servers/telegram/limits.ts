/** How fast a bot may send. */
export interface SendLimits {
  /** Messages per second over all chats. */
  overall: number;
  /** Messages per second in one chat. */
  perChat: number;
  /** How many messages one chat takes at once before `perChat` counts. */
  burst: number;
}

/** The limits of Telegram's FAQ; the burst is an assumption. */
export const PUBLIC_LIMITS: SendLimits = { overall: 30, perChat: 1, burst: 5 };

/** Makes a function that gives the seconds a message for this chat must wait, or 0 when it may go. */
export function createLimiter(limits: SendLimits): (chatId: number) => number {
  const take = createBuckets();
  return (chatId) => {
    const wait = take(`chat ${chatId}`, limits.perChat, limits.burst);
    return wait > 0 ? wait : take('overall', limits.overall, limits.overall);
  };
}

/** Token buckets by name: each holds `size` tokens and gains `perSecond`. */
function createBuckets(): (name: string, perSecond: number, size: number) => number {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (name, perSecond, size) => {
    const now = Date.now();
    const bucket = buckets.get(name) ?? { tokens: size, at: now };
    const tokens = Math.min(size, bucket.tokens + ((now - bucket.at) / 1000) * perSecond);
    const free = tokens >= 1;
    buckets.set(name, { tokens: free ? tokens - 1 : tokens, at: now });
    return free ? 0 : Math.max(1, Math.ceil((1 - tokens) / perSecond));
  };
}
