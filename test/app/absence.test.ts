import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { absencesOf, putHoliday } from '../../db/queries/calendar.ts';
import { insertInvitation } from '../../db/queries/linking.ts';
import { updatePerson } from '../../db/queries/people.ts';
import { putShift, shiftId } from '../../db/queries/roster.ts';
import { statement } from '../../db/store.ts';
import { hashCode } from '../../src/app/invite.ts';
import { encodeAction } from '../../src/core/action.ts';
import { datesBetween } from '../../src/core/local-time.ts';
import { runPrompts } from '../../src/scheduler/prompts.ts';
import { createWorld, type TestPerson, type World } from '../support/world.ts';

/** Tuesday, 24 November 2026, 10:00 in WIB. */
const NOW = '2026-11-24T03:00:00Z';
const HOUR = 3_600_000;
let world: World;
let unit: string;
let budi: TestPerson;
let siti: TestPerson;

beforeEach(async () => {
  world = await createWorld(NOW);
  unit = await world.unit('Bidang A');
  budi = await world.person('Budi Santoso', { unit, platform: 'slack' });
  siti = await world.person('Siti Aminah', { unit, supervisor: budi.id });
});
afterEach(() => world.close());

/** What is stored for somebody, in order. */
const stored = async (who = siti) =>
  (await world.store.all(absencesOf({ personId: who.id, from: '2000-01-01', to: '9999-12-31' }))).map(
    (a) => `${a.kind} ${a.fromDate}..${a.toDate}`,
  );
const audits = () =>
  world.store.all(statement('audits', (db, t) => db.select().from(t.audit).orderBy(t.audit.at, t.audit.id)));
const nip = async (who: TestPerson) =>
  (
    await world.store.all(
      statement('nips', (db, t) => db.select({ id: t.people.id, nip: t.people.nip }).from(t.people)),
    )
  ).find((row) => row.id === who.id)!.nip;
const notices = (who: TestPerson) => who.messages.filter((m) => m.text.includes('mencatat ketidakhadiran'));
async function tick(): Promise<void> {
  await runPrompts(world.services);
  await world.settle();
}

describe('one’s own absence', () => {
  it('is shown as it will be stored, and stored with one tap', async () => {
    const shown = await siti.say('cuti 24-26 Nov');
    expect(shown).toContain('Cuti, Selasa 24 – Kamis 26 November 2026 (3 hari kerja)');
    expect(siti.last().buttons).toEqual(['Simpan', 'Batal']);
    expect(await stored()).toEqual([]);
    expect(await siti.press('Simpan')).toContain('Tercatat: Cuti, Selasa 24 – Kamis 26 November 2026');
    expect(await stored()).toEqual(['cuti 2026-11-24..2026-11-26']);
    expect((await audits()).map((a) => [a.action, a.actorId])).toEqual([['absence.recorded', siti.id]]);
  });

  it('is not stored when it is cancelled instead', async () => {
    await siti.say('sakit 2 hari');
    expect(await siti.press('Batal')).toContain('Tidak ada yang disimpan');
    expect(await stored()).toEqual([]);
  });

  it('is understood with and without a slash, in Telegram and in Slack', async () => {
    for (const text of ['/cuti besok', 'cuti besok', '/leave tomorrow', 'leave tomorrow'])
      expect(await siti.say(text)).toContain('Cuti, Rabu, 25 November 2026 (1 hari kerja)');
    for (const text of ['dinas luar', '/dinas luar', 'DL', '/cuti dinas luar'])
      expect(await siti.say(text)).toContain('Dinas luar, Selasa, 24 November 2026');
    expect(await budi.say('/cuti besok')).toContain('Cuti, Rabu, 25 November 2026');
    await budi.press('Simpan');
    expect(await stored(budi)).toEqual(['cuti 2026-11-25..2026-11-25']);
  });

  it('leaves an activity that only speaks of leave an activity', async () => {
    expect(await siti.say('Rapat persiapan cuti bersama')).toContain(
      'Kegiatan: Rapat persiapan cuti bersama',
    );
  });

  it('counts days by the roster and around holidays', async () => {
    await world.store.commit([
      putHoliday({
        date: '2026-11-25',
        name: 'Libur',
        kind: 'libur_nasional',
        source: null,
        provisional: false,
      }),
      putShift({
        ...{ id: shiftId(siti.id, '2026-11-28'), personId: siti.id, date: '2026-11-28' },
        ...{ startMinute: 1200, endMinute: 1920 },
      }),
    ]);
    expect(await siti.say('cuti 4 hari')).toContain('Selasa 24 – Sabtu 28 November 2026 (4 hari kerja)');
    expect(await siti.say('cuti besok')).toContain('tidak ada hari kerja di dalamnya');
  });

  it('is stored once when it is saved twice, also at the same moment', async () => {
    await siti.say('cuti 24-26 Nov');
    const save = siti.last().message.buttons.flat()[0]!.action;
    const press = () => siti.send({ kind: 'choice', action: save, messageId: null });
    await Promise.all([press(), press()]);
    await press();
    expect(await stored()).toEqual(['cuti 2026-11-24..2026-11-26']);
    expect(await siti.say('cuti 24-26 Nov')).toContain('Sudah tercatat');
  });

  it('is merged with what overlaps, the later kind winning, and says what it replaces', async () => {
    await siti.say('cuti 24 Nov - 4 Des');
    await siti.press('Simpan');
    expect(await siti.say('sakit 26-27 Nov')).toContain('Menggantikan: Cuti 26–27 Nov');
    await siti.press('Simpan');
    await siti.say('cuti 5-6 Des');
    await siti.press('Simpan');
    expect(await stored()).toEqual([
      ...['cuti 2026-11-24..2026-11-25', 'sakit 2026-11-26..2026-11-27', 'cuti 2026-11-28..2026-12-06'],
    ]);
  });

  it('is taken back by “Urungkan” without the days that were there before', async () => {
    await siti.say('cuti kemarin');
    await siti.press('Simpan');
    await siti.say('/cuti');
    await siti.press('Cuti');
    expect(await stored()).toEqual(['cuti 2026-11-23..2026-11-24']);
    await siti.press('Urungkan');
    expect(await stored()).toEqual(['cuti 2026-11-23..2026-11-23']);
    expect(await siti.press('Urungkan')).toContain('Sudah selesai');
  });

  it('is listed by /cuti with a way to cancel each, and today in one tap', async () => {
    await siti.say('cuti 1-3 Des');
    await siti.press('Simpan');
    const shown = await siti.say('/cuti');
    expect(shown).toContain('- Cuti, Selasa 1 – Kamis 3 Desember 2026 (3 hari kerja)');
    expect(siti.last().buttons).toEqual([
      ...['Cuti', 'Sakit', 'Izin', 'Dinas luar', 'Diklat', 'Batalkan: Cuti 1–3 Des'],
    ]);
    expect(await siti.press('Batalkan: Cuti 1–3 Des')).toContain('Dihapus: Cuti');
    expect(await stored()).toEqual([]);
    expect(await siti.press('Batalkan: Cuti 1–3 Des')).toContain('Sudah selesai');
  });

  it('has clear sentences for what cannot be taken, and stores nothing', async () => {
    for (const [text, answer] of [
      ['cuti 26-24 Nov', 'lebih awal'],
      ['cuti mulai besok', 'Sampai kapan?'],
      ['cuti 31 November', 'tidak ada'],
      ['cuti 1 Des 2026 - 1 Jan 2028', 'Lebih dari setahun'],
      ['sakit 1-2 Okt', 'hanya dapat dicatat oleh bagian kepegawaian'],
      ['cuti 1 Des 2028', 'Mulainya lebih dari setahun lagi'],
      ['/cuti entah kapan', '“entah kapan” belum terbaca'],
      ['cuti 500 hari', 'Lebih dari setahun'],
    ])
      expect(await siti.say(text!)).toContain(answer);
    expect(await stored()).toEqual([]);
  });
});

describe('an absence of somebody else', () => {
  it('is recorded by the supervisor, and the employee is told who, what and how to contest', async () => {
    expect(await budi.say('/cuti Siti dinas luar 24-26 Nov')).toContain('Siti Aminah · Dinas luar');
    expect(await budi.press('Simpan')).toContain('Tercatat untuk Siti Aminah');
    expect(await stored()).toEqual(['dinas_luar 2026-11-24..2026-11-26']);
    const { text } = siti.last();
    expect(text).toContain(
      'Budi Santoso mencatat ketidakhadiran Bapak/Ibu: Dinas luar, Selasa 24 – Kamis 26',
    );
    expect(text).toContain('balasannya sampai kepada Budi Santoso');
    expect(await siti.say('Saya tidak jadi berangkat, Pak', siti.last().id)).toContain(
      'Terkirim kepada Budi',
    );
    expect(budi.last().text).toContain('Saya tidak jadi berangkat, Pak');
  });

  it('is recorded by HR for everybody, by name or NIP, also long past', async () => {
    const hera = await world.person('Hera', { unit, roles: ['hr', 'pegawai'] });
    const typed = (await nip(siti)).replace(/^(.{8})(.{6})(.)/, '$1 $2 $3 ');
    await hera.say(`/cuti ${typed} sakit 1-2 Sep 2026`);
    await hera.press('Simpan');
    expect(await stored()).toEqual(['sakit 2026-09-01..2026-09-02']);
    expect(siti.last().text).toContain('Hera mencatat');
    await hera.say('/cuti budi besok');
    await hera.press('Simpan');
    expect(await stored(budi)).toEqual(['cuti 2026-11-25..2026-11-25']);
    expect(budi.last().text).toContain('mohon hubungi bagian kepegawaian');
  });

  it('asks which one where a name is ambiguous, and counts that one’s own working days', async () => {
    const other = await world.person('Siti Rahma', { unit, supervisor: budi.id });
    await world.store.commit([
      putShift({
        ...{ id: shiftId(other.id, '2026-11-25'), personId: other.id, date: '2026-11-25' },
        ...{ startMinute: null, endMinute: null },
      }),
    ]);
    await budi.say('/cuti siti sakit 2 hari');
    expect(budi.last().buttons).toEqual(['Siti Aminah · Bidang A', 'Siti Rahma · Bidang A']);
    await budi.press('Siti Rahma · Bidang A');
    await budi.press('Simpan');
    expect([await stored(siti), await stored(other)]).toEqual([[], ['sakit 2026-11-24..2026-11-26']]);
  });

  it('is begun from the team with buttons alone', async () => {
    await budi.say('/tim');
    await budi.press('Catat ketidakhadiran');
    await budi.press('Siti Aminah');
    expect(await budi.press('Sakit')).toContain('Tercatat untuk Siti Aminah: Sakit');
    expect(await budi.say('/tim')).toContain('Siti Aminah: sakit');
    expect(await siti.say('/profil')).toContain('tidak perlu melapor: sakit');
  });

  it('is not for anybody else, neither by words nor by a button of their own making', async () => {
    const rudi = await world.person('Rudi', { unit, supervisor: budi.id });
    expect(await rudi.say('/cuti Siti dinas luar besok')).toContain('hanya dapat dicatat oleh atasan');
    const days = { person: siti.id, kind: 'cuti', from: '2026-11-24', until: '2026-11-24' } as const;
    for (const op of ['ask', 'save', 'undo'] as const) {
      const action = encodeAction({ do: 'absent', ...days, op });
      const reply = await rudi.send({ kind: 'choice', action, messageId: null });
      expect(reply.toast).toContain('hanya dapat dicatat oleh atasan');
    }
    const list = encodeAction({ do: 'absences', person: siti.id });
    expect((await rudi.send({ kind: 'choice', action: list, messageId: null })).toast).toContain('atasan');
    await budi.say('/cuti Hera besok');
    expect(budi.last().text).toContain('Tidak ada pegawai yang cocok dengan “Hera”');
    expect(await stored()).toEqual([]);
    expect(await audits()).toEqual([]);
  });

  it('is cancelled by whoever may record it, not by the employee', async () => {
    await budi.say('/cuti Siti cuti 25-26 Nov');
    await budi.press('Simpan');
    expect(await siti.say('/cuti')).toContain('dicatat oleh Budi Santoso');
    expect(siti.last().buttons).not.toContain('Batalkan: Cuti 25–26 Nov');
    // Adding to it does not make it the employee's own.
    await siti.say('cuti 27 Nov');
    await siti.press('Simpan');
    expect(budi.last().text).toContain('Siti Aminah mengubah ketidakhadiran yang Bapak/Ibu catat');
    expect(await siti.press('Urungkan')).toContain('hanya mereka yang dapat membatalkannya');
    await budi.say('/cuti Siti');
    await budi.press('Batalkan: Cuti 25–27 Nov');
    expect(siti.last().text).toContain('Budi Santoso membatalkan ketidakhadiran Bapak/Ibu: Cuti');
    expect(await stored()).toEqual([]);
  });

  it('is told to the employee only while it still holds', async () => {
    world.outcomes = [{ ok: false, kind: 'later', afterMs: 60_000, scope: 'chat', reason: '429' }];
    await budi.say('/cuti Siti cuti 25-26 Nov');
    await budi.press('Simpan');
    await budi.press('Urungkan');
    world.advance(120_000);
    await world.settle();
    expect(notices(siti)).toEqual([]);
  });

  it('is not told to somebody who is not the supervisor any more', async () => {
    await budi.say('/cuti Siti dinas luar 24-25 Nov');
    await budi.press('Simpan');
    const before = budi.messages.length;
    world.outcomes = [{ ok: false, kind: 'later', afterMs: 60_000, scope: 'chat', reason: '429' }];
    await siti.say('saya sudah masuk');
    await world.store.commit([updatePerson(siti.id, { supervisorId: null })]);
    world.advance(120_000);
    await world.settle();
    expect(budi.messages).toHaveLength(before);
  });

  it('waits for an employee who is not linked yet', async () => {
    const rudi = await world.person('Rudi Hartono', { unit, supervisor: budi.id, linked: false });
    await budi.say('/cuti Rudi diklat 24-26 Nov');
    await budi.press('Simpan');
    const invitation = { id: world.services.newId(), personId: rudi.id, codeHash: hashCode('ABCDE12345') };
    await world.store.commit([insertInvitation({ ...invitation, expiresAt: world.now + 1, usedAt: null })]);
    const phone = world.stranger('rudi');
    await phone.say('/start ABCDE12345');
    await phone.press('Ya, ini saya');
    expect(notices(phone)).toHaveLength(1);
  });

  it('never overlaps another that is stored at the same moment', async () => {
    await budi.say('/cuti Siti dinas luar 24-26 Nov');
    await siti.say('cuti 25-27 Nov');
    await Promise.all([budi.press('Simpan'), siti.press('Simpan')]);
    const rows = await world.store.all(
      absencesOf({ personId: siti.id, from: '2000-01-01', to: '9999-12-31' }),
    );
    const dates = rows.flatMap((row) => datesBetween(row.fromDate, row.toDate));
    expect(dates).toEqual(['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27']);
  });
});

describe('“Saya sudah masuk”', () => {
  it('ends the absence as of yesterday, and the rest of the day is asked for again', async () => {
    await siti.say('dinas luar 23-27 Nov');
    await siti.press('Simpan');
    world.now = Date.parse('2026-11-25T10:00:00Z');
    await tick();
    expect(siti.messages.some((m) => m.text.includes('Yth.'))).toBe(false);
    const answer = await siti.say('Saya sudah masuk');
    expect(answer).toContain('Selamat bertugas kembali, Siti Aminah');
    expect(answer).toContain('dinas luar tercatat sampai Selasa, 24 November 2026');
    expect(siti.last().buttons).toEqual(['Lapor sekarang']);
    expect(await stored()).toEqual(['dinas_luar 2026-11-23..2026-11-24']);
    world.advance(2 * HOUR);
    for (let i = 0; i < 8; i += 1) {
      world.advance(HOUR / 4);
      await tick();
    }
    expect(siti.messages.filter((m) => m.text.includes('Yth.'))).toHaveLength(1);
  });

  it('removes an absence that began today', async () => {
    await siti.say('sakit');
    await siti.press('Simpan');
    expect(await siti.say('/masuk')).toContain('; sakit hari ini dihapus');
    expect(await stored()).toEqual([]);
  });

  it('says so when there is none', async () => {
    for (const text of ['I am back', '/back', 'sudah masuk kerja', 'masuk'])
      expect(await siti.say(text)).toContain('Hari ini tidak tercatat tidak hadir');
  });

  it('is open to the employee whoever recorded the absence, and those who did are told', async () => {
    await budi.say('/cuti Siti dinas luar 24-27 Nov');
    await budi.press('Simpan');
    await siti.say('saya sudah masuk');
    expect(await stored()).toEqual([]);
    expect(budi.last().text).toContain('Siti Aminah sudah masuk kembali');
  });

  it('is a button of /cuti while one is absent', async () => {
    await siti.say('sakit');
    await siti.press('Simpan');
    await siti.say('/cuti');
    expect(siti.last().buttons).toEqual(['Saya sudah masuk', 'Batalkan: Sakit 24 Nov']);
    expect(await siti.press('Saya sudah masuk')).toContain('Selamat bertugas kembali');
  });
});

describe('absent people', () => {
  it('are not asked while they are away, and again afterwards', async () => {
    await siti.say('cuti 24-25 Nov');
    await siti.press('Simpan');
    const before = siti.messages.length;
    for (const at of ['2026-11-24T09:00:00Z', '2026-11-25T09:00:00Z']) {
      world.now = Date.parse(at);
      await tick();
    }
    expect(siti.messages).toHaveLength(before);
    world.now = Date.parse('2026-11-26T09:00:00Z');
    await tick();
    expect(siti.last().text).toContain('Yth. Bapak/Ibu Siti Aminah');
  });

  it('are shown as absent with their last day, and are not counted', async () => {
    await siti.say('cuti 23-26 Nov');
    await siti.press('Simpan');
    expect(await budi.say('/tim')).toContain('Siti Aminah: cuti s.d. 26 Nov');
    expect(await siti.say('/profil')).toContain('tidak perlu melapor: cuti s.d. 26 Nov');
    expect(await siti.say('/rekap minggu')).toContain('Hari kerja terlapor: 0 dari 0');
  });

  it('are asked again at once when the absence of today is cancelled in time', async () => {
    await siti.say('sakit');
    await siti.press('Simpan');
    world.now = Date.parse('2026-11-24T08:00:00Z');
    await tick();
    await siti.press('Urungkan');
    world.now = Date.parse('2026-11-24T08:31:00Z');
    await tick();
    expect(siti.last().text).toContain('Yth.');
  });
});
