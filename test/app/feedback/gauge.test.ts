import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertAbsence } from '../../../db/queries/calendar.ts';
import { updatePerson } from '../../../db/queries/people.ts';
import { statement } from '../../../db/store.ts';
import { feedbackSince } from '../../../src/app/feedback/since.ts';
import { completeDigests } from '../../../src/scheduler/digests.ts';
import { tick } from '../../support/clock.ts';
import { createWorld, type TestPerson, type World } from '../../support/world.ts';

let world: World;
let unit: string;
let budi: TestPerson;
let siti: TestPerson;
let rudi: TestPerson;

beforeEach(async () => {
  world = await createWorld('2026-11-02T02:00:00Z');
  unit = await world.unit('Bidang A');
  budi = await world.person('Budi', { unit, platform: 'slack', roles: ['pengamat'] });
  siti = await world.person('Siti', { unit, supervisor: budi.id });
  rudi = await world.person('Rudi', { unit, supervisor: budi.id });
});
afterEach(() => world.close());

const gauge = async () => (await budi.say('/umpanbalik')).split('---')[0]!;
const report = async (who: TestPerson, text: string) => {
  await who.say(text);
  await who.press('Simpan');
};
const give = async (kind: string, end: string) => {
  await budi.say('/umpanbalik Siti');
  const answers = { kind: [{ choice: kind }], text: [{ text: 'Bagus' }] };
  await budi.send({ kind: 'form', token: budi.form!.token, answers });
  await budi.press(end);
};

describe('the gauge of a supervisor', () => {
  it('names, in private and by name, who had no feedback for a fortnight', async () => {
    world.now = Date.parse('2026-11-16T02:00:00Z');
    const shown = await gauge();
    expect(shown).toContain('Bagian ini hanya terlihat oleh Anda.');
    expect(shown).toContain(
      '2 staf belum mendapat umpan balik 14 hari:\n- Rudi: belum ada\n- Siti: belum ada',
    );
    expect(await siti.say('/umpanbalik')).not.toContain('14 hari');
    expect(await budi.say('/tim')).toContain('2 orang belum mendapat umpan balik 14 hari.');
  });

  it.each([
    ['shared feedback', () => give('praise', 'Bagikan'), true],
    ['a draft', () => give('praise', 'Simpan draf'), false],
    ['a private note', () => give('note', 'Simpan catatan'), false],
    ['a remark on a day', () => budi.say('Bagus', budi.last().id), true],
    ['a reaction', () => budi.send({ kind: 'reaction', messageId: budi.last().id, emoji: '👍' }), true],
    ['an approval', () => budi.press('Setujui'), false],
  ] as const)('counts %s as it should', async (_, act, counts) => {
    world.now = Date.parse('2026-11-16T02:00:00Z');
    await report(siti, '08.00-09.00 Rapat koordinasi');
    await act();
    expect((await gauge()).includes('- Siti: belum ada')).toBe(!counts);
    expect(await gauge()).toContain('- Rudi: belum ada');
  });

  it('leaves out who is absent, and gives a new supervisor a fortnight as well', async () => {
    world.now = Date.parse('2026-11-16T02:00:00Z');
    await world.store.commit([
      insertAbsence({
        ...{ id: 'away', personId: rudi.id, kind: 'cuti', fromDate: '2026-11-16', toDate: '2026-11-16' },
        ...{ createdBy: rudi.id, createdAt: world.now, cancelledAt: null },
      }),
      statement('insertSupervision', (db, t) =>
        db
          .insert(t.supervisions)
          .values({
            ...{ id: 's', personId: siti.id, supervisorId: budi.id, kind: 'definitive' as const },
            ...{ fromDate: '2026-11-10', toDate: null, status: 'active' as const, reason: null },
            ...{ createdBy: null, createdAt: world.now, revision: 1 },
          })
          .returning({ id: t.supervisions.id }),
      ),
    ]);
    expect(await gauge()).toContain('Tidak ada staf yang lebih dari 14 hari tanpa umpan balik Anda.');
  });

  it('is one line of the first list of a week, and tells each gap once', async () => {
    await completeDigests(world.services);
    const line = 'Belum mendapat umpan balik 14 hari: Rudi, Siti. Ketik umpanbalik untuk menulis.';
    for (const day of ['13', '16', '17', '18', '23', '24']) {
      await tick(world, `2026-11-${day}T00:30:00Z`);
    }
    const lists = () => budi.messages.filter((m) => m.text.includes('Laporan tim'));
    expect(lists().filter((m) => m.text.includes('Belum mendapat umpan balik'))).toHaveLength(1);
    expect(lists().find((m) => m.text.includes(line))).toBeDefined();
    for (const who of [siti, rudi])
      expect(who.messages.some((m) => m.text.includes('Belum mendapat'))).toBe(false);
  });
});

describe('activities that stand out', () => {
  it('are listed with a reason and can be answered with one tap, until there was a word', async () => {
    await report(siti, '08.00-10.00 Survei lapangan 2 desa kendala: jembatan putus');
    await report(rudi, '08.00-10.00 Rapat internal 1 notulen');
    const shown = await gauge();
    expect(shown).toContain('1. Siti: Survei lapangan');
    expect(shown).toContain('(karena ada kendala: jembatan putus)');
    expect(shown).not.toContain('Rapat internal');
    await budi.press('Tanggapi 1');
    const about = budi.form!.fields.find(({ id }) => id === 'about')!;
    await budi.send({
      kind: 'form',
      token: budi.form!.token,
      answers: {
        kind: [{ choice: 'praise' }],
        about: [{ choice: about.initial! }],
        text: [{ text: 'Terima kasih sudah mencari jalan lain' }],
      },
    });
    await budi.press('Bagikan');
    expect(siti.last().text).toContain('Tentang: Survei lapangan');
    expect(await gauge()).not.toContain('Survei lapangan');
  });
});

describe('feedback since a date, for others', () => {
  it('has what was shared and remarked, for whoever may read it', async () => {
    await report(siti, '08.00-09.00 Rapat koordinasi');
    await budi.say('Catatan di utas', budi.last().id);
    await give('praise', 'Bagikan');
    await give('note', 'Simpan catatan');
    await give('improve', 'Simpan draf');
    const actor = (who: TestPerson, supervisorId: string | null) => ({
      ...{ id: who.id, roles: ['pegawai' as const], supervisorId, active: true },
    });
    const since = async (reader: Parameters<typeof feedbackSince>[2]) =>
      (await feedbackSince(world.services, siti.id, reader, '2026-11-01', '2026-11-30')).map(
        ({ source, kind, authorName, body }) => [source, kind, authorName, body],
      );
    const both = [
      ['remark', 'feedback', 'Budi', 'Catatan di utas'],
      ['feedback', 'praise', 'Budi', 'Bagus'],
    ];
    expect(await since(actor(siti, budi.id))).toEqual(expect.arrayContaining(both));
    expect(await since(actor(budi, null))).toHaveLength(2);
    expect(await since(actor(rudi, budi.id))).toEqual([]);
    const next = await world.person('Rina', { unit });
    await world.store.commit([updatePerson(siti.id, { supervisorId: next.id })]);
    expect(await since(actor(next, null))).toEqual([]);
  });
});
