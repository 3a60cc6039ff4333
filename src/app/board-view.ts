import { clip } from '../../conversations/announcement-parts.ts';
import { OUTCOMES } from '../core/announcement.ts';
import { daysUntil } from '../core/countdown.ts';
import { foldTallies, type Tally } from '../core/delivery-report.ts';
import { localDate, longDate } from '../core/local-time.ts';
import { type Block, type Inline, type Message, withButtons } from '../core/message.ts';
import type { Locale } from '../core/model.ts';
import type { Texts } from '../i18n/texts.ts';
import type { AnnouncementReport } from './announcement-report.ts';
import { announcementButton, stamp } from './announcement-view.ts';
import type { Services } from './services.ts';

/** Units that are shown by name; the others are summed. */
const MAX_UNITS = 8;
/** Rounds that are shown, the newest. */
const MAX_ROUNDS = 8;
const MAX_TEXT = 160;

/** How an announcement stands: numbers that sum to its audience, in total, by unit and by round. */
export function boardMessage(
  { agency, now }: Pick<Services, 'agency' | 'now'>,
  t: Texts,
  locale: Locale,
  report: AnnouncementReport,
): Message {
  const { announcement, total, rounds, units } = report;
  const { zone } = agency;
  const texts = t.announcement.board;
  const first = rounds.find(({ round }) => round.kind === 'first')?.round;
  const blocks: Block[] = [
    { kind: 'title', text: texts.title(stamp(t, locale, first?.startedAt ?? first?.dueAt ?? now(), zone)) },
    { kind: 'quote', text: clip(announcement.body, MAX_TEXT) },
  ];
  const line = (text: string) => blocks.push({ kind: 'line', parts: [text] });
  if (announcement.deadline !== null) {
    const days = daysUntil(announcement.deadline, localDate(now(), zone));
    line(t.announcement.message.deadline(longDate(announcement.deadline, locale), days));
  }
  if (announcement.cancelledAt !== null)
    line(texts.cancelled(stamp(t, locale, announcement.cancelledAt, zone)));
  else if (first?.status === 'skipped') line(texts.notSent());
  else if (first?.status === 'scheduled') line(texts.notYet(stamp(t, locale, first.dueAt, zone)));
  if (total.audience > 0) {
    line(tallyText(t, total));
    blocks.push({
      kind: 'line',
      parts: [{ bold: texts.complete(announcement.goal, total.complete, total.audience) }],
    });
    if (announcement.goal !== 'read') line(texts.read(report.read));
  }
  if (units.length > 1) {
    line(texts.units());
    const names = new Map(units.map((unit) => [unit.unitId, unit.name]));
    const items = foldTallies(units, MAX_UNITS).map((tally): Inline[] => [
      { bold: names.get(tally.unitId) ?? texts.others(tally.units) },
      `: ${texts.unit(tally.complete, tally.audience)}; ${tallyText(t, tally)}`,
    ]);
    blocks.push({ kind: 'list', items });
  }
  const later = rounds.filter(({ round }) => round.kind !== 'first' && round.startedAt !== null);
  if (later.length > 0) {
    line(texts.rounds());
    const items = later.slice(-MAX_ROUNDS).map(({ round, tally }): Inline[] => {
      const number = round.kind === 'reminder' ? Number(round.id.split(':')[2]) : round.daysBefore;
      return [{ bold: texts.round(round.kind, number) }, `: ${tallyText(t, tally)}`];
    });
    blocks.push({ kind: 'list', items });
  }
  blocks.push({ kind: 'note', text: texts.updated(stamp(t, locale, now(), zone)) });
  return withButtons({ blocks, buttons: [], files: [] }, ...buttonsOf(t, report));
}

function buttonsOf(t: Texts, report: AnnouncementReport) {
  const texts = t.announcement.button;
  const { announcement, current, remindable, remindSeconds, nextReminder, incomplete } = report;
  const op = announcementButton(announcement.id);
  const running = report.rounds.some(
    ({ round }) => round.status === 'scheduled' || round.status === 'sending',
  );
  return [
    current && remindable > 0
      ? [op('remind', texts.remind(remindable, t.announcement.seconds(remindSeconds)), nextReminder)]
      : [],
    [...(incomplete > 0 ? [op('missing', texts.missing())] : []), op('refresh', texts.refresh())],
    running && announcement.cancelledAt === null ? [op('cancel', texts.cancel())] : [],
  ];
}

/** The audience and every outcome that somebody had, in one line; the outcomes sum to the audience. */
export function tallyText(t: Texts, tally: Tally): string {
  const texts = t.announcement.board;
  return [
    texts.audience(tally.audience),
    ...OUTCOMES.filter((outcome) => tally[outcome] > 0).map((outcome) =>
      texts.outcome(outcome, tally[outcome]),
    ),
  ].join(' · ');
}
