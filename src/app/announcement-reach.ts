import { announcementsByIds, type RoundRow, roundsSince } from '../../db/queries/announcements.ts';
import { wantNotice } from '../../db/queries/outbox.ts';
import { awaitRecipient, recipientId, recipientsByIds } from '../../db/queries/recipients.ts';
import type { Statement } from '../../db/store.ts';
import { localDate } from '../core/local-time.ts';
import { announcementNotice } from './announcement-rounds.ts';
import { refreshBoard } from './board-notice.ts';
import type { Services } from './services.ts';

/** Milliseconds in which an announcement is still delivered to those who link late. */
const KEPT_MS = 30 * 24 * 60 * 60_000;

/**
 * Lets somebody who has just linked, or can be reached again, get the announcements that could not reach them: of each
 * its newest round only, as long as it is not cancelled, its deadline has not passed, and it is not older than a month.
 */
export async function announcementsFor(
  { store, agency }: Pick<Services, 'store' | 'agency'>,
  personId: string,
  now: number,
): Promise<Statement[]> {
  const rounds = await store.all(roundsSince(now - KEPT_MS));
  if (rounds.length === 0) return [];
  const missed = new Map(
    (await store.all(recipientsByIds(rounds.map((round) => recipientId(round.id, personId)))))
      .filter(({ outcome }) => outcome === 'not_linked' || outcome === 'unreachable')
      .map((recipient) => [recipient.roundId, recipient]),
  );
  const newest = new Map<string, RoundRow>();
  for (const round of rounds) if (missed.has(round.id)) newest.set(round.announcementId, round);
  if (newest.size === 0) return [];
  const today = localDate(now, agency.zone);
  const wanted = (await store.all(announcementsByIds([...newest.keys()]))).filter(
    ({ cancelledAt, deadline }) => cancelledAt === null && (deadline === null || deadline >= today),
  );
  return wanted.flatMap((announcement) => {
    const round = newest.get(announcement.id)!;
    return [
      awaitRecipient(recipientId(round.id, personId), now),
      wantNotice(announcementNotice(round.id, personId, now)),
      refreshBoard(announcement, now),
    ];
  });
}
