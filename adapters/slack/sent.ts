import type { Sent } from '../../src/core/adapter.ts';

const UNREACHABLE = new Set([
  'channel_not_found',
  'user_not_found',
  'users_not_found',
  'user_disabled',
  'is_archived',
  'not_in_channel',
  'cannot_dm_bot',
  'messages_tab_disabled',
  'user_not_visible',
]);
const GONE = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed']);
const LATER = new Set([
  'ratelimited',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'account_inactive',
  'team_added_to_org',
]);

/** What Slack's client throws, as far as we read it. */
interface SlackError {
  code?: string;
  message?: string;
  retryAfter?: number;
  statusCode?: number;
  data?: { error?: string };
}

/** What an error of the Web API means for a message that was to be sent or changed. */
export function sentFrom(error: unknown): Sent {
  const { code, data, retryAfter } = error as SlackError;
  const reason = data?.error ?? code ?? 'connection broken';
  if (code === 'slack_webapi_rate_limited_error') {
    return {
      ok: false,
      kind: 'later',
      // Clocks differ a little; half a second more is never too early.
      afterMs: (retryAfter ?? 1) * 1000 + 500,
      scope: 'chat',
      reason: 'ratelimited',
    };
  }
  if (data?.error === undefined || LATER.has(data.error)) {
    return { ok: false, kind: 'later', afterMs: null, scope: 'platform', reason };
  }
  if (UNREACHABLE.has(data.error)) return { ok: false, kind: 'unreachable', reason };
  return { ok: false, kind: GONE.has(data.error) ? 'gone' : 'refused', reason };
}
