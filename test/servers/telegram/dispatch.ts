import type { Backoff } from '../shared/backoff.ts';
import type { UploadedFile } from '../shared/body.ts';
import type { Faults } from '../shared/faults.ts';
import { failed, type Outcome } from '../shared/outcome.ts';
import type { Call } from '../shared/recorder.ts';
import type { Json } from '../shared/values.ts';
import { ApiError } from './errors.ts';
import { fileMethods } from './file-methods.ts';
import { messageMethods } from './message-methods.ts';
import type { Method } from './method.ts';
import { intOf, KNOWN_PARAMETERS, textOf } from './parameters.ts';
import { profileMethods } from './profile-methods.ts';
import { updateMethods } from './update-methods.ts';
import type { Webhook } from './webhook.ts';
import type { World } from './world.ts';

/** A call before anything about it has been checked. */
export interface IncomingCall {
  method: string;
  params: Json;
  files: Map<string, UploadedFile>;
  closed: AbortSignal;
}

const METHODS: Record<string, Method> = {
  ...messageMethods,
  ...fileMethods,
  ...profileMethods,
  ...updateMethods,
};

/** Makes the function that checks, fails as planned, or carries out each call, and writes it down. */
export function createDispatch(parts: {
  world: World;
  webhook: () => Webhook;
  faults: Faults;
  backoff: Backoff;
  limit: ((chatId: number) => number) | undefined;
}): (call: IncomingCall) => Promise<Outcome> {
  const { world, faults, backoff } = parts;
  const { recorder } = world;

  /** Finds the method's right name; unknown ones are the bot's mistake. */
  const nameOf = (given: string): string => {
    const name = Object.keys(METHODS).find((known) => known.toLowerCase() === given.toLowerCase());
    if (name) return name;
    recorder.violate('method_unknown', `${given} does not exist, or this server does not know it`);
    throw new ApiError(404, 'Not Found: method not found');
  };
  const checkParameters = (name: string, params: Json) => {
    for (const parameter of Object.keys(params))
      if (!KNOWN_PARAMETERS[name]?.includes(parameter))
        recorder.violate('parameter_unknown', `${name} has no parameter "${parameter}"`);
  };
  const refuseForNow = (name: string, place: string, params: Json, seconds: number) => {
    backoff.refused(name, place, params, seconds);
    return new ApiError(429, `Too Many Requests: retry after ${seconds}`, seconds);
  };

  return async ({ method, params, files, closed }) => {
    const call: Call = { method, params, ok: false, at: Date.now() };
    recorder.call(call);
    try {
      const name = nameOf(method);
      call.method = name;
      checkParameters(name, params);
      const place = textOf(params, 'chat_id') ?? '';
      backoff.check(name, place, params);
      const fault = faults.take(name, params);
      if (fault) call.error = fault.kind;
      const failure = fault && failed(fault);
      if (failure) return failure;
      if (fault?.kind === 'ratelimit') throw refuseForNow(name, place, params, fault.retryAfter ?? 1);
      if (fault?.kind === 'error')
        throw new ApiError(fault.code ?? 400, fault.description ?? fault.error ?? 'Bad Request');
      const chatId = intOf(params, 'chat_id');
      const wait =
        /^send(?!ChatAction)/.test(name) && chatId !== undefined ? (parts.limit?.(chatId) ?? 0) : 0;
      if (wait > 0) throw refuseForNow(name, place, params, wait);
      const run = METHODS[name] as Method;
      const result = await run({ world, webhook: parts.webhook(), params, files, closed });
      call.ok = true;
      if (fault?.kind === 'reset-after') return { kind: 'cut' };
      return { kind: 'answer', status: 200, body: { ok: true, result }, headers: {} };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      call.error = error.message;
      return refusal(error);
    }
  };
}

function refusal({ code, message, retryAfter }: ApiError): Outcome {
  const wait = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } };
  return {
    kind: 'answer',
    status: code,
    body: { ok: false, error_code: code, description: message, ...wait },
    headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
  };
}
