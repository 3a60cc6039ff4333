import type { Recorder } from '../shared/recorder.ts';
import type { Json } from '../shared/values.ts';
import { ApiError, broken } from './errors.ts';
import type { Method } from './method.ts';
import { flagOf, intOf, objectOf, textOf } from './parameters.ts';

const KINDS = new Set(
  (
    'message edited_message channel_post edited_channel_post business_connection business_message ' +
    'edited_business_message deleted_business_messages message_reaction message_reaction_count inline_query ' +
    'chosen_inline_result callback_query shipping_query pre_checkout_query purchased_paid_media poll poll_answer ' +
    'my_chat_member chat_member chat_join_request chat_boost removed_chat_boost'
  ).split(' '),
);

/** The methods by which a bot gets its updates. */
export const updateMethods: Record<string, Method> = {
  getUpdates({ world, webhook, params, closed }) {
    if (webhook.target()) {
      world.recorder.violate('webhook_active', 'getUpdates while a webhook is set');
      throw new ApiError(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    const limit = intOf(params, 'limit') ?? 100;
    if (limit < 1 || limit > 100) throw broken(world.recorder, 'get_updates', `limit ${limit} is not 1-100`);
    const kinds = readKinds(world.recorder, params);
    if (kinds) world.queue.allow(kinds);
    const timeout = intOf(params, 'timeout') ?? 0;
    return world.queue.poll({ offset: intOf(params, 'offset') ?? 0, limit, timeout, closed });
  },

  setWebhook({ world, webhook, params }) {
    const url = textOf(params, 'url') ?? '';
    const secret = textOf(params, 'secret_token');
    const maxConnections = intOf(params, 'max_connections') ?? 40;
    const refuse = (why: string) => broken(world.recorder, 'set_webhook', why);
    if (url !== '') checkUrl(refuse, url);
    if (url !== '' && secret === undefined)
      world.recorder.violate('set_webhook', 'no secret_token: anybody could post updates');
    if (secret !== undefined && !/^[A-Za-z0-9_-]{1,256}$/.test(secret))
      throw refuse('secret token contains unallowed characters or is too long');
    if (maxConnections < 1 || maxConnections > 100) throw refuse('max_connections must be 1-100');
    const kinds = readKinds(world.recorder, params);
    if (kinds) world.queue.allow(kinds);
    if (flagOf(params, 'drop_pending_updates')) world.queue.clear();
    world.queue.endPoll(new ApiError(409, 'Conflict: terminated by setWebhook request'));
    webhook.set(url === '' ? undefined : { url, secret, maxConnections });
    return true;
  },

  deleteWebhook({ world, webhook, params }) {
    webhook.set(undefined);
    if (flagOf(params, 'drop_pending_updates')) world.queue.clear();
    return true;
  },

  getWebhookInfo({ world, webhook }) {
    const target = webhook.target();
    const error = webhook.lastError();
    const allowed = world.queue.allowed();
    return {
      url: target?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: world.queue.pending().length,
      ...(target ? { max_connections: target.maxConnections } : {}),
      ...(error ? { last_error_date: error.date, last_error_message: error.message } : {}),
      ...(allowed.length > 0 ? { allowed_updates: allowed } : {}),
    };
  },
};

/** Takes HTTPS on Telegram's ports, and any address on loopback because tests have no certificates. */
function checkUrl(refuse: (why: string) => ApiError, text: string): void {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url) throw refuse(`bad webhook: invalid URL ${text}`);
  if (['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)) return;
  if (url.protocol !== 'https:') throw refuse('bad webhook: An HTTPS URL must be provided for webhook');
  if (!['', '443', '80', '88', '8443'].includes(url.port))
    throw refuse('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443');
}

function readKinds(recorder: Recorder, params: Json): string[] | undefined {
  if (params.allowed_updates === undefined) return undefined;
  const list = objectOf(params, 'allowed_updates');
  if (!Array.isArray(list)) throw broken(recorder, 'allowed_updates', 'expected a list');
  for (const kind of list)
    if (!KINDS.has(String(kind))) recorder.violate('allowed_updates', `unknown kind "${String(kind)}"`);
  return list.map(String);
}
