import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entriesBetween } from '../../db/queries/entries.ts';
import { openObstacles } from '../../src/app/obstacles.ts';
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
});
afterEach(() => world.close());

const report = async (text: string) => {
  await siti.say(text);
  return siti.press('Simpan');
};
const open = async () =>
  (await openObstacles(world.services, siti)).map(({ text, openedOn }) => [text, openedOn]);
const revisions = async () => {
  const span = { from: '2026-11-01', to: '2026-11-30' };
  return (await world.store.all(entriesBetween({ personId: siti.id, ...span }))).map((e) => e.revision);
};

describe('an obstacle', () => {
  it('is said in the same message, shown to the supervisor, and carries over until it is closed', async () => {
    expect(await report('Survei kendala: jaringan mati')).toContain('Kendala: jaringan mati');
    expect(budi.last().text).toContain('Kendala: jaringan mati');
    world.advance(3 * DAY);
    expect(await open()).toEqual([['jaringan mati', '2026-11-23']]);
    const screen = await siti.say('/lapor');
    expect(screen).toContain('Kendala yang masih terbuka: jaringan mati (sejak 23 Nov)');
    expect(screen).toContain('[Kendala (1)]');
    await siti.say('batal');
    await report('Rapat');
    expect(budi.last().text).toContain('jaringan mati (sejak 23 Nov)');
    expect(await siti.say('/rekap')).toContain('Kendala terbuka: 1');
    await siti.say('/kendala');
    await siti.press('Sudah selesai');
    expect(await open()).toEqual([]);
    expect(budi.last().text).not.toContain('sejak 23 Nov');
    expect(budi.messages[0]!.text).toContain('jaringan mati (selesai 26 Nov)');
    expect(await siti.say('/rekap')).not.toContain('Kendala');
  });

  it('can be flagged behind the receipt, which makes no new version of the activity', async () => {
    await report('Survei');
    await budi.press('Setujui');
    await siti.press('Ada kendala');
    await siti.say('Hujan deras');
    expect(await open()).toEqual([['Hujan deras', '2026-11-23']]);
    expect(await revisions()).toEqual([2]);
    expect(budi.last().text).toContain('Kendala: Hujan deras');
  });

  it('is changed and closed with its activity', async () => {
    await report('Survei kendala: hujan');
    await siti.press('Ubah');
    await siti.press('Ubah');
    await siti.press('Kendala');
    await siti.say('Hujan deras');
    await siti.press('Simpan');
    expect(await open()).toEqual([['Hujan deras', '2026-11-23']]);
    await siti.press('Tarik', siti.messages.find(({ text }) => text.startsWith('# Tersimpan')) ?? undefined);
    await siti.press('Ya, tarik');
    expect(await open()).toEqual([]);
  });

  it('stays where the person changes something else', async () => {
    await report('Survei kendala: hujan');
    await siti.press('Ubah');
    await siti.press('Ubah');
    await siti.press('Waktu');
    await siti.say('8-9');
    expect(await siti.press('Simpan')).toContain('Kendala: hujan');
    expect(await open()).toEqual([['hujan', '2026-11-23']]);
  });

  it('comes, changes and goes with the edited message', async () => {
    await report('Survei');
    await siti.edit('Survei', 'Survei kendala: hujan');
    expect(await open()).toEqual([['hujan', '2026-11-23']]);
    await siti.edit('Survei kendala: hujan', 'Survei kendala: banjir');
    expect(await open()).toEqual([['banjir', '2026-11-23']]);
    await siti.edit('Survei kendala: banjir', 'Survei');
    expect(await open()).toEqual([]);
  });

  it('is stored with the complete ones of the evening screen', async () => {
    await siti.say('Survei kendala: hujan');
    await siti.say('Apel');
    expect(await siti.say('/lapor')).toContain('Kendala: hujan');
    await siti.press('Simpan yang lengkap (2)');
    expect(await open()).toEqual([['hujan', '2026-11-23']]);
  });

  it('is closed by nobody else, and only once', async () => {
    await report('Survei kendala: hujan');
    await siti.say('/kendala');
    const close = siti.last().message.buttons.flat()[0]!.action;
    await budi.send({ kind: 'choice', action: close, messageId: null });
    expect(await open()).toHaveLength(1);
    await siti.press('Masih');
    expect(await open()).toHaveLength(1);
    await siti.send({ kind: 'choice', action: close, messageId: null });
    await siti.send({ kind: 'choice', action: close, messageId: null });
    expect(siti.toast).toContain('sudah ditutup');
  });
});
