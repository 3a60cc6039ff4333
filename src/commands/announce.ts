import type { Command } from 'commander';
import { type AnnouncementRow, insertAnnouncement, insertRounds } from '../../db/queries/announcements.ts';
import { insertAudit } from '../../db/queries/calendar.ts';
import { type AudienceNumbers, audienceNumbers } from '../app/announcement-numbers.ts';
import { newAnnouncement, type Schedule, scheduleOf } from '../app/announcement-plan.ts';
import { previewLines, scheduleLines } from '../app/announcement-preview.ts';
import { announcementMessage } from '../app/announcement-view.ts';
import { localDate } from '../core/local-time.ts';
import type { Message } from '../core/message.ts';
import { PLATFORM_NAMES, type Platform } from '../core/model.ts';
import { textsOf } from '../i18n/texts.ts';
import { messagePages } from '../message-pages.ts';
import { type AnnounceOptions, readAnnouncement, type Wanted } from './announce-options.ts';
import { registerAnnouncementReports } from './announce-report.ts';
import { type Context, type Report, runWithStore, textsFor } from './run.ts';
import type { World } from './world.ts';

/** Registers `announce` with `announce list`, `report`, `cancel` and `today`. */
export function registerAnnounce(program: Command, world: World): void {
  const t = textsFor(world);
  const help = t.announce.help;
  const several = (value: string, before: string[]) => [...before, value];
  const command = program
    .command('announce')
    .description(help.all())
    .option('--text <file>', help.text())
    .option('--unit <unit>', help.unit(), several, [])
    .option('--role <role>', help.role(), several, [])
    .option('--supervisors', help.supervisors())
    .option('--state <state>', help.state())
    .option('--deadline <date>', help.deadline())
    .option('--countdown', help.countdown())
    .option('--goal <goal>', help.goal(), 'read')
    .option('--at <time>', help.at())
    .option('--by <nip>', help.by())
    .option('--dry-run', help.dryRun())
    .option('--json', t.help.json())
    .addHelpText(
      'after',
      `\n${t.help.example()}\n  npm run -s tutur -- announce --text siaran.txt --unit "Bidang Perencanaan" --deadline 2027-01-31 --countdown --by 198001012005011001 --dry-run`,
    )
    .action((options: AnnounceOptions) =>
      runWithStore(world, options.json === true, (context) => announce(context, options)),
    );
  registerAnnouncementReports(command, world);
}

async function announce(context: Context, options: AnnounceOptions): Promise<Report> {
  const { services, t } = context;
  const read = await readAnnouncement(context, options);
  if (!read.ok) return refused(read.problems, read.usage ? 2 : 1, t);
  const { given, author } = read.wanted;
  const now = services.now();
  const { zone, locale } = services.agency;
  const id = services.newId();
  const row = newAnnouncement(id, author.id, given, now);
  const schedule = await scheduleOf(services, id, given, now);
  const today = localDate(schedule.rounds[0]!.dueAt, zone);
  const message = announcementMessage(textsOf(locale), locale, row, { kind: 'first', today, readAt: null });
  const pages = (platform: Platform, shown: Message) => messagePages(platform, shown).length;
  const numbers = await audienceNumbers({ ...services, pages }, given.audience, message);
  if (numbers.audience === 0) return refused([t.announce.nobody()], 1, t);
  const dryRun = options.dryRun === true;
  if (!dryRun) {
    await services.store.commit([
      insertAnnouncement(row),
      insertRounds(schedule.rounds),
      insertAudit({
        id: services.newId(),
        at: now,
        actorId: author.id,
        action: 'announcement.made',
        subject: id,
        detail: { audience: numbers.audience, rounds: schedule.rounds.length, by: 'operator' },
      }),
    ]);
  }
  return {
    exit: 0,
    lines: [
      ...shownLines(message, t),
      ...numberLines(context, read.wanted, numbers, schedule),
      dryRun ? t.announce.dryRun() : t.announce.made(id),
    ],
    errors: [],
    data: dataOf(row, message, numbers, schedule, dryRun),
  };
}

/** The message as each platform will show it. */
function shownLines(message: Message, t: Context['t']): string[] {
  return (['telegram', 'slack'] as const).flatMap((platform) => {
    const pages = messagePages(platform, message);
    return [
      ...pages.flatMap((text, index) => [
        t.announce.page(PLATFORM_NAMES[platform], index + 1, pages.length),
        ...text.split('\n'),
      ]),
      ...message.buttons.flat().map((button) => t.announce.button(button.label)),
      '',
    ];
  });
}

function numberLines(
  { services, settings }: Context,
  { given }: Wanted,
  numbers: AudienceNumbers,
  schedule: Schedule,
): string[] {
  const locale = settings.AGENCY_LOCALE;
  const texts = textsOf(locale);
  const now = services.now();
  return [
    ...previewLines(texts, given, numbers),
    ...scheduleLines({ t: texts, locale, services, now }, given, schedule),
  ];
}

function dataOf(
  row: AnnouncementRow,
  message: Message,
  numbers: AudienceNumbers,
  { rounds }: Schedule,
  dryRun: boolean,
) {
  return {
    ok: true,
    dryRun,
    id: dryRun ? null : row.id,
    audience: numbers.audience,
    linked: numbers.linked,
    notLinked: numbers.notLinked,
    unreachable: numbers.unreachable,
    messages: { telegram: messagePages('telegram', message), slack: messagePages('slack', message) },
    seconds: numbers.seconds,
    rounds: rounds.map(({ kind, daysBefore, dueAt }) => ({
      kind,
      daysBefore,
      at: new Date(dueAt).toISOString(),
    })),
  };
}

function refused(problems: string[], exit: 1 | 2, t: Context['t']): Report {
  const errors = [...problems, t.announce.refused(problems.length)];
  return { exit, lines: [], errors, data: { ok: false, problems } };
}
