import { asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDialoguesOf } from '../../../db/queries/dialogues.ts';
import { updatePerson } from '../../../db/queries/people.ts';
import { workResultsOf } from '../../../db/queries/plans.ts';
import { statement } from '../../../db/store.ts';
import { encodeAction } from '../../../src/core/action.ts';
import { createWorld, type TestPerson, type World } from '../../support/world.ts';

const HOUR = 3_600_000;
const CARD = '# Umpan balik dengan';
let world: World;
let siti: TestPerson;
let budi: TestPerson;
let rudi: TestPerson;

beforeEach(async () => {
  world = await createWorld();
  const unit = await world.unit('Bidang A');
  budi = await world.person('Budi', { unit, platform: 'slack' });
  siti = await world.person('Siti', { unit, supervisor: budi.id });
  rudi = await world.person('Rudi', { unit, supervisor: budi.id });
});
afterEach(() => world.close());

/** Lets everything happen that is due until a moment (UTC). */
async function until(moment: string): Promise<void> {
  while (world.now < Date.parse(moment)) {
    world.advance(Math.min(HOUR, Date.parse(moment) - world.now));
    await world.settle();
  }
}
async function propose(when = 'besok 10.00'): Promise<void> {
  await siti.say('/dialog baru');
  await siti.press('Umpan balik');
  await siti.say(when);
  await siti.press('Lewati');
  await siti.press('Lewati');
  await siti.press('Kirim usulan');
}
async function hold(): Promise<void> {
  await propose();
  await budi.press('Setuju');
  await until('2026-11-24T03:30:00Z');
  await siti.say('/dialog 24/11');
  await siti.press('Sudah dilaksanakan');
}
async function write(lines = 'Target dibahas', promised = 'Siti: kirim draf, 2 Des'): Promise<void> {
  await siti.say('/dialog 24/11');
  await siti.press('Tulis catatan');
  await siti.say(lines);
  await siti.say(promised);
  await siti.press('Kirim dan konfirmasi');
}
const open = async () => (await world.store.all(openDialoguesOf({ personId: siti.id })))[0];
/** The action of a button that somebody has in front of them. */
function action(person: TestPerson, label: string) {
  const at = person.messages.findLast(({ buttons }) => buttons.includes(label))!;
  const { action } = at.message.buttons.flat().find((button) => button.label === label)!;
  return { kind: 'choice' as const, action, messageId: at.id };
}
const shownTo = (person: TestPerson, text: string) => person.messages.filter((m) => m.text.includes(text));

describe('a proposal', () => {
  it('reaches the other one, who agrees; both are told and get the page', async () => {
    await propose();
    expect(budi.last().text).toContain('Siti mengusulkan dialog kinerja.');
    expect(budi.last().text).toContain('Selasa, 24 November 2026, pukul 10.00 WIB');
    await budi.press('Setuju');
    // Tomorrow is sooner than the next working morning, so the page comes at once.
    expect(shownTo(siti, 'Budi setuju.')).toHaveLength(1);
    expect(shownTo(siti, '# Bahan dialog kinerja')).toHaveLength(1);
    expect(shownTo(budi, '# Bahan dialog kinerja')).toHaveLength(1);
  });

  it('is answered by the other one only, and the refusal names them', async () => {
    await propose();
    const agree = action(budi, 'Setuju');
    const reply = await siti.send(agree);
    expect(reply.toast).toBe('Menunggu jawaban Budi.');
    expect((await rudi.send(agree)).toast).toBe('Data ini bukan milik Bapak/Ibu.');
    expect(await open()).toMatchObject({ status: 'proposed' });
  });

  it('that is declined says why to whoever proposed it, and is over', async () => {
    await propose();
    const agree = action(budi, 'Setuju');
    await budi.press('Tolak');
    const token = budi.form?.token ?? '';
    const empty = await budi.send({ kind: 'form', token, answers: { reason: [] } });
    expect(empty.formErrors).toEqual({ reason: expect.stringContaining('perlu diisi') });
    await budi.send({ kind: 'form', token, answers: { reason: [{ text: 'Dinas ke Samarinda' }] } });
    expect(siti.last().text).toContain('Budi tidak dapat memenuhi usulan ini.');
    expect(siti.last().text).toContain('Alasan: Dinas ke Samarinda');
    expect(siti.last().buttons).toEqual(['Usulkan lagi']);
    expect((await budi.send(agree)).toast).toBe(
      'Dialog ini ditolak; usulkan yang baru bila masih diperlukan.',
    );
    await until('2026-11-25T03:00:00Z');
    expect(await open()).toBeUndefined();
  });

  it('that was moved twice waits for whoever did not move it last, and older buttons agree to nothing', async () => {
    await propose();
    const agree = action(budi, 'Setuju');
    await budi.press('Usulkan waktu lain');
    const token = budi.form?.token ?? '';
    await budi.send({ kind: 'form', token, answers: { at: [{ text: 'Rabu 09.00' }] } });
    expect(siti.last().text).toContain('Rabu, 25 November 2026, pukul 09.00 WIB');
    const second = action(siti, 'Setuju');
    await siti.press('Usulkan waktu lain', siti.last());
    await siti.say('Kamis 13.00');
    await siti.press('Lewati');
    expect((await siti.send(second)).toast).toBe('Menunggu jawaban Budi.');
    expect((await budi.send(agree)).toast).toBe(
      'Usulan ini baru saja berubah. Periksa waktunya, lalu jawab.',
    );
    await budi.press('Setuju');
    expect(await open()).toMatchObject({ status: 'agreed', startsAt: Date.parse('2026-11-26T06:00:00Z') });
    const { id } = (await open())!;
    const trail = await world.store.all(
      statement('trail', (db, t) =>
        db
          .select({ action: t.audit.action, detail: t.audit.detail })
          .from(t.audit)
          .where(eq(t.audit.subject, id))
          .orderBy(asc(t.audit.at), asc(t.audit.action)),
      ),
    );
    expect(trail.filter(({ action }) => action === 'dialogue.moved').map(({ detail }) => detail)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          startedAt: Date.parse('2026-11-24T03:00:00Z'),
          startsAt: Date.parse('2026-11-25T02:00:00Z'),
        }),
        expect.objectContaining({
          startedAt: Date.parse('2026-11-25T02:00:00Z'),
          startsAt: Date.parse('2026-11-26T06:00:00Z'),
        }),
      ]),
    );
    // The page of the moment that was never agreed to does not come.
    await until('2026-11-25T02:00:00Z');
    expect(shownTo(siti, '# Bahan dialog kinerja')).toHaveLength(1);
  });

  it('is sent once, however often and by whomever the button is pressed', async () => {
    await siti.say('/dialog budi');
    await siti.press('Umpan balik');
    await siti.say('besok 10.00');
    await siti.press('Lewati');
    await siti.press('Lewati');
    const send = action(siti, 'Kirim usulan');
    const replies = await Promise.all([siti.send(send), siti.send(send)]);
    expect(await world.store.all(openDialoguesOf({ personId: siti.id }))).toHaveLength(1);
    expect(shownTo(budi, CARD)).toHaveLength(1);
    expect(replies.map(({ toast }) => toast).filter(Boolean)).toEqual([
      'Sudah selesai; tidak ada yang berubah.',
    ]);
  });

  it('is not agreed to once its time is over; whoever answers may say that it took place', async () => {
    await propose();
    const agree = action(budi, 'Setuju');
    await until('2026-11-24T04:00:00Z');
    expect((await budi.send(agree)).toast).toContain('Waktunya sudah lewat');
    await budi.press('Sudah dilaksanakan');
    expect(await open()).toMatchObject({ status: 'held', heldOn: '2026-11-24' });
  });

  it('is brought to mind on the next working morning, unless it was answered', async () => {
    await propose('Jumat 10.00');
    await until('2026-11-24T02:00:00Z');
    expect(shownTo(budi, 'Sekadar mengingatkan.')).toHaveLength(1);
    await budi.press('Setuju');
    await until('2026-11-25T02:00:00Z');
    // The message changed with the dialogue.
    expect(shownTo(budi, 'Sekadar mengingatkan.')).toHaveLength(0);
  });

  it('takes no reply, but the answers of a form that was begun', async () => {
    await propose();
    const [notice] = shownTo(budi, 'mengusulkan dialog kinerja');
    expect(await budi.say('Siap', notice!.id)).toContain('tidak diteruskan kepada Siti; pakai tombol');
    await budi.press('Setuju');
    const [told] = shownTo(siti, 'Budi setuju.');
    await siti.press('Batalkan', told);
    await siti.say('Anak sakit', told!.id);
    expect(budi.last().text).toContain('Alasan: Anak sakit');
  });

  it('needs a supervisor; without one HR has to complete the data first', async () => {
    await world.store.commit([updatePerson(siti.id, { supervisorId: null })]);
    expect(await siti.say('/dialog baru')).toContain('bagian kepegawaian yang melengkapinya');
    expect(await siti.say('/dialog budi')).toContain('bagian kepegawaian');
  });

  it('asks a leader of several people with whom', async () => {
    expect(await budi.say('/dialog baru')).toContain('[Rudi] [Siti]');
    await budi.press('Siti');
    expect(budi.form?.title).toBe('Usulkan dialog');
    expect(await budi.say('/dialog Tono')).toContain('Tidak ada atasan atau anggota tim bernama "Tono".');
  });

  it('begins from a work result, as guidance', async () => {
    await world.plan(siti.id, 2026, ['Tersusunnya laporan']);
    const [result] = await world.store.all(workResultsOf({ personId: siti.id, year: 2026 }));
    const radar = { kind: 'choice' as const, action: actionFor('radar', result!.id), messageId: null };
    expect((await rudi.send(radar)).toast).toBe('Data ini bukan milik Bapak/Ibu.');
    await budi.send(radar);
    expect(budi.form?.fields.map(({ id, initial }) => [id, initial])).toContainEqual(['kind', 'guidance']);
    await siti.send(radar);
    // Kind and work result are known; the time is the first thing that is asked.
    expect(siti.last().text).toContain('Kapan?');
    await siti.say('besok 11.00');
    await siti.press('Lewati');
    await siti.press('Lewati');
    expect(await siti.press('Kirim usulan')).toContain('Tentang: RHK 1. Tersusunnya laporan');
    expect(budi.last().text).toContain('# Bimbingan kinerja dengan Siti');
  });
});

describe('an agreed dialogue', () => {
  it('is cancelled by either with a reason, and its page does not come', async () => {
    await propose('Jumat 10.00');
    await budi.press('Setuju');
    await siti.say('/dialog');
    await siti.press(siti.last().buttons[0]!);
    await siti.press('Batalkan', siti.last());
    await siti.say('Anak sakit');
    expect(budi.last().text).toContain('Siti membatalkan dialog ini.');
    expect(budi.last().text).toContain('Alasan: Anak sakit');
    await until('2026-11-27T04:30:00Z');
    expect(shownTo(siti, '# Bahan dialog kinerja')).toHaveLength(0);
    expect(shownTo(budi, 'Sekadar mengingatkan')).toHaveLength(0);
  });

  it('is not held before it began, and on a later day asks for the date', async () => {
    await propose('Rabu 10.00');
    await budi.press('Setuju');
    const { id } = (await open())!;
    const press = (op: string) => siti.send({ kind: 'choice', action: actionFor(op, id), messageId: null });
    expect((await press('held')).toast).toContain('mulai Rabu, 25 November 2026, pukul 10.00 WIB');
    await until('2026-11-26T04:00:00Z');
    await press('held');
    expect(siti.last().text).toContain('Kapan dilaksanakan?');
    expect(await siti.say('20/11')).toContain('Tanggalnya antara Rabu, 25 November 2026 dan');
    await siti.press('Rabu, 25 November 2026');
    expect(await open()).toMatchObject({ status: 'held', heldOn: '2026-11-25' });
  });

  it('shows what waits and what is next in the overview', async () => {
    await propose('Rabu 10.00');
    expect(await siti.say('/dialog')).toContain('1. Budi: Umpan balik, 25 Nov 10.00 (diusulkan)');
    expect(await budi.say('/dialog')).toContain('1. jawab usulan Siti: Umpan balik, 25 Nov 10.00');
    await budi.press('Setuju');
    expect(await siti.say('dialog')).toContain('1. siapkan jawaban untuk Budi: Umpan balik, 25 Nov 10.00');
    expect(await rudi.say('/dialogue')).toContain('Belum ada dialog yang direncanakan.');
  });
});

describe('what is prepared', () => {
  it('is seen by nobody before it is shared, nor after it was changed again', async () => {
    await propose('Rabu 10.00');
    await budi.press('Setuju');
    await siti.press('Siapkan jawaban');
    await siti.say('Rahasia dulu');
    await siti.press('Lewati');
    await siti.press('Lewati');
    const before = action(siti, 'Bagikan jawaban');
    const { id } = (await open())!;
    const theirs = () => budi.send({ kind: 'choice', action: actionFor('theirs', id), messageId: null });
    expect((await theirs()).toast).toBe('Belum ada jawaban yang dibagikan Siti.');
    expect(budi.messages.some(({ text }) => text.includes('Rahasia'))).toBe(false);
    await siti.press('Bagikan jawaban');
    expect(budi.last().text).toContain('> Rahasia dulu');
    await siti.press('Ubah jawaban');
    await siti.say('Yang kedua');
    await siti.press('Lewati');
    await siti.press('Lewati');
    expect((await theirs()).toast).toBe('Belum ada jawaban yang dibagikan Siti.');
    // A button of what was shared before shares nothing new.
    expect((await siti.send(before)).toast).toContain('Jawaban sudah diubah');
    expect((await rudi.send(before)).toast).toBe('Data ini bukan milik Bapak/Ibu.');
  });

  it('goes on where it was left', async () => {
    await propose('Rabu 10.00');
    await siti.press('Siapkan jawaban');
    await siti.say('Yang pertama');
    world.advance(5 * HOUR);
    await siti.press('Siapkan jawaban');
    expect(siti.last().text).toContain('2/3');
  });
});

describe('minutes', () => {
  it('wait for the dialogue to be held, and for the other one to confirm them', async () => {
    await propose('Rabu 10.00');
    await budi.press('Setuju');
    const { id } = (await open())!;
    const early = await siti.send({ kind: 'choice', action: actionFor('minutes', id), messageId: null });
    expect(early.toast).toContain('sesudah berlangsung, salah satu menekan Sudah dilaksanakan');
  });

  it('are confirmed by both, once, and never change again', async () => {
    await hold();
    await write();
    const { id } = (await open())!;
    const own = await siti.send({ kind: 'choice', action: actionFor('confirm', id, '1'), messageId: null });
    expect(own.toast).toBe('Catatan menunggu konfirmasi Budi.');
    const confirm = action(budi, 'Konfirmasi');
    const correct = action(budi, 'Koreksi');
    await Promise.all([budi.send(confirm), budi.send(confirm)]);
    expect(shownTo(siti, 'Budi mengonfirmasi catatan dialog.')).toHaveLength(1);
    expect((await budi.send(correct)).toast).toContain('tidak berubah lagi');
    expect(await open()).toBeUndefined();
    expect(await siti.say('/dialog 24/11')).toContain('Dikonfirmasi kedua pihak pada');
    await siti.say('/dialog lalu');
    expect(siti.last().text).toContain('1. Budi: Umpan balik, 24 Nov (catatan dikonfirmasi)');
  });

  it('that were corrected meanwhile are not confirmed by an older button, nor overwritten by an older form', async () => {
    await hold();
    await write();
    const confirm = action(budi, 'Konfirmasi');
    await budi.press('Koreksi');
    const token = budi.form?.token ?? '';
    await siti.press('Koreksi');
    await siti.press('Ubah');
    await siti.press('Catatan');
    await siti.say('Target disepakati 12');
    await siti.press('Kirim dan konfirmasi');
    expect((await budi.send(confirm)).toast).toContain('baru saja dikoreksi');
    await budi.send({ kind: 'form', token, answers: { lines: [{ text: 'Lain' }], commitments: [] } });
    await budi.press('Kirim dan konfirmasi');
    expect(budi.messages.some(({ text }) => text.includes('baru saja dikoreksi'))).toBe(true);
    expect(await open()).toMatchObject({ minutes: ['Target disepakati 12'], minutesRevision: 2 });
    await budi.press('Konfirmasi');
    expect(await open()).toBeUndefined();
  });

  it('are read by nobody but the two; after a change of supervisor by the new one, counselling excepted', async () => {
    await hold();
    await write();
    const { id } = (await open())!;
    const show = { kind: 'choice' as const, action: actionFor('show', id), messageId: null };
    await budi.press('Konfirmasi');
    expect((await rudi.send(show)).toast).toBe('Data ini bukan milik Bapak/Ibu.');
    await world.store.commit([updatePerson(siti.id, { supervisorId: rudi.id })]);
    const reply = await rudi.send(show);
    expect(rudi.last().text).toContain('Target dibahas');
    expect(reply.messages[0]?.buttons).toEqual([]);
    await budi.send(show);
    expect(budi.last().text).toContain('Target dibahas');
  });
});

/** A button of the room as it is encoded. */
function actionFor(op: string, id: string, arg = ''): string {
  return encodeAction({ do: 'room', room: 'dialogue', op, id, arg });
}
