import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertRules } from '../../../db/queries/calendar.ts';
import { feedbackById, givenFeedback, receivedFeedback } from '../../../db/queries/feedback.ts';
import { updatePerson } from '../../../db/queries/people.ts';
import { first } from '../../../db/store.ts';
import { encodeAction } from '../../../src/core/action.ts';
import type { OwnRules } from '../../../src/core/rules.ts';
import { createWorld, type TestPerson, type World } from '../../support/world.ts';

const HOUR = 3_600_000;
let world: World;
let unit: string;
let rina: TestPerson;
let budi: TestPerson;
let siti: TestPerson;
let rudi: TestPerson;

beforeEach(async () => {
  world = await createWorld('2026-11-23T02:00:00Z');
  unit = await world.unit('Bidang A');
  const head = await world.unit('Sekretariat');
  rina = await world.person('Rina', { unit: head, platform: 'slack' });
  budi = await world.person('Budi', { unit, platform: 'slack', supervisor: rina.id });
  siti = await world.person('Siti', { unit, supervisor: budi.id });
  rudi = await world.person('Rudi', { unit, supervisor: budi.id });
  await world.plan(siti.id, 2026, ['Tersusunnya laporan', 'Terlaksananya rapat']);
});
afterEach(() => world.close());

const rules = (body: OwnRules) =>
  world.store.commit([
    insertRules({
      ...{ id: world.services.newId(), unitId: null, effectiveFrom: '2026-01-01', body },
      ...{ createdAt: world.now, createdBy: null },
    } as Parameters<typeof insertRules>[0]),
  ]);

/** Writes feedback in a conversation of questions, up to its review. */
async function write(who: TestPerson, name: string, kind: string, text: string, readers?: string) {
  if (who === budi || who === rina) {
    await who.say(`/umpanbalik ${name}`);
    const value = { Apresiasi: 'praise', 'Saran perbaikan': 'improve', 'Catatan pribadi': 'note' }[kind]!;
    await who.send({
      kind: 'form',
      token: who.form!.token,
      answers: { kind: [{ choice: value }], text: [{ text }] },
    });
    return readers === undefined ? who.last().text : who.press(readers);
  }
  await who.say(`/umpanbalik ${name}`);
  const asked = [await who.press(kind)];
  if (asked[0]!.includes('RHK')) asked.push(await who.say('lewati'));
  await who.say(text);
  const last = kind === 'Catatan pribadi' || text.includes('#') ? who.last().text : await who.say('lewati');
  return readers === undefined ? last : who.press(readers);
}

const all = () => [rina, budi, siti, rudi];
const sees = (who: TestPerson, text: string) => who.messages.some((m) => m.text.includes(text));
const received = async () => (await world.store.all(receivedFeedback({ employeeId: siti.id })))[0];
const own = (op: string, id: string, arg = '') => ({
  kind: 'choice' as const,
  action: encodeAction({ do: 'room', room: 'feedback', op, id, arg }),
  messageId: null,
});

describe('feedback of a supervisor', () => {
  it('says who will read it before it is sent, and reaches nobody before', async () => {
    const review = await write(budi, 'Siti', 'Saran perbaikan', 'Notulen terlambat #akuntabel');
    expect(review).toContain('Akan dibaca: Siti dan Anda.');
    expect(sees(siti, 'Notulen')).toBe(false);
    expect(await budi.press('Bagikan')).toContain('Dibagikan kepada Siti. Dibaca oleh: Siti dan Anda.');
    expect(siti.last().text).toBe(
      [
        '# Umpan balik dari Budi',
        '> Notulen terlambat #akuntabel',
        'BerAKHLAK: Akuntabel',
        '(Dibaca oleh: Budi dan Anda.)',
        '(Balas pesan ini untuk menjawab.)',
      ].join('\n'),
    );
    expect(siti.last().buttons).toEqual(['Sudah saya baca', 'Balas', 'Keberatan']);
    expect([rina, rudi].some((who) => sees(who, 'Notulen'))).toBe(false);
  });

  it('is asked question by question in Telegram, about a work result, and stored once', async () => {
    await world.store.commit([updatePerson(siti.id, { supervisorId: rudi.id })]);
    await rudi.say('/umpanbalik siti');
    await rudi.press('Apresiasi');
    expect(await rudi.press('2')).toContain('Misalnya dimulai dengan: “Pada … (kapan, kegiatan apa)');
    await rudi.say('Rapat berjalan tepat waktu');
    await rudi.press('Kolaboratif');
    const press = rudi
      .last()
      .message.buttons.flat()
      .find(({ label }) => label === 'Bagikan')!;
    const event = { kind: 'choice' as const, action: press.action, messageId: rudi.last().id };
    await Promise.all([rudi.send(event), rudi.send(event)]);
    expect(siti.messages.filter((m) => m.text.includes('tepat waktu'))).toHaveLength(1);
    expect(siti.last().text).toContain('Tentang: RHK 2. Terlaksananya rapat');
    expect(siti.last().text).toContain('BerAKHLAK: Kolaboratif');
    expect(siti.last().buttons).toEqual(['Sudah saya baca', 'Balas']);
    expect(await world.store.all(givenFeedback({ authorId: rudi.id }))).toHaveLength(1);
  });

  it('is acknowledged once, by the employee only', async () => {
    await write(budi, 'Siti', 'Apresiasi', 'Bagus');
    await budi.press('Bagikan');
    const { id } = (await received())!;
    await rudi.send(own('read', id));
    expect(rudi.toast).toBe('Data ini sudah tidak ada.');
    await budi.send(own('read', id));
    expect(budi.toast).toBe('Umpan balik ini bukan untuk Anda.');
    expect((await received())!.readAt).toBe(null);
    expect(await siti.press('Sudah saya baca')).toContain('Ditandai sudah dibaca 23 Nov.');
    world.advance(HOUR);
    await siti.send(own('read', id));
    expect(siti.toast).toBe('Sudah tercatat sebelumnya.');
    expect((await received())!.readAt).toBe(world.now - HOUR);
    expect(await budi.say('/umpanbalik')).toContain('23 Nov, Siti: dibaca 23 Nov');
  });

  it('is acknowledged by a reaction as well', async () => {
    await write(budi, 'Siti', 'Apresiasi', 'Bagus');
    await budi.press('Bagikan');
    await siti.send({ kind: 'reaction', messageId: siti.last().id, emoji: '👍' });
    expect((await received())!.readAt).toBe(world.now);
  });

  it('is answered both ways, in the thread where there is one', async () => {
    await write(budi, 'Siti', 'Saran perbaikan', 'Notulen terlambat');
    await budi.press('Bagikan');
    const notice = siti.last();
    await siti.say('Siap, Pak', notice.id);
    expect(budi.last().text).toContain('# Balasan dari Siti\n');
    expect(budi.last().text).toContain('> Siap, Pak');
    const root = budi.last();
    await budi.say('Terima kasih', root.id);
    expect(siti.last()).toMatchObject({ thread: notice.id });
    await siti.press('Balas', notice);
    await siti.say('Sudah saya kirim');
    expect(budi.last()).toMatchObject({ thread: root.id });
    expect(budi.last().text).toContain('> Sudah saya kirim');
    expect((await received())!.readAt).toBe(world.now);
    await siti.file({}, '');
    expect([rina, rudi].some((who) => sees(who, 'Siap'))).toBe(false);
  });

  it('cannot be answered to somebody who has left', async () => {
    await write(budi, 'Siti', 'Apresiasi', 'Bagus');
    await budi.press('Bagikan');
    await world.store.commit([updatePerson(budi.id, { active: false })]);
    expect(await siti.say('Terima kasih', siti.last().id)).toContain('Budi sudah tidak bertugas di sini');
  });

  it('can be taken back within a day, which its reader sees and its trace keeps', async () => {
    await write(budi, 'Siti', 'Saran perbaikan', 'Keliru orang');
    await budi.press('Bagikan');
    const { id } = (await received())!;
    await siti.send(own('withdraw!', id));
    expect(siti.toast).toBe('Umpan balik ini bukan untuk Anda.');
    await budi.press('Tarik kembali');
    expect(await budi.press('Ya, tarik kembali')).toContain('ditarik kembali');
    expect(sees(siti, 'Keliru orang')).toBe(false);
    expect(siti.last().text).toContain('Budi menarik kembali umpan balik ini (23 Nov).');
    expect(await first(world.store, feedbackById({ id }))).toMatchObject({ status: 'withdrawn' });
    await siti.send(own('read', id));
    expect(siti.toast).toBe('Umpan balik ini sudah ditarik kembali.');
    expect(await siti.say('Kenapa?', siti.last().id)).toContain('sudah ditarik kembali');
    await budi.send(own('withdraw!', id));
    expect(budi.toast).toBe('Umpan balik ini sudah ditarik kembali.');
  });

  it('is taken back from a supervisor who has read it and is not theirs any more', async () => {
    await rules({ peerFeedback: true });
    await write(rudi, 'Siti', 'Saran perbaikan', 'Keliru orang', 'Siti, Budi (atasan Siti), dan Anda');
    await rudi.press('Bagikan');
    expect(sees(budi, 'Keliru orang')).toBe(true);
    await world.store.commit([updatePerson(siti.id, { supervisorId: rina.id })]);
    await rudi.press('Tarik kembali');
    await rudi.press('Ya, tarik kembali');
    for (const who of [siti, budi, rina]) expect(sees(who, 'Keliru orang')).toBe(false);
    expect(sees(budi, 'Rudi menarik kembali umpan balik ini')).toBe(true);
    expect(rina.messages).toEqual([]);
  });

  it('cannot be taken back later, and what waits for delivery is not delivered any more', async () => {
    await write(budi, 'Siti', 'Apresiasi', 'Satu');
    await budi.press('Bagikan');
    world.advance(25 * HOUR);
    await budi.press('Tarik kembali');
    expect(budi.toast).toContain('hanya dapat ditarik dalam 24 jam');
    world.now = Date.parse('2026-11-24T15:00:00Z');
    await write(budi, 'Siti', 'Apresiasi', 'Dua');
    await budi.press('Bagikan');
    expect(sees(siti, 'Dua')).toBe(false);
    await budi.press('Tarik kembali');
    await budi.press('Ya, tarik kembali');
    world.now = Date.parse('2026-11-25T01:00:00Z');
    await world.settle();
    expect(sees(siti, 'Dua')).toBe(false);
  });

  it('is refused in one sentence to whoever has no right to it', async () => {
    const sentence = 'Umpan balik diberikan oleh atasan langsung';
    expect(await rudi.say('/umpanbalik Siti')).toContain(sentence);
    expect(await rina.say('/umpanbalik Siti')).toContain(sentence);
    expect(await siti.say('/umpanbalik Siti')).toContain(sentence);
    await rudi.send(own('give', siti.id));
    expect(rudi.toast).toBe('Umpan balik kepada Siti hanya dapat diberikan oleh atasan langsungnya.');
  });

  it('is refused to a supervisor who was replaced while writing', async () => {
    await write(budi, 'Siti', 'Apresiasi', 'Bagus');
    await world.store.commit([updatePerson(siti.id, { supervisorId: rina.id })]);
    expect(await budi.press('Bagikan')).toContain('hanya dapat diberikan oleh atasan langsungnya');
    expect(await received()).toBe(undefined);
    expect(sees(siti, 'Bagus')).toBe(false);
  });

  it('asks which of several is meant', async () => {
    const other = await world.person('Siti Nur', { unit, supervisor: budi.id });
    expect(await budi.say('/umpanbalik Siti N')).toBe(
      '{Umpan balik: Apa yang ingin disampaikan kepada Siti Nur? | Tulis umpan balik untuk Siti Nur. | Nilai BerAKHLAK mana yang terlihat?}',
    );
    expect(await budi.say('/umpanbalik sit')).toContain('Pegawai mana yang dimaksud dengan “sit”?');
    await budi.press('Siti Nur · Bidang A');
    expect(budi.form?.fields[0]?.label).toContain('Siti Nur');
    expect(other.messages).toEqual([]);
  });
});

describe('feedback of others', () => {
  it('comes from colleagues and staff only where the agency has opened it', async () => {
    await rules({ peerFeedback: true });
    const review = await write(
      rudi,
      'Siti',
      'Saran perbaikan',
      'Berkasnya belum lengkap',
      'Siti, Budi (atasan Siti), dan Anda',
    );
    expect(review).toContain('Akan dibaca: Siti, Budi (atasan Siti), dan Anda.');
    await rudi.press('Bagikan');
    expect(siti.last().text).toContain('# Umpan balik dari Rudi');
    expect(siti.last().text).toContain('(Dibaca oleh: Rudi, Budi (atasan Siti), dan Anda.)');
    expect(budi.last().text).toContain('# Rudi memberi umpan balik kepada Siti');
    expect(await budi.say('Setuju', budi.last().id)).toContain('hanya antara penulis dan penerimanya');
    expect(await write(siti, 'Budi', 'Apresiasi', 'Arahan jelas', 'Budi dan Anda')).toContain(
      'Budi dan Anda',
    );
    await siti.press('Bagikan');
    expect(budi.last().text).toContain('# Apresiasi dari Siti');
    expect(sees(rina, 'Arahan')).toBe(false);
  });

  it('goes to the supervisor of the moment of delivery only', async () => {
    await rules({ peerFeedback: true });
    world.now = Date.parse('2026-11-23T15:00:00Z');
    await write(rudi, 'Siti', 'Apresiasi', 'Sangat membantu', 'Siti, Budi (atasan Siti), dan Anda');
    await rudi.press('Bagikan');
    await world.store.commit([updatePerson(siti.id, { supervisorId: rina.id })]);
    world.now = Date.parse('2026-11-24T01:00:00Z');
    await world.settle();
    expect(sees(siti, 'Sangat membantu')).toBe(true);
    expect(sees(budi, 'Sangat membantu')).toBe(false);
  });

  it('asks once more who reads it where the supervisor changed before it was sent', async () => {
    await rules({ peerFeedback: true });
    await write(rudi, 'Siti', 'Apresiasi', 'Sangat membantu', 'Siti, Budi (atasan Siti), dan Anda');
    await world.store.commit([updatePerson(siti.id, { supervisorId: rina.id })]);
    expect(await rudi.press('Bagikan')).toContain('Siapa yang boleh membacanya?');
    expect(await rudi.press('Siti, Rina (atasan Siti), dan Anda')).toContain('Rina (atasan Siti)');
    await rudi.press('Bagikan');
    expect([sees(rina, 'Sangat membantu'), sees(budi, 'Sangat membantu')]).toEqual([true, false]);
  });

  it('never shows colleagues the plan and activities of an employee', async () => {
    await rules({ peerFeedback: true });
    await siti.say('08.00-10.00 Rapat rahasia RHK2');
    await siti.press('Simpan');
    await rudi.say('/umpanbalik Siti');
    expect(await rudi.press('Apresiasi')).toContain('Tulis apresiasi untuk Siti.');
    expect(sees(rudi, 'rahasia')).toBe(false);
  });
});

describe('praise for the team', () => {
  it('reaches each colleague once, without what it is about', async () => {
    await rules({ publicPraise: true });
    const tono = await world.person('Tono', { unit, supervisor: budi.id });
    await siti.say('08.00-10.00 Rapat tertutup RHK2');
    await siti.press('Simpan');
    await budi.say('/umpanbalik Siti');
    const about = budi.form!.fields.find(({ id }) => id === 'about')!;
    const options = about.input.kind === 'choice' ? about.input.options : [];
    await budi.send({
      kind: 'form',
      token: budi.form!.token,
      answers: {
        kind: [{ choice: 'praise' }],
        about: [{ choice: options.at(-1)!.value }],
        text: [{ text: 'Notulen terbaik' }],
      },
    });
    expect(await budi.press('Siti, 2 rekan satu tim, dan Anda')).toContain(
      'Akan dibaca: Siti, 2 rekan satu tim, dan Anda.',
    );
    await budi.press('Bagikan');
    expect(siti.last().text).toContain('Tentang: Rapat tertutup');
    for (const who of [rudi, tono]) {
      expect(who.messages.map((m) => m.text)).toEqual([
        '# Budi mengapresiasi Siti\n> Notulen terbaik\n(Dibagikan kepada seluruh tim.)',
      ]);
    }
    expect(await rudi.say('Selamat!', rudi.last().id)).toContain('tidak diteruskan');
    expect(sees(rina, 'Notulen')).toBe(false);
  });

  it('is not offered for criticism, nor where the agency does not want it', async () => {
    const offered = async () => {
      await budi.say('/umpanbalik Siti');
      await budi.send({
        kind: 'form',
        token: budi.form!.token,
        answers: { kind: [{ choice: 'improve' }], text: [{ text: 'Perlu diperbaiki' }] },
      });
      return budi.last();
    };
    expect((await offered()).text).toContain('Akan dibaca: Siti dan Anda.');
    expect(await write(budi, 'Siti', 'Apresiasi', 'Bagus')).toContain('Akan dibaca: Siti dan Anda.');
    await rules({ publicPraise: true });
    expect((await offered()).text).toContain('Akan dibaca: Siti dan Anda.');
  });
});

describe('drafts and private notes', () => {
  it('leave a draft invisible until it is shared, as it was shown', async () => {
    await write(budi, 'Siti', 'Apresiasi', 'Versi satu');
    expect(await budi.press('Simpan draf')).toContain('Draf tersimpan');
    expect(sees(siti, 'Versi')).toBe(false);
    expect(await budi.say('umpan balik draf')).toContain('1. Untuk Siti: Versi satu');
    const shown = await budi.press('Buka 1');
    expect(shown).toContain('Akan dibaca: Siti dan Anda.');
    const share = budi.last();
    await budi.press('Ubah', share);
    await budi.send({
      kind: 'form',
      token: budi.form!.token,
      answers: { kind: [{ choice: 'praise' }], text: [{ text: 'Versi dua' }] },
    });
    await budi.press('Simpan draf');
    await budi.press('Bagikan', share);
    expect(budi.toast).toContain('baru saja berubah');
    expect(sees(siti, 'Versi')).toBe(false);
    await budi.say('/umpanbalik draf');
    await budi.press('Buka 1');
    const button = budi.last().message.buttons.flat()[0]!;
    await budi.press('Bagikan');
    expect(siti.last().text).toContain('Versi dua');
    await budi.send({ kind: 'choice', action: button.action, messageId: null });
    expect(budi.toast).toContain('sudah dibagikan');
    expect(await budi.say('/umpanbalik draf')).toContain('Tidak ada draf');
    expect(siti.messages.filter((m) => m.text.includes('Versi'))).toHaveLength(1);
  });

  it('let nobody else open, share, change or delete them', async () => {
    await write(budi, 'Siti', 'Saran perbaikan', 'Draf rahasia');
    await budi.press('Simpan draf');
    await budi.say('/umpanbalik draf');
    const id = budi.last().message.buttons.flat()[0]!;
    for (const who of [siti, rudi, rina])
      for (const op of ['open', 'draft', 'share', 'change', 'delete', 'read', 'reply', 'withdraw!']) {
        const action = id.action.replace(':draft:', `:${op}:`);
        await who.send({ kind: 'choice', action, messageId: null });
        expect(who.toast).toBe('Data ini sudah tidak ada.');
      }
    expect(await budi.say('/umpanbalik draf')).toContain('Draf rahasia');
    await budi.press('Buka 1');
    expect(await budi.press('Hapus')).toContain('Draf dihapus.');
    expect(await budi.say('/umpanbalik draf')).toContain('Tidak ada draf');
  });

  it('cannot be shared by somebody who is not the supervisor any more', async () => {
    await write(budi, 'Siti', 'Apresiasi', 'Bagus');
    await budi.press('Simpan draf');
    await budi.say('/umpanbalik draf');
    await budi.press('Buka 1');
    await world.store.commit([updatePerson(siti.id, { supervisorId: rina.id })]);
    await budi.press('Bagikan');
    expect(budi.toast).toContain('hanya dapat diberikan oleh atasan langsungnya');
    expect(sees(siti, 'Bagus')).toBe(false);
  });

  it('keep a private note with its author', async () => {
    const review = await write(budi, 'Siti', 'Catatan pribadi', 'Tampak lelah');
    expect(review).toContain('Hanya Anda yang dapat membacanya. Tidak pernah ditampilkan atau diekspor.');
    expect(budi.last().buttons).toEqual(['Simpan catatan', 'Ubah', 'Batal']);
    expect(await budi.press('Simpan catatan')).toContain('Catatan pribadi tersimpan.');
    expect(await budi.say('/umpanbalik catatan')).toContain('1. Siti (23 Nov): Tampak lelah');
    for (const who of all().filter((one) => one !== budi)) {
      await who.say('/umpanbalik');
      await who.say('/umpanbalik catatan');
      expect(sees(who, 'lelah')).toBe(false);
    }
    expect(await budi.say('/umpanbalik draf')).toContain('Tidak ada draf');
    await budi.press('Hapus 1');
    expect(await budi.say('/umpanbalik catatan')).toContain('Tidak ada catatan');
  });
});
