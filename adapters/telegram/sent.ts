import { GrammyError } from 'grammy';
import type { Sent } from '../../src/core/adapter.ts';

/** What an error of the Bot API means for a message that was to be sent or changed. */
export function sentFrom(error: unknown): Sent {
  if (!(error instanceof GrammyError)) {
    // A broken connection: it is unknown whether the message arrived; twice is better than not at all.
    return { ok: false, kind: 'later', afterMs: null, scope: 'chat', reason: 'connection broken' };
  }
  const { error_code: code, description: reason, parameters } = error;
  if (code === 429) {
    return {
      ok: false,
      kind: 'later', // Clocks differ a little; half a second more is never too early.
      afterMs: (parameters.retry_after ?? 1) * 1000 + 500,
      scope: 'chat',
      reason,
    };
  }
  if (code >= 500 || code === 401 || code === 404) {
    return { ok: false, kind: 'later', afterMs: null, scope: 'platform', reason };
  }
  if (code === 403 || /chat not found|user not found|PEER_ID_INVALID/i.test(reason)) {
    return { ok: false, kind: 'unreachable', reason };
  }
  if (/message is not modified/i.test(reason)) return { ok: true, messageIds: [] };
  if (/message to edit not found|message can't be edited|MESSAGE_ID_INVALID/i.test(reason)) {
    return { ok: false, kind: 'gone', reason };
  }
  return { ok: false, kind: 'refused', reason };
}
