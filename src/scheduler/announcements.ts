import {
  type AnnouncementRow,
  announcementById,
  dueRounds,
  type RoundRow,
  roundById,
  sendingRounds,
  updateRound,
} from '../../db/queries/announcements.ts';
import { outboxByKey } from '../../db/queries/outbox.ts';
import { activityIn, strandedIn } from '../../db/queries/recipients.ts';
import { Conflict, first, type Statement } from '../../db/store.ts';
import { announcementsFor } from '../app/announcement-reach.ts';
import { EXPANDED, expandRound, queueOf } from '../app/announcement-rounds.ts';
import { BOARD_MS, boardKey, refreshBoard } from '../app/board-notice.ts';
import type { Services } from '../app/services.ts';
import { localDate } from '../core/local-time.ts';

/** Rounds that are begun in one look. */
const MAX_ROUNDS = 50;
/** People who linked while a round was being sent and are looked after in one look. */
const MAX_STRANDED = 200;
/** Conflicts in a row after which the rest is left to the next look. */
const MAX_CONFLICTS = 5;

/** What was done in one look. */
export interface Announced {
  started: number;
  /** Recipients who were added. */
  recipients: number;
}

/**
 * Begins the rounds that are due, adds the recipients of those that have begun, ends those that nobody waits for, and
 * keeps the boards of all of them up to date.
 *
 * Every step is one commit that names the revision it saw, so that several processes, a restart, an edit and a
 * cancellation at the same moment are harmless.
 */
export async function runAnnouncements(services: Services): Promise<Announced> {
  const { store } = services;
  const done: Announced = { started: 0, recipients: 0 };
  for (const round of await store.all(dueRounds(services.now(), MAX_ROUNDS))) {
    if (await unlessConflict(() => startRound(services, round))) done.started += 1;
  }
  for (const round of await store.all(sendingRounds())) {
    if (round.cursor !== EXPANDED) done.recipients += await expandAll(services, round.id);
    await unlessConflict(() => finishRound(services, round.id));
  }
  return done;
}

/** Claims a round; one whose day has passed while the program was down is skipped and says so. */
async function startRound(services: Services, round: RoundRow): Promise<boolean> {
  const { store, agency } = services;
  const now = services.now();
  const announcement = await first(store, announcementById({ id: round.announcementId }));
  const today = localDate(now, agency.zone);
  const passed =
    round.kind === 'countdown'
      ? localDate(round.dueAt, agency.zone) !== today
      : announcement?.deadline != null && announcement.deadline < today;
  if (!announcement || passed) {
    await store.commit([updateRound(round, { status: 'skipped', finishedAt: now })]);
    return false;
  }
  await store.commit([
    updateRound(round, { status: 'sending', startedAt: now }),
    refreshBoard(announcement, now, 0),
  ]);
  return true;
}

async function expandAll(services: Services, id: string): Promise<number> {
  const { store } = services;
  const queue = await queueOf(services);
  let recipients = 0;
  for (let conflicts = 0; conflicts < MAX_CONFLICTS; ) {
    const round = await first(store, roundById({ id }));
    if (round?.status !== 'sending' || round.cursor === EXPANDED) break;
    const { writes, added } = await expandRound(services, round, queue);
    // After a conflict another process has gone on, or it was cancelled: look again.
    const committed = await unlessConflict(() => store.commit(writes).then(() => true));
    conflicts = committed ? 0 : conflicts + 1;
    if (committed) recipients += added;
  }
  return recipients;
}

/** Ends a round that nobody waits for; until then its board follows what happens. */
async function finishRound(services: Services, id: string): Promise<boolean> {
  const { store } = services;
  const now = services.now();
  const round = await first(store, roundById({ id }));
  if (round?.status !== 'sending') return false;
  const announcement = await first(store, announcementById({ id: round.announcementId }));
  const activity = await first(store, activityIn(id));
  const waiting = Number(activity?.waiting ?? 0);
  const ends = round.cursor === EXPANDED && waiting === 0;
  const behind =
    announcement && (ends || (await isBehind(services, announcement, Number(activity?.lastAt ?? 0))));
  const writes = [
    ...(ends ? [updateRound(round, { status: 'sent', finishedAt: now })] : []),
    // A large audience takes longer to count, so it is counted less often.
    ...(behind ? [refreshBoard(announcement, now, Math.max(BOARD_MS, waiting / 4))] : []),
  ];
  if (writes.length > 0) await store.commit(writes);
  if (ends) await reachStranded(services, id);
  return ends;
}

/** Whether something has happened to a recipient that the board does not show; overnight, nothing does. */
async function isBehind(
  { store }: Services,
  announcement: AnnouncementRow,
  lastAt: number,
): Promise<boolean> {
  const shown = await first(store, outboxByKey({ key: boardKey(announcement) }));
  return !shown || (shown.status !== 'pending' && (shown.settledAt ?? 0) <= lastAt);
}

/** Whoever linked at the very moment at which they were added as not linked is not forgotten. */
async function reachStranded(services: Services, id: string): Promise<void> {
  const { store } = services;
  for (const { personId } of await store.all(strandedIn(id, MAX_STRANDED))) {
    await unlessConflict(async () => {
      const writes: Statement[] = await announcementsFor(services, personId, services.now());
      await store.commit(writes);
      return true;
    });
  }
}

/** False where somebody else was faster; what they left to do is seen at the next look. */
async function unlessConflict(work: () => Promise<boolean>): Promise<boolean> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}
