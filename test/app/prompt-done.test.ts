import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertAbsence, putHoliday } from '../../db/queries/calendar.ts';
import { statement } from '../../db/store.ts';
import { refreshPrompts } from '../../src/app/refresh-prompts.ts';
import { tick } from '../support/clock.ts';
import { createWorld, type TestPerson, type World } from '../support/world.ts';

const DATE = '2026-11-23';
let world: World;
let siti: TestPerson;
let budi: TestPerson;

beforeEach(async () => {
  world = await createWorld('2026-11-23T01:00:00Z');
  const unit = await world.unit('Bidang A');
  budi = await world.person('Budi', { unit, platform: 'slack' });
  siti = await world.person('Siti', { unit, supervisor: budi.id });
  await tick(world, '2026-11-23T08:30:00Z');
});
afterEach(() => world.close());

const report = async () => {
  await siti.say('Rapat');
  await siti.press('Simpan');
};
const prompt = () => siti.messages[0]!;
const refresh = async () => {
  await world.store.commit(await refreshPrompts(world.services, siti.id, DATE));
  await world.settle();
};
const kinds = () =>
  world.store.all(statement('kinds', (db, t) => db.select({ kind: t.outbox.kind }).from(t.outbox)));

describe('a prompt whose day is done', () => {
  it('is rewritten in place, without buttons, when the report is saved', async () => {
    await report();
    expect(prompt()).toMatchObject({ buttons: [] });
    expect(prompt().text).toContain('Sudah dilaporkan pukul 15.30 WIB');
    expect(siti.messages.filter((m) => m.text.includes('Sudah dilaporkan'))).toHaveLength(1);
  });

  it('asks again when the only report is withdrawn, and not when another is left', async () => {
    await report();
    await siti.say('Rapat kedua');
    await siti.press('Simpan');
    for (const open of ['Sudah dilaporkan', 'belum tercatat']) {
      await siti.press('Tarik', siti.messages.filter((m) => m.buttons.includes('Tarik'))[0]);
      await siti.press('Ya, tarik');
      expect(prompt().text).toContain(open);
      siti.messages.splice(
        siti.messages.findIndex((m) => m.buttons.includes('Tarik')),
        1,
      );
    }
    expect(prompt().buttons).toContain('Lapor sekarang');
  });

  it('tells of an absence and of a holiday that was announced late', async () => {
    await world.store.commit([
      insertAbsence({
        ...{ id: 'a', personId: siti.id, kind: 'sakit', fromDate: DATE, toDate: DATE },
        ...{ createdBy: siti.id, createdAt: world.now, cancelledAt: null },
      }),
    ]);
    await refresh();
    expect(prompt().text).toContain('Sakit: tidak perlu melapor');
    await world.store.commit([
      putHoliday({ date: DATE, name: 'Pilkada', kind: 'libur_nasional', source: null, provisional: false }),
    ]);
    await refresh();
    expect(prompt().text).toContain('Hari libur: Pilkada');
  });

  it('tells that the window is over, and of a late report afterwards', async () => {
    await siti.say('Rapat');
    await tick(world, '2026-11-23T17:00:00Z');
    expect(prompt().text).toContain('Batas lapor sudah lewat (pukul 24.00 WIB)');
    world.advance(5 * 60_000);
    for (const label of ['Simpan', 'Terlewat', 'Simpan']) await siti.press(label);
    expect(prompt().text).toContain('Sudah dilaporkan 24 Nov pukul 00.05 WIB');
  });

  it('is rewritten at the end of the window once, however often is looked', async () => {
    for (let i = 0; i < 3; i += 1) await tick(world, `2026-11-23T17:0${i}:00Z`);
    const versions = await world.store.all(
      statement('versions', (db, t) =>
        db.select({ kind: t.outbox.kind, v: t.outbox.version }).from(t.outbox),
      ),
    );
    // One for Siti, one for Budi.
    expect(versions.filter((row) => row.kind === 'prompt_done').map((row) => row.v)).toEqual([1, 1]);
  });

  it('that is gone from the platform is let go', async () => {
    siti.messages.splice(0, 1);
    await report();
    expect(siti.messages.some((m) => m.text.includes('Sudah dilaporkan'))).toBe(false);
  });

  it('that arrived while the report was saved is rewritten at the next slot', async () => {
    world.now = Date.parse('2026-11-24T08:30:00Z');
    world.outcomes = [{ ok: false, kind: 'later', afterMs: 1_000, scope: 'chat', reason: '429' }];
    await tick(world);
    // Sent by a process that had looked before the report was there.
    await report();
    await world.store.commit([
      statement('sent', (db, t) =>
        db.update(t.prompts).set({ settled: 'sent', settledAt: world.now }).returning(),
      ),
      statement('post', (db, t) =>
        db
          .insert(t.postings)
          .values({
            ...{ id: 'late', platform: 'telegram', address: `x${siti.id.slice(-6)}`, messageId: prompt().id },
            ...{ personId: siti.id, kind: 'prompt', subject: `${siti.id}:2026-11-24`, entryId: null, at: 0 },
          })
          .onConflictDoUpdate({
            target: [t.postings.platform, t.postings.address, t.postings.messageId],
            set: { subject: `${siti.id}:2026-11-24` },
          })
          .returning(),
      ),
    ]);
    await tick(world, '2026-11-24T13:45:00Z');
    expect(prompt().text).toContain('Sudah dilaporkan');
  });

  it('costs nothing where no prompt was posted', async () => {
    const writes = await refreshPrompts(world.services, [siti.id, budi.id], '2026-11-20');
    expect(writes).toEqual([]);
    expect((await kinds()).some((row) => row.kind === 'prompt_done')).toBe(false);
  });
});

describe('an answer to a prompt', () => {
  it('is taken as a report, not as a remark to the supervisor', async () => {
    expect(await siti.say('Rapat koordinasi', prompt().id)).toContain('Periksa dulu');
    await siti.send({ kind: 'reaction', messageId: prompt().id, emoji: '👍' });
    expect((await kinds()).some((row) => row.kind === 'talk')).toBe(false);
  });

  it('does not become the thread in which remarks arrive', async () => {
    await report();
    const card = budi.messages.find((m) => m.buttons.includes('Setujui'))!;
    await budi.say('Terima kasih', card.id);
    expect(siti.last().thread).not.toBe(prompt().id);
  });
});
