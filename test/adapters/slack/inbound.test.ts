import { describe, expect, it } from 'vitest';
import { commandIn, messagesIn, reactionIn, senderOf } from '../../../adapters/slack/inbound.ts';
import { sentFrom } from '../../../adapters/slack/sent.ts';

const from = (user: string) => senderOf(user, async () => null);
const message = (change: object) =>
  messagesIn({ user: 'U1', channel: 'D1', channel_type: 'im', ts: '1.0', text: 'halo', ...change }, from);

describe('a message event of Slack', () => {
  it('is known by channel and time, not by the event’s id', () => {
    expect(message({})).toMatchObject([
      {
        key: 'slack:D1:1.0',
        from: { id: 'U1', address: 'U1', forms: true },
        event: { kind: 'text', text: 'halo', messageId: '1.0', replyTo: null, forwarded: false },
      },
    ]);
  });

  it('in a thread points at the thread; the thread’s first message does not point at itself', () => {
    expect(message({ thread_ts: '0.5' })[0]?.event).toMatchObject({ replyTo: '0.5' });
    expect(message({ thread_ts: '1.0' })[0]?.event).toMatchObject({ replyTo: null });
  });

  it('is read as people see it', () => {
    const text = 'Rapat &lt;b&gt; &amp; bukti <https://drive.go.id/a|drive.go.id/a>';
    expect(message({ text })[0]?.event).toMatchObject({ text: 'Rapat <b> & bukti https://drive.go.id/a' });
  });

  it('with files becomes one message for each, all of one album', () => {
    const files = [
      { id: 'F1', name: 'a.jpg', mimetype: 'image/jpeg', size: 1 },
      { id: 'F2', name: 'b.pdf', mimetype: 'application/pdf', size: 2 },
    ];
    expect(message({ subtype: 'file_share', files, text: 'Survei' })).toMatchObject([
      {
        key: 'slack:D1:1.0',
        event: { kind: 'file', caption: 'Survei', album: '1.0', file: { kind: 'photo', ref: 'F1' } },
      },
      {
        key: 'slack:D1:1.0:1',
        event: { kind: 'file', caption: '', album: '1.0', file: { kind: 'document', ref: 'F2' } },
      },
    ]);
  });

  it('that a person changed is known by its message and the moment of the change', () => {
    const change = { subtype: 'message_changed', user: undefined, ts: '9.0' };
    const now = { user: 'U1', ts: '1.0', text: 'Rapat &amp; survei', edited: { ts: '2.0' } };
    expect(message({ ...change, message: now, previous_message: { text: 'Rapat' } })).toMatchObject([
      {
        key: 'slack:D1:1.0:2.0',
        from: { id: 'U1' },
        event: { kind: 'edited', messageId: '1.0', text: 'Rapat & survei' },
      },
    ]);
    const ignored = (part: object) =>
      message({ ...change, message: { ...now, ...part }, previous_message: { text: 'Rapat' } });
    // A preview of a link, a change of our own, and a message that is gone.
    expect(ignored({ text: 'Rapat' })).toEqual([]);
    expect(ignored({ edited: undefined })).toEqual([]);
    expect(ignored({ bot_id: 'B1' })).toEqual([]);
    expect(message({ ...change, channel_type: 'channel', message: now })).toEqual([]);
  });

  it.each([
    { bot_id: 'B1' },
    { subtype: 'message_changed' },
    { channel_type: 'channel' },
    { user: undefined },
  ])('is ignored: %o', (change) => {
    expect(message(change)).toEqual([]);
  });
});

describe('a command', () => {
  it('is the first word, the rest are its arguments', () => {
    expect(commandIn('Rekap  2026-11-01..2026-11-15')).toEqual({
      kind: 'command',
      name: 'rekap',
      args: '2026-11-01..2026-11-15',
    });
    expect(commandIn('')).toEqual({ kind: 'command', name: '', args: '' });
  });

  it('can be written into the conversation as well', () => {
    expect(message({ text: '/tutur lapor' })[0]?.event).toEqual({ kind: 'command', name: 'lapor', args: '' });
    expect(message({ text: '/rekap minggu' })[0]?.event).toEqual({
      kind: 'command',
      name: 'rekap',
      args: 'minggu',
    });
  });
});

describe('a reaction', () => {
  it('is shown as the sign itself where it is a common one', () => {
    expect(reactionIn('+1::skin-tone-2', '1.0')).toEqual({ kind: 'reaction', messageId: '1.0', emoji: '👍' });
    expect(reactionIn('garuda', '1.0')).toMatchObject({ emoji: ':garuda:' });
  });
});

describe('an error of the Web API', () => {
  const platform = (error: string) =>
    sentFrom({ code: 'slack_webapi_platform_error', data: { ok: false, error } });

  it('says what follows from it', () => {
    expect(sentFrom({ code: 'slack_webapi_rate_limited_error', retryAfter: 9 })).toMatchObject({
      kind: 'later',
      afterMs: 9500,
      scope: 'chat',
    });
    expect(sentFrom({ code: 'slack_webapi_request_error' })).toMatchObject({ kind: 'later', afterMs: null });
    expect(platform('user_disabled')).toMatchObject({ kind: 'unreachable' });
    expect(platform('message_not_found')).toMatchObject({ kind: 'gone' });
    expect(platform('token_revoked')).toMatchObject({ kind: 'later' });
    expect(platform('invalid_blocks')).toMatchObject({ kind: 'refused', reason: 'invalid_blocks' });
  });
});
