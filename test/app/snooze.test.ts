import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookAgain } from '../../db/queries/agenda.ts';
import { insertRules, promptsOn } from '../../db/queries/calendar.ts';
import { tick, tickUntil } from '../support/clock.ts';
import { createWorld, type Seen, type TestPerson, type World } from '../support/world.ts';

/** Monday in WIB. */
const DATE = '2026-11-23';
let world: World;
let unit: string;
let siti: TestPerson;

beforeEach(async () => {
  world = await createWorld('2026-11-23T01:00:00Z');
  unit = await world.unit('Bidang A');
  siti = await world.person('Siti', { unit });
  await tick(world, '2026-11-23T08:30:00Z');
});
afterEach(() => world.close());

const rows = () => world.store.all(promptsOn([siti.id], DATE, DATE));
const pressTwice = (label: string, at: Seen) => {
  const action = at.message.buttons.flat().find((b) => b.label === label)!.action;
  return Promise.all([1, 2].map(() => siti.send({ kind: 'choice', action, messageId: at.id })));
};
const questions = () => siti.messages.filter((m) => m.text.includes('Yth.'));

describe('a prompt that is put off', () => {
  it('says when it comes again, in place of the question, and then comes', async () => {
    await siti.press('Tunda 15 menit');
    expect(siti.messages).toHaveLength(1);
    expect(siti.last().text).toBe('Baik, saya ingatkan lagi pukul 15.45 WIB.');
    await tick(world, '2026-11-23T08:44:59Z');
    expect(questions()).toHaveLength(0);
    await tick(world, '2026-11-23T08:45:00Z');
    expect(questions()).toHaveLength(1);
    expect(siti.last().text).toContain('Sesuai permintaan');
    const snoozed = (await rows()).find((row) => row.slot === 'snooze-1');
    expect(snoozed).toMatchObject({ outcome: 'prompted', reason: 'snoozed_by_person', settled: 'sent' });
  });

  it('waits until work is over', async () => {
    await siti.press('Usai jam kerja');
    expect(siti.last().text).toContain('pukul 16.00 WIB');
  });

  it('is put off once, however often and in whatever way it is pressed', async () => {
    const prompt = siti.last();
    await pressTwice('Tunda 1 jam', prompt);
    await pressTwice('Tunda 15 menit', prompt);
    expect((await rows()).filter((row) => row.slot.startsWith('snooze'))).toHaveLength(1);
    expect(siti.last().text).toBe('Sudah dicatat: saya ingatkan lagi pukul 16.30 WIB.');
  });

  it('can be put off again when it has come', async () => {
    await siti.press('Tunda 15 menit');
    await tick(world, '2026-11-23T08:45:00Z');
    await siti.press('Tunda 15 menit');
    await tick(world, '2026-11-23T09:00:00Z');
    expect((await rows()).map((row) => row.slot)).toEqual(['first', 'snooze-1', 'snooze-2']);
    expect(questions()).toHaveLength(1);
  });

  it('silences the regular slots until then, and the one that would follow at once', async () => {
    const last = { secondPromptBefore: 440 };
    await world.store.commit([
      insertRules({ id: 'r', unitId: unit, effectiveFrom: '2026-11-01', body: last }),
      lookAgain(null),
    ]);
    await siti.press('Tunda 1 jam');
    await tickUntil(world, '2026-11-23T12:00:00Z');
    expect((await rows()).find((row) => row.slot === 'last')).toMatchObject({ reason: 'snoozed' });
    expect(questions()).toHaveLength(1);
  });

  it('does not come when the report has come meanwhile', async () => {
    await siti.press('Tunda 1 jam');
    await siti.say('Rapat');
    await siti.press('Simpan');
    await tick(world, '2026-11-23T09:30:00Z');
    expect(questions()).toHaveLength(0);
    expect((await rows()).find((row) => row.slot === 'snooze-1')).toMatchObject({ settled: 'reported' });
  });

  it('does not go into quiet hours: it says so, and offers what is possible', async () => {
    await tick(world, '2026-11-23T13:10:00Z');
    const answer = await siti.press('Tunda 1 jam', siti.messages[0]!);
    expect(answer).toContain('jam tenang (21.00–06.00)');
    expect(answer).toContain('[Tunda 15 menit]');
    expect(answer).not.toContain('[Tunda 1 jam]');
    await siti.press('Tunda 15 menit');
    expect(siti.last().text).toContain('pukul 20.25 WIB');
  });

  it('does not go past the cut-off', async () => {
    const close = { closeAt: '16:10', secondPromptBefore: 0 };
    await world.store.commit([
      insertRules({ id: 'r', unitId: unit, effectiveFrom: '2026-11-01', body: close }),
    ]);
    expect(await siti.press('Tunda 1 jam')).toContain('Batas lapor pukul 16.10 WIB');
  });

  it('is not wanted any more on a day that is done: the message says how it stands', async () => {
    const prompt = siti.last();
    await siti.say('Rapat');
    await siti.press('Simpan');
    await siti.press('Tunda 1 jam', prompt);
    expect(siti.messages.find((m) => m.id === prompt.id)?.text).toContain('Sudah dilaporkan');
    expect((await rows()).map((row) => row.slot)).toEqual(['first']);
  });

  it('that comes too late after a downtime is left out', async () => {
    await siti.press('Tunda 15 menit');
    world.now = Date.parse('2026-11-23T12:00:00Z');
    await world.settle();
    expect(questions()).toHaveLength(0);
    expect((await rows()).find((row) => row.slot === 'snooze-1')).toMatchObject({ settled: 'too_late' });
  });
});
