import type { AnnouncementAnswers } from '../../conversations/announcement-parts.ts';
import type { AnnouncementRow, RoundRow } from '../../db/queries/announcements.ts';
import { roundId } from '../core/announcement.ts';
import { countdownTo } from '../core/countdown.ts';
import { localDate, localMinute } from '../core/local-time.ts';
import { quietSpan } from '../core/quiet-hours.ts';
import { loadRules } from './calendar-facts.ts';
import type { Services } from './services.ts';

/** Local minute of a countdown whose announcement is sent in quiet hours. */
const MORNING = 8 * 60;

/** When an announcement is sent. */
export interface Schedule {
  rounds: RoundRow[];
  /** The first sending lies in the agency's quiet hours. */
  quiet: boolean;
}

/** The rounds of an announcement that is made or changed now: the first one, and its countdown at the same hour. */
export async function scheduleOf(
  { store, agency }: Pick<Services, 'store' | 'agency'>,
  announcementId: string,
  { at, deadline, countdown }: Pick<AnnouncementAnswers, 'at' | 'deadline' | 'countdown'>,
  now: number,
): Promise<Schedule> {
  const { zone } = agency;
  const firstAt = Math.max(at ?? now, now);
  const rules = (await loadRules(store))(localDate(firstAt, zone), '');
  const quiet = quietSpan(firstAt, zone, rules) !== null;
  const minute = quiet ? MORNING : localMinute(firstAt, zone);
  const steps = deadline !== null && countdown ? countdownTo(deadline, minute, zone, firstAt) : [];
  const first = newRound(announcementId, 'first', 0, firstAt);
  return {
    quiet,
    rounds: [
      first,
      ...steps.map(({ daysBefore, at: due }) => ({
        ...newRound(announcementId, 'countdown', daysBefore, due),
        daysBefore,
      })),
    ],
  };
}

/** A round that waits for its moment. */
export function newRound(
  announcementId: string,
  kind: RoundRow['kind'],
  number: number,
  dueAt: number,
): RoundRow {
  return {
    id: roundId(announcementId, kind, number),
    announcementId,
    kind,
    daysBefore: null,
    dueAt,
    status: 'scheduled',
    cursor: null,
    revision: 1,
    startedAt: null,
    finishedAt: null,
  };
}

/** A new announcement as it is stored. */
export function newAnnouncement(
  id: string,
  authorId: string,
  { body, deadline, goal, audience }: AnnouncementAnswers,
  now: number,
): AnnouncementRow {
  return {
    ...{ id, authorId, body, deadline, goal, audience },
    revision: 1,
    createdAt: now,
    cancelledAt: null,
  };
}
