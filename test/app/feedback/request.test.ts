import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertAbsence, insertRules } from '../../../db/queries/calendar.ts';
import { requestsOf, requestsWaitingFor } from '../../../db/queries/feedback-requests.ts';
import { updatePerson } from '../../../db/queries/people.ts';
import { handOverRequests } from '../../../src/app/feedback/hand-over.ts';
import { encodeAction } from '../../../src/core/action.ts';
import { createWorld, type TestPerson, type World } from '../../support/world.ts';

/** Monday, 09:00 WIB. */
const START = '2026-11-23T02:00:00Z';
let world: World;
let rina: TestPerson;
let budi: TestPerson;
let siti: TestPerson;
let rudi: TestPerson;

beforeEach(async () => {
  world = await createWorld(START);
  const unit = await world.unit('Bidang A');
  rina = await world.person('Rina', { unit, platform: 'slack' });
  budi = await world.person('Budi', { unit, platform: 'slack', supervisor: rina.id });
  siti = await world.person('Siti', { unit, supervisor: budi.id });
  rudi = await world.person('Rudi', { unit, supervisor: budi.id });
  await world.plan(siti.id, 2026, ['Tersusunnya laporan', 'Terlaksananya rapat']);
});
afterEach(() => world.close());

const at = async (time: string) => {
  world.now = Date.parse(time);
  await world.settle();
};
const ask = async (about = 'Cara saya memimpin rapat') => {
  await siti.say('minta umpan balik');
  return siti.say(about);
};
const titles = (who: TestPerson) => who.messages.map((m) => m.text.split('\n')[0]);
const reminders = (who: TestPerson) => titles(who).filter((line) => line?.includes('masih menunggu'));
const status = async () => (await world.store.all(requestsOf({ employeeId: siti.id })))[0]?.status;
const room = (op: string, id: string) => ({
  kind: 'choice' as const,
  action: encodeAction({ do: 'room', room: 'feedback', op, id, arg: '' }),
  messageId: null,
});

const waitingFor = (askedId: string) => world.store.all(requestsWaitingFor({ askedId }));

describe('a request for feedback', () => {
  it('reaches the supervisor, is answered with one form, and its status can be seen', async () => {
    await siti.say('/umpanbalik minta');
    expect(await siti.press('RHK 2. Terlaksananya rapat')).toContain('Permintaan terkirim kepada Budi.');
    expect(budi.last().text).toContain('# Siti meminta umpan balik\nTentang: RHK 2. Terlaksananya rapat');
    expect(await siti.say('/umpanbalik')).toContain(
      '1. Budi: RHK 2. Terlaksananya rapat · menunggu sejak 23 Nov',
    );
    expect(await budi.say('/umpanbalik')).toContain('1. Siti (23 Nov): RHK 2. Terlaksananya rapat');
    await budi.press('Beri umpan balik');
    expect(budi.form?.fields.map(({ id, initial }) => [id, initial !== null])).toEqual([
      ...[
        ['kind', false],
        ['about', true],
        ['text', false],
        ['values', false],
      ],
    ]);
    const kind = budi.form!.fields[0]!.input;
    expect(kind.kind === 'choice' && kind.options.map(({ value }) => value)).toEqual(['praise', 'improve']);
    await budi.send({
      kind: 'form',
      token: budi.form!.token,
      answers: { kind: [{ choice: 'praise' }], text: [{ text: 'Rapat tertib' }] },
    });
    expect(budi.last().text).toContain('Menjawab permintaan: RHK 2. Terlaksananya rapat');
    await budi.press('Bagikan');
    expect(siti.last().text).toContain('Menjawab permintaan: RHK 2. Terlaksananya rapat');
    expect(await status()).toBe('answered');
    expect(await siti.say('/umpanbalik')).toContain('dijawab 23 Nov');
    await budi.press('Beri umpan balik');
    expect(budi.toast).toBe('Permintaan ini sudah dijawab.');
    await at('2026-12-03T02:00:00Z');
    expect(reminders(budi)).toEqual([]);
  });

  it('stays open while its answer is a draft', async () => {
    await ask();
    await budi.press('Beri umpan balik');
    const answers = { kind: [{ choice: 'praise' }], text: [{ text: 'Rapat tertib' }] };
    await budi.send({ kind: 'form', token: budi.form!.token, answers });
    await budi.press('Simpan draf');
    expect(await status()).toBe('open');
    await budi.say('/umpanbalik draf');
    await budi.press('Buka 1');
    await budi.press('Bagikan');
    expect(await status()).toBe('answered');
  });

  it('waits again when its answer is taken back', async () => {
    await ask();
    await budi.press('Beri umpan balik');
    const answers = { kind: [{ choice: 'praise' }], text: [{ text: 'Rapat tertib' }] };
    await budi.send({ kind: 'form', token: budi.form!.token, answers });
    await budi.press('Bagikan');
    await budi.press('Tarik kembali');
    await budi.press('Ya, tarik kembali');
    expect(await status()).toBe('open');
    await budi.press('Beri umpan balik');
    expect(budi.form?.title).toBe('Umpan balik');
  });

  it('is declined with a reason, which whoever asked can read', async () => {
    await ask();
    await budi.press('Belum bisa');
    await budi.send({
      kind: 'form',
      token: budi.form!.token,
      answers: { text: [{ text: 'Saya belum melihat rapatnya' }] },
    });
    expect(budi.last().text).toContain('Alasannya disampaikan kepada Siti.');
    expect(siti.last().text).toBe(
      '# Budi belum bisa memberi umpan balik\nTentang: Cara saya memimpin rapat\n> Saya belum melihat rapatnya',
    );
    expect(await status()).toBe('declined');
    await budi.press('Belum bisa');
    expect(budi.toast).toBe('Permintaan ini sudah dijawab: belum bisa.');
  });

  it('is brought to mind once, after three working days of whoever is asked', async () => {
    await ask();
    await at('2026-11-26T00:29:00Z');
    expect(reminders(budi)).toEqual([]);
    await at('2026-11-26T00:30:00Z');
    expect(reminders(budi)).toEqual(['# Siti masih menunggu umpan balik']);
    await at('2026-12-10T02:00:00Z');
    expect(reminders(budi)).toHaveLength(1);
  });

  it('waits while whoever is asked is absent, and counts their working days only', async () => {
    await ask();
    await world.store.commit([
      insertAbsence({
        ...{ id: 'away', personId: budi.id, kind: 'cuti', fromDate: '2026-11-25', toDate: '2026-11-27' },
        ...{ createdBy: budi.id, createdAt: world.now, cancelledAt: null },
      }),
    ]);
    await at('2026-11-26T02:00:00Z');
    await at('2026-11-30T02:00:00Z');
    expect(reminders(budi)).toEqual([]);
    await at('2026-12-01T00:30:00Z');
    expect(reminders(budi)).toHaveLength(1);
  });

  it('is not sent twice for the same thing, and can be taken back', async () => {
    await ask();
    expect(await ask('cara saya memimpin rapat!')).toContain('masih menunggu jawaban Budi');
    expect(titles(budi)).toHaveLength(1);
    await siti.say('/umpanbalik');
    const button = siti
      .last()
      .message.buttons.flat()
      .find(({ label }) => label === 'Batalkan permintaan 1')!;
    await rudi.send({ kind: 'choice', action: button.action, messageId: null });
    expect(rudi.toast).toBe('Data ini bukan milik Bapak/Ibu.');
    await siti.press('Batalkan permintaan 1');
    await siti.press('Batalkan permintaan 1');
    expect(siti.toast).toContain('sudah dibatalkan');
    await budi.press('Beri umpan balik');
    expect(budi.toast).toBe('Permintaan ini sudah dibatalkan oleh pemintanya.');
    await at('2026-11-30T02:00:00Z');
    expect(reminders(budi)).toEqual([]);
  });

  it('goes to colleagues only where the agency allows it', async () => {
    expect(await siti.say('/umpanbalik minta Rudi')).toContain('“Rudi” tidak dapat dimintai');
    const body = { peerFeedback: true };
    await world.store.commit([
      insertRules({ id: 'r', unitId: null, effectiveFrom: '2026-01-01', body } as never),
    ]);
    await siti.say('/umpanbalik minta');
    expect(siti.last().buttons).toEqual([
      'Budi (atasan)',
      'Rina (rekan kerja)',
      'Rudi (rekan kerja)',
      'Batal',
    ]);
    await siti.press('Rudi (rekan kerja)');
    await siti.say('Kerja sama kita');
    expect(rudi.last().text).toContain('# Siti meminta umpan balik');
    await rudi.press('Beri umpan balik');
    await rudi.press('Apresiasi');
    await rudi.say('Selalu membantu');
    await rudi.say('lewati');
    await rudi.press('Siti dan Anda');
    await rudi.press('Bagikan');
    expect(siti.last().text).toContain('# Apresiasi dari Rudi');
    expect(budi.messages).toEqual([]);
  });

  it('has nobody to go to without a supervisor, and says whom to turn to', async () => {
    await world.store.commit([updatePerson(siti.id, { supervisorId: null })]);
    expect(await siti.say('minta umpan balik')).toContain('Mohon hubungi bagian kepegawaian.');
  });

  it('is not delivered to somebody who is not the supervisor any more', async () => {
    world.now = Date.parse('2026-11-23T15:00:00Z');
    await ask();
    await world.store.commit([updatePerson(siti.id, { supervisorId: rina.id })]);
    await at('2026-11-24T02:00:00Z');
    expect(titles(budi)).toEqual([]);
  });

  it('moves to the next supervisor, who is told and reminded by their own calendar', async () => {
    await ask();
    await world.store.commit([updatePerson(siti.id, { supervisorId: rina.id })]);
    world.now = Date.parse('2026-11-25T02:00:00Z');
    await world.store.commit(await handOverRequests(world.services, siti.id, budi.id, rina.id, world.now));
    expect(await handOverRequests(world.services, siti.id, budi.id, rina.id, world.now)).toEqual([]);
    await world.settle();
    expect(titles(rina)).toEqual(['# Siti meminta umpan balik']);
    expect(await waitingFor(rina.id)).toHaveLength(1);
    expect(await waitingFor(budi.id)).toEqual([]);
    await budi.press('Beri umpan balik');
    expect(budi.toast).toBe('Permintaan ini sekarang ditujukan kepada Rina.');
    await at('2026-11-26T02:00:00Z');
    await at('2026-11-30T00:30:00Z');
    expect([reminders(budi), reminders(rina)].map((list) => list.length)).toEqual([0, 1]);
    await rudi.send(room('answer', (await waitingFor(rina.id))[0]!.id));
    expect(rudi.toast).toContain('ditujukan kepada Rina');
  });
});
