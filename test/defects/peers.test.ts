import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { promptsOn } from '../../db/queries/calendar.ts';
import { entriesBetween } from '../../db/queries/entries.ts';
import type { Store } from '../../db/store.ts';
import { StoreFailure } from '../../db/store.ts';
import { createApp } from '../../src/app/app.ts';
import { runPrompts } from '../../src/scheduler/prompts.ts';
import { createScheduler } from '../../src/scheduler/scheduler.ts';
import { createWorld, type TestPerson, type World } from '../support/world.ts';

/** Monday, 15:29 in WIB; the first slot is at 15:30. */
const BEFORE = '2026-11-23T08:29:00Z';
const MINUTE = 60_000;
let world: World;
let unit: string;
let siti: TestPerson;
let budi: TestPerson;

beforeEach(async () => {
  world = await createWorld(BEFORE);
  unit = await world.unit('Bidang A');
  budi = await world.person('Budi', { unit, platform: 'slack', roles: ['pengamat'] });
  siti = await world.person('Siti', { unit, supervisor: budi.id });
});
afterEach(() => world.close());

async function tick(): Promise<void> {
  await runPrompts(world.services);
  await world.settle();
}
const isPrompt = ({ text }: { text: string }) => text.includes('belum tercatat');
const prompts = (person: TestPerson) => person.messages.filter(isPrompt);
const today = (person: TestPerson) =>
  world.store.all(entriesBetween({ personId: person.id, from: '2026-11-23', to: '2026-11-23' }));

describe('defects read in open-source peers', () => {
  it('1 standup-raven: a unit that is complete does not keep later units from their reminder', async () => {
    const other = await world.unit('Bidang B');
    const rudi = await world.person('Rudi', { unit: other });
    await siti.say('Rapat');
    await siti.press('Simpan');
    world.advance(5 * MINUTE);
    await tick();
    expect([prompts(siti).length, prompts(rudi).length]).toEqual([0, 1]);
  });

  it('2 alwaysbegrowing: what failed to be sent is not marked as sent, and is sent later', async () => {
    world.outcomes = [{ ok: false, kind: 'later', afterMs: null, scope: 'chat', reason: 'no connection' }];
    world.advance(MINUTE);
    await tick();
    expect(prompts(siti)).toHaveLength(0);
    const sentMark = async () =>
      (await world.store.all(promptsOn([siti.id], '2026-11-23', '2026-11-23'))).map((row) => row.settled);
    expect(await sentMark()).toEqual([null]);
    world.advance(MINUTE);
    await world.settle();
    expect(prompts(siti)).toHaveLength(1);
    expect(await sentMark()).toEqual(['sent']);
  });

  it('4 mad-telegram: stopped over the due minute and started after it, the reminder comes once', async () => {
    world.advance(10 * MINUTE);
    await tick();
    await tick();
    expect(prompts(siti)).toHaveLength(1);
  });

  it('5 mad-telegram: two people without a username are two people', async () => {
    const sari = await world.person('Siti', { unit, supervisor: budi.id });
    for (const [person, what] of [
      [siti, 'Apel pagi'],
      [sari, 'Rapat sore'],
    ] as const) {
      await person.say(what);
      await person.press('Simpan');
    }
    expect((await today(siti)).map((e) => e.what)).toEqual(['Apel pagi']);
    expect((await today(sari)).map((e) => e.what)).toEqual(['Rapat sore']);
  });

  it('6 Akira and 7 18F: a restart between two questions loses no answer, and old buttons still work', async () => {
    await siti.say('/lapor');
    await siti.say('Menyusun laporan');
    const button = siti
      .last()
      .message.buttons.flat()
      .find(({ label }) => label === 'Tanpa RHK');
    // A new process on the same database knows nothing but what is stored.
    const restarted = createApp(world.services, () => world.wake());
    const address = `x${siti.id.slice(-6)}`;
    const from = {
      ...{ platform: 'telegram' as const, id: address, address, name: 'Siti', language: 'id', forms: false },
      email: async () => null,
    };
    const reply = await restarted.handle({
      ...{ key: 'telegram:after-restart', from },
      event: { kind: 'choice', action: button!.action, messageId: siti.last().id },
    });
    expect(JSON.stringify([reply.edit, reply.messages])).toContain('Pukul berapa');
  });

  it('8 bappenas-bot: a scheduler that cannot decide says so loudly and decides at the next tick', async () => {
    const errors: string[] = [];
    let broken = true;
    const store: Store = {
      ...world.store,
      async all(s) {
        if (broken && s.label === 'dueAgenda') throw new StoreFailure(s.label, 'SQLITE_IOERR', true);
        return world.store.all(s);
      },
    };
    const log = { ...world.services.log, error: (_: object, message: string) => errors.push(message) };
    world.advance(MINUTE);
    const first = createScheduler(
      { ...world.services, store, log },
      () => {},
      () => [],
    );
    first.start();
    await first.stop();
    expect(errors).toContain('the scheduler could not decide; it tries again');
    broken = false;
    await tick();
    expect(prompts(siti)).toHaveLength(1);
  });

  it('8 bappenas-bot: being registered decides who is asked, not what a platform says about a group', async () => {
    world.advance(MINUTE);
    await tick();
    expect([prompts(siti).length, prompts(budi).length]).toEqual([1, 0]);
  });

  it('9 situkangcatat: two reminders at once are two messages, each known by its own usable id', async () => {
    const rudi = await world.person('Rudi', { unit });
    world.advance(MINUTE);
    await Promise.all([runPrompts(world.services), runPrompts(world.services)]);
    await world.settle();
    expect([prompts(siti).length, prompts(rudi).length]).toEqual([1, 1]);
    expect(prompts(siti)[0]?.id).not.toBe(prompts(rudi)[0]?.id);
  });

  it('10 frappe and horilla: a clock that jumps over the slot makes up for it once, or skips it with a reason', async () => {
    world.advance(60 * MINUTE);
    await tick();
    await tick();
    expect(prompts(siti)).toHaveLength(1);
    world.advance(24 * 60 * MINUTE + 150 * MINUTE);
    await tick();
    expect(siti.messages).toHaveLength(1);
    const [decided] = await world.store.all(promptsOn([siti.id], '2026-11-24', '2026-11-24'));
    expect(decided).toMatchObject({ outcome: 'skipped', reason: 'too_late' });
  });
});

describe('where respected notification products broke', () => {
  it('Novu #2569, #1633, #3893: two events in one second make one card, whatever happens at the same time', async () => {
    await siti.say('Rapat satu');
    const first = siti.last();
    await siti.say('Rapat dua');
    await Promise.all([siti.press('Simpan', first), siti.press('Simpan')]);
    await world.settle();
    expect(budi.messages).toHaveLength(1);
    expect(budi.last().text).toContain('Rapat satu');
    expect(budi.last().text).toContain('Rapat dua');
  });

  it('Cal.com #28811, #12340: a reminder that was decided is sent, though its process died before', async () => {
    world.advance(MINUTE);
    // Decided and committed by a process that ends before delivery looks.
    await runPrompts(world.services);
    await world.settle();
    expect(prompts(siti)).toHaveLength(1);
  });

  it('Cal-ID #1442: a reminder whose moment passed before somebody joined does not fire', async () => {
    world.advance(40 * MINUTE);
    const rudi = await world.person('Rudi', { unit });
    await tick();
    expect([prompts(siti).length, prompts(rudi).length]).toEqual([1, 0]);
  });

  it('“hour equals preferred hour”: the sent mark is stored, so neither a restart nor a second worker doubles it', async () => {
    world.advance(MINUTE);
    await tick();
    for (let hour = 0; hour < 3; hour += 1) {
      world.advance(20 * MINUTE);
      await Promise.all([runPrompts(world.services), runPrompts(world.services)]);
      await world.settle();
    }
    expect(prompts(siti)).toHaveLength(1);
  });

  it('Novu #2808, composio #3640: what a person reads carries their own zone, not the agency’s', async () => {
    const yosep = await world.person('Yosep', { unit, zone: 'Asia/Jayapura' });
    await yosep.say('Rapat');
    await yosep.press('Simpan');
    expect(yosep.last().text).toContain('17.29.00 WIT');
  });
});
