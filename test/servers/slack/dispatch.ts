import type { Backoff } from '../shared/backoff.ts';
import type { Faults } from '../shared/faults.ts';
import { failed, type Outcome } from '../shared/outcome.ts';
import type { Call } from '../shared/recorder.ts';
import { type Json, parseJson } from '../shared/values.ts';
import { broken, SlackError } from './errors.ts';
import type { Method } from './methods/method.ts';
import type { World } from './world.ts';

/** A call of a Web API method before anything about it has been checked. */
export interface IncomingCall {
  method: string;
  args: Json;
  /** The token from the header, or nothing. */
  bearer: string | undefined;
}

/** Makes the function that checks, fails as planned, or carries out each call, and writes it down. */
export function createDispatch(parts: {
  world: World;
  methods: Record<string, Method>;
  tokens: { bot: string; app: string };
  faults: Faults;
  backoff: Backoff;
}): (call: IncomingCall) => Outcome {
  const { world, methods, tokens, faults, backoff } = parts;
  const { recorder } = world;

  const authenticate = (method: string, token: unknown) => {
    if (!token) throw broken(recorder, 'not_authed', method);
    const right = method === 'apps.connections.open' ? tokens.app : tokens.bot;
    if (token !== right) throw broken(recorder, 'invalid_auth', `${method} with a wrong token`);
  };

  return ({ method, args: given, bearer }) => {
    // Every method takes team_id, which Bolt adds to each call.
    const { token, team_id: _, ...rest } = given;
    const args = decode(rest);
    const call: Call = { method, params: args, ok: false, at: Date.now() };
    recorder.call(call);
    try {
      const found = methods[method];
      if (!found) throw broken(recorder, 'unknown_method', `${method} does not exist, or is not known here`);
      authenticate(method, bearer ?? token);
      for (const name of Object.keys(args))
        if (!found.args.split(' ').includes(name))
          recorder.violate('unknown_argument', `${method} has no argument "${name}"`);
      const place = String(args.channel ?? '');
      backoff.check(method, place, args);
      const fault = faults.take(method, args);
      if (fault) call.error = fault.kind;
      const failure = fault && failed(fault);
      if (failure) return failure;
      if (fault?.kind === 'ratelimit') {
        const seconds = fault.retryAfter ?? 1;
        backoff.refused(method, place, args, seconds);
        return answer({ ok: false, error: 'ratelimited' }, 429, { 'retry-after': String(seconds) });
      }
      if (fault?.kind === 'error') throw new SlackError(fault.error ?? fault.description ?? 'internal_error');
      const result = found.run({ world, args });
      call.ok = true;
      return fault?.kind === 'reset-after' ? { kind: 'cut' } : answer({ ok: true, ...result });
    } catch (error) {
      if (!(error instanceof SlackError)) throw error;
      call.error = error.error;
      return answer({ ok: false, error: error.error, ...error.extra });
    }
  };
}

const STRUCTURED = ['blocks', 'attachments', 'view', 'metadata', 'files'];

/** Form bodies carry lists and objects as JSON text. */
function decode(args: Json): Json {
  return Object.fromEntries(
    Object.entries(args).map(([key, value]) => {
      const structured = STRUCTURED.includes(key) && typeof value === 'string';
      return [key, structured ? (parseJson(value) ?? value) : value];
    }),
  );
}

function answer(body: Json, status = 200, headers: Record<string, string> = {}): Outcome {
  return { kind: 'answer', status, body, headers };
}
