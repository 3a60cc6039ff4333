import { beforeAll, describe, expect, it } from 'vitest';
import type { SlackPerson } from '../servers/slack.ts';
import type { TelegramPerson } from '../servers/telegram.ts';
import { PEOPLE, t, useWorld } from './support.ts';

const world = useWorld();
let siti: TelegramPerson;
let budi: SlackPerson;
const stored = () => world.rows('select id from absences where cancelled_at is null');

beforeAll(async () => {
  siti = await world.onTelegram('siti');
  budi = await world.onSlack('budi');
});

describe('an absence over the real protocols', () => {
  it('is stored by one tap once, and taken back', async () => {
    siti.say('/cuti');
    await siti.waitFor(t.absence.today());
    const taps = [siti.press(t.button.absence('cuti')), siti.press(t.button.absence('cuti'))];
    await siti.waitFor(/Tercatat: Cuti/);
    await siti.waitFor(t.absence.already('cuti'));
    await Promise.all(taps.map((tap) => tap.answered));
    expect(stored()).toHaveLength(1);
    siti.press(t.button.undo());
    await siti.waitFor(/^Dihapus: Cuti/);
    expect(stored()).toEqual([]);
  });

  it('is recorded in Slack by the supervisor, told in Telegram, and contested by a reply', async () => {
    budi.dm(`/cuti ${PEOPLE.siti.nip} dinas luar besok dan lusa`);
    await budi.waitFor(t.draft.review());
    await budi.click(t.button.save());
    await budi.waitFor(/Tercatat untuk/);
    const told = await siti.waitFor(/mencatat ketidakhadiran Bapak\/Ibu: Dinas luar/);
    siti.say('Tidak jadi berangkat, Pak', { replyTo: told.message_id });
    await budi.waitFor(/Tidak jadi berangkat, Pak/);
  });
});
