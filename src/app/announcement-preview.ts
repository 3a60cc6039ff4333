import {
  type AnnouncementAnswers,
  type AnnouncementContext,
  announcementIn,
  type ChosenUnit,
  unitNames,
  type Who,
  whoName,
} from '../../conversations/announcement-parts.ts';
import type { RoundRow } from '../../db/queries/announcements.ts';
import type { DraftRow } from '../../db/queries/drafts.ts';
import { localDate, shortDate } from '../core/local-time.ts';
import { type Block, type Message, say, withButtons } from '../core/message.ts';
import { PLATFORM_NAMES } from '../core/model.ts';
import type { Texts } from '../i18n/texts.ts';
import { type AudienceNumbers, audienceNumbers, platformsIn } from './announcement-numbers.ts';
import { type Schedule, scheduleOf } from './announcement-plan.ts';
import { announcementMessage, stamp } from './announcement-view.ts';
import { draftButton } from './draft-view.ts';
import type { Session } from './session.ts';

/** What an announcement would be if it were sent as it is. */
export interface Preview {
  given: AnnouncementAnswers;
  message: Message;
  numbers: AudienceNumbers;
  schedule: Schedule;
  tooLate: boolean;
}

/** Counts, plans and shows what a finished draft holds. */
export async function previewOf({ services, t, locale, now }: Session, draft: DraftRow): Promise<Preview> {
  const given = announcementIn(draft.answers);
  const { zone } = services.agency;
  const today = localDate(Math.max(given.at ?? now, now), zone);
  const announced = { id: draft.id, body: given.body, deadline: given.deadline };
  const message = announcementMessage(t, locale, announced, { kind: 'first', today, readAt: null });
  const [numbers, schedule] = await Promise.all([
    audienceNumbers(services, given.audience, message),
    scheduleOf(services, draft.id, given, now),
  ]);
  return { given, message, numbers, schedule, tooLate: isTooLate(given, schedule, zone) };
}

/** The preview of an announcement with the buttons that confirm or change it. */
export function reviewOf(
  session: Session,
  context: AnnouncementContext,
  draft: DraftRow,
  { given, message, numbers, schedule, tooLate }: Preview,
): Message {
  const { t } = session;
  const op = draftButton(draft);
  const texts = t.announcement.preview;
  const who = whoName(draft.answers.who as Who, context);
  const buttons = message.buttons
    .flat()
    .map((button): Block => ({ kind: 'line', parts: [{ italic: `[${button.label}]` }] }));
  return withButtons(
    say(
      { kind: 'note', text: texts.title() },
      ...message.blocks,
      ...buttons,
      { kind: 'gap' },
      texts.to(who, unitNames(draft.answers.units as ChosenUnit[], t)),
      ...previewLines(t, given, numbers),
      ...scheduleLines(session, given, schedule),
      ...(tooLate ? [t.announcement.problem.afterDeadline()] : []),
    ),
    [
      ...(numbers.audience > 0 && !tooLate
        ? [{ ...op('confirm', t.button.send()), style: 'primary' as const }]
        : []),
      op('menu', t.button.change()),
      op('cancel', t.button.cancel()),
    ],
  );
}

/** Whether an announcement would be sent behind its own deadline. */
function isTooLate(
  { deadline }: Pick<AnnouncementAnswers, 'deadline'>,
  { rounds }: Schedule,
  zone: string,
): boolean {
  return deadline !== null && localDate(rounds[0]!.dueAt, zone) > deadline;
}

/** The numbers of a preview, a line each. */
export function previewLines(t: Texts, { goal }: AnnouncementAnswers, numbers: AudienceNumbers): string[] {
  const texts = t.announcement.preview;
  const { audience, linked, notLinked, unreachable, pages, seconds } = numbers;
  if (audience === 0) return [texts.nobody()];
  const platforms = platformsIn(linked);
  return [
    texts.recipients(audience),
    ...(platforms.length > 0
      ? [texts.linked(platforms.map((p) => `${PLATFORM_NAMES[p]} ${linked[p]}`).join(', '))]
      : []),
    ...(notLinked > 0 ? [texts.notLinked(notLinked)] : []),
    ...(unreachable > 0 ? [texts.unreachable(unreachable)] : []),
    texts.duration(t.announcement.seconds(seconds)),
    ...platforms.filter((p) => (pages[p] ?? 1) > 1).map((p) => texts.pages(PLATFORM_NAMES[p], pages[p] ?? 1)),
    texts.goal(t.announcement.option.goal(goal)),
  ];
}

/** When an announcement is sent, a line each. */
export function scheduleLines(
  {
    t,
    locale,
    services,
    now,
  }: Pick<Session, 't' | 'locale' | 'now'> & {
    services: Pick<Session['services'], 'agency'>;
  },
  { at, countdown }: Pick<AnnouncementAnswers, 'at' | 'countdown'>,
  { rounds, quiet }: Schedule,
): string[] {
  const { zone } = services.agency;
  const texts = t.announcement.preview;
  const steps = rounds.filter((round) => round.kind === 'countdown');
  return [
    texts.sending(at === null || at <= now ? texts.now() : stamp(t, locale, at, zone)),
    ...(quiet ? [texts.quiet()] : []),
    ...(countdown
      ? [
          steps.length === 0
            ? texts.noCountdownLeft()
            : texts.countdown(
                stepsText(t, steps, (date) => shortDate(date, locale, localDate(now, zone)), zone),
              ),
        ]
      : []),
  ];
}

/** Steps of a countdown in one line: `H-7 (24 Jan), H-3 (28 Jan)`. */
export function stepsText(
  t: Texts,
  steps: readonly RoundRow[],
  dateText: (date: string) => string,
  zone: string,
): string {
  return steps
    .map(
      ({ kind, daysBefore, dueAt }) =>
        `${t.announcement.board.round(kind, daysBefore)} (${dateText(localDate(dueAt, zone))})`,
    )
    .join(', ');
}
