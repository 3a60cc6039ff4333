import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, clockTime, localMinute } from '../../src/core/local-time.ts';
import type { SlackPerson } from '../servers/slack.ts';
import type { TelegramPerson } from '../servers/telegram.ts';
import { PEOPLE, poll, SAVED, t, useWorld } from './support.ts';

const world = useWorld({ start: false });
let siti: TelegramPerson;
let rina: TelegramPerson;
let dewi: SlackPerson;

/** The rules of the agency: every day is a working day, and the prompt was due in the minute that runs. */
function agencyFile(): string {
  const now = clockTime(localMinute(Date.now(), world.zone.name), 'en');
  return [
    `effective_from: ${world.today}`,
    'agency:',
    '  work_days: [1, 2, 3, 4, 5, 6, 7]',
    '  prompt_at: "00:01"',
    '  prompt_lateness_minutes: 1',
    'units:',
    '  Bidang A:',
    `    prompt_at: "${now}"`,
    '    prompt_lateness_minutes: 120',
    '',
  ].join('\n');
}

const prompts = (messages: readonly { text: string }[]) =>
  messages.filter(
    ({ text }) => text.includes(t.prompt.title('').split(' ')[0] ?? '') && text.includes(t.prompt.example()),
  );

beforeAll(async () => {
  // A calendar of its own, so that the tests hold on public holidays as well.
  const calendar =
    'tanggal,nama,jenis,sumber,status\n2020-01-01,Tahun Baru,libur_nasional,SKB 3 Menteri,pasti\n';
  await world.cli('import', 'holidays', world.file('holidays.csv', calendar));
  await world.start();
  siti = await world.onTelegram('siti');
  rina = await world.onTelegram('rina');
  dewi = await world.onSlack('dewi');
  // Siti reported yesterday, Dewi has reported today.
  siti.say('08.00-09.00 Apel pagi RHK1');
  await siti.waitFor(t.draft.review());
  siti.press(t.button.save());
  await siti.waitFor(SAVED);
  dewi.dm('08.00-09.00 Apel pagi');
  await dewi.waitFor(t.draft.review());
  await dewi.click(t.button.save());
  await dewi.waitFor(SAVED);
  await world.bot.stop();
  world.change(
    'update entries set local_date = ? where person_id = (select id from people where nip = ?)',
    addDays(world.today, -1),
    PEOPLE.siti.nip,
  );
  // Everybody has been here for long, and nothing was decided before.
  world.change('update agenda set created_at = 0, next_at = 0, looked_at = null');
  world.change('delete from prompts');
  await world.cli('settings', 'apply', world.file('agency.yaml', agencyFile()));
  await world.start();
});

afterAll(() => expect(prompts(rina?.messages ?? [])).toEqual([]));

describe('the prompt of a unit whose time has come', () => {
  it('comes to whoever has not reported, with everything that answers it in one tap', async () => {
    await poll(() => prompts(siti.messages).length).toBe(1);
    // Which ways to put it off are open depends on the time of the day.
    const later = (['minutes', 'hour', 'work'] as const).map((choice) => t.prompts.snooze.button(choice));
    expect(
      siti.messages
        .at(-1)
        ?.buttons.flat()
        .filter((label) => !later.includes(label)),
    ).toEqual([
      t.button.reportNow(),
      t.button.sameAsYesterday(),
      t.button.absence('cuti'),
      t.button.absence('sakit'),
      t.button.absence('dinas_luar'),
    ]);
  });

  it('is decided once: a restart does not repeat it', async () => {
    const before = world.rows('select outcome, reason from prompts order by id');
    await world.bot.stop();
    await world.start();
    siti.command('/profil');
    await siti.waitFor(t.profile.title());
    await siti.silence(1_200);
    expect(prompts(siti.messages)).toHaveLength(1);
    expect(world.rows('select outcome, reason from prompts order by id')).toEqual(before);
  });

  it('does not come to whoever has reported, nor in units whose time has not come', () => {
    expect(prompts(dewi.messages)).toEqual([]);
    expect(prompts(rina.messages)).toEqual([]);
    const why = world.rows<{ reason: string | null }>(
      'select pr.reason from prompts pr join people p on p.id = pr.person_id where p.nip = ? order by pr.at desc',
      PEOPLE.dewi.nip,
    );
    expect(why[0]).toEqual({ reason: 'reported' });
  });
});

describe('the buttons of the prompt', () => {
  it('record an absence once, and take it back', async () => {
    const taps = [siti.press(t.button.absence('cuti')), siti.press(t.button.absence('cuti'))];
    await siti.waitFor(/Tercatat: Cuti/);
    await siti.waitFor(t.absence.already('cuti'));
    await Promise.all(taps.map((tap) => tap.answered));
    expect(world.rows('select id from absences where cancelled_at is null')).toHaveLength(1);
    // Nothing is asked of somebody who is away, and asked again when they are not.
    await poll(() => prompts(siti.messages).length).toBe(0);
    siti.press(t.button.undo());
    await siti.waitFor(/^Dihapus: Cuti/);
    expect(world.rows('select id from absences where cancelled_at is null')).toEqual([]);
    const again = siti.press(t.button.undo());
    expect((await again.answered).text).toBe(t.draft.alreadyDone());
    await poll(() => prompts(siti.messages).length).toBe(1);
  });

  it('begin a guided report', async () => {
    siti.press(
      (button, message) =>
        button.text === t.button.reportNow() && message.text?.includes(t.prompt.example()) === true,
    );
    await siti.waitFor(t.ask.what());
    siti.press(t.button.cancel());
    await siti.waitFor(t.draft.cancelled());
  });

  it('copy the last reported day without its date, for one tap each', async () => {
    siti.press(t.button.sameAsYesterday());
    const review = await siti.waitFor(t.draft.review());
    expect(review.text).toContain('Apel pagi');
    expect(world.rows('select id from entries where local_date = ?', world.today)).toHaveLength(1);
    siti.press(t.button.save());
    await siti.waitFor(SAVED);
    const today = world.rows('select what from entries where local_date = ? order by what', world.today);
    expect(today).toEqual([{ what: 'Apel pagi' }, { what: 'Apel pagi' }]);
    // What was asked is answered: the prompt says so in its place.
    await poll(() => prompts(siti.messages).length).toBe(0);
    expect(siti.messages.some(({ text }) => /Sudah dilaporkan pukul/.test(text))).toBe(true);
  });
});
