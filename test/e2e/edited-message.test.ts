import { describe, expect, it } from 'vitest';
import type { SlackPerson } from '../servers/slack.ts';
import { SAVED, t, useWorld } from './support.ts';

const world = useWorld({ telegram: 'webhook', slack: 'http' });
let budi: SlackPerson;

describe('editing the chat message', () => {
  it('in Telegram changes the draft, then the entry, its receipt and the supervisor’s card', async () => {
    budi = await world.onSlack('budi');
    const siti = await world.onTelegram('siti');
    const { message_id } = siti.say('08.00-10.00 Rapat lama RHK2');
    await siti.waitFor(t.draft.review());
    siti.edit(message_id, '08.00-10.00 Rapat koordinasi RHK2');
    await siti.waitFor('Rapat koordinasi');
    siti.press(t.button.save());
    await siti.waitFor(SAVED);
    const card = await budi.waitFor('Rapat koordinasi');
    siti.edit(message_id, '08.00-11.00 Rapat anggaran RHK2');
    const receipt = await siti.waitFor(/versi 2/);
    expect(receipt.text).toContain('Rapat anggaran');
    expect((await budi.waitFor('Rapat anggaran')).ts).toBe(card.ts);
    expect(world.entries('siti')).toMatchObject([{ what: 'Rapat anggaran', revision: 2 }]);
  });

  it('in Telegram works for captions, and a redelivered edit makes no further version', async () => {
    const dewi = await world.onTelegram('dewi');
    const { message_id } = dewi.photo(Buffer.from('jpg'), { caption: 'Survei lama' });
    await dewi.waitFor(t.draft.review());
    dewi.press(t.button.save());
    await dewi.waitFor(SAVED);
    dewi.edit(message_id, 'Survei drainase');
    await dewi.waitFor(/versi 2/);
    world.telegram.redeliver();
    await dewi.waitFor(/versi 2/);
    expect(world.entries('dewi')).toMatchObject([{ what: 'Survei drainase', revision: 2 }]);
  });

  it('in Slack changes the entry; previews of links and our own changes do not', async () => {
    const rina = await world.onSlack('rina');
    const ts = rina.dm('09.00-10.00 Rapat lama');
    await rina.waitFor(t.draft.review());
    await rina.click(t.button.save());
    await rina.waitFor(SAVED);
    rina.unfurl(ts);
    await rina.silence(300);
    rina.edit(ts, '09.00-10.00 Rapat baru');
    const receipt = await rina.waitFor(/versi 2/);
    expect(receipt.text).toContain('Rapat baru');
    rina.unfurl(ts);
    await rina.silence(300);
    expect(world.entries('rina')).toMatchObject([{ what: 'Rapat baru', revision: 2 }]);
  });
});
