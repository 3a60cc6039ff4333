import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { openStore } from '../db/open.ts';
import { factOf } from '../db/queries/calendar.ts';
import { allUnits } from '../db/queries/people.ts';
import type { Store } from '../db/store.ts';
import { createApp } from './app/app.ts';
import { seedDemo } from './app/demo/seed.ts';
import { uuidv7 } from './app/ids.ts';
import { importShippedHolidays } from './app/import/holidays.ts';
import { lastCards, playgroundPeople } from './app/playground-people.ts';
import type { Services } from './app/services.ts';
import type { Adapter, Gate } from './core/adapter.ts';
import { PACE } from './core/pace.ts';
import { createDelivery } from './delivery/delivery.ts';
import { createGate } from './delivery/gate.ts';
import { healthRoute } from './http/health.ts';
import { createHttpServer, type Route } from './http/server.ts';
import { textsOf } from './i18n/texts.ts';
import { messagePages } from './message-pages.ts';
import { createScheduler } from './scheduler/scheduler.ts';
import type { Settings } from './settings.ts';

/** Milliseconds for what is in hand when the program is told to stop. */
const STOP_MS = 7_000;

/** Runs the bot until it is told to stop (SIGTERM or SIGINT), then finishes what is in hand. */
export async function start(settings: Settings): Promise<void> {
  const log = pino({ level: settings.LOG_LEVEL, base: null });
  const store = await openStore(settings.DATABASE_URL);
  const services: Services = {
    store,
    now: () => Date.now(),
    newId: () => uuidv7(Date.now()),
    random: (bytes) => randomBytes(bytes),
    agency: { zone: settings.AGENCY_TIME_ZONE, locale: settings.AGENCY_LOCALE },
    log,
    arrived: (platform, address) => delivery.arrived(platform, address),
    pages: (platform, message) => messagePages(platform, message).length,
  };
  await importShippedHolidays(store);
  if (settings.playground) await fillPlayground(store, services);

  const app = createApp(services, (what) => (what === 'rounds' ? scheduler.wake() : delivery.wake()));
  const lines = new Map<Adapter['platform'], { adapter: Adapter; gate: Gate }>();
  const routes: Route[] = [];
  for (const make of await makers(settings)) {
    const gate = createGate(PACE[make.platform], () => performance.now(), sleep);
    const adapter = make.create(gate);
    lines.set(make.platform, { adapter, gate });
    routes.push(adapter.route);
  }
  const adapters = [...lines.values()].map((line) => line.adapter);
  const delivery = createDelivery({
    services,
    adapters: lines,
    evidenceDir: settings.EVIDENCE_DIR,
    isSending: app.isSending,
    renewLeases: app.renewLeases,
  });
  const scheduler = createScheduler(services, delivery.wake, () =>
    // With a webhook only sending notices that a platform is down.
    adapters.map(({ platform, health }) => ({
      platform,
      ready: health().ready && delivery.failingSince(platform) === null,
    })),
  );
  const health = healthRoute([
    {
      name: 'database',
      check: () => databaseCheck(store),
    },
    ...adapters.map((a) => ({ name: a.platform, check: async () => a.health() })),
  ]);
  const server = createHttpServer(settings.HOST, settings.PORT, [health, ...routes]);

  const port = await server.start().catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new Error(`port ${settings.PORT} is in use by another program; set PORT to a free one`);
  });
  await Promise.all(adapters.map((adapter) => adapter.start()));
  delivery.start();
  scheduler.start();
  const address = `http://${settings.HOST === '127.0.0.1' ? 'localhost' : settings.HOST}:${port}`;
  log.info(
    { address, platforms: [...lines.keys()] },
    settings.playground ? 'the playground is open' : 'Tutur runs',
  );
  if (settings.playground && process.stdout.isTTY) process.stdout.write(`\n  Tutur: ${address}\n\n`);

  await stopSignal();
  log.info({}, 'stopping');
  const finished = (async () => {
    await Promise.all(adapters.map((adapter) => adapter.stop()));
    await server.stop();
    await scheduler.stop();
    await delivery.stop();
  })();
  // What a platform holds up is in the outbox; whoever stops us kills us after ten seconds.
  await Promise.race([finished, sleep(STOP_MS)]);
  await store.close();
  log.info({}, 'stopped');
  setTimeout(() => process.exit(), 500).unref();

  /** A platform's library is loaded only where its token is set. */
  async function makers(s: Settings) {
    const texts = { id: textsOf('id'), en: textsOf('en') };
    const common = { app, log, evidenceDir: s.EVIDENCE_DIR };
    const all: { platform: Adapter['platform']; create(gate: Gate): Adapter & { route: Route } }[] = [];
    const { TELEGRAM_BOT_TOKEN: telegram, SLACK_BOT_TOKEN: slack } = s;
    if (telegram) {
      const { createTelegramAdapter } = await import('../adapters/telegram/adapter.ts');
      const { TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } = s;
      const webhook = url && secret ? { url, secret } : null;
      const config = { ...common, token: telegram, apiRoot: s.TELEGRAM_API_ROOT, webhook, texts };
      all.push({ platform: 'telegram', create: (gate) => createTelegramAdapter({ ...config, gate }) });
    }
    if (slack) {
      const { createSlackAdapter } = await import('../adapters/slack/adapter.ts');
      const config = {
        ...common,
        botToken: slack,
        appToken: s.SLACK_APP_TOKEN ?? null,
        signingSecret: s.SLACK_SIGNING_SECRET ?? null,
        apiUrl: s.SLACK_API_URL,
        texts: textsOf(s.AGENCY_LOCALE),
      };
      all.push({ platform: 'slack', create: (gate) => createSlackAdapter({ ...config, gate }) });
    }
    if (s.playground) {
      const { createPlaygroundAdapter } = await import('../adapters/playground/adapter.ts');
      const config = {
        ...common,
        people: () => playgroundPeople(services),
        file: chatsFile(s.DATABASE_URL),
        hosts: [s.HOST],
        locale: s.AGENCY_LOCALE,
      };
      all.push({ platform: 'playground', create: () => createPlaygroundAdapter(config) });
    }
    return all;
  }
}

async function databaseCheck(store: Store): Promise<{ ready: boolean; detail: string }> {
  await store.all(factOf({ key: 'ready' }));
  return { ready: true, detail: store.dialect };
}

/** The playground's conversations lie beside its database, so that both are thrown away together. */
function chatsFile(databaseUrl: string): string {
  return databaseUrl.startsWith('file:')
    ? `${databaseUrl.slice('file:'.length)}.chats.jsonl`
    : './data/playground.jsonl';
}

/** A sample agency, the first time, and in the supervisors' conversations the last day of each of their people. */
async function fillPlayground(store: Store, services: Services): Promise<void> {
  const units = await store.all(allUnits());
  if (units.length > 0) return;
  await seedDemo(store, { now: services.now(), zone: services.agency.zone });
  await store.commit(await lastCards(services));
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
