import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draftsOf } from '../../../db/queries/drafts.ts';
import { entriesBetween } from '../../../db/queries/entries.ts';
import { personById } from '../../../db/queries/people.ts';
import { first, statement } from '../../../db/store.ts';
import { returnWrites } from '../../../src/app/staffing/departure.ts';
import { completeDigests, runDigests } from '../../../src/scheduler/digests.ts';
import { runPrompts } from '../../../src/scheduler/prompts.ts';
import { runStaffing } from '../../../src/scheduler/staffing.ts';
import { createWorld, type TestPerson, type World } from '../../support/world.ts';

const HOUR = 3_600_000;
let world: World;
let hana: TestPerson;
let budi: TestPerson;
let siti: TestPerson;
beforeEach(async () => {
  world = await createWorld('2026-11-23T03:00:00Z');
  const unit = await world.unit('Bidang Perencanaan');
  hana = await world.person('Hana Wijaya', { unit, roles: ['hr'], platform: 'slack' });
  budi = await world.person('Budi Santoso', { unit, platform: 'slack' });
  siti = await world.person('Siti Aminah', { unit, supervisor: budi.id });
});
afterEach(() => world.close());

async function leaves(who: string, last: string, why = 'pensiun'): Promise<string> {
  const reply = await hana.send({ kind: 'command', name: 'keluar', args: '' });
  const answers = Object.fromEntries(
    Object.entries({ who, last, why }).map(([id, text]) => [id, [{ text }]]),
  );
  await hana.send({ kind: 'form', token: reply.form!.token, answers });
  const review = hana.last().text;
  if (hana.last().buttons.includes('Simpan')) await hana.press('Simpan');
  return review;
}

async function look(hours = 0): Promise<void> {
  world.advance(hours * HOUR);
  await runStaffing(world.services);
  await runPrompts(world.services);
  await runDigests(world.services);
  await world.settle();
}

const person = async (id: string) => (await first(world.store, personById({ id })))!;
const outbox = (personId: string) =>
  world.store
    .all(statement('outbox', (db, t) => db.select().from(t.outbox)))
    .then((rows) => rows.filter((row) => row.personId === personId));

describe('somebody who leaves', () => {
  it('serves until the end of the last day, where they work', async () => {
    expect(await leaves('siti', '24/11/2026')).toContain('Sampai Selasa, 24 November 2026');
    expect(hana.last().text).toContain('hari terakhir Siti Aminah Selasa, 24 November 2026');
    world.now = Date.parse('2026-11-24T16:59:00Z');
    await look();
    expect((await person(siti.id)).active).toBe(true);
    world.now = Date.parse('2026-11-24T17:00:00Z');
    await look();
    expect(await person(siti.id)).toMatchObject({ active: false, activeUntil: '2026-11-24' });
  });

  it('keeps the history, and gets nothing more, whatever was on its way or comes', async () => {
    await siti.say('08.00-10.00 Rapat koordinasi');
    await siti.press('Simpan');
    await siti.say('/lapor');
    await leaves('siti', '20/11/2026');
    expect(await world.store.all(draftsOf({ personId: siti.id }))).toEqual([]);
    const span = { personId: siti.id, from: '2026-11-01', to: '2026-11-30' };
    expect(await world.store.all(entriesBetween(span))).toHaveLength(1);
    const seen = siti.messages.length;
    // A remark that is written all the same, and every day of two months.
    await budi.say('Terima kasih', budi.messages.find((m) => m.text.includes('Rapat'))!.id);
    for (let day = 0; day < 60; day += 1) await look(24);
    expect(siti.messages).toHaveLength(seen);
    expect((await outbox(siti.id)).filter(({ status }) => status === 'pending')).toEqual([]);
    await budi.say('/tim');
    expect(budi.last().text).not.toContain('Siti');
  });

  it('is answered politely, and nothing is taken from them', async () => {
    await leaves('siti', '20/11/2026');
    expect(await siti.say('08.00-10.00 Rapat')).toContain(
      'Masa tugas Bapak/Ibu tercatat sudah berakhir pada Jumat, 20 November 2026',
    );
    expect(await siti.say('/lapor')).toContain('Riwayat tetap tersimpan');
    const span = { personId: siti.id, from: '2026-11-01', to: '2026-11-30' };
    expect(await world.store.all(entriesBetween(span))).toEqual([]);
  });

  it('leaves a team behind that HR is told about, and whose reports go to nobody', async () => {
    await completeDigests(world.services);
    expect(await leaves('budi', '20/11/2026')).toContain('1 pegawai di bawahnya perlu atasan baru');
    expect(hana.last().text).toContain('1 pegawai belum punya atasan yang aktif');
    expect(hana.last().text).toContain('Siti Aminah, Bidang Perencanaan');
    const seen = budi.messages.length;
    await siti.say('08.00-10.00 Rapat koordinasi');
    expect(await siti.press('Simpan')).toContain('Atasan belum tercatat');
    for (let day = 0; day < 10; day += 1) await look(24);
    expect(budi.messages).toHaveLength(seen);
  });

  it('stays where HR takes it back, before or after', async () => {
    await leaves('siti', '24/11/2026');
    await hana.press('Batalkan');
    await look(72);
    expect(await person(siti.id)).toMatchObject({ active: true, activeUntil: null });
    await leaves('siti', '24/11/2026');
    expect((await person(siti.id)).active).toBe(false);
    const left = await person(siti.id);
    await world.store.commit(returnWrites(world.services, left, '2026-12-01', null, world.now));
    expect(await person(siti.id)).toMatchObject({
      ...{ active: true, activeUntil: null, activeFrom: '2026-12-01' },
    });
    expect(await siti.say('/profil')).toContain('Siti Aminah');
  });

  it('is recorded by somebody else in HR, and once', async () => {
    expect(await leaves('hana', '24/11/2026')).toContain('rekan lain');
    expect((await person(hana.id)).activeUntil).toBeNull();
    await budi.say('/keluar');
    expect(budi.last().text).toContain('Hanya bagian kepegawaian');
  });
});
