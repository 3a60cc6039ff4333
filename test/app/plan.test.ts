import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personById, updatePerson, updateUnit } from '../../db/queries/people.ts';
import { insertPlanVersion, type PlanVersionRow, planVersionsOf } from '../../db/queries/plan-versions.ts';
import { planOf, workResultsOf, workResultsOfPlan } from '../../db/queries/plans.ts';
import { Conflict, first, statement } from '../../db/store.ts';
import { agreeProposal } from '../../src/app/plan/decide.ts';
import { startPlan } from '../../src/app/plan/draft.ts';
import { planFacts } from '../../src/app/plan/facts.ts';
import { planOn } from '../../src/app/plan/in-force.ts';
import { handOverPlans, moveDraft } from '../../src/app/plan/moves.ts';
import { loadSession } from '../../src/app/session.ts';
import { encodeAction } from '../../src/core/action.ts';
import { emptyPlan, type PlanContent, type PlanResult } from '../../src/core/plan/content.ts';
import { planVersionRow } from '../contracts/rows.ts';
import { createWorld, type TestPerson, uuid, type World } from '../support/world.ts';

let world: World;
let unit: string;
let budi: TestPerson;
let siti: TestPerson;

/** Monday, 23 November 2026, in Jakarta. */
beforeEach(async () => {
  world = await createWorld();
  unit = await world.unit('Bidang Perencanaan');
  budi = await world.person('Budi', { unit, platform: 'slack' });
  siti = await world.person('Siti', { unit, supervisor: budi.id });
});
afterEach(() => world.close());

const result = (number: number, change: Partial<PlanResult> = {}): PlanResult => ({
  ...{ id: uuid(`result${number}`), number, additional: false, title: `Tersusunnya laporan ${number}` },
  ...{ supports: null, method: null, perspective: null },
  indicators: [
    { aspect: 'kuantitas', title: 'Jumlah laporan', target: '12', unit: 'laporan', dueOn: '2026-12-31' },
  ],
  ...change,
});
const content = (...results: PlanResult[]): PlanContent => ({ ...emptyPlan, results });

/** Stores a version of Siti's plan of 2026. */
async function version(change: Partial<PlanVersionRow> = {}): Promise<PlanVersionRow> {
  const row = planVersionRow(siti.id, {
    ...{ id: uuid(`version${change.number ?? 1}`), planId: uuid('plan'), content: content(result(1)) },
    ...{ unitId: unit, supervisorId: budi.id, proposedAt: change.status === 'proposed' ? world.now : null },
    ...change,
  });
  await world.store.commit([insertPlanVersion(row)]);
  return row;
}
const versions = (year = 2026) => world.store.all(planVersionsOf({ personId: siti.id, year }));

async function press(who: TestPerson, op: string, id: string | null, arg = ''): Promise<string> {
  const before = who.messages.length;
  const action = encodeAction({ do: 'room', room: 'plan', op, id, arg });
  const reply = await who.send({ kind: 'choice', action, messageId: null });
  return [reply.toast ?? '', ...who.messages.slice(before).map(({ text }) => text)].join('\n').trim();
}

function submit(who: TestPerson, token: string, texts: Record<string, string>) {
  const answers = Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, [{ text }]]));
  return who.send({ kind: 'form', token, answers });
}

describe('beginning a plan', () => {
  it('makes one draft, however often and wherever it is begun', async () => {
    const from = { platform: 'telegram' as const, id: `x${siti.id.slice(-6)}`, address: '' };
    const sender = { ...from, name: '', language: null, email: async () => null, forms: false };
    const session = (await loadSession(world.services, sender))!;
    const both = [await startPlan(session, 2026, 'nothing'), await startPlan(session, 2026, 'nothing')];
    await world.store.commit(both[0]!.writes);
    await expect(world.store.commit(both[1]!.writes)).rejects.toBeInstanceOf(Conflict);
    await press(siti, 'start', null, '2026');
    expect(await versions()).toMatchObject([{ number: 1, status: 'draft', fromDate: '2026-01-01' }]);
    expect(await first(world.store, planOf({ personId: siti.id, year: 2026 }))).toBeNull();
  });

  it('is for this year and the next', async () => {
    expect(await press(siti, 'start', null, '2030')).toMatch(/pilih tahun ini atau tahun depan/);
    expect(await siti.say('/skp ubah')).toMatch(/Belum ada SKP 2026 yang berlaku/);
    expect(await siti.say('/skp ajukan')).toMatch(/Tidak ada rancangan SKP 2026/);
  });

  it('can copy the work results of the year before, without its dates and supports', async () => {
    await version({
      content: content(result(2, { supports: { kind: 'result', id: null, number: 1, title: 'A' } })),
    });
    await siti.say('/skp 2027');
    await siti.press('Salin dari SKP 2026');
    const [draft] = await versions(2027);
    expect(draft!.content.results).toMatchObject([
      { number: 1, supports: null, indicators: [{ dueOn: null, target: '12' }] },
    ]);
    expect(draft!.content.results[0]!.id).not.toBe(result(2).id);
  });

  it('asks heads of independent units for a perspective', async () => {
    await world.store.commit([updateUnit(unit, { leaderId: siti.id, independent: true })]);
    await version({ status: 'draft' });
    expect(await siti.say('/skp periksa')).toMatch(/perspektif belum dipilih/);
    expect(await press(siti, 'edit', uuid('version1'), '1')).toMatch(/Perspektif apa\?/);
    await siti.press('Proses bisnis');
    await siti.press('Simpan');
    expect((await versions())[0]!.content.results[0]).toMatchObject({ perspective: 'proses_bisnis' });
  });
});

describe('drafting', () => {
  it('says at the field of a form which line is wrong and why; nothing is lost', async () => {
    const row = await version({ personId: budi.id, status: 'draft', supervisorId: null });
    await press(budi, 'add', row.id);
    const token = budi.form!.token;
    const answers = {
      title: [{ text: 'Meningkatnya mutu layanan' }],
      kind: [{ choice: 'main' }],
      measures: [{ text: 'kuantitas: jumlah = 12 laporan\nkualitas: nilai = 80, 31 Feb' }],
    };
    const refused = await budi.send({ kind: 'form', token, answers });
    expect(refused.formErrors?.measures).toBe(
      'Baris 2 (“kualitas: nilai = 80, 31 Feb”): tanggal itu tidak ada di kalender.',
    );
    await budi.send({
      kind: 'form',
      token,
      answers: { ...answers, measures: [{ text: 'waktu: selesai = TW II' }] },
    });
    await budi.press('Simpan');
    const [draft] = await world.store.all(planVersionsOf({ personId: budi.id, year: 2026 }));
    expect(draft!.content.results[1]).toMatchObject({ number: 2, indicators: [{ dueOn: '2026-06-30' }] });
  });

  it('puts indicators and targets into one narrative in the qualitative approach', async () => {
    const row = await version({ status: 'draft' });
    await press(siti, 'settings', row.id);
    await siti.press('Ubah');
    await siti.press('Pendekatan');
    await siti.press('Kualitatif');
    await siti.press('Simpan');
    const [draft] = await versions();
    expect(draft!.content).toMatchObject({
      approach: 'qualitative',
      results: [{ indicators: [{ title: 'Jumlah laporan: 12 laporan', target: null }] }],
    });
    expect(await siti.say('/skp periksa')).toMatch(/RHK 1, IKI 1: uraiannya belum menggambarkan hasil/);
  });

  it('never gives the number of a work result to another one', async () => {
    await version({ content: content(result(1), result(2)) });
    await siti.say('/skp ubah');
    const [draft] = await versions();
    await press(siti, 'remove', draft!.id, '2');
    await siti.press('Ya, hapus');
    await press(siti, 'add', draft!.id);
    await siti.say('Terlaksananya rapat koordinasi');
    await siti.press('Tambahan');
    await siti.say('kuantitas: jumlah rapat = 4 kali, 31 Des');
    await siti.press('Simpan');
    expect((await versions())[0]!.content.results.map(({ number }) => number)).toEqual([1, 3]);
  });

  it('is only for its owner, and not while the supervisor looks at it', async () => {
    const row = await version({ status: 'proposed' });
    const joko = await world.person('Joko', { unit });
    expect(await press(joko, 'add', row.id)).toMatch(/bukan milik Bapak\/Ibu/);
    expect(await press(joko, 'check', row.id)).toMatch(/bukan milik Bapak\/Ibu/);
    expect(await press(siti, 'add', row.id)).toMatch(/diperiksa Budi; tarik usulannya dulu/);
    expect(await press(siti, 'discard!', row.id)).toMatch(/tarik usulannya dulu/);
    await press(siti, 'withdraw', row.id);
    expect(await press(siti, 'withdraw', row.id)).toMatch(/tidak ada yang berubah/);
    expect(await versions()).toMatchObject([{ status: 'draft' }]);
    expect(await press(budi, 'agree', row.id, '2')).toMatch(/masih rancangan; Siti perlu mengajukannya dulu/);
    expect(await press(siti, 'discard!', row.id)).toMatch(/Rancangan dibuang/);
    expect(await press(budi, 'return', row.id)).toMatch(
      /tidak dipakai lagi; Siti perlu mengajukan yang baru/,
    );
  });
});

describe('proposing', () => {
  it('needs a supervisor, a complete plan, and something new', async () => {
    const row = await version({ status: 'draft', content: content() });
    expect(await press(siti, 'propose', row.id)).toMatch(
      /Belum dapat diajukan.*\n.*\n.*belum ada rencana hasil kerja/,
    );
    await world.store.commit([updatePerson(siti.id, { supervisorId: null })]);
    expect(await press(siti, 'propose', row.id)).toMatch(/bagian kepegawaian perlu mencatatnya/);
  });

  it('refuses what says the same as the plan in force', async () => {
    await version();
    await siti.say('/skp ubah');
    const [draft] = await versions();
    expect(await press(siti, 'propose', draft!.id)).toMatch(/sama dengan SKP yang berlaku/);
  });
});

describe('deciding', () => {
  it('is only for the present supervisor, never for the owner', async () => {
    const row = await version({ status: 'proposed' });
    const ayu = await world.person('Ayu', { unit, platform: 'slack' });
    const own = await version({
      personId: budi.id,
      number: 2,
      planId: uuid('own'),
      status: 'proposed',
      supervisorId: budi.id,
    });
    for (const op of ['agree', 'agree_on', 'expect', 'return', 'ask', 'review']) {
      expect(await press(ayu, op, row.id, '1')).toMatch(/Hanya atasan langsung Siti saat ini/);
      expect(await press(siti, op, row.id, '1')).toMatch(/Hanya atasan langsung Siti saat ini/);
      expect(await press(budi, op, own.id, '1')).toMatch(/Hanya atasan langsung Budi saat ini/);
    }
    await world.store.commit([updatePerson(siti.id, { supervisorId: ayu.id })]);
    expect(await press(budi, 'agree', row.id, '1')).toMatch(/Hanya atasan langsung Siti saat ini/);
    expect(await press(ayu, 'agree', row.id, '1')).toMatch(/disetujui, berlaku mulai Kamis, 1 Januari 2026/);
    expect(await press(ayu, 'agree', row.id, '1')).toBe('Sudah disetujui oleh Ayu, Senin, 23 November 2026.');
    expect(await versions()).toMatchObject([{ status: 'agreed', decidedBy: ayu.id }]);
  });

  it('agrees once, whatever another process does at the same moment', async () => {
    await version({ status: 'proposed' });
    const from = { platform: 'slack' as const, id: `x${budi.id.slice(-6)}`, address: '' };
    const sender = { ...from, name: '', language: null, email: async () => null, forms: true };
    const session = (await loadSession(world.services, sender))!;
    const owner = (await first(world.store, personById({ id: siti.id })))!;
    const facts = await planFacts(world.services, owner, 2026);
    const found = { version: facts.versions[0]!, facts };
    const both = [
      await agreeProposal(session, found, '2026-01-01'),
      await agreeProposal(session, found, '2026-02-01'),
    ];
    await world.store.commit(both[0]!.writes);
    await expect(world.store.commit(both[1]!.writes)).rejects.toBeInstanceOf(Conflict);
    expect(await versions()).toMatchObject([{ fromDate: '2026-01-01' }]);
  });

  it('shows the newest instead of agreeing to what was not seen', async () => {
    const row = await version({ status: 'proposed', revision: 4 });
    expect(await press(budi, 'agree', row.id, '3')).toMatch(/Usulannya sudah berubah/);
    expect(await versions()).toMatchObject([{ status: 'proposed' }]);
  });

  it('does not agree from a date to what has changed since the question was asked', async () => {
    const row = await version({ status: 'proposed' });
    await press(budi, 'agree_on', row.id, '1');
    const token = budi.form!.token;
    await press(siti, 'withdraw', row.id);
    await press(siti, 'propose', row.id);
    await submit(budi, token, { from: '1 Oktober' });
    expect(budi.last().text).toMatch(/Usulannya sudah berubah/);
    expect(await versions()).toMatchObject([{ status: 'proposed', revision: 3 }]);
    expect(await press(budi, 'agree_on', row.id, '1')).toMatch(/Usulannya sudah berubah/);
    await press(budi, 'agree_on', row.id, '3');
    await submit(budi, budi.form!.token, { from: '1 Oktober' });
    expect(await versions()).toMatchObject([{ status: 'agreed', fromDate: '2026-10-01' }]);
  });

  it('brings the content to the work results that activities name; what is gone stays for the past', async () => {
    await world.plan(siti.id, 2026, ['Lama', 'Rapat']);
    await siti.say('/skp ubah');
    const [draft] = await versions();
    await press(siti, 'remove!', draft!.id, '2');
    await press(siti, 'add', draft!.id);
    await siti.say('Tersusunnya laporan bulanan');
    await siti.press('Utama');
    await siti.say('kuantitas: jumlah laporan = 12 laporan, 31 Des');
    await siti.press('Simpan');
    await press(siti, 'edit', draft!.id, '1');
    await siti.say('kuantitas: jumlah = 2 laporan');
    await siti.press('Ubah');
    await siti.press('Hasil kerja');
    await siti.say('Tersusunnya laporan tahunan');
    await siti.press('Simpan');
    await press(siti, 'propose', draft!.id);
    await budi.press('Setujui mulai 23 Nov');
    const plan = (await first(world.store, planOf({ personId: siti.id, year: 2026 })))!;
    const stored = await world.store.all(workResultsOfPlan({ planId: plan.id }));
    expect(stored.map(({ number, title, current }) => [number, title, current]).toSorted()).toEqual([
      [1, 'Tersusunnya laporan tahunan', true],
      [2, 'Rapat', false],
      [3, 'Tersusunnya laporan bulanan', true],
    ]);
    expect(await world.store.all(workResultsOf({ personId: siti.id, year: 2026 }))).toHaveLength(2);
    const titles = async (date: string) =>
      (await planOn(world.store, siti.id, date))!.content.results.map(({ title }) => title);
    expect(await titles('2026-11-22')).toEqual(['Lama', 'Rapat']);
    expect(await titles('2026-11-23')).toEqual([
      'Tersusunnya laporan tahunan',
      'Tersusunnya laporan bulanan',
    ]);
    expect(siti.last().text).toMatch(/disetujui oleh Budi/);
  });

  it('lets activities of the past name the work results of their time', async () => {
    await version({ toDate: '2026-11-22', content: content(result(1), result(2)) });
    await version({ number: 2, fromDate: '2026-11-23', content: content(result(1)) });
    expect(await siti.say('08.00-09.00 Menulis laporan RHK2 1 dokumen')).toMatch(/RHK 2 tidak ada/);
    expect(await siti.say('kemarin 08.00-09.00 Menulis laporan RHK2 1 dokumen')).not.toMatch(
      /RHK 2 tidak ada/,
    );
  });

  it('refuses a date in a locked period and says from when it is possible', async () => {
    const row = await version({ status: 'proposed' });
    await world.store.commit([lock('2026-Q3')]);
    expect(await press(budi, 'agree', row.id, '1')).toMatch(
      /pilih tanggal lain, paling awal Kamis, 1 Oktober 2026/,
    );
    await press(budi, 'agree_on', row.id, '1');
    const token = budi.form!.token;
    expect((await submit(budi, token, { from: '1 September' })).formErrors?.from).toMatch(
      /paling awal Kamis, 1 Oktober/,
    );
    await submit(budi, token, { from: '1 Oktober' });
    expect(await versions()).toMatchObject([{ status: 'agreed', fromDate: '2026-10-01' }]);
    await world.store.commit([lock('2026')]);
    const next = await version({ number: 2, status: 'proposed' });
    expect(await press(budi, 'agree', next.id, '1')).toMatch(/Semua periode 2026 sudah terkunci/);
  });

  it('sets expectations in Telegram one by one, from a list of all of them', async () => {
    const rina = await world.person('Rina', { unit });
    await world.store.commit([updatePerson(siti.id, { supervisorId: rina.id })]);
    const row = await version({ status: 'proposed', supervisorId: rina.id });
    await press(rina, 'expect', row.id);
    await rina.press('Ubah');
    await rina.press('Kolaboratif');
    await rina.say('Bekerja dengan bidang lain');
    await rina.press('Simpan');
    const [stored] = await versions();
    expect(stored!.content.expectations).toEqual({ kolaboratif: 'Bekerja dengan bidang lain' });
    expect(await press(rina, 'agree', row.id, '2')).toMatch(/disetujui/);
  });
});

describe('reading', () => {
  it('shows supervisors what waits for them, and the plans of their team only', async () => {
    await version({ status: 'proposed' });
    expect(await budi.say('/skp')).toMatch(/Menunggu keputusan Bapak\/Ibu\n- Siti, SKP 2026/);
    expect(await budi.press('Usulan Siti')).toMatch(/Usulan SKP 2026: Siti/);
    expect(await budi.say('/skp siti')).toMatch(/Siti perlu menyusunnya dulu/);
    const joko = await world.person('Joko', { unit });
    expect(await joko.say('/skp siti')).toMatch(/Tidak ada pegawai Bapak\/Ibu bernama “siti”/);
    await world.person('Siti Rahma', { unit, supervisor: budi.id });
    await world.person('Siti Nur', { unit, supervisor: budi.id });
    expect(await budi.say('/skp siti')).toMatch(/Siti perlu menyusunnya dulu/);
    expect(await budi.say('/skp sit')).toMatch(/Ada beberapa pegawai yang cocok dengan "sit"/);
  });

  it('keeps a draft to its owner until it is proposed', async () => {
    const row = await version({ status: 'draft' });
    for (const op of ['check', 'behaviours', 'version'])
      expect(await press(budi, op, row.id)).toMatch(/masih rancangan; Siti perlu mengajukannya dulu/);
    expect(await press(siti, 'check', row.id)).toMatch(/Pemeriksaan SKP/);
  });

  it('shows each version as it was', async () => {
    await version({ toDate: '2026-05-31', decidedBy: budi.id });
    await version({
      number: 2,
      fromDate: '2026-06-01',
      content: content(result(1, { title: 'Tersusunnya laporan baru' })),
    });
    expect(await siti.say('/skp versi')).toMatch(
      /versi 1: disetujui \(awal tahun\) · Berlaku 1 Jan sampai 31 Mei · disetujui Budi/,
    );
    expect(await siti.press('versi 1')).toMatch(/Tersusunnya laporan 1/);
  });
});

describe('people who move', () => {
  it('give what waits to the new supervisor, who is told; the old one can do nothing any more', async () => {
    const ayu = await world.person('Ayu', { unit, platform: 'slack' });
    const row = await version({ status: 'proposed' });
    await world.store.commit([
      updatePerson(siti.id, { supervisorId: ayu.id }),
      ...(await handOverPlans(world.services, siti.id, budi.id, ayu.id, world.now)),
    ]);
    world.wake();
    await world.settle();
    expect(ayu.last().text).toMatch(/Usulan SKP 2026: Siti/);
    expect(await press(budi, 'agree', row.id, '2')).toMatch(/Hanya atasan langsung Siti saat ini/);
    await ayu.press('Setujui mulai 1 Jan');
    expect(await versions()).toMatchObject([{ status: 'agreed', supervisorId: ayu.id }]);
    expect(await handOverPlans(world.services, siti.id, ayu.id, budi.id, world.now)).toEqual([]);
  });

  it('get a draft for the new place, once; the old plan stays until it is agreed', async () => {
    await version();
    await world.store.commit(await moveDraft(world.services, siti.id, '2026-12-01'));
    world.wake();
    await world.settle();
    expect(siti.last().text).toMatch(
      /perlu disesuaikan dengan tugas di tempat baru mulai Selasa, 1 Desember 2026/,
    );
    expect(await versions()).toMatchObject([{ status: 'draft', reason: 'move', fromDate: '2026-12-01' }, {}]);
    expect(await moveDraft(world.services, siti.id, '2026-12-01')).toEqual([]);
    expect((await planOn(world.store, siti.id, '2026-12-15'))!.version!.number).toBe(1);
    expect(await moveDraft(world.services, budi.id, '2026-12-01')).toEqual([]);
  });
});

const lock = (period: string) =>
  statement('insertLock', (db, t) =>
    db
      .insert(t.periodLocks)
      .values({ id: uuid(period), unitId: null, period, locked: true, reason: null, actorId: 'hr', at: 1 })
      .returning({ id: t.periodLocks.id }),
  );
