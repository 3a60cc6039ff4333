import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { openStore } from '../../db/open.ts';
import { putFact } from '../../db/queries/calendar.ts';
import type { Statement } from '../../db/store.ts';
import { localDate } from '../../src/core/local-time.ts';
import { id as t } from '../../src/i18n/id.ts';
import { TICK } from '../../src/scheduler/prompts.ts';
import { startSlackServer } from '../servers/slack.ts';
import { startTelegramServer } from '../servers/telegram.ts';
import { calmRules } from '../support/calm-rules.ts';
import { type Bot, freePort, runCommand, startBot } from './bot-process.ts';
import { changeRows, readRows } from './database.ts';
import { expectDiscreetLog } from './log-check.ts';
import { calmZone, PEOPLE, peopleFile, plansFile } from './people.ts';
import type { Status, World, WorldOptions } from './world.ts';

export { id as t } from '../../src/i18n/id.ts';
export { PEOPLE } from './people.ts';
export type { World } from './world.ts';

const MOVED_CLOCK = pathToFileURL(join(import.meta.dirname, 'moved-clock.mjs')).href;

/** What every receipt begins with. */
export const SAVED = t.receipt.title('').trim();

/** The button that ends the question about evidence, with or without any. */
export const ENOUGH = new RegExp(`^(${t.button.done()}|${t.button.skip()})$`);

/** Waits until a value is as expected; patient, because tests share their machine. */
export const poll = <T>(get: () => T) => expect.poll(get, { timeout: 10_000, interval: 25 });

/** Forgets violations of one rule, where a test has made the bot break it for a good reason. */
export function forgive(violations: string[], rule: string): void {
  violations.splice(0, violations.length, ...violations.filter((one) => !one.startsWith(`${rule}:`)));
}

/** A world for all tests of a file; ready inside tests, and checked and closed behind the last one. */
export function useWorld(options: WorldOptions = {}): World {
  const world = {} as World;
  beforeAll(async () => {
    Object.defineProperties(world, Object.getOwnPropertyDescriptors(await openWorld(options)));
  });
  afterEach(({ task }) => {
    if (task.result?.state === 'fail' && !task.fails)
      process.stderr.write(`\n--- log of the bot\n${world.bot?.log()}\n`);
  });
  afterAll(() => world.close?.());
  return world;
}

/** Starts servers, imports people and plans, invites everybody, and starts the bot. */
export async function openWorld(options: WorldOptions = {}): Promise<World> {
  let moved = options.at === undefined ? 0 : Date.parse(options.at) - Date.now();
  const now = () => Date.now() + moved;
  const zone = calmZone(now());
  const folder = mkdtempSync(join(tmpdir(), 'tutur-e2e-'));
  const telegram = await startTelegramServer(options.telegramServer);
  const slack = await startSlackServer({ mode: options.slack ?? 'socket' });
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  slack.setEventsUrl(`${url}/slack/events`);
  const database = join(folder, 'tutur.db');
  const tokens = [telegram.token, slack.botToken, slack.appToken, slack.signingSecret];
  const env: Record<string, string> = {
    DATABASE_URL: (await options.databaseUrl?.()) ?? `file:${database}`,
    EVIDENCE_DIR: join(folder, 'evidence'),
    PORT: port,
    AGENCY_TIME_ZONE: zone.name,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_API_URL: slack.apiUrl,
    ...(options.slack === 'http'
      ? { SLACK_SIGNING_SECRET: slack.signingSecret }
      : { SLACK_APP_TOKEN: slack.appToken }),
  };
  if (options.telegram === 'webhook') {
    env.TELEGRAM_WEBHOOK_URL = `${url}/telegram`;
    env.TELEGRAM_WEBHOOK_SECRET = 'webhook-secret_for-tests';
    tokens.push(env.TELEGRAM_WEBHOOK_SECRET);
  }
  const moveClock = () => {
    if (moved === 0) return;
    env.NODE_OPTIONS = `--import ${MOVED_CLOCK}`;
    env.TEST_CLOCK_MOVED_MS = String(moved);
  };
  moveClock();
  const change = async (statement: Statement) => {
    const store = await openStore(env.DATABASE_URL as string);
    await store.commit([statement]);
    await store.close();
  };
  const bots: Bot[] = [];
  const people: { transcript(): string }[] = [];
  const codes = new Map<string, string>();
  const invited = (json: string) =>
    (JSON.parse(json) as { invitations: { nip: string; kode: string }[] }).invitations;

  const world: World = {
    zone,
    now,
    today: localDate(now(), zone.name),
    folder,
    env,
    telegram,
    slack,
    get bot() {
      return bots.at(-1) as Bot;
    },
    cli: (...args) => runCommand(args, env, folder),
    status: async () => JSON.parse(await world.cli('status', '--json')) as Status,
    file(name, content) {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    async start({ status = 200 } = {}) {
      const bot = startBot(env, folder);
      bots.push(bot);
      await bot.waitForStatus(status);
      return bot;
    },
    async travel(at) {
      await world.bot?.stop();
      moved = Date.parse(at) - Date.now();
      moveClock();
      // Otherwise the time that was skipped looks as if nobody could have reported in it.
      await change(putFact(TICK, String(now())));
      return world.start();
    },
    async invite(who) {
      const [invitation] = invited(await world.cli('invite', '--nip', PEOPLE[who].nip, '--json'));
      if (!invitation) throw new Error(`no invitation for ${who}`);
      return invitation.kode;
    },
    code: (who) => codes.get(PEOPLE[who].nip) ?? '',
    telegramUser(name, profile = {}) {
      const user = telegram.user({ first_name: name, ...profile });
      people.push(user);
      return user;
    },
    slackUser(who) {
      const user = slack.user(
        who === 'stranger'
          ? { name: who, email: 'stranger@example.com' }
          : { name: who, email: PEOPLE[who].email },
      );
      people.push(user);
      return user;
    },
    async onTelegram(who, code = world.code(who)) {
      const user = world.telegramUser(PEOPLE[who].name);
      user.command(`/start ${code}`);
      await user.waitFor(t.link.confirm());
      user.press(t.button.yesMe());
      await user.waitFor(t.welcome.title(PEOPLE[who].name));
      return user;
    },
    async onSlack(who) {
      const user = world.slackUser(who);
      user.dm('halo');
      await user.waitFor(t.link.confirm());
      await user.click(t.button.yesMe());
      await user.waitFor(t.welcome.title(PEOPLE[who].name));
      return user;
    },
    rows: (sql, ...params) => readRows(database, sql, ...params),
    change: (sql, ...params) => changeRows(database, sql, ...params),
    entries: (who) =>
      world.rows(
        `select e.what, e.status, e.revision, e.number from entries e join people p on p.id = e.person_id
         where p.nip = ? and e.status <> 'withdrawn' order by e.submitted_at, e.id`,
        PEOPLE[who].nip,
      ),
    async close() {
      try {
        const exit = await world.bot?.stop();
        if (exit) expect(exit).toEqual({ code: 0, signal: null });
        expect(telegram.violations, 'rules of Telegram that were broken').toEqual([]);
        expect(slack.violations, 'rules of Slack that were broken').toEqual([]);
        if (options.strict ?? true) expect(telegram.unansweredCallbacks()).toEqual([]);
        const log = bots.map((bot) => bot.log()).join('');
        expectDiscreetLog(
          log,
          tokens,
          people.map((person) => person.transcript()),
        );
      } finally {
        for (const bot of bots) await bot.kill();
        await Promise.all([telegram.stop(), slack.stop()]);
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };

  const files = { people: options.peopleFile ?? peopleFile, plans: options.plansFile ?? plansFile };
  await world.cli('import', 'people', world.file('people.csv', files.people(zone.short)));
  const plans = files.plans(Number(world.today.slice(0, 4)));
  if (plans !== null) await world.cli('import', 'plans', world.file('plans.csv', plans));
  for (const { nip, kode } of invited(await world.cli('invite', '--missing', '--json'))) codes.set(nip, kode);
  await change(calmRules());
  if (options.start ?? true) await world.start();
  return world;
}
