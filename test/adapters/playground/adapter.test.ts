import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replyWith, say, silence, withButtons } from '../../../src/core/message.ts';
import { CHAT, DESK, playground, run, text } from './playground.ts';

const question = withButtons(say('Simpan?'), [{ label: 'Simpan', action: 'd:1:confirm', style: 'primary' }]);
const line = (said: string) => [{ kind: 'line', parts: [said] }];

describe('what a person does', () => {
  it('is shown in their own pane and handled once', async () => {
    const p = await playground(() => replyWith(say('Halo, Budi')));
    const { status, body } = await p.act(CHAT, text('pagi'));
    expect({ status, body }).toEqual({
      status: 200,
      body: { ok: true, toast: null, form: null, formErrors: null },
    });
    expect(await p.history(CHAT)).toMatchObject([
      { from: 'person', blocks: line('pagi') },
      { from: 'bot', blocks: line('Halo, Budi'), replyTo: null },
    ]);
    expect(await p.history(DESK)).toEqual([]);
    expect(p.told.replied).toEqual(['playground:action-1']);
  });

  it('comes from a chat without forms, and from a desk with them', async () => {
    const p = await playground();
    await p.act(CHAT, text('a'));
    await p.act(DESK, text('b'));
    expect(p.told.handled.map(({ from }) => from)).toMatchObject([
      { platform: 'playground', id: CHAT, address: CHAT, name: 'Budi Santoso', forms: false },
      { platform: 'playground', id: DESK, address: DESK, name: 'Sri Wahyuni', forms: true },
    ]);
  });

  it('reads a slash as a command, on a desk also after /tutur', async () => {
    const p = await playground(() => silence);
    for (const said of ['/lapor 08.00-10.00 Rapat', '/Bantuan', '/']) await p.act(CHAT, text(said));
    for (const said of ['/tutur rekap minggu', '/tim', '/tutur']) await p.act(DESK, text(said));
    expect(p.told.handled.map(({ event }) => event)).toEqual([
      { kind: 'command', name: 'lapor', args: '08.00-10.00 Rapat' },
      { kind: 'command', name: 'bantuan', args: '' },
      { kind: 'command', name: '', args: '' },
      { kind: 'command', name: 'rekap', args: 'minggu' },
      { kind: 'command', name: 'tim', args: '' },
      { kind: 'command', name: '', args: '' },
    ]);
  });

  it('shows an edit in the place of the message whose button was pressed', async () => {
    const p = await playground(({ event }) =>
      event.kind === 'choice' ? { ...silence, edit: say('Tersimpan'), toast: 'Sudah' } : replyWith(question),
    );
    await p.act(CHAT, text('rapat'));
    const asked = (await p.history(CHAT))[1]!;
    const { body } = await p.act(CHAT, { kind: 'choice', action: 'd:1:confirm', messageId: asked.id });
    expect(body.toast).toBe('Sudah');
    expect(p.told.handled[1]!.event).toEqual({ kind: 'choice', action: 'd:1:confirm', messageId: asked.id });
    const after = await p.history(CHAT);
    expect(after).toHaveLength(2);
    expect(after[1]).toMatchObject({ id: asked.id, blocks: line('Tersimpan'), buttons: [], edited: true });
  });

  it('marks a reaction on its message', async () => {
    const p = await playground(() => silence);
    const sent = await p.adapter.send({ address: DESK, thread: null, mark: 'm' }, say('kartu'));
    const messageId = sent.ok ? sent.messageIds[0]! : null;
    await p.act(DESK, { kind: 'reaction', messageId, emoji: '👍' });
    await p.act(DESK, { kind: 'reaction', messageId, emoji: '👍' });
    expect(p.told.handled[0]!.event).toEqual({ kind: 'reaction', messageId, emoji: '👍' });
    expect((await p.history(DESK))[0]!.reactions).toEqual(['👍']);
  });

  it('is refused when it is nobody of the agency or nothing that is understood', async () => {
    const p = await playground();
    expect((await p.act('chat:siapa', text('a'))).status).toBe(404);
    expect((await p.act(CHAT, { kind: 'terbang' })).status).toBe(400);
    expect((await p.post({ key: 'telegram:1', account: CHAT, event: text('a') })).status).toBe(400);
    expect(p.told.handled).toEqual([]);
  });
});

describe('threads and replies', () => {
  it('keeps an answer on a desk in the thread where it was asked for', async () => {
    const p = await playground(({ event }) => ({
      ...replyWith(say('Terkirim')),
      thread: event.kind === 'text' ? event.replyTo : null,
    }));
    const card = await p.adapter.send({ address: DESK, thread: null, mark: 'm' }, say('kartu'));
    const root = card.ok ? card.messageIds[0]! : '';
    await p.act(DESK, text('/bagus', root));
    expect(p.told.handled[0]!.event).toMatchObject({ kind: 'text', text: '/bagus', replyTo: root });
    const [, own, answer] = await p.history(DESK);
    expect([own!.replyTo, answer!.replyTo]).toEqual([root, root]);
    // A reply to a message inside the thread belongs to the thread.
    await p.act(DESK, text('lagi', answer!.id));
    expect(p.told.handled[1]!.event).toMatchObject({ replyTo: root });
  });

  it('answers inside the thread when a button of the thread was pressed', async () => {
    const p = await playground(() => replyWith(say('Baik')));
    const card = await p.adapter.send({ address: DESK, thread: null, mark: 'm' }, say('kartu'));
    const root = card.ok ? card.messageIds[0]! : '';
    const talk = await p.adapter.send({ address: DESK, thread: root, mark: 'm' }, question);
    await p.act(DESK, { kind: 'choice', action: 'x', messageId: talk.ok ? talk.messageIds[0]! : null });
    expect((await p.history(DESK))[2]).toMatchObject({ blocks: line('Baik'), replyTo: root });
  });

  it('tells in a chat which message is answered', async () => {
    const p = await playground(() => silence);
    const first = await p.adapter.send({ address: CHAT, thread: null, mark: 'm' }, say('umpan balik'));
    const id = first.ok ? first.messageIds[0]! : '';
    await p.act(CHAT, text('siap', id));
    expect(p.told.handled[0]!.event).toMatchObject({ kind: 'text', text: 'siap', replyTo: id });
    expect((await p.history(CHAT))[1]!.replyTo).toBe(id);
  });

  it('does not know messages of another conversation', async () => {
    const p = await playground(() => silence);
    const sent = await p.adapter.send({ address: DESK, thread: null, mark: 'm' }, say('rahasia'));
    await p.act(CHAT, text('siap', sent.ok ? sent.messageIds[0]! : null));
    expect(p.told.handled[0]!.event).toMatchObject({ replyTo: null });
  });
});

describe('forms', () => {
  const form = {
    title: 'Lapor',
    submit: 'Periksa',
    close: 'Batal',
    token: 'draft:1',
    fields: [],
    fallback: say('Isi lewat formulir'),
  };
  const data = Buffer.from('%PDF-1.4').toString('base64');

  it('opens one, and leaves no message behind when it is sent', async () => {
    const p = await playground(({ event }) =>
      event.kind === 'form' ? replyWith(say('Periksa dulu')) : { ...silence, form },
    );
    expect((await p.act(DESK, text('/lapor'))).body.form).toEqual(form);
    const { body } = await p.act(DESK, {
      kind: 'form',
      token: 'draft:1',
      answers: { what: [{ text: 'Rapat' }] },
    });
    expect(body.formErrors).toBeNull();
    expect((await p.history(DESK)).map(({ blocks }) => blocks)).toEqual([
      line('/lapor'),
      line('Periksa dulu'),
    ]);
  });

  it('hands over texts, choices, files and links, and nothing that is empty', async () => {
    const p = await playground(() => silence);
    await p.act(DESK, {
      kind: 'form',
      token: 'draft:1',
      answers: {
        what: [{ text: 'Rapat' }],
        rhk: [{ choice: 'n2' }],
        time: [{ text: '  ' }],
        qty: [],
        proof: [
          { file: { name: 'notulen.pdf', mime: 'application/pdf', data } },
          { text: 'https://contoh.go.id/a' },
        ],
      },
    });
    const { event } = p.told.handled[0]!;
    expect(event).toMatchObject({
      kind: 'form',
      token: 'draft:1',
      answers: {
        what: [{ text: 'Rapat' }],
        rhk: [{ choice: 'n2' }],
        proof: [
          { file: { kind: 'document', name: 'notulen.pdf', mime: 'application/pdf', size: 8 } },
          { text: 'https://contoh.go.id/a' },
        ],
      },
    });
    expect(event.kind === 'form' && Object.keys(event.answers)).toEqual(['what', 'rhk', 'proof']);
  });

  it('hands back problems by question', async () => {
    const p = await playground(() => ({ ...silence, formErrors: { time: 'Belum terbaca' } }));
    const { body } = await p.act(DESK, { kind: 'form', token: 't', answers: { time: [{ text: 'kapan' }] } });
    expect(body.formErrors).toEqual({ time: 'Belum terbaca' });
    expect(await p.history(DESK)).toEqual([]);
  });
});

describe('redelivery', () => {
  it('shows nothing twice and gives the same answer', async () => {
    const p = await playground(() => ({ ...replyWith(say('Halo')), toast: 'Sudah' }));
    const body = { key: 'playground:the-same-one', account: CHAT, event: text('pagi') };
    const [first, second] = await Promise.all([p.post(body), p.post(body)]);
    expect(second).toEqual(first);
    await p.post(body);
    expect(await p.history(CHAT)).toHaveLength(2);
  });

  it('asks for another try when it could not be handled, and the try shows the message once', async () => {
    let broken = true;
    const p = await playground(() => {
      if (broken) throw new Error('the store is gone');
      return replyWith(say('Halo'));
    });
    const body = { key: 'playground:again-and-again', account: CHAT, event: text('pagi') };
    expect((await p.post(body)).status).toBe(503);
    expect(p.told.replied).toEqual([]);
    broken = false;
    expect((await p.post(body)).status).toBe(200);
    expect((await p.history(CHAT)).map(({ from }) => from)).toEqual(['person', 'bot']);
    expect(p.told.replied).toEqual([body.key]);
  });

  it('does not bring back an older edit', async () => {
    const p = await playground(() => ({ ...silence, edit: say('lama') }));
    const sent = await p.adapter.send({ address: CHAT, thread: null, mark: 'm' }, question);
    const messageId = sent.ok ? sent.messageIds[0]! : '';
    const body = {
      key: 'playground:pressed-once',
      account: CHAT,
      event: { kind: 'choice', action: 'x', messageId },
    };
    await p.post(body);
    await p.adapter.edit({ address: CHAT, messageId }, say('baru'));
    await p.post(body);
    expect((await p.history(CHAT))[0]!.blocks).toEqual(line('baru'));
  });
});

describe('what delivery sends', () => {
  it('refuses somebody who is not there, and knows when a message is gone', async () => {
    const { adapter } = await playground();
    expect(await adapter.send({ address: 'chat:siapa', thread: null, mark: 'm' }, say('x'))).toMatchObject({
      kind: 'refused',
    });
    expect(await adapter.edit({ address: CHAT, messageId: 'm' }, say('x'))).toMatchObject({ kind: 'gone' });
  });

  it('turns a late answer into messages', async () => {
    const p = await playground();
    const form = { title: '', submit: '', close: '', token: '', fields: [], fallback: say('Buka formulir') };
    await p.adapter.sendLate('k', CHAT, {
      messages: [say('satu')],
      edit: say('ganti'),
      toast: 'catatan',
      form,
      formErrors: { a: 'keliru' },
      thread: null,
      about: null,
    });
    const shown = (await p.history(CHAT)).map(({ blocks }) => blocks);
    expect(shown).toEqual(['ganti', 'satu', 'Buka formulir', 'keliru', 'catatan'].map(line));
  });

  it('waits while the adapter is not running', async () => {
    const p = await playground();
    expect(p.adapter.health()).toEqual({ ready: true, detail: 'playground at /' });
    await p.stop();
    expect(p.adapter.health().ready).toBe(false);
    expect(await p.adapter.send({ address: CHAT, thread: null, mark: 'm' }, say('x'))).toMatchObject({
      kind: 'later',
    });
  });
});

describe('the stream', () => {
  it('brings the history first, then what is new; of other people only that something came', async () => {
    const p = await playground();
    await p.adapter.send({ address: CHAT, thread: null, mark: 'm' }, say('tadi'));
    const stream = await p.follow([CHAT]);
    expect(await stream.next(1)).toMatchObject([
      { event: 'history', data: { account: CHAT, messages: [{}] } },
    ]);
    await p.adapter.send({ address: DESK, thread: null, mark: 'm' }, say('rahasia'));
    await p.adapter.send({ address: CHAT, thread: null, mark: 'm' }, say('baru'));
    expect(await stream.next(2)).toMatchObject([
      { event: 'elsewhere', data: { account: DESK } },
      { event: 'message', data: { account: CHAT, message: { blocks: line('baru') } } },
    ]);
    stream.end();
  });

  it('ends when the adapter stops', async () => {
    const p = await playground();
    const stream = await p.follow([CHAT]);
    await p.adapter.stop();
    await stream.ended();
  });
});

describe('a restart', () => {
  it('keeps conversations, edits, reactions and what was answered', async () => {
    const p = await playground(() => replyWith(say('Halo')));
    const body = { key: 'playground:before-the-restart', account: CHAT, event: text('pagi') };
    await p.post(body);
    const card = await p.adapter.send({ address: DESK, thread: null, mark: 'm' }, say('kartu'));
    const messageId = card.ok ? card.messageIds[0]! : '';
    await p.adapter.edit({ address: DESK, messageId }, say('kartu baru'));
    const before = [await p.history(CHAT), await p.history(DESK)];
    await p.stop();
    // A crash in the middle of a line costs that line only.
    await appendFile(p.config.file, '{"account":"chat:bu');
    const again = await run(p.config);
    expect([await again.history(CHAT), await again.history(DESK)]).toEqual(before);
    await again.post(body);
    expect(await again.history(CHAT)).toHaveLength(2);
    await again.adapter.send({ address: CHAT, thread: null, mark: 'm' }, say('sesudah'));
    await again.stop();
    expect(await (await run(p.config)).history(CHAT)).toHaveLength(3);
  });

  it('lets delivery show an answer that could not be written down', async () => {
    const p = await playground(async () => {
      // The file becomes a folder, so that nothing can be appended.
      const { rm } = await import('node:fs/promises');
      await rm(p.config.file);
      await mkdir(p.config.file);
      return replyWith(say('Halo'));
    });
    await p.act(CHAT, text('pagi'));
    expect(p.told).toMatchObject({ replied: [], unsent: ['playground:action-1'] });
  });
});

describe('files', () => {
  const png = Buffer.from('iVBORw0KGgo=', 'base64');
  const photo = (name: string) => ({ name, mime: 'image/png', data: png.toString('base64') });
  const file = (upload: unknown) => ({
    kind: 'file',
    file: upload,
    caption: 'Rapat',
    album: null,
    replyTo: null,
  });

  it('are kept until they are fetched, and shown to their sender', async () => {
    const p = await playground(() => silence);
    await p.act(CHAT, file(photo('../../rapat.png')));
    const { event } = p.told.handled[0]!;
    expect(event).toMatchObject({
      kind: 'file',
      caption: 'Rapat',
      file: { kind: 'photo', name: 'rapat.png', mime: 'image/png', size: png.length },
    });
    const ref = event.kind === 'file' ? event.file.ref : '';
    const fetched = await p.adapter.fetch(ref);
    expect(fetched.ok && Buffer.from(fetched.bytes)).toEqual(png);
    const [own] = await p.history(CHAT);
    expect(own).toMatchObject({ blocks: line('Rapat'), files: [{ name: 'rapat.png', image: true }] });
    const shown = await p.get(own!.files[0]!.url);
    expect(shown.headers['content-type']).toBe('image/png');
    expect(shown.bytes).toEqual(png);
  });

  it('are refused when they are too big', async () => {
    const p = await playground();
    const data = Buffer.alloc(20_000_001).toString('base64');
    expect((await p.act(CHAT, file({ name: 'film.mp4', mime: 'video/mp4', data }))).status).toBe(413);
    expect(p.told.handled).toEqual([]);
  });

  it('are fetched by their names only', async () => {
    const p = await playground();
    for (const ref of ['../chats.jsonl', '/etc/passwd', '..', 'x\0', 'unknown']) {
      expect(await p.adapter.fetch(ref)).toMatchObject({ ok: false, retry: false });
    }
  });

  it('of messages come from the evidence, as a download unless they are pictures', async () => {
    const p = await playground();
    await mkdir(join(p.config.evidenceDir, '2026'), { recursive: true });
    await writeFile(join(p.config.evidenceDir, '2026/a.html'), '<script>alert(1)</script>');
    const files = [{ path: '2026/a.html', name: 'notulen "1".html', mime: 'text/html' }];
    await p.adapter.send({ address: DESK, thread: null, mark: 'm' }, { ...say('bukti'), files });
    const [message] = await p.history(DESK);
    expect(message!.files[0]).toMatchObject({ name: 'notulen "1".html', image: false });
    expect(JSON.stringify(message)).not.toContain('2026/a.html');
    const response = await p.get(message!.files[0]!.url);
    expect(response.body).toContain('<script>');
    expect(response.headers['content-type']).toBe('application/octet-stream');
    expect(response.headers['content-disposition']).toBe(
      "attachment; filename*=UTF-8''notulen%20%221%22.html",
    );
    expect(response.headers['content-security-policy']).toContain('sandbox');
  });

  it('outside the evidence are not there, whatever a message says', async () => {
    const p = await playground();
    await mkdir(p.config.evidenceDir, { recursive: true });
    const paths = ['../chats.jsonl', '/etc/passwd', '2026/../../chats.jsonl', '.', '../evidence-2/a'];
    const files = paths.map((path) => ({ path, name: 'a', mime: 'image/png' }));
    await p.adapter.send({ address: DESK, thread: null, mark: 'm' }, { ...say('bukti'), files });
    const [message] = await p.history(DESK);
    for (const { url } of message!.files) expect((await p.get(url)).status).toBe(404);
  });
});
