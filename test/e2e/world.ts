import type { SlackPerson, SlackServer } from '../servers/slack.ts';
import type { TelegramPerson, TelegramServer, TelegramServerOptions } from '../servers/telegram.ts';
import type { Bot } from './bot-process.ts';
import type { calmZone, Who } from './people.ts';

/** How a test wants its bot; everything has a default. */
export interface WorldOptions {
  telegram?: 'polling' | 'webhook';
  slack?: 'socket' | 'http';
  telegramServer?: TelegramServerOptions;
  /** Another database than an SQLite file. */
  databaseUrl?: () => Promise<string>;
  /** False where the test starts the bot itself. */
  start?: boolean;
  /** False where presses may stay unanswered, because the bot is killed. */
  strict?: boolean;
  /** The instant (ISO 8601) at which the bot's clock stands when it is started; the real one unless told. */
  at?: string;
  /** Another people file, and another plans file, than the usual ones. */
  peopleFile?: (zone: string) => string;
  plansFile?: (year: number) => string | null;
}

/** A bot as a process with its database, both platforms, and the people who use it. */
export interface World {
  zone: ReturnType<typeof calmZone>;
  /** The bot's clock, ms UTC. */
  now(): number;
  /** The date where the people work when the test begins. */
  today: string;
  folder: string;
  env: Record<string, string>;
  telegram: TelegramServer;
  slack: SlackServer;
  /** The bot that was started last. */
  bot: Bot;
  cli(...args: string[]): Promise<string>;
  status(): Promise<Status>;
  /** Writes a file into the test's folder and gives its path. */
  file(name: string, content: string): string;
  /** Starts the bot and waits until `/readyz` gives this status, 200 unless told. */
  start(options?: { status?: number }): Promise<Bot>;
  /** Stops the bot, if it runs, and starts it again at another instant (ISO 8601), without an outage between. */
  travel(at: string): Promise<Bot>;
  /** A fresh invitation code. */
  invite(who: Who): Promise<string>;
  /** The code that everybody got at the beginning. */
  code(who: Who): string;
  telegramUser(name: string, profile?: { language_code?: string }): TelegramPerson;
  slackUser(who: Who | 'stranger'): SlackPerson;
  /** A linked person in Telegram; with a code other than their first one they come with a new phone. */
  onTelegram(who: Who, code?: string): Promise<TelegramPerson>;
  /** A linked person in Slack. */
  onSlack(who: Who): Promise<SlackPerson>;
  rows<T = Record<string, unknown>>(sql: string, ...params: unknown[]): T[];
  change(sql: string, ...params: unknown[]): number;
  /** Entries that count, oldest first. */
  entries(who: Who): { what: string; status: string; revision: number; number: string }[];
  close(): Promise<void>;
}

/** The part of `status --json` that tests look at. */
export interface Status {
  outbox: { pending: { kind: string; count: number }[]; failed: number; failures: { reason: string }[] };
  unreachable: number;
}
