import { GrammyError } from 'grammy';
import type { Update } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { toInbound } from '../../../adapters/telegram/inbound.ts';
import { sentFrom } from '../../../adapters/telegram/sent.ts';

const from = { id: 77, is_bot: false, first_name: 'Siti', last_name: 'Aminah', language_code: 'id' };
const chat = { id: 77, type: 'private', first_name: 'Siti' };
const update = (part: object): Update => ({ update_id: 9, ...part }) as unknown as Update;
const message = (part: object) => update({ message: { message_id: 5, date: 1, chat, from, ...part } });
const eventOf = (u: Update) => toInbound(u, 1)?.event;

describe('an update of Telegram', () => {
  it('carries its number and the bot in its key, and the sender without a user name', () => {
    expect(toInbound(message({ text: 'halo' }), 42)).toMatchObject({
      key: 'telegram:42:9',
      from: { platform: 'telegram', id: '77', address: '77', name: 'Siti Aminah', forms: false },
      event: { kind: 'text', text: 'halo', messageId: '5', replyTo: null, forwarded: false },
    });
  });

  it.each([
    ['/start abc_1', { kind: 'command', name: 'start', args: 'abc_1' }],
    ['/LAPOR@tutur_bot', { kind: 'command', name: 'lapor', args: '' }],
    ['/rekap 2026-11-01..2026-11-15', { kind: 'command', name: 'rekap', args: '2026-11-01..2026-11-15' }],
    ['/ 3 dokumen', { kind: 'text', text: '/ 3 dokumen', messageId: '5', replyTo: null, forwarded: false }],
  ])('reads %s', (text, event) => {
    expect(eventOf(message({ text }))).toEqual(event);
  });

  it('reads the largest photo, a document, and what a reply points at', () => {
    const photo = [
      { file_id: 's', file_unique_id: 'a', width: 1, height: 1 },
      { file_id: 'l', file_unique_id: 'b', width: 9, height: 9, file_size: 900 },
    ];
    expect(eventOf(message({ photo, caption: 'Survei', media_group_id: 'g' }))).toMatchObject({
      kind: 'file',
      caption: 'Survei',
      album: 'g',
      file: { kind: 'photo', ref: 'l', size: 900, mime: 'image/jpeg' },
    });
    expect(
      eventOf(
        message({
          document: { file_id: 'd', file_unique_id: 'd', file_name: 'a.pdf', mime_type: 'application/pdf' },
        }),
      ),
    ).toMatchObject({
      kind: 'file',
      caption: '',
      album: null,
      file: { kind: 'document', name: 'a.pdf', size: null },
    });
    expect(
      eventOf(message({ text: 'ya', reply_to_message: { message_id: 3, date: 0, chat } })),
    ).toMatchObject({ replyTo: '3' });
  });

  it('knows an edited text or caption by the message that it changes', () => {
    const edited = (part: object) =>
      update({ edited_message: { message_id: 5, date: 1, chat, from, ...part } });
    expect(toInbound(edited({ text: 'Rapat staf' }), 42)).toMatchObject({
      key: 'telegram:42:9',
      from: { id: '77' },
      event: { kind: 'edited', messageId: '5', text: 'Rapat staf' },
    });
    expect(eventOf(edited({ photo: [], caption: 'Survei' }))).toMatchObject({
      messageId: '5',
      text: 'Survei',
    });
    expect(eventOf(update({ edited_message: { chat: { id: -1, type: 'group' }, from, text: 'a' } }))).toBe(
      undefined,
    );
  });

  it('reads voices, sound and moving pictures as files', () => {
    const ref = { file_id: 'f', file_unique_id: 'u', duration: 3, file_size: 900 };
    const file = (part: object) => {
      const event = eventOf(message(part));
      return event?.kind === 'file' ? event.file : null;
    };
    const document = { kind: 'document', size: 900, ref: 'f' };
    expect(file({ voice: { ...ref, mime_type: 'audio/ogg' } })).toEqual({
      ...document,
      ...{ name: 'suara-5.ogg', mime: 'audio/ogg' },
    });
    expect(file({ audio: { ...ref, file_name: 'a.m4a', mime_type: 'audio/mp4' } })).toMatchObject({
      ...{ name: 'a.m4a', mime: 'audio/mp4' },
    });
    expect(file({ video: ref, caption: 'Survei' })).toMatchObject({ name: 'video-5.mp4', mime: 'video/mp4' });
    expect(file({ video_note: { ...ref, length: 240 } })).toMatchObject({ mime: 'video/mp4' });
  });

  it('knows what was forwarded; a forwarded command is a text', () => {
    const forward_origin = { type: 'hidden_user', date: 1, sender_user_name: 'Camat' };
    expect(eventOf(message({ text: '/lapor Undangan', forward_origin }))).toMatchObject({
      kind: 'text',
      text: '/lapor Undangan',
      forwarded: true,
    });
    expect(eventOf(message({ voice: { file_id: 'f' }, forward_origin }))).toMatchObject({ forwarded: true });
  });

  it('says that it does not understand places, and ignores groups', () => {
    expect(eventOf(message({ location: {} }))).toEqual({ kind: 'unsupported' });
    expect(
      eventOf(
        update({
          message: { message_id: 5, date: 1, chat: { id: -1, type: 'group' }, from, text: '/lapor' },
        }),
      ),
    ).toBeUndefined();
  });

  it('tells a press, even on a message that is out of reach, a block and a reaction', () => {
    expect(
      eventOf(
        update({
          callback_query: {
            id: '1',
            from,
            data: 'c:x',
            chat_instance: '',
            message: { message_id: 4, date: 0, chat },
          },
        }),
      ),
    ).toEqual({
      kind: 'choice',
      action: 'c:x',
      messageId: '4',
    });
    const member = (status: string) =>
      update({ my_chat_member: { chat, from, new_chat_member: { status } } });
    expect(eventOf(member('kicked'))).toEqual({ kind: 'reachable', reachable: false });
    expect(eventOf(member('member'))).toEqual({ kind: 'reachable', reachable: true });
    const reaction = {
      chat,
      user: from,
      message_id: 4,
      date: 0,
      old_reaction: [],
      new_reaction: [{ type: 'emoji', emoji: '👍' }],
    };
    expect(eventOf(update({ message_reaction: reaction }))).toEqual({
      kind: 'reaction',
      messageId: '4',
      emoji: '👍',
    });
  });
});

describe('an error of the Bot API', () => {
  const failed = (error_code: number, description: string, parameters = {}) =>
    sentFrom(new GrammyError('x', { ok: false, error_code, description, parameters }, 'sendMessage', {}));

  it.each([
    [429, 'Too Many Requests: retry after 7', { ok: false, kind: 'later', afterMs: 7500, scope: 'chat' }],
    [502, 'Bad Gateway', { ok: false, kind: 'later', afterMs: null }],
    [403, 'Forbidden: bot was blocked by the user', { ok: false, kind: 'unreachable' }],
    [400, 'Bad Request: chat not found', { ok: false, kind: 'unreachable' }],
    [400, 'Bad Request: message is not modified: specified new message content', { ok: true }],
    [400, 'Bad Request: message to edit not found', { ok: false, kind: 'gone' }],
    [400, 'Bad Request: BUTTON_DATA_INVALID', { ok: false, kind: 'refused' }],
  ])('%i %s', (code, description, meaning) => {
    expect(failed(code, description, code === 429 ? { retry_after: 7 } : {})).toMatchObject(meaning);
  });

  it('without an answer leaves open whether it arrived, so it is sent again', () => {
    expect(sentFrom(new Error('socket hang up'))).toMatchObject({ ok: false, kind: 'later', afterMs: null });
  });
});
