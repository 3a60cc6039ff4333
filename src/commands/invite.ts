import { rename, rm, writeFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { Api } from 'grammy';
import { type InviteChoice, type Invited, invite } from '../app/invite.ts';
import { parseEmployeeNumber } from '../core/employee-number.ts';
import { localDate } from '../core/local-time.ts';
import type { OperatorTexts } from '../i18n/operator-texts.ts';
import { writeCsv } from './csv.ts';
import { type InviteCard, invitePdf } from './invite-pdf.ts';
import { CommandFailure, type Context, type Report, reasonOf, run, runWithStore, textsFor } from './run.ts';
import type { World } from './world.ts';

interface InviteOptions {
  unit?: string;
  nip?: string;
  missing?: boolean;
  format: 'csv' | 'pdf';
  days: number;
  out?: string;
  json?: boolean;
}

const header = [
  'nip',
  'nama',
  'unit',
  'kode',
  'tautan_telegram',
  'perintah_slack',
  'berlaku_sampai',
] as const;
type Row = Record<(typeof header)[number], string>;

/** Registers `invite`, which makes one-time codes. */
export function registerInvite(program: Command, world: World): void {
  const t = textsFor(world);
  program
    .command('invite')
    .description(t.help.invite.all())
    .option('--unit <name>', t.help.invite.unit())
    .addOption(new Option('--nip <nip>', t.help.invite.nip()).conflicts(['unit', 'missing']))
    .option('--missing', t.help.invite.missing())
    .addOption(new Option('--format <format>', t.help.invite.format()).choices(['csv', 'pdf']).default('csv'))
    .addOption(new Option('--days <days>', t.help.invite.days()).argParser(readDays(t)).default(14))
    .option('--out <file>', t.help.invite.out())
    .option('--json', t.help.json())
    .addHelpText('after', `\n${t.help.example()}\n  npm run -s tutur -- invite --missing --out undangan.csv`)
    .action((options: InviteOptions) => {
      if (options.format === 'pdf' && options.out === undefined) {
        return run(world, options.json === true, async () => refusePdf(t));
      }
      return runWithStore(world, options.json === true, (context) => inviteChosen(context, options));
    });
}

function refusePdf(t: OperatorTexts): Report {
  const error = t.invite.noPdf();
  return { exit: 2, lines: [], errors: [error], data: { ok: false, error } };
}

function readDays(t: OperatorTexts): (text: string) => number {
  return (text) => {
    const days = Number(text);
    if (!Number.isInteger(days) || days < 1 || days > 365) throw new InvalidArgumentError(t.invite.badDays());
    return days;
  };
}

async function inviteChosen(context: Context, options: InviteOptions): Promise<Report> {
  const { services, t, settings } = context;
  const choice = choiceOf(options, localDate(services.now(), settings.AGENCY_TIME_ZONE), t);
  const bot = await botName(settings.TELEGRAM_BOT_TOKEN, settings.TELEGRAM_API_ROOT, t);
  const outcome = await invite(services, choice, options.days);
  if (!outcome.ok) {
    const error =
      outcome.problem === 'unit_unknown'
        ? t.invite.unitUnknown(options.unit ?? '', outcome.units)
        : t.invite[outcome.problem === 'person_unknown' ? 'personUnknown' : 'personInactive']();
    return { exit: 1, lines: [], errors: [error], data: { ok: false, error } };
  }
  const rows = outcome.invited.map((invited) => rowOf(invited, bot));
  if (options.format === 'pdf' && options.out !== undefined) {
    await writePrivately(options.out, await invitePdf(rows.map(cardOf), t), t);
    const data = { ok: true, out: options.out, invitations: rows };
    return { exit: 0, lines: [t.invite.written(rows.length, options.out)], errors: [], data };
  }
  const csv = writeCsv([header, ...rows.map((row) => header.map((column) => row[column]))]);
  const count = t.invite.made(rows.length);
  const data = { ok: true, out: options.out ?? null, invitations: rows };
  if (options.out === undefined)
    return { exit: 0, lines: [csv.trimEnd()], errors: rows.length > 0 ? [] : [count], data };
  await writePrivately(options.out, csv, t);
  return { exit: 0, lines: [t.invite.written(rows.length, options.out)], errors: [], data };
}

function choiceOf({ nip, unit, missing }: InviteOptions, today: string, t: OperatorTexts): InviteChoice {
  if (nip === undefined) return { unit: unit ?? null, missing: missing === true || unit === undefined };
  const parsed = parseEmployeeNumber(nip, { today });
  if (!parsed.ok) throw new CommandFailure(t.invite.badNip());
  return { nip: parsed.nip };
}

/** The bot's username for links, or null where no bot is set; asked before anything is stored. */
async function botName(token: string | undefined, apiRoot: string, t: OperatorTexts): Promise<string | null> {
  if (token === undefined) return null;
  try {
    return (await new Api(token, { apiRoot, timeoutSeconds: 20 }).getMe()).username;
  } catch (error) {
    // The error of grammY may hold the address, and with it the token.
    throw new CommandFailure(t.invite.noBot(reasonOf(error).replaceAll(token, '…')), error);
  }
}

function rowOf({ person, code, validUntil }: Invited, bot: string | null): Row {
  return {
    ...{ nip: person.nip, nama: person.name, unit: person.unitName, kode: code },
    tautan_telegram: bot === null ? '' : `https://t.me/${bot}?start=${code}`,
    perintah_slack: `/tutur start ${code}`,
    berlaku_sampai: validUntil,
  };
}

function cardOf(row: Row): InviteCard {
  const { nama: name, unit, kode: code, tautan_telegram: link, perintah_slack: slack } = row;
  return { name, unit, code, link, slack, validUntil: row.berlaku_sampai };
}

/** Codes let their reader in, so only the operator may read the file; a half-written one never replaces another. */
async function writePrivately(path: string, text: string | Buffer, t: OperatorTexts): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(draft, text, { mode: 0o600 });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw new CommandFailure(t.invite.notWritten(path, reasonOf(error)), error);
  }
}
