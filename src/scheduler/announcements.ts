import {
  announcementById,
  dueRounds,
  type RoundRow,
  roundById,
  sendingRounds,
  strandedIn,
  updateRound,
  waitingIn,
} from '../../db/queries/announcements.ts';
import { Conflict, first, type Statement } from '../../db/store.ts';
import { announcementsFor } from '../app/announcement-reach.ts';
import { EXPANDED, expandRound, queueOf } from '../app/announcement-rounds.ts';
import { BOARD_MS, refreshBoard } from '../app/board-notice.ts';
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

/** Ends a round that nobody waits for; until then its board is rewritten with each look. */
async function finishRound(services: Services, id: string): Promise<boolean> {
  const { store } = services;
  const now = services.now();
  const round = await first(store, roundById({ id }));
  if (round?.status !== 'sending') return false;
  const announcement = await first(store, announcementById({ id: round.announcementId }));
  const waiting = Number((await first(store, waitingIn(id)))?.count ?? 0);
  // A large audience takes longer to count, so it is counted less often.
  const board = announcement ? [refreshBoard(announcement, now, Math.max(BOARD_MS, waiting / 4))] : [];
  const ends = round.cursor === EXPANDED && waiting === 0;
  await store.commit([...(ends ? [updateRound(round, { status: 'sent', finishedAt: now })] : []), ...board]);
  if (ends) await reachStranded(services, id);
  return ends;
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
