import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type TestPerson, type World } from '../support/world.ts';

let world: World;
let siti: TestPerson;

beforeEach(async () => {
  world = await createWorld();
  const unit = await world.unit('Bidang A');
  siti = await world.person('Siti', { unit });
});
afterEach(() => world.close());

const report = async (text: string) => {
  const review = await siti.say(text);
  return { review, receipt: await siti.press('Simpan') };
};

describe('the total of a day', () => {
  it('is shown against the net working time, before and after it is stored', async () => {
    const { review, receipt } = await report('08.00-10.00 Rapat');
    expect(review).toContain('Dengan ini hari itu menjadi 2 jam dari 7 jam 30 menit.');
    expect(receipt).toContain('Hari itu: 1 kegiatan, 2 jam dari 7 jam 30 menit.');
    const more = await report('10.00-13.30 Survei');
    expect(more.review).toContain('menjadi 5 jam 30 menit dari 7 jam 30 menit');
    expect(more.receipt).toContain('2 kegiatan, 5 jam 30 menit dari 7 jam 30 menit');
  });

  it('counts an activity that is being changed once', async () => {
    await report('08.00-10.00 Rapat');
    expect(await siti.press('Ubah')).toContain('menjadi 2 jam dari');
  });

  it('never stands in the way, however long the day was', async () => {
    expect((await report('06.00-23.00 Siaga banjir')).receipt).toContain('17 jam dari 7 jam 30 menit');
  });

  it('says nothing where no time was given', async () => {
    const { review, receipt } = await report('Rapat');
    expect(review).not.toContain('menjadi');
    expect(receipt).toContain('Hari itu: 1 kegiatan.');
  });

  it('has no norm on a day that is not worked', async () => {
    world.now = Date.parse('2026-11-28T08:00:00Z');
    expect((await report('08.00-10.00 Siaga')).receipt).toContain('1 kegiatan, 2 jam.');
  });

  it('stands under the receipts that are stored at once', async () => {
    await siti.say('08.00-10.00 Rapat');
    await siti.say('10.00-11.00 Survei');
    await siti.say('/lapor');
    expect(await siti.press('Simpan yang lengkap (2)')).toContain('2 kegiatan, 3 jam dari 7 jam 30 menit');
  });
});
