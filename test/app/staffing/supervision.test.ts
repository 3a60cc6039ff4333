import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dialogueById, insertDialogue } from '../../../db/queries/dialogues.ts';
import { feedbackRequestById, insertFeedbackRequest } from '../../../db/queries/feedback-requests.ts';
import { personById, updateUnit } from '../../../db/queries/people.ts';
import { auditOf } from '../../../db/queries/plan-support.ts';
import { supervisionsOf } from '../../../db/queries/supervisions.ts';
import { first } from '../../../db/store.ts';
import { importPeople } from '../../../src/app/import/people.ts';
import { runStaffing } from '../../../src/scheduler/staffing.ts';
import { tableOf } from '../../core/import/builders.ts';
import { createWorld, type TestPerson, uuid, type World } from '../../support/world.ts';

const DAY = 24 * 3_600_000;
let world: World;
let unit: string;
let hana: TestPerson;
let budi: TestPerson;
let dewi: TestPerson;
let siti: TestPerson;
beforeEach(async () => {
  // 23 November 2026, a Monday; nobody is expected to report before the 2nd.
  world = await createWorld('2026-11-23T03:00:00Z');
  const office = await world.unit('Sekretariat');
  unit = await world.unit('Bidang Perencanaan');
  hana = await world.person('Hana Wijaya', { unit: office, roles: ['pegawai', 'hr'], platform: 'slack' });
  budi = await world.person('Budi Santoso', { unit, platform: 'slack' });
  dewi = await world.person('Dewi Lestari', { unit: office, platform: 'slack' });
  siti = await world.person('Siti Aminah', { unit, supervisor: budi.id });
});
afterEach(() => world.close());

const load = async (id: string) => (await first(world.store, personById({ id })))!;
const minutes = async (n: number) => {
  world.advance(n * 60_000);
  await world.settle();
};
const underWhom = async (id = siti.id) => (await first(world.store, personById({ id })))!.supervisorId;
const spans = async (id = siti.id) =>
  (await world.store.all(supervisionsOf([id]))).map(({ supervisorId, kind, fromDate, toDate, status }) =>
    [
      supervisorId === budi.id ? 'budi' : supervisorId === dewi.id ? 'dewi' : supervisorId,
      kind,
      fromDate,
      toDate,
      status,
    ].join(' '),
  );

/** HR fills in the form, which is one modal in Slack; what only an acting supervisor needs is asked behind it. */
async function change({ until, ...answers }: Record<string, string>): Promise<string> {
  const reply = await hana.send({ kind: 'command', name: 'atasan', args: 'ganti' });
  const token = reply.form!.token;
  const given = Object.fromEntries(Object.entries(answers).map(([id, text]) => [id, [{ text }]]));
  const next = await hana.send({ kind: 'form', token, answers: given });
  if (next.formErrors) return Object.values(next.formErrors).join('; ');
  if (until) await hana.say(until);
  return hana.last().text;
}

async function look(days = 0): Promise<void> {
  world.advance(days * DAY);
  await runStaffing(world.services);
  await world.settle();
}

describe('a supervisor who changes today', () => {
  it('is in force at once: open days move, and everybody is told', async () => {
    await siti.say('08.00-10.00 Rapat koordinasi');
    await siti.press('Simpan');
    expect(budi.last().text).toContain('Rapat koordinasi');
    const review = await change({ who: 'siti', to: 'dewi', kind: 'definitive', from: '23/11/2026' });
    expect(review).toContain('Siti Aminah');
    expect(review).toContain('Berlaku segera');
    await hana.press('Simpan');
    expect(hana.last().text).toContain('Berlaku: 1 pegawai di bawah Dewi Lestari.');
    expect(await underWhom()).toBe(dewi.id);
    expect(await spans()).toEqual([
      'budi definitive 2026-11-02 2026-11-22 ended',
      'dewi definitive 2026-11-23  active',
    ]);
    const card = dewi.messages.find((m) => m.text.includes('Rapat koordinasi'));
    expect(card?.buttons).toContain('Setujui');
    expect(dewi.messages.map((m) => m.text).join('\n')).toContain('1 hari laporan menunggu');
    expect(budi.messages[0]!.text).toContain('sekarang di bawah Dewi Lestari');
    expect(siti.last().text).toContain('2–22 Nov: Budi Santoso; sejak 23 Nov: Dewi Lestari.');
  });

  it('leaves who and when in the audit trail, and the reason only with the change itself', async () => {
    await change({ who: 'siti', to: 'dewi', kind: 'definitive', from: '23/11/2026', reason: 'rahasia' });
    await hana.press('Simpan');
    const trail = await world.store.all(auditOf({ subject: siti.id }));
    expect(trail).toMatchObject([{ action: 'supervision.ordered', detail: { supervisorId: dewi.id } }]);
    expect(JSON.stringify(trail)).not.toContain('rahasia');
    const rows = await world.store.all(supervisionsOf([siti.id]));
    expect(rows.find(({ supervisorId }) => supervisorId === dewi.id)).toMatchObject({ reason: 'rahasia' });
  });

  it('lets the former one leave a note, and HR know that all were told', async () => {
    await change({ who: 'siti', to: 'dewi', kind: 'definitive', from: '23/11/2026' });
    await hana.press('Simpan');
    await budi.press('Tulis catatan');
    const reply = await budi.send({
      kind: 'form',
      token: budi.form!.token,
      answers: { note: [{ text: 'Laporan triwulan tinggal lampirannya.' }] },
    });
    expect(reply.messages).toHaveLength(1);
    expect(budi.last().text).toContain('Catatan diteruskan kepada Dewi Lestari.');
    expect(dewi.last().text).toContain('Laporan triwulan tinggal lampirannya.');
    const button = budi.messages
      .flatMap((m) => m.message.buttons.flat())
      .find((b) => b.label === 'Tulis catatan')!;
    await siti.send({ kind: 'choice', action: button.action, messageId: siti.last().id });
    expect(siti.toast).toContain('hanya dapat ditulis oleh atasan yang menyerahkan');
    await minutes(11);
    expect(hana.last().text).toBe('Pergantian atasan 1 pegawai: semua pihak sudah diberi tahu.');
  });

  it('moves requests for feedback and dialogues that are ahead, and counts them', async () => {
    await world.store.commit([
      insertFeedbackRequest({
        ...{ id: uuid('request'), employeeId: siti.id, askedId: budi.id, about: 'Notulen' },
        ...{ workResultId: null, status: 'open', feedbackId: null, revision: 1 },
        ...{ createdAt: world.now, settledAt: null },
      }),
      insertDialogue({
        ...{ id: uuid('dialogue'), employeeId: siti.id, leaderId: budi.id, kind: 'guidance' },
        ...{ status: 'proposed', startsAt: world.now + 3 * DAY, proposedBy: siti.id, place: null },
        ...{ reason: null, workResultId: null, minutes: null, minutesRevision: 0, minutesBy: null },
        ...{ employeeConfirmedAt: null, leaderConfirmedAt: null, heldOn: null, revision: 1 },
        ...{ createdAt: world.now, updatedAt: world.now },
      }),
    ]);
    await change({ who: 'siti', to: 'dewi', kind: 'definitive', from: '23/11/2026' });
    await hana.press('Simpan');
    expect(dewi.messages.map((m) => m.text).join('\n')).toContain('1 dialog, 1 permintaan umpan balik');
    expect(await first(world.store, feedbackRequestById({ id: uuid('request') }))).toMatchObject({
      askedId: dewi.id,
    });
    expect(await first(world.store, dialogueById({ id: uuid('dialogue') }))).toMatchObject({
      leaderId: dewi.id,
    });
  });

  it('is refused with one sentence where it cannot be', async () => {
    const answers = { kind: 'definitive', from: '23/11/2026' };
    expect(await change({ ...answers, who: 'nurul', to: 'dewi' })).toContain('"nurul" tidak ada');
    await world.person('Siti Zubaidah', { unit });
    expect(await change({ ...answers, who: 'siti', to: 'dewi' })).toContain('Siti Zubaidah, Bidang');
    expect(await change({ ...answers, who: 'dewi', to: 'dewi' })).toContain('atasannya sendiri');
    expect(await change({ ...answers, who: 'budi', to: 'siti aminah' })).toContain(
      'langsung atau berjenjang',
    );
    expect(hana.last().buttons).not.toContain('Simpan');
    expect(await change({ ...answers, who: 'dewi', to: 'budi', from: 'entah' })).toContain('belum terbaca');
    expect(await budi.say('/atasan ganti')).not.toContain('?');
  });

  it('moves a whole unit, but neither its leader nor who is above the new one', async () => {
    await world.person('Tono', { unit, supervisor: budi.id });
    await world.store.commit([updateUnit(unit, { leaderId: budi.id })]);
    const said = await change({
      who: 'bidang perencanaan',
      to: 'dewi',
      kind: 'definitive',
      from: '23/11/2026',
    });
    expect(said).toContain('2 pegawai: Siti Aminah, Tono');
    await hana.press('Simpan');
    expect(await underWhom()).toBe(dewi.id);
    expect(await underWhom(budi.id)).toBeNull();
    expect(dewi.messages.filter((m) => m.text.includes('Bapak/Ibu menilai 2 pegawai'))).toHaveLength(1);
  });
});

describe('a supervisor who changes on a later date', () => {
  beforeEach(async () => {
    await change({ who: 'siti', to: 'dewi', kind: 'definitive', from: '1/12/2026' });
    await hana.press('Simpan');
  });

  it('is in force when that date begins where the person works, once, whatever process looks', async () => {
    expect(hana.last().text).toContain('mulai Selasa, 1 Desember 2026');
    await look(7);
    expect(await underWhom()).toBe(budi.id);
    world.now = Date.parse('2026-11-30T16:59:00Z');
    await look();
    expect(await underWhom()).toBe(budi.id);
    world.now = Date.parse('2026-11-30T17:00:00Z');
    const other = { ...world.services, newId: randomUUID };
    await Promise.all([runStaffing(world.services), runStaffing(other)]);
    world.now = Date.parse('2026-12-01T02:00:00Z');
    await look();
    expect(await underWhom()).toBe(dewi.id);
    expect(await spans()).toEqual([
      'budi definitive 2026-11-02 2026-11-30 ended',
      'dewi definitive 2026-12-01  active',
    ]);
    expect(siti.messages.filter((m) => m.text.includes('Atasan Bapak/Ibu berganti'))).toHaveLength(1);
    expect(siti.last().text).toContain('Nov: Budi Santoso; sejak 1 Des: Dewi Lestari');
  });

  it('is listed, and cancelled so that everything stays as it was', async () => {
    await hana.say('/atasan daftar');
    expect(hana.last().text).toContain('Siti Aminah: Dewi Lestari (definitif), mulai 1 Des');
    await hana.press('Batalkan 1');
    await look(14);
    expect(await underWhom()).toBe(budi.id);
    expect((await spans()).filter((span) => !span.endsWith('cancelled'))).toEqual([
      'budi definitive 2026-11-02  active',
    ]);
  });

  it('lets nobody but HR see or change it', async () => {
    await siti.say('/atasan');
    expect(siti.last().text).toContain('30 Nov: Budi Santoso');
    expect(siti.last().buttons).toEqual([]);
    await hana.say('/atasan daftar');
    const button = hana
      .last()
      .message.buttons.flat()
      .find(({ label }) => label === 'Batalkan 1')!;
    await siti.send({ kind: 'choice', action: button.action, messageId: siti.last().id });
    expect(siti.toast).toContain('Hanya bagian kepegawaian');
  });
});

describe('an acting supervisor', () => {
  it('serves for a time, goes by themselves, and what is open comes back', async () => {
    await change({ who: 'siti', to: 'dewi', kind: 'plt', from: '24/11/2026', until: '27/11/2026' });
    expect(hana.last().text).toContain('kembali kepada atasan definitif');
    await hana.press('Simpan');
    await look(1);
    expect(await underWhom()).toBe(dewi.id);
    expect(siti.last().text).toContain('ditangani Dewi Lestari (Plt.)');
    expect(dewi.last().text).toContain('Sebagai Plt., sampai Jumat, 27 November 2026.');
    await siti.say('08.00-10.00 Survei lapangan');
    await siti.press('Simpan');
    expect(dewi.last().text).toContain('Survei lapangan');
    await look(3);
    expect(await underWhom()).toBe(dewi.id);
    await look(1);
    expect(await underWhom()).toBe(budi.id);
    expect(budi.messages.map((m) => m.text).join('\n')).toContain('Survei lapangan');
    expect(await spans()).toEqual([
      'budi definitive 2026-11-02  active',
      'dewi plt 2026-11-24 2026-11-27 ended',
    ]);
    await siti.say('/atasan');
    expect(siti.last().text).toContain('24–27 Nov: Dewi Lestari (Plt.)');
  });

  it('can be ended early', async () => {
    await change({ who: 'siti', to: 'dewi', kind: 'plh', from: '23/11/2026', until: '30/11/2026' });
    await hana.press('Simpan');
    expect(await underWhom()).toBe(dewi.id);
    world.advance(2 * DAY);
    await hana.say('/atasan');
    await hana.press('Batalkan 1');
    expect(await underWhom()).toBe(budi.id);
    expect(await spans()).toContain('dewi plh 2026-11-23 2026-11-24 ended');
  });

  it('needs a last date, and one behind the first', async () => {
    expect(await change({ who: 'siti', to: 'dewi', kind: 'plt', from: '24/11/2026' })).toContain(
      'Sampai tanggal',
    );
    expect(
      await change({ who: 'siti', to: 'dewi', kind: 'plt', from: '24/11/2026', until: '23/11/2026' }),
    ).toContain('lebih awal');
  });
});

describe('a change that is recorded late', () => {
  it('says who assessed which part', async () => {
    await change({ who: 'siti', to: 'dewi', kind: 'definitive', from: '1/5/2026' });
    await hana.press('Simpan');
    expect(await underWhom()).toBe(dewi.id);
    await siti.say('/atasan');
    expect(siti.last().text).toContain('sejak 1 Mei: Dewi Lestari');
  });
});

describe('an import of people', () => {
  const columns = ['nip', 'nama', 'unit', 'atasan_nip'];
  const row = async (who: TestPerson, atasan: TestPerson) => {
    const [person, over] = [await load(who.id), await load(atasan.id)];
    return { nip: person.nip, nama: person.name, unit: person.unitName, atasan_nip: over.nip };
  };

  it('changes a supervisor from today on, with the same handover', async () => {
    const table = tableOf(columns, [await row(siti, dewi)]);
    const { problems, applied } = await importPeople(world.services, table, { dryRun: false });
    expect({ problems, applied }).toEqual({ problems: [], applied: true });
    await world.settle();
    expect(await underWhom()).toBe(dewi.id);
    expect(await spans()).toEqual([
      'budi definitive 2026-11-02 2026-11-22 ended',
      'dewi definitive 2026-11-23  active',
    ]);
    expect(siti.last().text).toContain('Atasan Bapak/Ibu berganti');
    await minutes(11);
    expect(hana.last().text).toContain('semua pihak sudah diberi tahu');
  });

  it('lets what is open wait while there is nobody, and then come to the next one', async () => {
    await siti.say('08.00-10.00 Rapat koordinasi');
    await siti.press('Simpan');
    const without = tableOf(columns, [{ ...(await row(siti, budi)), atasan_nip: '' }]);
    await importPeople(world.services, without, { dryRun: false });
    await world.settle();
    expect(await underWhom()).toBeNull();
    expect(siti.last().text).toContain('belum ada atasan yang tercatat');
    await importPeople(world.services, tableOf(columns, [await row(siti, dewi)]), { dryRun: false });
    await world.settle();
    expect(dewi.messages.map((m) => m.text).join('\n')).toContain('1 hari laporan menunggu');
    expect(dewi.messages.find((m) => m.text.includes('Rapat koordinasi'))?.buttons).toContain('Setujui');
  });

  it('leaves an acting supervisor alone: the file names the definitive one', async () => {
    await change({ who: 'siti', to: 'dewi', kind: 'plt', from: '23/11/2026', until: '30/11/2026' });
    await hana.press('Simpan');
    const table = tableOf(columns, [await row(siti, budi)]);
    const { applied } = await importPeople(world.services, table, { dryRun: false });
    expect(applied).toBe(false);
    expect(await underWhom()).toBe(dewi.id);
  });
});
