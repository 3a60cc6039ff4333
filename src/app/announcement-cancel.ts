import {
  type AnnouncementRow,
  cancelScheduledRounds,
  type RoundRow,
  touchSendingRounds,
  updateAnnouncement,
} from '../../db/queries/announcements.ts';
import { insertAudit } from '../../db/queries/calendar.ts';
import { skipWaiting, skipWaitingNotices } from '../../db/queries/recipients.ts';
import type { Statement } from '../../db/store.ts';
import { refreshBoard } from './board-notice.ts';
import type { Services } from './services.ts';

/**
 * Ends an announcement: rounds that have not begun do not begin, and what has not left of others stays here. What is on
 * its way at this very moment is counted as what becomes of it.
 */
export function cancelWrites(
  { newId }: Pick<Services, 'newId'>,
  announcement: AnnouncementRow,
  rounds: readonly RoundRow[],
  /** Null: the operator. */
  actorId: string | null,
  now: number,
): Statement[] {
  const { id, revision } = announcement;
  const started = rounds.some((round) => round.startedAt !== null);
  return [
    updateAnnouncement(id, revision, { cancelledAt: now }),
    cancelScheduledRounds(id, now),
    // Whoever adds recipients at this moment has to decide again, and then adds them as left out.
    touchSendingRounds(id),
    skipWaitingNotices(id, 'cancelled', now),
    skipWaiting(id, 'cancelled', now),
    insertAudit({
      id: newId(),
      at: now,
      actorId,
      action: 'announcement.cancelled',
      subject: id,
      detail: { started },
    }),
    ...(started ? [refreshBoard(announcement, now, 0)] : []),
  ];
}
