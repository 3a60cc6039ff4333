import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entriesBetween } from '../../db/queries/entries.ts';
import { createWorld, type TestPerson, type World } from '../support/world.ts';

let world: World;
let siti: TestPerson;
let budi: TestPerson;

beforeEach(async () => {
  world = await createWorld();
  const unit = await world.unit('Bidang A');
  budi = await world.person('Budi', { unit, platform: 'slack' });
  siti = await world.person('Siti', { unit, supervisor: budi.id });
  await world.plan(siti.id, 2026, ['Tersusunnya laporan kinerja', 'Terlaksananya rapat']);
});
afterEach(() => world.close());

const stored = () =>
  world.store.all(entriesBetween({ personId: siti.id, from: '2026-11-01', to: '2026-11-30' }));

describe('somebody in a hurry', () => {
  it('may give the whole line where only the activity was asked for', async () => {
    await siti.say('/lapor');
    expect(await siti.say('09.00-10.00 Survei RHK1 2 laporan')).toContain('5/5');
    await siti.say('lewati');
    await siti.say('simpan');
    expect(await stored()).toMatchObject([
      { what: 'Survei', startMinute: 540, quantityMilli: 2000, unit: 'laporan' },
    ]);
  });

  it('is not understood by half: a word inside a title chooses nothing', async () => {
    await siti.say('Survei lapangan');
    expect(await siti.say('laporan')).toContain('Pilihan itu tidak ada');
    expect(await siti.say('RHK 1')).toContain('Periksa dulu');
  });

  it('can give a command where a choice is asked for', async () => {
    await siti.say('Survei lapangan');
    expect(await siti.say('rekap')).toContain('Rekap bulan');
    expect(await siti.press('RHK 2')).toContain('Periksa dulu');
  });

  it('loses no second message while the first waits for a choice', async () => {
    await siti.say('Survei lapangan');
    expect(await siti.say('Rapat koordinasi dengan camat')).toContain('2/5');
    await siti.press('RHK 2');
    await siti.press('Simpan');
    await siti.press('RHK 1', siti.messages[0]);
    await siti.press('Simpan', siti.messages[0]);
    expect((await stored()).map((e) => e.what).sort()).toEqual([
      'Rapat koordinasi dengan camat',
      'Survei lapangan',
    ]);
  });

  it('is shown the present question again by an old button', async () => {
    await siti.say('Survei lapangan');
    const old = siti.last();
    await siti.say('2');
    world.advance(60_000);
    await siti.press('RHK 1', old);
    expect(siti.toast).toBe('Sudah dijawab.');
    expect(siti.last().text).toContain('RHK: 2. Terlaksananya rapat');
  });
});

describe('a text without end', () => {
  it.each([
    ['one word', 'x'.repeat(40_000)],
    ['dashes', `${'-'.repeat(40_000)}x`],
    ['spaces', `a${' '.repeat(40_000)}b`],
    ['an address', `https://x.go.id/${'.'.repeat(40_000)}`],
    ['digits', '1.000'.repeat(8_000)],
  ])('of %s is answered at once, wherever the conversation stands', async (_, text) => {
    expect(await siti.say(text)).toContain('Terlalu panjang');
    await siti.say('Survei lapangan');
    await siti.say(text);
    await siti.press('RHK 1');
    await siti.say(text);
    expect(await siti.say(`/rekap ${text}`)).toContain('Periodenya belum terbaca');
    expect(await siti.say('/profil')).toContain('Data saya');
  });
});

describe('photos', () => {
  it('that follow a review without a word belong to it', async () => {
    await siti.say('Survei lapangan RHK1');
    expect(await siti.file({ name: 'a.jpg' })).toContain('Bukti: a.jpg');
    await siti.press('Simpan');
    expect(siti.last().text).toContain('Bukti: a.jpg');
  });

  it('of an album are one activity, shown twice at most, and all are kept', async () => {
    await siti.file({ name: '1.jpg' }, 'Survei RHK1', 'album');
    for (const name of ['2.jpg', '3.jpg', '4.jpg']) await siti.file({ name }, '', 'album');
    world.advance(2_000);
    await world.settle();
    expect(siti.messages).toHaveLength(2);
    expect(siti.last().text).toContain('Bukti: 1.jpg, 2.jpg, 3.jpg, 4.jpg');
    await siti.press('Simpan');
    expect(siti.last().text).toContain('Bukti: 1.jpg, 2.jpg, 3.jpg, 4.jpg');
    expect(await stored()).toHaveLength(1);
  });

  it('in answer to a remark become evidence for what it is about', async () => {
    await siti.say('Survei lapangan RHK1');
    await siti.press('Simpan');
    await budi.say('Mohon fotonya', budi.last().id);
    const remark = siti.last();
    const reply = {
      messageId: 'f',
      forwarded: false,
      replyTo: remark.id,
      caption: 'Ini fotonya Pak',
      album: null,
    };
    const file = { kind: 'photo' as const, name: 'f.jpg', mime: 'image/jpeg', size: 9, ref: 'r' };
    await siti.send({ kind: 'file', file, ...reply });
    expect(budi.last().text).toContain('Ini fotonya Pak');
    expect(siti.last().text).toContain('Bukti: f.jpg');
    await siti.press('Simpan');
    expect(await stored()).toMatchObject([{ what: 'Survei lapangan', revision: 2 }]);
  });
});

describe('a remark under the evidence', () => {
  it('reaches the employee', async () => {
    await siti.file({ name: 'a.jpg' }, 'Survei RHK1');
    await siti.press('Simpan');
    await budi.press('Lihat bukti (1)');
    const evidence = budi.last();
    expect(evidence.thread).toBe(budi.messages[0]!.id);
    await world.settle();
    await budi.say('Fotonya buram', evidence.id);
    expect(siti.last().text).toContain('Fotonya buram');
  });
});

describe('a change that changes nothing', () => {
  it('makes no new version', async () => {
    await siti.say('Survei lapangan RHK1');
    await siti.press('Simpan');
    await siti.press('Ubah');
    expect(await siti.press('Simpan')).toContain('Tidak ada yang berubah');
    expect(await stored()).toMatchObject([{ revision: 1 }]);
  });

  it('and one that undoes an approval says so', async () => {
    await siti.say('Survei lapangan RHK1');
    await siti.press('Simpan');
    const receipt = siti.last();
    await budi.press('Setujui');
    await siti.press('Ubah', receipt);
    await siti.press('Ubah');
    await siti.press('Waktu');
    await siti.say('8-9');
    expect(await siti.press('Simpan')).toContain('menunggu persetujuan lagi');
  });
});
