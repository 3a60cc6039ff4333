import type { UploadedFile } from '../shared/body.ts';
import type { Json } from '../shared/values.ts';
import type { Webhook } from './webhook.ts';
import type { World } from './world.ts';

/** One call of a Bot API method. */
export interface MethodCall {
  world: World;
  webhook: Webhook;
  params: Json;
  files: Map<string, UploadedFile>;
  /** Fires when the caller goes away. */
  closed: AbortSignal;
}

/** Carries out a call and gives the `result`, or throws an `ApiError`. */
export type Method = (call: MethodCall) => unknown;
