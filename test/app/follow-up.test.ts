import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { updatePerson } from '../../db/queries/people.ts';
import { encodeAction } from '../../src/core/action.ts';
import type { PositionLevel } from '../../src/core/model.ts';
import { addEvaluation, addObjection, addPastPredicate, evaluationRow } from '../support/evaluations.ts';
import { plainText } from '../support/plain-text.ts';
import { createWorld, type TestPerson, type World } from '../support/world.ts';

let world: World;
let hana: TestPerson;
let siti: TestPerson;
let budi: TestPerson;
let units: { plan: string; part: string; head: string };

beforeEach(async () => {
  world = await createWorld('2027-02-01T02:00:00Z');
  const plan = await world.unit('Bidang Perencanaan');
  const part = await world.unit('Subbidang Data', { parentId: plan });
  const head = await world.unit('Sekretariat');
  units = { plan, part, head };
  hana = await world.person('Hana', { unit: head, roles: ['pegawai', 'hr'] });
  budi = await world.person('Budi', { unit: plan, platform: 'slack' });
  siti = await world.person('Siti', { unit: part, supervisor: budi.id });
  await level(hana, 'administrator');
});
afterEach(() => world.close());

const level = (person: TestPerson, to: PositionLevel | null) =>
  world.store.commit([updatePerson(person.id, { level: to })]);
const rate = (
  person: TestPerson,
  period: string,
  ratings: Parameters<typeof evaluationRow>[2],
  change: Parameters<typeof evaluationRow>[3] = {},
) => world.store.commit([addEvaluation(evaluationRow(person.id, period, ratings, change))]);

describe('credit points', () => {
  it('are listed to HR from final evaluations and levels, with who is missing and what to do', async () => {
    await level(siti, 'ahli_pertama');
    await rate(siti, '2026', ['above', 'above']);
    const shown = await hana.say('/kredit');
    expect(shown).toContain('Angka kredit Tahun 2026');
    expect(shown).toContain('Siti, Subbidang Data: Ahli Pertama, Sangat Baik, 12 bulan: 18,75');
    expect(shown).toContain('1 orang pada jenjang yang tidak memakai angka kredit.');
    expect(shown).toContain('[Jenjang belum diketahui (1)]');
    const unknown = await hana.press('Jenjang belum diketahui (1)');
    expect(unknown).toContain('Budi, Bidang Perencanaan');
    expect(unknown).toContain('Isi kolom jenjang di berkas pegawai');
    await level(budi, 'ahli_madya');
    expect(await hana.press('Angka kredit (1)')).toContain('[Belum dinilai (1)]');
    expect(await hana.press('Belum dinilai (1)')).toContain('Atasan masing-masing perlu menyelesaikan');
  });

  it('follow the months of the period and of the evaluation', async () => {
    await level(siti, 'ahli_muda');
    await rate(siti, '2026', ['above', 'above'], { fromDate: '2026-08-01', status: 'locked' });
    await rate(siti, '2026-Q3', ['meets', 'meets']);
    expect(await hana.say('/kredit 2026')).toContain('Ahli Muda, Sangat Baik, 5 bulan: 15,63');
    expect(await hana.say('/kredit triwulan 3 2026')).toContain('Ahli Muda, Baik, 3 bulan: 6,25');
  });

  it('mark a result to which an objection is open, and leave out what is not rated', async () => {
    await level(siti, 'mahir');
    await level(budi, 'terampil');
    await rate(siti, '2026', ['below', 'meets']);
    await rate(budi, '2026', ['meets', 'meets'], { status: 'submitted' });
    await world.store.commit([addObjection(`${siti.id}:2026`, siti.id)]);
    const shown = await hana.say('/kredit 2026');
    expect(shown).toContain('Mahir, Butuh Perbaikan, 12 bulan: 9,38 (keberatan belum diputus)');
    expect(shown).not.toContain('Budi');
  });

  it('take imported predicates since 2022 where nothing was rated here', async () => {
    await level(siti, 'penyelia');
    await addPastPredicate(world.store, siti.id, 2025, 'good');
    expect(await hana.say('/kredit')).toContain('Penyelia, Baik, 12 bulan: 25,00');
    await rate(siti, '2025', ['above', 'above']);
    expect(await hana.say('/kredit 2025')).toContain('Penyelia, Sangat Baik, 12 bulan: 37,50');
  });

  it('are listed for a unit and those below it', async () => {
    await level(siti, 'ahli_pertama');
    await rate(siti, '2026', ['meets', 'meets']);
    const below = await hana.say('/kredit 2026 bidang perencanaan');
    expect(below).toContain('Angka kredit Tahun 2026, Bidang Perencanaan');
    expect(below).toContain('Siti');
    expect(await hana.say('/kredit Sekretariat')).not.toContain('Siti');
  });

  it('keep those who have left with the points that they earned', async () => {
    await level(siti, 'ahli_pertama');
    await rate(siti, '2026', ['meets', 'meets']);
    await world.store.commit([updatePerson(siti.id, { active: false })]);
    expect(await hana.say('/kredit 2026')).toContain('Ahli Pertama, Baik, 12 bulan: 12,50');
  });

  it('say in one sentence what is wrong or missing', async () => {
    expect(await hana.say('/kredit')).toContain('Belum ada evaluasi yang selesai dinilai');
    expect(await hana.say('/kredit 2026')).toContain('Belum ada evaluasi Tahun 2026 yang selesai dinilai');
    expect(await hana.say('/kredit 2021')).toContain(
      'Untuk Tahun 2021 angka kredit tidak dihitung dari predikat',
    );
    expect(await hana.say('/kredit bidang rahasia')).toContain('"bidang rahasia" belum terbaca');
    expect(await hana.say('/kredit bid')).toContain(
      'cocok dengan beberapa unit: Bidang Perencanaan; Subbidang Data',
    );
    expect(await hana.say('/kredit 2026-01-05..2026-02-10')).toContain('belum terbaca');
  });

  it('are turned page by page', async () => {
    for (let at = 0; at < 25; at += 1) {
      const person = await world.person(`Pegawai ${String(at).padStart(2, '0')}`, { unit: units.head });
      await level(person, 'pemula');
      await rate(person, '2026', ['meets', 'meets']);
    }
    const first = await hana.say('/kredit 2026');
    expect(first).toContain('Halaman 1 dari 2');
    expect(first).not.toContain('Pegawai 20');
    expect(await hana.press('Berikutnya')).toContain('Pegawai 24');
    expect(await hana.press('Sebelumnya')).toContain('Pegawai 00');
  });
});

describe('candidates', () => {
  it('are very good in the last year (award), or in the last two (talent); without any rank', async () => {
    await rate(siti, '2026', ['above', 'above']);
    await addPastPredicate(world.store, siti.id, 2025, 'very_good');
    await rate(budi, '2026', ['above', 'above']);
    await addPastPredicate(world.store, budi.id, 2025, 'good');
    await world.store.commit([addObjection(`${budi.id}:2026`, budi.id)]);
    const talents = await hana.say('/talenta');
    expect(talents).toContain('Calon talenta 2026: 1 orang');
    expect(talents).toContain('Siti, Subbidang Data');
    expect(talents).not.toContain('Budi');
    const awards = await hana.press('Calon penghargaan (2)');
    expect(awards).toContain('Budi, Bidang Perencanaan (keberatan belum diputus)');
    expect(awards).toContain('Urut nama, bukan peringkat');
    expect(await hana.press('Calon talenta (1)')).toContain('Calon talenta 2026: 1 orang');
    expect(await hana.say('/talenta 2025')).toContain('Calon talenta 2025: 0 orang');
    expect(await hana.say('/talenta 2024')).toContain('Belum ada evaluasi Tahun 2024');
    expect(await hana.say('/talenta 2026-Q1')).toContain('"2026-Q1" belum terbaca');
  });

  it('leave out who has left', async () => {
    await rate(siti, '2026', ['above', 'above']);
    await rate(budi, '2026', ['meets', 'above']);
    await world.store.commit([updatePerson(siti.id, { active: false })]);
    expect(await hana.say('/talenta')).toContain('Calon talenta 2026: 0 orang');
  });
});

it('is private to HR: by command, by button, and in the help', async () => {
  await level(siti, 'ahli_pertama');
  await rate(siti, '2026', ['above', 'above']);
  for (const person of [siti, budi]) {
    expect(await person.say('/kredit')).toBe('Daftar ini hanya untuk bagian kepegawaian.');
    expect(await person.say('/talenta 2026')).toBe('Daftar ini hanya untuk bagian kepegawaian.');
    expect(await person.say('/bantuan')).not.toContain('talenta');
  }
  expect(await hana.say('/bantuan')).toContain('/talenta');
  await hana.say('/kredit');
  await world.store.commit([updatePerson(hana.id, { roles: ['pegawai'] })]);
  await hana.press('Jenjang belum diketahui (1)');
  expect(hana.toast).toBe('Daftar ini hanya untuk bagian kepegawaian.');
});

it('does not trust a button', async () => {
  await rate(siti, '2026', ['above', 'above']);
  const press = async (op: string, id: string | null, arg: string) => {
    const action = encodeAction({ do: 'room', room: 'follow_up', op, id, arg });
    const { toast, edit } = await hana.send({ kind: 'choice', action, messageId: 'm1' });
    return toast ?? edit?.blocks.map(plainText).join('\n');
  };
  const unknown = 'Tombol ini tidak dikenali. Ketik /bantuan untuk melihat pilihan.';
  expect(await press('drop', null, '2026.0')).toBe(unknown);
  expect(await press('credit', null, '2026')).toBe(unknown);
  expect(await press('credit', null, "x' or 1.0")).toBe(unknown);
  expect(await press('credit', '00000000-0000-7000-8000-000000000000', '2026.0')).toBe(
    'Data ini sudah tidak ada.',
  );
  expect(await press('credit', null, '2021.0')).toContain('Untuk Tahun 2021 angka kredit tidak dihitung');
  expect(await press('talent', null, '2026-Q1.0')).toContain('"2026-Q1" belum terbaca');
  expect(await press('award', units.plan, '2026.99')).toContain('Siti');
});
