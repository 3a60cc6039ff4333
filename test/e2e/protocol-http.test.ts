import { describe, expect, it } from 'vitest';
import { postAsSlack } from './forge.ts';
import { PEOPLE, t, useWorld } from './support.ts';

const world = useWorld({ telegram: 'webhook', slack: 'http' });

/** A message as Telegram would post it, from somebody who never wrote. */
const update = {
  update_id: 800_000_001,
  message: {
    message_id: 1,
    date: 0,
    text: 'rekap',
    from: { id: 42, is_bot: false, first_name: 'Penyusup' },
    chat: { id: 42, type: 'private', first_name: 'Penyusup' },
  },
};

/** How many inbound messages the bot has stored. */
const handled = () => world.rows("select key from outbox where kind = 'reply'").length;

describe('the webhook of Telegram', () => {
  it('is set with a secret, and only the kinds of updates that are used', () => {
    const call = world.telegram.calls.find(({ method }) => method === 'setWebhook');
    expect(call?.params.url).toBe(`${world.bot.url}/telegram`);
    expect(call?.params.secret_token).toBe(world.env.TELEGRAM_WEBHOOK_SECRET);
  });

  it('refuses a wrong secret and a missing one with 401 and stores nothing', async () => {
    const before = handled();
    expect(await world.telegram.forge({ secret: 'wrong', update })).toBe(401);
    expect(await world.telegram.forge({ update })).toBe(401);
    expect(handled()).toBe(before);
  });

  it('refuses what is no update with 400, and other methods and addresses with 404', async () => {
    const secret = world.env.TELEGRAM_WEBHOOK_SECRET ?? '';
    expect(await world.telegram.forge({ secret, update: { hello: 'world' } })).toBe(400);
    expect((await world.bot.get('/telegram')).status).toBe(404);
    expect((await world.bot.get('/admin')).status).toBe(404);
  });

  it('takes what Telegram sends', async () => {
    await world.onTelegram('siti');
  });
});

describe('signed requests of Slack', () => {
  it('are refused with 401 when the signature is forged or more than five minutes away', async () => {
    const before = handled();
    expect(await world.slack.forge({ secret: 'another secret' })).toBe(401);
    expect(await world.slack.forge({ ageSeconds: 6 * 60 })).toBe(401);
    expect(await world.slack.forge({ ageSeconds: -6 * 60 })).toBe(401);
    expect(handled()).toBe(before);
  });

  it('without any signature are refused with 401', async () => {
    const response = await fetch(`${world.bot.url}/slack/events`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(401);
  });

  it('are answered with the challenge when Slack verifies the address', async () => {
    const challenge = { type: 'url_verification', token: 'x', challenge: 'c0ffee' };
    const answer = await postAsSlack(world, challenge, 'event');
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('c0ffee');
  });

  it('are taken when they are right', async () => {
    await world.onSlack('budi');
  });
});

describe('health', () => {
  it('answers on /healthz, and on /readyz with every part by name', async () => {
    expect(await world.bot.get('/healthz')).toMatchObject({ status: 200 });
    const { status, body } = await world.bot.get('/readyz');
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({
      ok: true,
      checks: [{ name: 'database' }, { name: 'telegram' }, { name: 'slack' }],
    });
  });

  it('shows nobody a token or a name', async () => {
    const { body } = await world.bot.get('/readyz');
    expect(body).not.toContain(world.telegram.token);
    expect(body).not.toContain(PEOPLE.siti.name);
  });
});

describe('stopping', () => {
  it('ends within seconds although platforms keep their connections open', async () => {
    const siti = world.telegramUser('Siti Lain');
    siti.say('halo');
    await siti.waitFor(t.link.unknown(t.link.contact()));
    const began = Date.now();
    expect(await world.bot.stop()).toEqual({ code: 0, signal: null });
    expect(Date.now() - began).toBeLessThan(4_000);
    await world.start();
  });
});
