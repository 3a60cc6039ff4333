import { type AnnouncementRow, type RoundRow, roundsOf } from '../../db/queries/announcements.ts';
import {
  completeCounts,
  incompleteByPlatform,
  incompleteCount,
  readCount,
} from '../../db/queries/audience.ts';
import { allUnits } from '../../db/queries/people.ts';
import { recipientCounts } from '../../db/queries/recipients.ts';
import { first } from '../../db/store.ts';
import { roundId } from '../core/announcement.ts';
import { sumTallies, type Tally, tallyUnits, type UnitTally } from '../core/delivery-report.ts';
import { localDate } from '../core/local-time.ts';
import type { Platform } from '../core/model.ts';
import { expectedSeconds } from '../core/pace.ts';
import { completionOf } from './announcement-goal.ts';
import type { Services } from './services.ts';

/** How an announcement stands. */
export interface AnnouncementReport {
  announcement: AnnouncementRow;
  /** Every round in the order in which they are due, with what became of it; empty before it begins. */
  rounds: { round: RoundRow; tally: Tally }[];
  /** The first round by unit, those furthest behind first, with the units' names. */
  units: (UnitTally & { name: string })[];
  total: Tally;
  /** People who have marked it as read, whatever completes it. */
  read: number;
  /** Recipients who are not complete, and how many of them could be reminded now. */
  incomplete: number;
  remindable: number;
  /** Seconds that reminding them takes. */
  remindSeconds: number;
  /** The number of the next reminder. */
  nextReminder: number;
  /** A reminder makes sense: it was sent, is not cancelled, and its deadline has not passed. */
  current: boolean;
}

/** Reads how an announcement stands, with one query for each figure. */
export async function reportOf(
  services: Pick<Services, 'store' | 'agency' | 'now'>,
  announcement: AnnouncementRow,
): Promise<AnnouncementReport> {
  const { store, agency } = services;
  const source = { id: roundId(announcement.id, 'first', 0) };
  const completion = completionOf(services, announcement);
  const [rounds, counts, complete, read, open, platforms, units] = await Promise.all([
    store.all(roundsOf([announcement.id])),
    store.all(recipientCounts(announcement.id)),
    store.all(completeCounts(source, completion)),
    first(store, readCount(announcement)),
    first(store, incompleteCount(source, completion)),
    store.all(incompleteByPlatform(source, completion)),
    store.all(allUnits()),
  ]);
  const names = new Map(units.map((unit) => [unit.id, unit.name]));
  const numbers = counts.map((row) => ({ ...row, count: Number(row.count) }));
  const byRound = (id: string) => numbers.filter((row) => row.roundId === id);
  const tallies = tallyUnits(
    byRound(source.id),
    complete.map((row) => ({ unitId: row.unitId, count: Number(row.count) })),
  );
  const incomplete = Number(open?.count ?? 0);
  const linked: Partial<Record<Platform, number>> = {};
  for (const { platform, count } of platforms) linked[platform] = Number(count);
  const today = localDate(services.now(), agency.zone);
  const started = rounds.some((round) => round.kind === 'first' && round.startedAt !== null);
  const { cancelledAt, deadline } = announcement;
  return {
    announcement,
    rounds: rounds.map((round) => ({ round, tally: sumTallies(tallyUnits(byRound(round.id), [])) })),
    units: tallies.map((tally) => ({ ...tally, name: names.get(tally.unitId ?? '') ?? '–' })),
    total: sumTallies(tallies),
    read: Number(read?.count ?? 0),
    incomplete,
    remindable: incomplete - Number(open?.waiting ?? 0),
    remindSeconds: expectedSeconds(linked, {}),
    nextReminder: rounds.filter((round) => round.kind === 'reminder').length + 1,
    current: started && cancelledAt === null && (deadline === null || deadline >= today),
  };
}
