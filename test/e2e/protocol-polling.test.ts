import { describe, expect, it } from 'vitest';
import type { SlackPerson } from '../servers/slack.ts';
import type { TelegramPerson } from '../servers/telegram.ts';
import { poll, t, useWorld } from './support.ts';

const world = useWorld({ slack: 'socket' });
let siti: TelegramPerson;
let budi: SlackPerson;

/** Asks something and waits for the answer. */
async function expectAnswers(): Promise<void> {
  siti.command('/profil');
  await siti.waitFor(t.profile.title());
  budi.dm('/profil');
  await budi.waitFor(t.profile.title());
}

describe('commands', () => {
  it('are offered in Indonesian to everybody and in English to those whose app is English', async () => {
    siti = await world.onTelegram('siti');
    budi = await world.onSlack('budi');
    const named = (language?: string) =>
      world.telegram
        .commandsFor(siti, language)
        .map(({ command, description }) => `${command}: ${description}`);
    expect(named()).toContain(`lapor: ${t.command.lapor}`);
    expect(named('id')).toEqual(named());
    const english = named('en');
    expect(english.map((line) => line.split(':')[0])).toContain('report');
    expect(english).toHaveLength(named().length);
    for (const { command } of world.telegram.commandsFor(siti, 'en')) {
      siti.command(`/${command}`);
      expect((await siti.waitFor(/./)).text).not.toContain(t.help.unknown(command));
    }
  });
});

describe('Socket Mode', () => {
  it('comes back by itself after a refresh and after a cut, and loses no message', async () => {
    world.slack.refresh();
    budi.dm('/profil');
    await budi.waitFor(t.profile.title());
    world.slack.dropConnections();
    budi.dm('/profil');
    await budi.waitFor(t.profile.title(), { timeout: 10_000 });
    await poll(() => world.slack.connections()).toBe(1);
  });
});

describe('readiness', () => {
  it('turns to 503 while Telegram is out of reach, and back by itself', async () => {
    const mend = world.telegram.faults.add({ method: /./, kind: 'reset', times: 1_000 });
    // The waiting poll is answered, so that the next one meets the failure.
    siti.say('halo');
    await world.bot.waitForStatus(503);
    expect((await world.bot.get('/healthz')).status).toBe(200);
    const { body } = await world.bot.get('/readyz');
    expect(JSON.parse(body)).toMatchObject({ checks: [{ ready: true }, { ready: false }, { ready: true }] });
    mend();
    await world.bot.waitForStatus(200);
    await expectAnswers();
  });

  it('turns to 503 while Slack is out of reach, and back by itself', async () => {
    const mend = world.slack.faults.add({ method: /./, kind: 'reset', times: 1_000 });
    world.slack.dropConnections();
    await world.bot.waitForStatus(503);
    const { body } = await world.bot.get('/readyz');
    expect(JSON.parse(body)).toMatchObject({ checks: [{ ready: true }, { ready: true }, { ready: false }] });
    mend();
    await world.bot.waitForStatus(200);
    await expectAnswers();
  });
});

describe('stopping and starting', () => {
  it('answers what came in just before, at once or after the next start', async () => {
    const answers = () => siti.messages.filter((message) => message.text.includes(t.profile.title())).length;
    const before = answers();
    siti.command('/profil');
    expect(await world.bot.stop()).toEqual({ code: 0, signal: null });
    siti.command('/profil');
    await world.start();
    await poll(answers).toBeGreaterThanOrEqual(before + 2);
  });

  it('starts while both platforms are out of reach, says so, and connects when they come back', async () => {
    await world.bot.stop();
    const mends = [
      world.telegram.faults.add({ method: /./, kind: 'http', status: 502, times: 1_000 }),
      world.slack.faults.add({ method: /./, kind: 'http', status: 503, times: 1_000 }),
    ];
    const bot = await world.start({ status: 503 });
    expect((await bot.get('/healthz')).status).toBe(200);
    for (const mend of mends) mend();
    await bot.waitForStatus(200);
    await expectAnswers();
  });

  it('stops within seconds while both platforms are out of reach', async () => {
    await world.bot.stop();
    const mends = [
      world.telegram.faults.add({ method: /./, kind: 'http', status: 502, times: 1_000 }),
      world.slack.faults.add({ method: /./, kind: 'http', status: 503, times: 1_000 }),
    ];
    const bot = await world.start({ status: 503 });
    await poll(() => attempts()).toBeGreaterThanOrEqual(3);
    const began = Date.now();
    expect(await bot.stop()).toEqual({ code: 0, signal: null });
    expect(Date.now() - began).toBeLessThan(1_500);
    for (const mend of mends) mend();
    await world.start();
    await expectAnswers();

    function attempts(): number {
      return (bot.log().match(/Telegram does not take the bot yet/g) ?? []).length;
    }
  });
});
