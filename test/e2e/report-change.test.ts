import { describe, expect, it } from 'vitest';
import type { TelegramPerson } from '../servers/telegram.ts';
import { SAVED, t, useWorld } from './support.ts';

const world = useWorld();
let siti: TelegramPerson;

/** Sends a quick report and saves it. */
async function report(text: string): Promise<string> {
  siti.say(text);
  await siti.waitFor(t.draft.review());
  siti.press(t.button.save());
  return (await siti.waitFor(SAVED)).text;
}

/** What the history of the newest entry says. */
const actions = () =>
  world
    .rows<{ action: string }>(
      `select action from entry_revisions where entry_id = (select id from entries order by submitted_at desc limit 1)
       order by revision`,
    )
    .map((row) => row.action);

describe('the same text twice on one day', () => {
  it('asks what is meant, and stores nothing when the person cancels', async () => {
    siti = await world.onTelegram('siti');
    await report('08.00-10.00 Rapat koordinasi RHK2 3 dokumen');
    siti.say('rapat  koordinasi! RHK2 5 dokumen');
    await siti.waitFor(t.draft.review());
    siti.press(t.button.save());
    await siti.waitFor(/sudah tercatat/);
    siti.press(t.button.cancel());
    await siti.waitFor(t.draft.cancelled());
    expect(world.entries('siti')).toHaveLength(1);
  });

  it('replaces the stored one as a new version', async () => {
    siti.say('Rapat koordinasi RHK2 5 dokumen');
    await siti.waitFor(t.draft.review());
    siti.press(t.button.save());
    await siti.waitFor(/sudah tercatat/);
    siti.press(t.button.replace());
    const receipt = await siti.waitFor(/versi 2/);
    expect(receipt.text).toContain('5 dokumen');
    expect(world.entries('siti')).toMatchObject([{ revision: 2 }]);
  });

  it('adds a second one on demand', async () => {
    siti.say('Rapat koordinasi RHK2 1 dokumen');
    await siti.waitFor(t.draft.review());
    siti.press(t.button.save());
    await siti.waitFor(/sudah tercatat/);
    siti.press(t.button.add());
    await siti.waitFor(SAVED);
    expect(world.entries('siti')).toHaveLength(2);
  });
});

describe('a stored report', () => {
  it('can be changed by its owner; every version stays readable', async () => {
    await report('13.00-14.00 Konsep surat RHK1 1 surat');
    siti.press(t.button.edit());
    await siti.waitFor(t.draft.review());
    siti.press(t.button.change());
    await siti.waitFor(t.ask.editWhich());
    siti.press(t.field.what());
    await siti.waitFor(t.ask.what());
    siti.say('Konsep surat undangan');
    await siti.waitFor(t.draft.review());
    siti.press(t.button.save());
    const receipt = await siti.waitFor(/versi 2/);
    expect(receipt.text).toContain('Konsep surat undangan');
    expect(world.entries('siti').at(-1)).toMatchObject({ what: 'Konsep surat undangan', revision: 2 });
    expect(actions()).toEqual(['created', 'edited']);
  });

  it('can be withdrawn after a question; it no longer counts and its history stays', async () => {
    const count = world.entries('siti').length;
    siti.press(t.button.withdraw());
    await siti.waitFor(/Konsep surat undangan/);
    expect(world.entries('siti')).toHaveLength(count);
    siti.press(t.button.withdrawYes());
    await siti.waitFor(/sudah ditarik/);
    expect(world.entries('siti')).toHaveLength(count - 1);
    expect(actions()).toEqual(['created', 'edited', 'withdrawn']);
    siti.command('/rekap hari');
    expect((await siti.waitFor(t.recap.title('').trim())).text).not.toContain('surat');
  });

  it('cannot be changed or withdrawn again once it is withdrawn', async () => {
    const withdrawn = siti.press(t.button.withdraw());
    expect((await withdrawn.answered).text).toBe(t.entry.alreadyWithdrawn());
    // The receipt's own button, not one of the recap's below it.
    const edited = siti.press(new RegExp(`^${t.button.edit()}$`));
    expect((await edited.answered).text).toBe(t.entry.alreadyWithdrawn());
    expect(actions()).toEqual(['created', 'edited', 'withdrawn']);
  });

  it('is shown to its supervisor with every version and who made it', async () => {
    const budi = await world.onSlack('budi');
    const card = await budi.waitFor('Siti Aminah');
    expect(card.text).toContain('2 kegiatan');
    await budi.click(t.button.history());
    await budi.waitFor(t.ask.whichActivity());
    await budi.click(/Rapat koordinasi/);
    const history = await budi.waitFor(/Riwayat/);
    expect(history.text).toContain(t.entry.by('Siti Aminah'));
    expect(history.text).toContain('3 dokumen');
    expect(history.text).toContain('5 dokumen');
  });
});
