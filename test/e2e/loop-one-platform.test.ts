import { describe, expect, it } from 'vitest';
import type { TelegramPerson } from '../servers/telegram.ts';
import { poll, SAVED, t, useWorld } from './support.ts';

const world = useWorld();

describe('both in Slack', () => {
  it('reports, feedback and answers stay in the thread of the card', async () => {
    const budi = await world.onSlack('budi');
    const dewi = await world.onSlack('dewi');
    dewi.dm('09.00-10.00 Inventarisasi aset');
    await dewi.waitFor(t.draft.review());
    await dewi.click(t.button.save());
    await dewi.waitFor(SAVED);
    const card = await budi.waitFor('Inventarisasi aset');
    budi.dm('Fotonya mana?', { threadTs: card.ts });
    const feedback = await dewi.waitFor('Fotonya mana?');
    dewi.dm('Segera saya kirim', { threadTs: feedback.ts });
    expect(await budi.waitFor('Segera saya kirim')).toMatchObject({ thread_ts: card.ts });
  });
});

describe('both in Telegram', () => {
  let agus: TelegramPerson;
  let rina: TelegramPerson;

  it('cards, feedback, answers, return and approval work without Slack', async () => {
    agus = await world.onTelegram('agus');
    rina = await world.onTelegram('rina');
    rina.say('10.00-11.00 Pendataan inventaris');
    await rina.waitFor(t.draft.review());
    rina.press(t.button.save());
    await rina.waitFor(SAVED);
    const card = await agus.waitFor('Pendataan inventaris');
    agus.say('Berapa ruang yang selesai?', { replyTo: card.message_id });
    const feedback = await rina.waitFor('Berapa ruang yang selesai?');
    rina.say('Empat ruang, sisanya besok', { replyTo: feedback.message_id });
    await agus.waitFor('Empat ruang, sisanya besok');
    agus.press(t.button.return());
    await agus.waitFor(t.ask.returnReason());
    agus.say('Sebutkan jumlahnya');
    await agus.waitFor(t.talk.returnedToast('Rina Kartika'));
    await rina.waitFor('Sebutkan jumlahnya');
    rina.press(t.button.repair());
    await rina.waitFor(t.draft.review());
    rina.press(t.button.save());
    await rina.waitFor(/versi 3/);
    await agus.waitFor((message) => message.message_id === card.message_id && /versi 3/.test(message.text));
    const press = agus.press(t.button.approve());
    expect((await press.answered).text).toBe(t.talk.approvedToast(1));
    await rina.waitFor(t.talk.approved('Agus Salim', 1));
  });

  it('evidence arrives as a photo where Telegram takes it as one, else as a document', async () => {
    const large = Buffer.alloc(10_600_000, 7);
    const small = Buffer.from('a long screenshot');
    rina.document(large, { name: 'pindaian.png', mime: 'image/png', caption: 'Pindaian arsip' });
    await rina.waitFor(t.draft.review());
    rina.press(t.button.save());
    await rina.waitFor(SAVED);
    rina.document(small, { name: 'layar.png', mime: 'image/png', caption: 'Tangkapan layar' });
    await rina.waitFor(t.draft.review());
    rina.press(t.button.save());
    await rina.waitFor(SAVED);
    await agus.waitFor('Tangkapan layar');
    await poll(() => world.rows("select id from evidence where status = 'pending'")).toEqual([]);
    world.telegram.faults.add({
      method: 'sendPhoto',
      kind: 'error',
      description: 'Bad Request: PHOTO_INVALID_DIMENSIONS',
    });
    agus.press(t.button.evidence(2));
    const seen = () => agus.messages.flatMap(({ file }) => (file ? [file.bytes.length] : []));
    await poll(seen).toEqual([large.length, small.length]);
  });
});
