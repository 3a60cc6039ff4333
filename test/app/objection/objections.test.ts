import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entriesBetween, revisionsOf } from '../../../db/queries/entries.ts';
import { objectionsOf } from '../../../db/queries/objections.ts';
import { updatePerson } from '../../../db/queries/people.ts';
import { type Build, Conflict, statement } from '../../../db/store.ts';
import type { Tables } from '../../../db/tables.ts';
import { objectionButton, openObjection } from '../../../src/app/objection/marks.ts';
import { textsOf } from '../../../src/i18n/texts.ts';
import { handOverObjections } from '../../../src/scheduler/objections.ts';
import { createWorld, type TestPerson, type World } from '../../support/world.ts';

const DAY = 24 * 3_600_000;
const t = textsOf('id');
let world: World;
let siti: TestPerson;
let budi: TestPerson;
let dewi: TestPerson;
let hana: TestPerson;
let unit: string;

beforeEach(async () => {
  world = await createWorld();
  unit = await world.unit('Bidang A');
  dewi = await world.person('Dewi', { unit });
  budi = await world.person('Budi', { unit, supervisor: dewi.id });
  siti = await world.person('Siti', { unit, supervisor: budi.id });
  hana = await world.person('Hana', { unit, roles: ['pegawai', 'hr'] });
});
afterEach(() => world.close());

async function returned(what = 'Rapat') {
  await siti.say(what);
  await siti.press('Simpan');
  await budi.press('Kembalikan');
  await budi.say('Tidak ada notulen.');
}
async function object(reason = 'Notulen ada.') {
  await siti.press('Keberatan');
  return siti.say(reason);
}
async function decide(who: TestPerson, button: 'Terima' | 'Tidak diterima', reason = 'Sudah diperiksa.') {
  await who.press(button);
  return who.say(reason);
}
const stored = async () => (await world.store.all(objectionsOf({ personId: siti.id })))[0]!;
const entry = async () =>
  (await world.store.all(entriesBetween({ personId: siti.id, from: '2026-11-01', to: '2026-11-30' })))[0]!;
const press = (who: TestPerson, kind: 'entry' | 'evaluation' | 'feedback', id: string) =>
  who.send({ kind: 'choice', action: objectionButton(t, kind, id).action, messageId: null });
const insert = <K extends keyof Tables>(table: K, row: object) =>
  statement('insert', ((db, tables) =>
    db
      .insert(tables[table] as Tables['talks'])
      .values(row as never)
      .returning({ id: (tables[table] as Tables['talks']).id })) as Build<unknown>);

describe('an objection to a returned activity', () => {
  it('goes to the supervisor of the supervisor, with a date, and both sides see its status', async () => {
    await returned();
    expect(await object()).toContain('Menunggu putusan Dewi, paling lambat Senin, 7 Desember 2026.');
    expect(await stored()).toMatchObject({ handlerId: dewi.id, dueOn: '2026-12-07', status: 'open' });
    expect(dewi.last().text).toContain('Alasan dikembalikan: Tidak ada notulen.');
    expect(dewi.last().buttons).toEqual(['Terima', 'Tidak diterima']);
    expect(budi.last().text).toContain('Menunggu putusan Dewi');
    expect(budi.last().buttons).toEqual([]);
    expect(await budi.say('/keberatan')).toContain('Siti: Pengembalian: Rapat');
    expect(await siti.say('/rekap')).toContain('1 kegiatan sedang dalam keberatan');
    expect((await openObjection(world.store, (await entry()).id))?.status).toBe('open');
  });

  it('that is accepted approves the activity, with a trace of who and why', async () => {
    await returned();
    await object();
    expect(await decide(dewi, 'Terima', 'Notulen memang ada.')).toContain('Keberatan diterima');
    const { id, status } = await entry();
    expect(status).toBe('approved');
    const last = (await world.store.all(revisionsOf({ entryId: id }))).at(-1)!;
    expect([last.revision.action, last.actorName, last.revision.reason]).toEqual([
      ...['approved', 'Dewi', 'Notulen memang ada.'],
    ]);
    expect(siti.last().text).toContain('Diterima oleh Dewi.\n> Notulen memang ada.');
    expect(budi.last().text).toContain('Diterima oleh Dewi.');
    expect(await siti.say('/rekap')).not.toContain('keberatan');
  });

  it('that is not accepted changes nothing but is answered, and cannot be filed once more', async () => {
    await returned();
    await object();
    await decide(dewi, 'Tidak diterima', 'Notulen kosong.');
    expect((await entry()).status).toBe('returned');
    expect(siti.last().text).toContain('Tidak diterima oleh Dewi.\n> Notulen kosong.');
    await press(siti, 'entry', (await entry()).id);
    expect(siti.toast).toContain('sudah diputuskan');
    world.advance(60_000);
    await budi.press('Kembalikan');
    await budi.say('Masih tidak ada.');
    expect(await object()).toContain('Keberatan diajukan');
  });

  it('is filed once, however often the button is pressed', async () => {
    await returned();
    const notice = siti.last();
    await siti.press('Keberatan', notice);
    await siti.press('Keberatan', notice);
    await siti.say('Notulen ada.');
    await siti.press('Keberatan', notice);
    expect(siti.toast).toContain('sudah diajukan');
    expect(await world.store.all(objectionsOf({ personId: siti.id }))).toHaveLength(1);
    expect(dewi.messages.filter(({ text }) => text.includes('Keberatan baru'))).toHaveLength(1);
  });

  it('is decided once, by its handler alone', async () => {
    await returned();
    await object();
    const [accept, reject] = dewi.last().message.buttons.flat();
    for (const who of [budi, hana, siti]) {
      await who.send({ kind: 'choice', action: accept!.action, messageId: null });
      expect(who.toast).toBe('Keberatan ini diputuskan oleh Dewi.');
    }
    await dewi.send({ kind: 'choice', action: accept!.action, messageId: null });
    await dewi.send({ kind: 'choice', action: reject!.action, messageId: null });
    await dewi.say('Tidak cukup.');
    await dewi.send({ kind: 'choice', action: accept!.action, messageId: null });
    expect(dewi.toast).toBe('Tidak diterima oleh Dewi.');
    expect((await entry()).status).toBe('returned');
  });

  it('leaves an activity alone that was changed meanwhile', async () => {
    await returned();
    await object();
    await siti.press('Perbaiki');
    await siti.press('Ubah');
    await siti.press('Kegiatan');
    await siti.say('Rapat koordinasi');
    await siti.press('Simpan');
    await decide(dewi, 'Terima');
    expect((await entry()).status).toBe('submitted');
  });

  it('is only possible for what is returned, and is one’s own', async () => {
    await siti.say('Rapat');
    await siti.press('Simpan');
    const { id } = await entry();
    await press(siti, 'entry', id);
    expect(siti.toast).toBe('Data ini sudah tidak ada.');
    await budi.press('Kembalikan');
    await budi.say('Kurang.');
    await press(budi, 'entry', id);
    expect(budi.toast).toBe('Data ini bukan milik Bapak/Ibu.');
    await siti.press('Perbaiki');
    await siti.press('Simpan');
    await press(siti, 'entry', id);
    expect(siti.toast).toContain('hanya untuk kegiatan yang sedang dikembalikan');
  });

  it('is withdrawn by the employee alone, and everybody concerned is told', async () => {
    await returned();
    await object();
    await siti.say('/keberatan');
    await siti.press('Tarik: Pengembalian: Rapat (23 Nov)');
    const { action } = siti.last().message.buttons.flat()[0]!;
    await budi.send({ kind: 'choice', action, messageId: null });
    expect(budi.toast).toBe('Data ini bukan milik Bapak/Ibu.');
    await siti.press('Ya, tarik');
    for (const who of [dewi, budi]) expect(who.last().text).toContain('Ditarik oleh Siti.');
    await siti.send({ kind: 'choice', action, messageId: null });
    expect(siti.toast).toBe('Ditarik oleh Siti.');
    expect(await object()).toContain('Keberatan diajukan');
  });

  it('is offered in the list as well while the activity is returned', async () => {
    await returned();
    await siti.say('/keberatan');
    expect(siti.last().text).toContain('Kegiatan yang dikembalikan\n- 1. Rapat (23 Nov)');
    await siti.press('Keberatan 1');
    expect(await siti.say('Notulen ada.')).toContain('Keberatan diajukan');
  });
});

describe('an objection that nobody decides', () => {
  it('is brought to mind on its last day, and said to HR behind it, without its content', async () => {
    await returned();
    await object();
    const before = dewi.messages.length;
    world.advance(13 * DAY);
    await world.settle();
    expect(dewi.messages).toHaveLength(before);
    expect(hana.messages).toEqual([]);
    world.advance(DAY);
    await world.settle();
    expect(dewi.last().text).toContain('Keberatan jatuh tempo hari ini');
    world.advance(DAY);
    await world.settle();
    expect(hana.last().text).toContain('Keberatan melewati batas waktu');
    expect(hana.last().text).not.toContain('Notulen');
    expect(await hana.say('/keberatan')).toContain('Batas 7 Des sudah lewat; menunggu putusan Dewi.');
    await decide(dewi, 'Terima');
  });

  it('is not brought to mind once it was decided', async () => {
    await returned();
    await object();
    await decide(dewi, 'Terima');
    world.advance(20 * DAY);
    await world.settle();
    const told = [...dewi.messages, ...hana.messages].map(({ text }) => text).join('\n');
    expect(told).not.toMatch(/jatuh tempo|melewati batas/);
  });

  it('is handed over when whoever decides has left or has changed', async () => {
    await returned();
    await object();
    const rudi = await world.person('Rudi', { unit });
    await world.store.commit([updatePerson(budi.id, { supervisorId: rudi.id })]);
    expect(await handOverObjections(world.services)).toBe(1);
    expect(await handOverObjections(world.services)).toBe(0);
    await world.settle();
    expect(rudi.last().buttons).toEqual(['Terima', 'Tidak diterima']);
    await dewi.press('Terima');
    expect(dewi.toast).toBe('Keberatan ini diputuskan oleh Rudi.');
    await world.store.commit([updatePerson(rudi.id, { active: false })]);
    await handOverObjections(world.services);
    await world.settle();
    expect((await stored()).handlerId).toBeNull();
    expect((await stored()).dueOn).toBe('2026-12-07');
    await decide(hana, 'Terima');
    expect((await entry()).status).toBe('approved');
  });
});

describe('who decides where there is no supervisor above', () => {
  it('is any of HR, once', async () => {
    await world.store.commit([updatePerson(budi.id, { supervisorId: null })]);
    const hasan = await world.person('Hasan', { unit, roles: ['hr'] });
    await returned();
    expect(await object()).toContain('Menunggu putusan bagian kepegawaian');
    const { action } = hasan.last().message.buttons.flat()[0]!;
    await decide(hana, 'Tidak diterima');
    await hasan.send({ kind: 'choice', action, messageId: null });
    expect(hasan.toast).toBe('Tidak diterima oleh Hana.');
  });

  it('is nobody where HR is the one objected to, and the employee is told whom to ask', async () => {
    await world.store.commit([
      updatePerson(budi.id, { supervisorId: null, roles: ['pegawai', 'hr'] }),
      updatePerson(hana.id, { active: false }),
    ]);
    await returned();
    await siti.press('Keberatan');
    expect(siti.toast).toContain('mohon hubungi bagian kepegawaian');
  });
});

describe('objections to other things', () => {
  const feedback = (change: object = {}) => ({
    ...{ id: world.services.newId(), authorId: hana.id, employeeId: siti.id, kind: 'improve' },
    ...{
      visibility: 'employee',
      relation: 'peer',
      status: 'shared',
      body: 'Sering terlambat.',
      behaviours: [],
    },
    ...{ localDate: '2026-11-20', revision: 1, createdAt: world.now, sharedAt: world.now },
    ...change,
  });

  it('show feedback to whoever decides and its author, and only the fact to the supervisor', async () => {
    const row = feedback();
    await world.store.commit([insert('feedback', row)]);
    await press(siti, 'feedback', row.id);
    expect(siti.last().text).toContain('Isi umpan balik akan terlihat oleh yang memutuskan.');
    await siti.say('Itu bukan saya.');
    expect(dewi.last().text).toContain('Sering terlambat.');
    expect(hana.last().text).toContain('Itu bukan saya.');
    expect(budi.last().text).toContain('Umpan balik');
    expect(budi.last().text).not.toMatch(/Sering|bukan saya/);
    expect(await budi.say('/keberatan')).not.toMatch(/Sering|bukan saya|20 Nov/);
    world.advance(3 * DAY);
    await decide(dewi, 'Terima');
    expect(hana.last().text).toContain('Mohon tarik kembali umpan balik ini');
    expect(budi.last().text).not.toContain('Mohon tarik');
    await hana.press('Tarik kembali');
    await hana.press('Ya, tarik kembali');
    expect(hana.last().text).toContain('ditarik kembali');
  });

  it('are handed over one by one, whatever is decided at the same moment', async () => {
    for (const row of [feedback(), feedback()]) {
      await world.store.commit([insert('feedback', row)]);
      await press(siti, 'feedback', row.id);
      await siti.say('Itu bukan saya.');
    }
    const rudi = await world.person('Rudi', { unit });
    await world.store.commit([updatePerson(budi.id, { supervisorId: rudi.id })]);
    let first = true;
    const commit: World['store']['commit'] = async (writes) => {
      if (first) {
        first = false;
        throw new Conflict('updateObjection');
      }
      await world.store.commit(writes);
    };
    const services = { ...world.services, store: { ...world.store, commit } };
    expect(await handOverObjections(services)).toBe(1);
    expect(await handOverObjections(services)).toBe(1);
  });

  it('never say that there is a private note', async () => {
    const row = feedback({ visibility: 'author', authorId: budi.id });
    await world.store.commit([insert('feedback', row)]);
    await press(siti, 'feedback', row.id);
    expect(siti.toast).toBe('Data ini sudah tidak ada.');
  });

  it('wait until an evaluation is rated, and are against whoever rated it', async () => {
    const row = (change: object) => ({
      ...{ id: world.services.newId(), personId: siti.id, fromDate: '2026-07-01', toDate: '2026-09-30' },
      ...{ unitId: unit, evaluatorId: budi.id, planVersionId: null, status: 'submitted', revision: 1 },
      ...{ content: { realisations: [], resultFeedback: {}, behaviourFeedback: {}, remark: null } },
      ...{ openedAt: world.now, period: '2026-Q2' },
      ...change,
    });
    const rated = { status: 'rated', ratedAt: world.now, ratedBy: budi.id, resultRating: 'below' };
    const [early, late] = [row({}), row({ period: '2026-Q3', behaviourRating: 'meets', ...rated })];
    await world.store.commit([insert('evaluations', early), insert('evaluations', late)]);
    await press(siti, 'evaluation', early.id);
    expect(siti.toast).toContain('belum dinilai');
    await press(siti, 'evaluation', late.id);
    await siti.say('Targetnya tercapai.');
    expect(dewi.last().text).toContain('Triwulan III 2026');
    expect(dewi.last().text).toContain('Hasil kerja: Di bawah ekspektasi');
    expect(budi.last().text).toContain('Targetnya tercapai.');
    expect(await siti.say('/rekap')).not.toContain('dalam keberatan');
  });
});
