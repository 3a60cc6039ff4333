import type {
  AnnouncementGoal,
  AudienceFilter,
  RecipientOutcome,
  RoundKind,
} from '../src/core/announcement.ts';
import type { Columns } from './columns.ts';

/** Tables of HR's announcements (siaran): what is said, each time it is sent, and what became of it for everybody. */
export function defineAnnouncementTables(c: Columns) {
  const announcements = c.table('announcements', {
    id: c.key('id'),
    authorId: c.text('author_id').notNull(),
    body: c.text('body').notNull(),
    /** Local date until which something has to be done. */
    deadline: c.text('deadline'),
    /** What makes somebody complete. */
    goal: c.text('goal').$type<AnnouncementGoal>().notNull(),
    audience: c.json('audience').$type<AudienceFilter>().notNull(),
    revision: c.int('revision').notNull(),
    createdAt: c.int('created_at').notNull(),
    cancelledAt: c.int('cancelled_at'),
  });

  /** One sending of an announcement: the first, a step of its countdown, or a reminder by hand. */
  const rounds = c.table(
    'rounds',
    {
      /** `<announcement>:<kind>:<number>`, so that the same press makes the same round. */
      id: c.key('id'),
      announcementId: c.text('announcement_id').notNull(),
      kind: c.text('kind').$type<RoundKind>().notNull(),
      /** Days before the deadline, of a countdown. */
      daysBefore: c.int('days_before'),
      dueAt: c.int('due_at').notNull(),
      status: c.text('status').$type<'scheduled' | 'sending' | 'sent' | 'cancelled' | 'skipped'>().notNull(),
      /** The last person that the audience was expanded to; a crash goes on behind them. */
      cursor: c.text('cursor'),
      revision: c.int('revision').notNull(),
      startedAt: c.int('started_at'),
      finishedAt: c.int('finished_at'),
    },
    (t) => [c.index('rounds_announcement').on(t.announcementId), c.index('rounds_due').on(t.status, t.dueAt)],
  );

  const recipients = c.table(
    'recipients',
    {
      /** `<round>:<person>` */
      id: c.key('id'),
      roundId: c.text('round_id').notNull(),
      announcementId: c.text('announcement_id').notNull(),
      personId: c.text('person_id').notNull(),
      unitId: c.text('unit_id').notNull(),
      outcome: c.text('outcome').$type<RecipientOutcome>().notNull(),
      reason: c.text('reason'),
      at: c.int('at').notNull(),
    },
    (t) => [
      c.index('recipients_round').on(t.roundId, t.outcome),
      c.index('recipients_announcement').on(t.announcementId, t.personId),
    ],
  );

  const acknowledgements = c.table(
    'acknowledgements',
    {
      /** `<announcement>:<person>` */
      id: c.key('id'),
      announcementId: c.text('announcement_id').notNull(),
      personId: c.text('person_id').notNull(),
      at: c.int('at').notNull(),
    },
    (t) => [c.index('acknowledgements_announcement').on(t.announcementId)],
  );

  return { announcements, rounds, recipients, acknowledgements };
}
