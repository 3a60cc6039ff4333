import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entriesBetween, evidenceOf, revisionsOf } from '../../db/queries/entries.ts';
import { updateWorkResult } from '../../db/queries/plans.ts';
import { createWorld, type TestPerson, type World } from '../support/world.ts';

const DAY = 24 * 3_600_000;
let world: World;
let siti: TestPerson;
let budi: TestPerson;

beforeEach(async () => {
  world = await createWorld();
  const unit = await world.unit('Bidang A');
  budi = await world.person('Budi', { unit, platform: 'slack' });
  siti = await world.person('Siti', { unit, supervisor: budi.id });
  await world.plan(siti.id, 2026, ['Tersusunnya laporan', 'Terlaksananya rapat']);
});
afterEach(() => world.close());

const stored = () =>
  world.store.all(entriesBetween({ personId: siti.id, from: '2026-11-01', to: '2026-11-30' }));
const report = async (text: string) => {
  await siti.say(text);
  await siti.press('Simpan');
};

describe('an edited chat message', () => {
  it('edit then read back: the new text is stored, not the old one (mad-telegram bot/events.go)', async () => {
    await report('Rapat lama RHK1');
    const answer = await siti.edit('Rapat lama RHK1', 'Rapat baru RHK2');
    expect(answer).toMatch(/Perubahan tersimpan · .* \(versi 2\)/);
    expect(answer).toContain('Rapat baru');
    const [entry] = await stored();
    expect(entry).toMatchObject({ what: 'Rapat baru', revision: 2, status: 'submitted' });
    expect(await siti.say('/rekap hari')).not.toContain('lama');
    expect(budi.last().text).toContain('Rapat baru');
    expect(budi.last().text).not.toContain('Rapat lama');
    const history = await world.store.all(revisionsOf({ entryId: entry!.id }));
    expect(history.map(({ revision }) => revision.content.what)).toEqual(['Rapat lama', 'Rapat baru']);
  });

  it('changes an open draft, which keeps what was answered otherwise', async () => {
    await siti.say('Rapat 3 dokumen');
    await siti.press('RHK 2');
    const review = await siti.edit('Rapat 3 dokumen', '08.00-09.00 Rapat staf');
    expect(review).toContain('Kegiatan: Rapat staf');
    expect(review).toContain('RHK: 2. Terlaksananya rapat');
    expect(review).toContain('Hasil: –');
    await siti.press('Simpan');
    expect(await stored()).toMatchObject([{ what: 'Rapat staf', startMinute: 480, revision: 1 }]);
  });

  it('keeps the day that it said, although the same word means another day by now', async () => {
    await report('besok Rapat RHK1');
    world.advance(DAY);
    await siti.edit('besok Rapat RHK1', 'besok Rapat staf RHK1');
    expect(await stored()).toMatchObject([{ what: 'Rapat staf', localDate: '2026-11-24', revision: 2 }]);
  });

  it('moves an open draft to another day, but no stored entry, which may need a reason', async () => {
    await siti.say('Rapat RHK1');
    expect(await siti.edit('Rapat RHK1', 'besok Rapat RHK1')).toContain('Tanggal: Selasa, 24 November 2026');
    await siti.press('Simpan');
    const answer = await siti.edit('besok Rapat RHK1', 'kemarin Rapat RHK1');
    expect(answer).toContain('Tanggalnya diganti lewat tombol Ubah');
    expect(await stored()).toMatchObject([{ localDate: '2026-11-24', revision: 1 }]);
  });

  it('after an edit of a draft still belongs to the entry that became of it', async () => {
    await siti.say('Rapat RHK1');
    await siti.edit('Rapat RHK1', 'Rapat staf RHK1 2 dokumen');
    await siti.press('Simpan');
    await siti.edit('Rapat staf RHK1 2 dokumen', 'Rapat staf mingguan RHK1');
    expect(await stored()).toMatchObject([{ what: 'Rapat staf mingguan', quantityMilli: null, revision: 2 }]);
  });

  it('can be a caption; the photo stays, and links come and go with the text', async () => {
    await siti.file({ name: 'a.jpg' }, 'Survei RHK1 https://drive.go.id/lama');
    await siti.press('Simpan');
    await siti.edit('Survei RHK1 https://drive.go.id/lama', 'Survei drainase RHK1 https://drive.go.id/baru');
    const [entry] = await stored();
    const proof = await world.store.all(evidenceOf([entry!.id]));
    expect(proof.map(({ name }) => name).sort()).toEqual(['a.jpg', 'https://drive.go.id/baru']);
  });

  it('takes an approval back, and says so', async () => {
    await report('Rapat RHK1');
    await budi.press('Setujui');
    expect(await siti.edit('Rapat RHK1', 'Rapat staf RHK1')).toContain('menunggu persetujuan lagi');
    expect(await stored()).toMatchObject([{ status: 'submitted' }]);
  });

  it.each([
    ['not words', '...'],
    ['too long', 'Rapat '.repeat(400)],
    ['without a clear time', 'Rapat 22.00-02.00'],
    ['about an unknown work result', 'Rapat RHK9'],
  ])('that is %s changes nothing, and says why', async (_, text) => {
    await report('Rapat RHK1');
    expect(await siti.edit('Rapat RHK1', text)).toContain('isian sebelumnya tetap berlaku');
    expect(await stored()).toMatchObject([{ what: 'Rapat', revision: 1 }]);
    expect(await siti.edit(text, 'Rapat staf RHK1')).toContain('versi 2');
  });

  it('is left alone where nothing was read from it, or nothing has changed', async () => {
    await siti.say('/lapor');
    await siti.say('batal');
    expect(await siti.edit('/lapor', 'Rapat')).toBe('');
    await report('Rapat RHK1');
    expect(await siti.edit('Rapat RHK1', 'Rapat RHK1')).toBe('');
    expect(await stored()).toMatchObject([{ revision: 1 }]);
  });

  it('counts only until the late limit of its day', async () => {
    await report('Rapat RHK1');
    world.advance(3 * DAY);
    expect(await siti.edit('Rapat RHK1', 'Rapat staf RHK1')).toContain('versi 2');
    world.advance(DAY);
    expect(await siti.edit('Rapat staf RHK1', 'Apel RHK1')).toContain('sudah lewat');
    expect(await stored()).toMatchObject([{ what: 'Rapat staf', revision: 2 }]);
  });

  it('of a withdrawn activity is answered and changes nothing', async () => {
    await report('Rapat RHK1');
    await siti.press('Tarik');
    await siti.press('Ya, tarik');
    expect(await siti.edit('Rapat RHK1', 'Rapat staf')).toContain('sudah ditarik');
    expect(await stored()).toEqual([]);
  });

  it('keeps a work result that has left the plan', async () => {
    await report('Rapat RHK1');
    const [before] = await stored();
    await world.store.commit([updateWorkResult(before!.workResultId!, { current: false })]);
    await siti.edit('Rapat RHK1', 'Rapat staf');
    expect(await stored()).toMatchObject([{ workResultId: before!.workResultId, what: 'Rapat staf' }]);
  });

  it('of somebody else, or of a stranger, changes nothing', async () => {
    await report('Rapat RHK1');
    const stranger = world.stranger('x');
    const messageId = siti.written[0]!.id;
    const event = { kind: 'edited' as const, messageId, text: 'Rapat palsu' };
    expect((await stranger.send(event)).messages).toEqual([]);
    await budi.send(event);
    expect(await stored()).toMatchObject([{ what: 'Rapat', revision: 1 }]);
  });

  it('that replaced an entry belongs to it from then on', async () => {
    await report('Rapat RHK1');
    await siti.say('rapat RHK1 2 dokumen');
    await siti.press('Simpan');
    await siti.press('Ganti');
    expect(await siti.edit('rapat RHK1 2 dokumen', 'Rapat staf RHK1')).toContain('versi 3');
    expect(await stored()).toMatchObject([{ what: 'Rapat staf', quantityMilli: null }]);
  });

  it('delivered twice makes one revision', async () => {
    await report('Rapat RHK1');
    const messageId = siti.written[0]!.id;
    const event = { kind: 'edited' as const, messageId, text: 'Rapat staf RHK1' };
    const [first, again] = [await siti.send(event, 'k'), await siti.send(event, 'k')];
    expect(again).toEqual(first);
    expect(await stored()).toMatchObject([{ what: 'Rapat staf', revision: 2 }]);
  });
});
