import type { Recorder } from '../shared/recorder.ts';

/** A refusal in the form of the Bot API. */
export class ApiError extends Error {
  readonly code: number;
  readonly retryAfter: number | undefined;

  constructor(code: number, description: string, retryAfter?: number) {
    super(description);
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** Makes the error for a request that Telegram refuses and every bot must be ready for. */
export function badRequest(description: string): ApiError {
  return new ApiError(400, `Bad Request: ${description}`);
}

/** Makes the error for a request that no correct bot sends, and records it as a violation. */
export function broken(recorder: Recorder, rule: string, description: string): ApiError {
  recorder.violate(rule, description);
  return badRequest(description);
}
