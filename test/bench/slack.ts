import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { insertPosting } from '../../db/queries/talks.ts';
import { type Line, openLine, type Stub, serveApi } from './http.ts';
import { peer, type Running, startProcess, TUTUR } from './process.ts';
import { median, rateOf } from './rounds.ts';
import { person, personId, seed, today } from './seed.ts';
import { count } from './sql.ts';
import { telegramStub } from './telegram.ts';

/** How many supervisors reply at once. */
export const SUPERVISORS = 50;
const SECRET = 'bench-signing-secret';
const BOT_TOKEN = 'xoxb-bench';
const CARD = '1700000000.000100';
const FIRST_CHAT = 2_000_000;
const REPLY_MS = 10_000;
/** Milliseconds between replies whose way to Telegram is timed: slower than Tutur's own pace towards Telegram. */
const UNHURRIED = 150;

/** A bot that takes replies in threads of Slack. */
export interface SlackBot {
  running: Running;
  /** Replies per second; each supervisor writes again when acknowledgement and confirmation have come. */
  rate(ms: number, supervisors: number): Promise<number>;
  /** Milliseconds from a reply in Slack until it is in the employee's Telegram; null for a bot that does not forward. */
  forwarded(): Promise<number | null>;
  /** Throws unless what was written is in the database. */
  verify(): void;
  stop(): Promise<void>;
}

interface Supervisor {
  user: string;
  channel: string;
  chat: number;
  confirmed: (() => void) | null;
  forwarded: (() => void) | null;
}

/** The bots that are compared. */
export const SLACK_PEERS = { tutur: 'Tutur', 'bare-bolt': 'bare Bolt, nothing stored' } as const;

/** Starts one bot with a stub of Slack's Web API, and one of the Bot API, of its own. */
export async function startSlackBot(name: keyof typeof SLACK_PEERS, folder: string): Promise<SlackBot> {
  const supervisors = Array.from(
    { length: SUPERVISORS },
    (_, index): Supervisor => ({
      ...{ user: `U${1_000 + index}`, channel: `D${1_000 + index}`, chat: FIRST_CHAT + index },
      ...{ confirmed: null, forwarded: null },
    }),
  );
  const slack = await slackStub((channel) => supervisors[Number(channel.slice(1)) - 1_000]?.confirmed?.());
  const telegram = await telegramStub((chat) => supervisors[chat - FIRST_CHAT]?.forwarded?.());
  const file = join(folder, `slack-${name}.db`);
  const running = await startSlackProcess(name, folder, file, slack, telegram);
  const first = Math.floor(Date.now() / 1_000);
  let replies = 0;

  function exchange(by: Supervisor, line: Line): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${name}: no confirmation in Slack`)), REPLY_MS);
      let open = 2;
      const done = () => {
        open -= 1;
        if (open > 0) return;
        clearTimeout(timer);
        resolve();
      };
      by.confirmed = done;
      replies += 1;
      const body = eventJson(by, replies, `${first}.${String(replies).padStart(6, '0')}`);
      line
        .post(body, signature(body))
        .then((status) => (status === 200 ? done() : reject(new Error(`${name}: status ${status}`))))
        .catch(reject);
    });
  }

  return {
    running,
    async rate(ms, atOnce) {
      const lines = supervisors.slice(0, atOnce).map(() => openLine(running.port, '/slack/events'));
      const rate = await rateOf(
        lines.map((line, index) => () => exchange(supervisors[index]!, line)),
        ms,
      );
      for (const line of lines) line.close();
      return rate;
    },
    async forwarded() {
      if (name !== 'tutur') return null;
      const line = openLine(running.port, '/slack/events');
      const times: number[] = [];
      for (const by of supervisors.slice(0, 20)) {
        const began = performance.now();
        const arrived = new Promise<void>((resolve) => {
          by.forwarded = resolve;
        });
        await Promise.all([exchange(by, line), arrived]);
        times.push(performance.now() - began);
        await sleep(UNHURRIED);
      }
      line.close();
      return median(times);
    },
    verify() {
      if (name !== 'tutur') return;
      const stored = count(file, 'talks');
      if (stored !== replies) throw new Error(`${name}: ${replies} acknowledged, but ${stored} stored`);
    },
    async stop() {
      // What still waits for its turn towards Telegram is of no interest any more.
      await running.stop();
      await Promise.all([slack.close(), telegram.close()]);
    },
  };
}

/** Tutur finds supervisors in Slack, each with the card of an employee who is linked in Telegram. */
async function startSlackProcess(
  name: keyof typeof SLACK_PEERS,
  folder: string,
  file: string,
  slack: Stub,
  telegram: Stub,
): Promise<Running> {
  const env = {
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_API_URL: `http://127.0.0.1:${slack.port}/api/`,
  };
  if (name !== 'tutur') return startProcess(peer(name), folder, () => env);
  await seed(file, async (store) => {
    const pairs = Array.from({ length: SUPERVISORS }, (_, index) => {
      const user = `U${1_000 + index}`;
      const [chief, employee] = [`Atasan ${index}`, `Bawahan ${index}`];
      return [
        ...person(chief, 2 * index, null, { platform: 'slack', id: user }),
        ...person(employee, 2 * index + 1, chief, { platform: 'telegram', id: String(FIRST_CHAT + index) }),
        insertPosting({
          ...{ id: `card-${index}`, platform: 'slack', address: user, messageId: CARD },
          ...{ personId: personId(chief), kind: 'card', subject: `${personId(employee)}:${today()}` },
          ...{ entryId: null, at: 0 },
        }),
      ];
    });
    await store.commit(pairs.flat());
  });
  return startProcess(TUTUR, folder, (port) => ({
    ...env,
    DATABASE_URL: `file:${file}`,
    EVIDENCE_DIR: join(folder, 'evidence'),
    TELEGRAM_BOT_TOKEN: '123456:bench-token',
    TELEGRAM_API_ROOT: `http://127.0.0.1:${telegram.port}`,
    TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${port}/telegram`,
    TELEGRAM_WEBHOOK_SECRET: 'bench-secret',
  }));
}

function slackStub(confirmed: (channel: string) => void): Promise<Stub> {
  let messages = 0;
  return serveApi((method, body) => {
    if (method === 'auth.test') {
      return '{"ok":true,"user":"bench","user_id":"UBOT","bot_id":"BBOT","team":"Bench","team_id":"T1"}';
    }
    if (method !== 'chat.postMessage') return '{"ok":true}';
    const channel = /(?:^|&)channel=(\w+)/.exec(body)?.[1] ?? '';
    messages += 1;
    confirmed(channel);
    return `{"ok":true,"channel":"${channel}","ts":"1700000001.${String(messages).padStart(6, '0')}"}`;
  });
}

function eventJson({ user, channel }: Supervisor, number: number, ts: string): string {
  return JSON.stringify({
    ...{ token: 'x', team_id: 'T1', api_app_id: 'A1', type: 'event_callback', event_id: `Ev${number}` },
    event_time: Math.floor(Date.now() / 1_000),
    authorizations: [{ team_id: 'T1', user_id: 'UBOT', is_bot: true }],
    event: {
      ...{ type: 'message', channel, channel_type: 'im', user, team: 'T1', ts, event_ts: ts },
      ...{ thread_ts: CARD, text: 'Bagus, lanjutkan' },
    },
  });
}

function signature(body: string): string {
  const at = Math.floor(Date.now() / 1_000);
  const hash = createHmac('sha256', SECRET).update(`v0:${at}:${body}`).digest('hex');
  return `x-slack-request-timestamp: ${at}\r\nx-slack-signature: v0=${hash}\r\n`;
}
