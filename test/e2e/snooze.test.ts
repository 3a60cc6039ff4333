import { beforeAll, describe, expect, it } from 'vitest';
import { clockTime, localMinute } from '../../src/core/local-time.ts';
import type { TelegramPerson } from '../servers/telegram.ts';
import { poll, SAVED, t, useWorld } from './support.ts';

const world = useWorld({ start: false });
let siti: TelegramPerson;

const prompts = () => siti.messages.filter(({ text }) => text.includes(t.prompt.example()));

/** Every day is worked until far into the next one, so that the test holds at every hour. */
async function promptNow(): Promise<void> {
  const now = clockTime(localMinute(Date.now(), world.zone.name), 'en');
  const file = [
    `effective_from: ${world.today}`,
    'agency:',
    '  work_days: [1, 2, 3, 4, 5, 6, 7]',
    '  quiet_hours: off',
    '  report_closes_at: "36:00"',
    '  second_prompt_minutes_before_close: 0',
    `  prompt_at: "${now}"`,
    '',
  ].join('\n');
  await world.cli('settings', 'apply', world.file('agency.yaml', file));
}

beforeAll(async () => {
  const calendar =
    'tanggal,nama,jenis,sumber,status\n2020-01-01,Tahun Baru,libur_nasional,SKB 3 Menteri,pasti\n';
  await world.cli('import', 'holidays', world.file('holidays.csv', calendar));
  await world.start();
  siti = await world.onTelegram('siti');
  // Stopped across the slot.
  await world.bot.stop();
  world.change('delete from prompts');
  await promptNow();
  await world.start();
});

describe('a prompt, put off, answered, and silence', () => {
  it('comes once to a bot that was stopped across the slot', async () => {
    await poll(() => prompts().length).toBe(1);
  });

  it('says in its place when it comes again, and does not come before', async () => {
    const later = t.prompts.snooze.button('minutes');
    const taps = [siti.press(later), siti.press(later)];
    await Promise.all(taps.map((tap) => tap.answered));
    await poll(() => prompts().length).toBe(0);
    const put = world.rows('select slot from prompts where reason = ?', 'snoozed_by_person');
    expect(put).toHaveLength(1);
  });

  it('comes again after the wait, though the bot was killed meanwhile', async () => {
    await world.bot.kill();
    const past = Date.now() - 1_000;
    world.change("update outbox set due_at = ? where kind = 'prompt' and status = 'pending'", past);
    world.change("update prompts set slot_at = ? where reason = 'snoozed_by_person'", past);
    await world.start();
    await poll(() => prompts().length).toBe(1);
  });

  it('is silent and rewritten once the report has come, also after another start', async () => {
    siti.say('08.00-10.00 Rapat koordinasi RHK1');
    await siti.waitFor(t.draft.review());
    siti.press(t.button.save());
    await siti.waitFor(SAVED);
    await poll(() => prompts().length).toBe(0);
    const before = siti.messages.length;
    await world.bot.stop();
    await world.start();
    siti.command('/kenapa');
    await siti.waitFor(t.prompts.why.title());
    expect(prompts()).toEqual([]);
    // An answer to a press that the kill cut off may still come, as a message.
    const since = siti.messages.slice(before).map(({ text }) => text);
    const late = since.filter((text) => /ingatkan lagi pukul/.test(text) && !text.includes('\n'));
    expect(since.length - late.length, since.join('\n---\n')).toBe(1);
  });
});
