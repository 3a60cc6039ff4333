import type { Json } from './values.ts';

/** One call of a platform method as the server saw it. */
export interface Call {
  method: string;
  params: Json;
  ok: boolean;
  /** The error text the caller got, when it got one. */
  error?: string;
  /** When the call arrived, in milliseconds since 1970. */
  at: number;
}

/** What a server writes down for the test to look at. */
export interface Recorder {
  calls: Call[];
  violations: string[];
  /** Writes down that the bot broke a rule of the platform. */
  violate(rule: string, detail: string): void;
  /** Writes down a call and its outcome. */
  call(entry: Call): void;
}

/** Makes an empty recorder. */
export function createRecorder(): Recorder {
  const calls: Call[] = [];
  const violations: string[] = [];
  return {
    calls,
    violations,
    violate: (rule, detail) => void violations.push(`${rule}: ${detail}`),
    call: (entry) => void calls.push(entry),
  };
}
