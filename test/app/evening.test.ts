import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entriesBetween } from '../../db/queries/entries.ts';
import { openDrafts } from '../../src/app/open-drafts.ts';
import { createWorld, type TestPerson, type World } from '../support/world.ts';

const DAY = 24 * 3_600_000;
const TODAY = '2026-11-23';
let world: World;
let siti: TestPerson;
let budi: TestPerson;

beforeEach(async () => {
  world = await createWorld();
  const unit = await world.unit('Bidang A');
  budi = await world.person('Budi', { unit, platform: 'slack' });
  siti = await world.person('Siti', { unit, supervisor: budi.id });
  await world.plan(siti.id, 2026, ['Tersusunnya laporan']);
});
afterEach(() => world.close());

const stored = async () => {
  const span = { from: '2026-11-01', to: '2026-11-30' };
  const entries = await world.store.all(entriesBetween({ personId: siti.id, ...span }));
  return entries.map(({ what }) => what).sort();
};
const photo = async (caption: string) => {
  world.advance(60_000);
  await siti.file({ name: 'f.jpg' }, caption);
};
const open = async () => (await openDrafts(world.services, siti, TODAY)).length;

describe('the evening screen', () => {
  it('lists what waits and what it lacks, and stores all that is complete at once', async () => {
    await photo('Survei RHK1');
    await photo('Patroli');
    await photo('Apel RHK1');
    const screen = await siti.say('/lapor');
    expect(screen).toContain('3 kegiatan belum disimpan');
    expect(screen).toMatch(/2\. Patroli\n.*belum ada: RHK/);
    expect(await open()).toBe(3);
    const answer = await siti.press('Simpan yang lengkap (2)');
    expect(answer).toContain('Tersimpan · 2 kegiatan');
    expect(answer).toContain('1 kegiatan belum disimpan');
    expect(await stored()).toEqual(['Apel', 'Survei']);
    expect(budi.messages).toHaveLength(1);
    expect(budi.last().text).toContain('2 kegiatan');
    expect(await open()).toBe(1);
  });

  it('pressed twice stores once', async () => {
    await photo('Survei RHK1');
    await photo('Apel RHK1');
    await siti.say('/lapor');
    const screen = siti.last();
    await Promise.all([1, 2, 3].map(() => siti.press('Simpan yang lengkap (2)', screen)));
    expect(await stored()).toEqual(['Apel', 'Survei']);
  });

  it('stores only what it showed: a list that has changed is shown again first', async () => {
    await photo('Survei RHK1');
    await photo('Apel RHK1');
    await siti.say('/lapor');
    const screen = siti.last();
    await photo('Patroli RHK1');
    expect(await siti.press('Simpan yang lengkap (2)', screen)).toContain('Simpan yang lengkap (3)');
    expect(await stored()).toEqual([]);
  });

  it('leaves to the person what is stored already, or is there twice', async () => {
    await siti.say('Apel RHK1');
    await siti.press('Simpan');
    for (const what of ['apel RHK1', 'Survei RHK1', 'survei RHK1']) await photo(what);
    const screen = await siti.say('/lapor');
    expect(screen).toMatch(/1\. apel\n.*sama dengan \d{6}-/);
    expect(screen).toMatch(/3\. survei\n.*sama dengan nomor 2/);
    await siti.press('Simpan yang lengkap (1)');
    expect(await stored()).toEqual(['Apel', 'Survei']);
  });

  it('leaves days outside their time limit to be saved one by one, with their reason', async () => {
    await photo('Survei RHK1');
    await photo('Apel RHK1');
    world.advance(DAY);
    await photo('Patroli RHK1');
    const screen = await siti.say('/lapor');
    expect(screen).toMatch(/1\. Survei\n\(?Senin, 23 November 2026 .*belum ada: Alasan/);
    await siti.press('Simpan yang lengkap (1)');
    expect(await stored()).toEqual(['Patroli']);
    await siti.press('Lengkapi 1');
    await siti.press('Terlewat');
    expect(await siti.say('/lapor')).toMatch(/2\. Survei\n\(?Senin, 23 November 2026 .*di luar batas waktu/);
  });

  it('opens one activity to complete it, and begins a new one without losing the others', async () => {
    await photo('Survei');
    await photo('Patroli');
    await siti.say('/lapor');
    const screen = siti.last();
    expect(await siti.press('Lengkapi 1', screen)).toContain('2/5');
    await siti.press('RHK 1');
    await siti.press('Mulai baru', screen);
    await siti.say('Menyusun laporan');
    expect(await open()).toBe(3);
  });

  it('is not needed for a single one, and what was begun without a word does not count', async () => {
    await siti.say('/lapor');
    expect(await open()).toBe(0);
    await photo('Survei');
    expect(await siti.say('/lapor')).toContain('Masih ada laporan yang belum selesai: Survei');
  });
});
