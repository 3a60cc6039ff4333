import { describe, expect, it } from 'vitest';
import { SAVED, t, useWorld } from './support.ts';

const world = useWorld();

describe("Slack's Home", () => {
  it('says to a stranger how to begin', async () => {
    const stranger = world.slackUser('stranger');
    stranger.openHome();
    await stranger.waitForHome(t.link.home());
  });

  it('shows what waits, opens it in the conversation, and follows what was done', async () => {
    const budi = await world.onSlack('budi');
    budi.openHome();
    await budi.waitForHome(t.todo.none());
    const siti = await world.onTelegram('siti');
    siti.say('08.00-10.00 Rapat koordinasi RHK1');
    await siti.waitFor(t.draft.review());
    siti.press(t.button.save());
    await siti.waitFor(SAVED);
    budi.openHome();
    await budi.waitForHome('Siti Aminah');
    await budi.click('1', { on: 'home' });
    await budi.waitFor('Rapat koordinasi');
    await budi.click(t.button.approve());
    budi.openHome();
    await budi.waitForHome(t.todo.none());
    expect(world.entries('siti')).toMatchObject([{ status: 'approved' }]);
  });
});
