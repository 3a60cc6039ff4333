import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDialoguesOf } from '../../../db/queries/dialogues.ts';
import { updatePerson } from '../../../db/queries/people.ts';
import { lastConfirmedDialogue, openCommitmentsOf } from '../../../src/app/dialogue/facts.ts';
import { handOverDialogues } from '../../../src/app/dialogue/handover.ts';
import { createWorld, type TestPerson, type World } from '../../support/world.ts';

const HOUR = 3_600_000;
let world: World;
let siti: TestPerson;
let budi: TestPerson;
let rudi: TestPerson;

beforeEach(async () => {
  world = await createWorld();
  const unit = await world.unit('Bidang A');
  budi = await world.person('Budi', { unit, platform: 'slack' });
  rudi = await world.person('Rudi', { unit, platform: 'slack' });
  siti = await world.person('Siti', { unit, supervisor: budi.id });
});
afterEach(() => world.close());

async function until(moment: string): Promise<void> {
  while (world.now < Date.parse(moment)) {
    world.advance(Math.min(HOUR, Date.parse(moment) - world.now));
    await world.settle();
  }
}
async function propose(kind = 'Umpan balik', reason: string | null = null): Promise<void> {
  await siti.say('/dialog baru');
  await siti.press(kind);
  await siti.say('besok 10.00');
  await siti.press('Lewati');
  await (reason === null ? siti.press('Lewati') : siti.say(reason));
  await siti.press('Kirim usulan');
}
async function agreedUpon(promised: string, confirm = true, kind?: string): Promise<void> {
  await propose(kind);
  await budi.press('Setuju');
  await until('2026-11-24T03:30:00Z');
  await siti.say('/dialog 24/11');
  await siti.press('Sudah dilaksanakan');
  await siti.press('Tulis catatan');
  await siti.say('Target dibahas');
  await siti.say(promised);
  await siti.press('Kirim dan konfirmasi');
  if (confirm) await budi.press('Konfirmasi');
}
const open = async (person: TestPerson) =>
  (await openCommitmentsOf(world.services, person.id)).map(({ what, dueOn }) => [what, dueOn]);
const shownTo = (person: TestPerson, text: string) => person.messages.filter((m) => m.text.includes(text));

describe('a commitment', () => {
  it('counts once both have confirmed the minutes', async () => {
    await agreedUpon('Siti: kirim draf, 2 Des', false);
    expect(await open(siti)).toEqual([]);
    expect(await lastConfirmedDialogue(world.services, siti.id)).toBeNull();
    await budi.press('Konfirmasi');
    expect(await open(siti)).toEqual([['kirim draf', '2026-12-02']]);
    expect(await lastConfirmedDialogue(world.services, siti.id)).toMatchObject({ heldOn: '2026-11-24' });
  });

  it('is counted for both where they list their dialogues', async () => {
    await agreedUpon('Siti: kirim draf, 2 Des');
    for (const person of [siti, budi]) {
      await person.say('/dialog');
      expect(person.last().buttons).toContain('Tindak lanjut (1)');
    }
  });

  it('is brought to its owner’s mind on the working days before and after its date, while it is open', async () => {
    await agreedUpon('Siti: kirim draf, 30 Nov\nBudi: surati camat, 30 Nov');
    await until('2026-11-27T02:00:00Z');
    expect(shownTo(siti, 'segera jatuh tempo')).toHaveLength(1);
    expect(shownTo(budi, 'segera jatuh tempo')).toHaveLength(1);
    await siti.press('Selesai');
    await until('2026-12-01T02:00:00Z');
    expect(shownTo(siti, 'sudah lewat batas')).toHaveLength(0);
    expect(shownTo(budi, 'sudah lewat batas')).toHaveLength(1);
    expect(shownTo(budi, 'Siti menyelesaikan tindak lanjut:\nkirim draf')).toHaveLength(1);
  });

  it('is done once, and only by its owner', async () => {
    await agreedUpon('Siti: kirim draf, 30 Nov');
    await until('2026-11-27T02:00:00Z');
    const at = shownTo(siti, 'segera jatuh tempo')[0]!;
    const press = {
      kind: 'choice' as const,
      action: at.message.buttons[0]![0]!.action,
      messageId: at.id,
    };
    expect((await budi.send(press)).toast).toBe('Tindak lanjut ini ditutup oleh Siti.');
    expect((await rudi.send(press)).toast).toBe('Data ini bukan milik Bapak/Ibu.');
    const replies = await Promise.all([siti.send(press), siti.send(press)]);
    expect(replies.map(({ toast }) => toast).toSorted()).toEqual([
      'Tercatat selesai: kirim draf',
      'Tindak lanjut ini sudah selesai.',
    ]);
    expect(shownTo(budi, 'Siti menyelesaikan')).toHaveLength(1);
  });

  it('is put off to a later date, for which it is brought to mind anew', async () => {
    await agreedUpon('Siti: kirim draf, 30 Nov');
    await siti.say('/dialog tindak lanjut');
    await siti.press('Tunda');
    expect(await siti.say('25 Nov')).toContain('Tulis tanggal yang lebih lambat');
    await siti.say('7 Des');
    expect(await open(siti)).toEqual([['kirim draf', '2026-12-07']]);
    expect(budi.last().text).toContain('Siti menunda tindak lanjut:\nkirim draf, paling lambat 7 Des');
    await until('2026-12-01T02:00:00Z');
    expect(shownTo(siti, 'Tindak lanjut yang')).toHaveLength(0);
    await until('2026-12-04T02:00:00Z');
    expect(shownTo(siti, 'segera jatuh tempo')).toHaveLength(1);
  });

  it('is dropped with a reason that the other one reads', async () => {
    await agreedUpon('Siti: kirim draf, 30 Nov');
    await siti.say('/dialog tindak lanjut');
    await siti.press('Tidak jadi');
    await siti.say('Kegiatannya dihapus');
    expect(await open(siti)).toEqual([]);
    expect(budi.last().text).toContain(
      'Siti tidak melanjutkan tindak lanjut:\nkirim draf\n> Kegiatannya dihapus',
    );
    expect(await siti.say('/dialog 24/11')).toContain('kirim draf, paling lambat 30 Nov (tidak jadi)');
  });

  it('goes with its wording: a correction of the minutes replaces it', async () => {
    await agreedUpon('Siti: kirim draf, 30 Nov', false);
    await siti.press('Koreksi');
    await siti.press('Ubah');
    await siti.press('Tindak lanjut');
    await siti.say('Budi: sediakan data, 1 Des');
    await siti.press('Kirim dan konfirmasi');
    await budi.press('Konfirmasi');
    expect(await open(siti)).toEqual([]);
    expect(await open(budi)).toEqual([['sediakan data', '2026-12-01']]);
  });
});

describe('a change of supervisor', () => {
  async function handOver(to: string | null): Promise<void> {
    const writes = await handOverDialogues(world.services, siti.id, budi.id, to, world.now);
    await world.store.commit([updatePerson(siti.id, { supervisorId: to }), ...writes]);
    await world.settle();
  }
  const dialogue = async () => (await world.store.all(openDialoguesOf({ personId: siti.id })))[0];

  it('moves what is still ahead, and both are told; the one before keeps no buttons', async () => {
    await propose();
    await handOver(rudi.id);
    expect(rudi.last().text).toContain('Dialog ini dilanjutkan dengan Rudi.');
    expect(siti.last().text).toContain('# Umpan balik dengan Rudi');
    expect(budi.last().text).toContain('Dialog ini dilanjutkan oleh Rudi.');
    expect(budi.last().buttons).toEqual([]);
    await rudi.press('Setuju');
    expect(await dialogue()).toMatchObject({ leaderId: rudi.id, status: 'agreed' });
  });

  it.each([
    ['Umpan balik', 1],
    ['Konseling kinerja', 0],
  ])('tells whoever follows what became of a promise, if they read the minutes: %s', async (kind, told) => {
    await agreedUpon('Siti: kirim draf, 30 Nov', true, kind);
    await handOver(rudi.id);
    await siti.say('/dialog tindak lanjut');
    await siti.press('Selesai');
    const text = 'Siti menyelesaikan tindak lanjut:\nkirim draf';
    expect([budi, rudi].map((person) => shownTo(person, text).length)).toEqual([1, told]);
  });

  it('leaves what was shared, and why somebody wanted counselling, with the one before', async () => {
    await propose('Konseling kinerja', 'Urusan keluarga');
    await siti.press('Siapkan jawaban');
    await siti.say('Sulit tidur');
    await siti.press('Lewati');
    await siti.press('Bagikan jawaban');
    expect(budi.last().text).toContain('Sulit tidur');
    await handOver(rudi.id);
    expect(rudi.messages.some(({ text }) => /Urusan keluarga|Sulit tidur/.test(text))).toBe(false);
    expect(rudi.last().buttons).not.toContain('Jawaban Siti');
  });

  it('leaves minutes that wait for confirmation with those who spoke', async () => {
    await agreedUpon('Siti: kirim draf, 30 Nov', false);
    await handOver(rudi.id);
    expect(await dialogue()).toMatchObject({ leaderId: budi.id, status: 'held' });
    await budi.press('Konfirmasi');
    expect(await lastConfirmedDialogue(world.services, siti.id)).toMatchObject({ leaderId: budi.id });
    expect(await rudi.say('/dialog lalu')).toContain('Siti: Umpan balik, 24 Nov');
  });

  it('cancels what is ahead where nobody follows', async () => {
    await propose();
    await handOver(null);
    expect(siti.last().text).toContain('Pejabat penilai berganti; dialog ini dibatalkan.');
    expect(await dialogue()).toBeUndefined();
  });
});
