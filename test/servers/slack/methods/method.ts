import type { Json } from '../../shared/values.ts';
import type { World } from '../world.ts';

/** One method of the Web API: the arguments it knows, and what it does. */
export interface Method {
  args: string;
  /** Gives the fields beside `ok`, or throws a `SlackError`. */
  run(call: { world: World; args: Json }): Json;
}
