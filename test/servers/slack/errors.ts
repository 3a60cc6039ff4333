import type { Recorder } from '../shared/recorder.ts';
import type { Json } from '../shared/values.ts';

/** A refusal in the form of the Web API. */
export class SlackError extends Error {
  readonly error: string;
  readonly extra: Json;

  constructor(error: string, extra: Json = {}) {
    super(error);
    this.error = error;
    this.extra = extra;
  }
}

/** Makes the error for a call that no correct app makes, and records it as a violation. */
export function broken(recorder: Recorder, error: string, detail: string, extra: Json = {}): SlackError {
  recorder.violate(error, detail);
  return new SlackError(error, extra);
}
