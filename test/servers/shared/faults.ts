import type { Json } from './values.ts';

/** What goes wrong with a call: refused, answered by a proxy, cut before or after it took effect, or never answered. */
export type FaultKind = 'ratelimit' | 'http' | 'reset' | 'reset-after' | 'error' | 'hang';

/** A failure that a test plans for some of the bot's calls. */
export interface Fault {
  /** The method's name (upper and lower case are the same) or a pattern for it. */
  method: string | RegExp;
  kind: FaultKind;
  /** How many calls fail; 1 unless told. */
  times?: number;
  /** How many fitting calls pass before the first one fails; 0 unless told. */
  after?: number;
  /** Seconds to wait, for `ratelimit`; 1 unless told. */
  retryAfter?: number;
  /** HTTP status, for `http`; 502 unless told. */
  status?: number;
  /** Telegram's error code, for `error`; 400 unless told. */
  code?: number;
  /** Telegram's description or Slack's error name, for `error`. */
  description?: string;
  /** Slack's error name, for `error`; another word for `description`. */
  error?: string;
  /** Restricts the fault to calls with these parameters. */
  match?: (params: Json) => boolean;
}

/** The list of planned failures of one server. */
export interface Faults {
  /** Plans a failure and gives a function that takes it back. */
  add(fault: Fault): () => void;
  clear(): void;
  /** How many planned failures have not been used up. */
  pending(): number;
  /** Uses up the failure that fits this call, if there is one. */
  take(method: string, params: Json): Fault | undefined;
}

/** Makes an empty list of planned failures. */
export function createFaults(): Faults {
  const plan: { fault: Fault; skip: number; left: number }[] = [];
  const fits = (fault: Fault, method: string, params: Json): boolean => {
    const named =
      typeof fault.method === 'string'
        ? fault.method.toLowerCase() === method.toLowerCase()
        : fault.method.test(method);
    return named && (fault.match?.(params) ?? true);
  };
  return {
    add(fault) {
      const entry = { fault, skip: fault.after ?? 0, left: fault.times ?? 1 };
      plan.push(entry);
      return () => {
        entry.left = 0;
      };
    },
    clear: () => void plan.splice(0),
    pending: () => plan.filter((entry) => entry.left > 0).length,
    take(method, params) {
      for (const entry of plan) {
        if (entry.left <= 0 || !fits(entry.fault, method, params)) continue;
        if (entry.skip > 0) {
          entry.skip -= 1;
          continue;
        }
        entry.left -= 1;
        return entry.fault;
      }
      return undefined;
    },
  };
}
