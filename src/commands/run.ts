import { openStore } from '../../db/open.ts';
import { Conflict, type Store } from '../../db/store.ts';
import { uuidv7 } from '../app/ids.ts';
import type { Services } from '../app/services.ts';
import type { OperatorTexts } from '../i18n/operator-texts.ts';
import { operatorTexts } from '../i18n/operator-texts.ts';
import { messagePages } from '../message-pages.ts';
import { readSettings, type SettingProblem, type Settings } from '../settings.ts';
import type { ExitCode, World } from './world.ts';

/** What a command has to say: `lines` and `data` are the answer (one or the other is printed), `errors` what went wrong. */
export interface Report {
  exit: ExitCode;
  lines: string[];
  errors: string[];
  data: unknown;
}

/** What a command that uses the database works with. */
export interface Context {
  world: World;
  settings: Settings;
  t: OperatorTexts;
  services: Services;
}

/** Something that the operator can mend; its message is printed as it is. */
export class CommandFailure extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'CommandFailure';
  }
}

/** The texts in the language that the environment names, even where other settings are wrong. */
export function textsFor(world: Pick<World, 'env'>): OperatorTexts {
  return operatorTexts(world.env.AGENCY_LOCALE === 'en' ? 'en' : 'id');
}

/** Runs a command and prints its report; with `json` one document goes to standard output and nothing else. */
export async function run(world: World, json: boolean, command: () => Promise<Report>): Promise<void> {
  const t = textsFor(world);
  try {
    const { exit, lines, errors, data } = await command();
    if (json) world.print(`${JSON.stringify(data, null, 2)}\n`);
    else {
      if (lines.length > 0) world.print(`${lines.join('\n')}\n`);
      if (errors.length > 0) world.complain(`${errors.join('\n')}\n`);
    }
    world.done(exit);
  } catch (error) {
    const message = messageOf(error, t);
    if (json) world.print(`${JSON.stringify({ ok: false, error: message }, null, 2)}\n`);
    world.complain(`${message}\n`);
    world.done(1);
  }
}

/** Runs a command with settings and an open database, which is closed afterwards. */
export function runWithStore(
  world: World,
  json: boolean,
  command: (context: Context) => Promise<Report>,
): Promise<void> {
  return run(world, json, async () => {
    const t = textsFor(world);
    const read = readSettings(world.env);
    if (!read.ok) throw new CommandFailure(settingLines(read.problems, t).join('\n'));
    const { settings } = read;
    const store = await openDatabase(settings, t);
    try {
      return await command({ world, settings, t, services: servicesOf(world, settings, store) });
    } finally {
      await store.close();
    }
  });
}

/** One line for each wrong setting. */
export function settingLines(problems: readonly SettingProblem[], t: OperatorTexts): string[] {
  return problems.map(({ setting, message }) => t.failure.setting(setting, message));
}

/** Opens and migrates the database, or says why that cannot be done. */
export async function openDatabase(settings: Settings, t: OperatorTexts): Promise<Store> {
  try {
    return await openStore(settings.DATABASE_URL);
  } catch (error) {
    throw new CommandFailure(t.failure.database(reasonOf(error)), error);
  }
}

/** The code or message of an error; connection errors of Node have a code and sometimes no message. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return [message, code].find((text) => typeof text === 'string' && text !== '')?.toString() ?? String(error);
}

function messageOf(error: unknown, t: OperatorTexts): string {
  if (error instanceof Conflict) return t.failure.conflict(error.message);
  return reasonOf(error);
}

function servicesOf(world: World, settings: Settings, store: Store): Services {
  return {
    store,
    now: () => world.now(),
    newId: () => uuidv7(world.now()),
    random: (bytes) => world.random(bytes),
    agency: { zone: settings.AGENCY_TIME_ZONE, locale: settings.AGENCY_LOCALE },
    // A command says what it has to say by its report, and sends nothing itself.
    log: { info() {}, warn() {}, error() {} },
    arrived: async () => {},
    pages: (platform, message) => messagePages(platform, message).length,
  };
}
