import { announcementForm } from '../../conversations/announcement.ts';
import {
  type AnnouncementAnswers,
  type AnnouncementContext,
  answersOfAnnouncement,
} from '../../conversations/announcement-parts.ts';
import {
  type AnnouncementRow,
  announcementById,
  dropCountdown,
  insertAnnouncement,
  insertRounds,
  newestAnnouncements,
  type RoundRow,
  roundsOf,
  updateAnnouncement,
  updateRound,
} from '../../db/queries/announcements.ts';
import { insertAudit } from '../../db/queries/calendar.ts';
import { type DraftRow, deleteDraft } from '../../db/queries/drafts.ts';
import { allUnits } from '../../db/queries/people.ts';
import { first, type Statement } from '../../db/store.ts';
import { localDate } from '../core/local-time.ts';
import { type Message, say } from '../core/message.ts';
import { canAnnounce } from '../core/permissions.ts';
import { newAnnouncement, scheduleOf } from './announcement-plan.ts';
import { previewOf, reviewOf } from './announcement-preview.ts';
import { stamp } from './announcement-view.ts';
import { answered, edited, type Outcome } from './outcome.ts';
import type { Session } from './session.ts';

/** Announcements that an audience of those who have not read them can be chosen from. */
const RECENT = 3;

/** What the questions about an announcement need to know; null for whoever may not announce anything. */
export async function announcementContext(session: Session): Promise<AnnouncementContext | null> {
  const { services, person, t, locale, now } = session;
  if (!canAnnounce(person)) return null;
  const { zone } = services.agency;
  const [units, recent] = await Promise.all([
    services.store.all(allUnits()),
    services.store.all(newestAnnouncements(RECENT)),
  ]);
  return { t, locale, now, zone, today: localDate(now, zone), units, recent };
}

/** A draft of an announcement: a new one, or one that has not left yet and is to be changed. */
export async function announcementDraft(
  session: Session,
  change: { announcement: AnnouncementRow; rounds: readonly RoundRow[] } | null,
): Promise<DraftRow> {
  const { services, person, now } = session;
  const context = change && (await announcementContext(session));
  return {
    id: services.newId(),
    personId: person.id,
    form: announcementForm.id,
    subject: change
      ? { announcementId: change.announcement.id, revision: String(change.announcement.revision) }
      : {},
    answers:
      change && context ? answersOfAnnouncement(contentOf(change.announcement, change.rounds), context) : {},
    editing: null,
    listening: false,
    revision: 1,
    updatedAt: now,
  };
}

/** What was said about an announcement, from how it is stored. */
export function contentOf(
  { body, audience, deadline, goal }: AnnouncementRow,
  rounds: readonly RoundRow[],
): AnnouncementAnswers {
  return {
    ...{ body, audience, deadline, goal },
    countdown: rounds.some((round) => round.kind === 'countdown'),
    at: rounds.find((round) => round.kind === 'first')?.dueAt ?? null,
  };
}

/** The preview: the message as recipients will see it, how many they are, how long it takes, and when. */
export async function announcementReview(session: Session, draft: DraftRow): Promise<Message> {
  const context = await announcementContext(session);
  if (!context) return say(session.t.announcement.onlyHr());
  return reviewOf(session, context, draft, await previewOf(session, draft));
}

/** Stores what HR has confirmed: a new announcement, or the change of one that has not left yet. */
export async function saveAnnouncement(session: Session, draft: DraftRow): Promise<Outcome> {
  const { services, person, t, locale, now } = session;
  const context = await announcementContext(session);
  if (!context) return answered(say(t.announcement.onlyHr()), deleteDraft(draft.id, draft.revision));
  const preview = await previewOf(session, draft);
  const { given, numbers, schedule, tooLate } = preview;
  // What was shown may have changed meanwhile: nobody is left, or the deadline has passed.
  if (numbers.audience === 0 || tooLate) return edited(reviewOf(session, context, draft, preview));
  const startAt = schedule.rounds[0]!.dueAt;
  const texts = t.announcement.confirmed;
  const said =
    startAt > now
      ? [texts.scheduled(stamp(t, locale, startAt, services.agency.zone))]
      : [texts.sending(numbers.audience, t.announcement.seconds(numbers.seconds)), texts.board()];
  const { announcementId } = draft.subject;
  const done = deleteDraft(draft.id, draft.revision);
  const audit = insertAudit({
    id: services.newId(),
    at: now,
    actorId: person.id,
    action: announcementId === undefined ? 'announcement.made' : 'announcement.changed',
    subject: announcementId ?? draft.id,
    detail: { audience: numbers.audience, rounds: schedule.rounds.length },
  });
  if (announcementId !== undefined) {
    const change = await changeAnnouncement(session, announcementId, draft, given);
    if ('refused' in change) return answered(say(change.refused), done);
    return answered(say(texts.changed(), ...said), done, ...change.writes, audit);
  }
  return answered(
    say(...said),
    done,
    insertAnnouncement(newAnnouncement(draft.id, person.id, given, now)),
    insertRounds(schedule.rounds),
    audit,
  );
}

async function changeAnnouncement(
  { services, t, now }: Session,
  id: string,
  { subject }: DraftRow,
  given: AnnouncementAnswers,
): Promise<{ writes: Statement[] } | { refused: string }> {
  const [stored, rounds] = await Promise.all([
    first(services.store, announcementById({ id })),
    services.store.all(roundsOf([id])),
  ]);
  const before = rounds.find((round) => round.kind === 'first');
  if (!stored || !before || stored.cancelledAt !== null) return { refused: t.announcement.cancel.already() };
  if (before.status !== 'scheduled') return { refused: t.announcement.edit.started() };
  if (String(stored.revision) !== subject.revision)
    return { refused: t.announcement.edit.changedMeanwhile() };
  const { body, deadline, goal, audience } = given;
  const [start, ...steps] = (await scheduleOf(services, id, given, now)).rounds;
  return {
    writes: [
      updateAnnouncement(id, stored.revision, { body, deadline, goal, audience }),
      // The scheduler may be starting it right now; then one of the two has to decide again.
      updateRound(before, { dueAt: start!.dueAt }),
      dropCountdown(id),
      ...(steps.length > 0 ? [insertRounds(steps)] : []),
    ],
  };
}
