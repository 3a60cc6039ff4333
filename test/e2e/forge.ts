import { createHmac, randomInt } from 'node:crypto';
import { expect } from 'vitest';
import { forgive, poll, type World } from './support.ts';

/** Posts something to the bot's Slack address with a signature as Slack would make it, and gives what it answers. */
export async function postAsSlack(
  world: World,
  payload: Record<string, unknown>,
  how: 'event' | 'interaction' | 'command',
): Promise<{ status: number; body: string }> {
  const body =
    how === 'event'
      ? JSON.stringify(payload)
      : new URLSearchParams(
          how === 'interaction'
            ? { payload: JSON.stringify(payload) }
            : Object.entries(payload).map(([key, value]): [string, string] => [key, String(value)]),
        ).toString();
  const time = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', world.slack.signingSecret)
    .update(`v0:${time}:${body}`)
    .digest('hex');
  const response = await fetch(`${world.bot.url}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': how === 'event' ? 'application/json' : 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': time,
      'x-slack-signature': `v0=${signature}`,
    },
    body,
  });
  return { status: response.status, body: await response.text() };
}

/** Lets somebody in Slack press a button that the bot has never shown them. */
export async function pressForgedInSlack(world: World, user: { id: string }, value: string): Promise<void> {
  const action = {
    type: 'button',
    action_id: '0-0',
    block_id: 'b',
    value,
    action_ts: `${Date.now() / 1000}`,
  };
  const answer = await postAsSlack(
    world,
    {
      type: 'block_actions',
      user: { id: user.id, team_id: 'T0TESTTEAM' },
      team: { id: 'T0TESTTEAM', domain: 'tutur-test' },
      api_app_id: 'A0TESTAPP',
      trigger_id: 'forged',
      actions: [action],
    },
    'interaction',
  );
  expect(answer.status).toBe(200);
}

/** Lets somebody in Telegram press a button that the bot has never shown them, and gives the answer at the button. */
export async function pressForgedInTelegram(
  world: World,
  user: { id: number },
  data: string,
): Promise<string | undefined> {
  const id = `forged-${randomInt(1e9)}`;
  const from = { id: user.id, is_bot: false, first_name: 'Pemalsu' };
  const chat = { id: user.id, type: 'private', first_name: 'Pemalsu' };
  const update = {
    update_id: 900_000_000 + randomInt(1e6),
    callback_query: { id, from, chat_instance: '1', data, message: { message_id: 1, date: 0, chat } },
  };
  const secret = world.env.TELEGRAM_WEBHOOK_SECRET ?? '';
  expect(await world.telegram.forge({ secret, update })).toBe(200);
  const answered = () =>
    world.telegram.calls.find(
      (call) => call.method === 'answerCallbackQuery' && call.params.callback_query_id === id && call.error,
    );
  await poll(answered).toBeTruthy();
  // The server knows no such press; answering it is right all the same.
  forgive(world.telegram.violations, 'callback_unknown');
  return answered()?.params.text as string | undefined;
}
