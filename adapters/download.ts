import type { Fetched } from '../src/core/adapter.ts';
import type { Channel } from './outgoing.ts';

/**
 * Downloads a file that a platform keeps; `request` gives null for a file without an address.
 *
 * The reason of a failure never quotes an address, because Telegram's holds the token.
 */
export async function download(
  request: () => Promise<Response | null>,
  sentFrom: Channel['sentFrom'],
): Promise<Fetched> {
  try {
    const response = await request();
    if (!response) return { ok: false, retry: false, reason: 'file has no address' };
    if (!response.ok)
      return { ok: false, retry: response.status >= 500, reason: `download failed (${response.status})` };
    return { ok: true, bytes: new Uint8Array(await response.arrayBuffer()) };
  } catch (error) {
    const sent = sentFrom(error);
    return {
      ok: false,
      retry: !sent.ok && sent.kind === 'later',
      reason: sent.ok ? 'unknown' : sent.reason,
    };
  }
}
