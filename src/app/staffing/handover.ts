import { joinAgenda, lookAgain } from '../../../db/queries/agenda.ts';
import {
  type HandoverRow,
  handoversOf,
  insertHandover,
  openDialogues,
  openEvaluations,
  openPlans,
  openRequests,
} from '../../../db/queries/handovers.ts';
import { peopleWithRole } from '../../../db/queries/outages.ts';
import { first, type Statement } from '../../../db/store.ts';
import { groupBy } from '../../core/group.ts';
import { isHr } from '../../core/permissions.ts';
import { handOverDays, openDays } from '../handover.ts';
import { notify } from '../notices.ts';
import type { Services } from '../services.ts';
import { HANDOVER_PARTS } from './handover-parts.ts';

/** Somebody who comes under another supervisor at this moment. */
export interface Move {
  personId: string;
  from: string | null;
  to: string | null;
  /** First local date of the new one. */
  onDate: string;
  /** Whom in HR it is confirmed to; null: everybody there. */
  orderedBy: string | null;
}

/** Milliseconds after which HR is told what has arrived. */
const REPORT_AFTER_MS = 10 * 60_000;

/** What moves with some people, and whom it is told; to be committed with the change itself. */
export async function handoverWrites(
  services: Services,
  moves: readonly Move[],
  now: number,
): Promise<Statement[]> {
  if (moves.length === 0) return [];
  const writes: Statement[] = [];
  const rows = new Map<Move, HandoverRow>();
  for (const move of moves) {
    const { personId, from, to, onDate } = move;
    const holder = from ?? (await lastHolder(services, personId));
    const row: HandoverRow = {
      ...{ id: services.newId(), personId, fromId: from, toId: to, onDate, note: null },
      ...{ counts: await openWork(services, personId, holder, now), createdAt: now, revision: 1 },
    };
    rows.set(move, row);
    writes.push(insertHandover(row));
    if (holder === null || to === null)
      writes.push(...(await handOverDays(services, personId, holder, to, now)));
    else for (const part of HANDOVER_PARTS) writes.push(...(await part(services, personId, holder, to, now)));
    writes.push(notify('supervision', `supervision:${row.id}`, personId, { handoverId: row.id }, now));
  }
  for (const together of groupBy(moves, ({ from, to }) => `${from}|${to}`).values()) {
    const [{ from, to }] = together as [Move];
    const handovers = together.map((move) => rows.get(move)!.id).sort();
    const key = `${handovers[0]}:${handovers.length}`;
    if (from) writes.push(notify('handover_out', `handover_out:${key}`, from, { handovers }, now));
    if (to) writes.push(notify('handover_in', `handover_in:${key}`, to, { handovers }, now));
    if (to) writes.push(joinAgenda('digest', [to], now));
    writes.push(lookAgain([from, to].flatMap((id) => id ?? [])));
  }
  return [...writes, ...(await reports(services, rows, now))];
}

/** HR learns a little later whether everybody has been told. */
async function reports(
  { store }: Services,
  rows: ReadonlyMap<Move, HandoverRow>,
  now: number,
): Promise<Statement[]> {
  const hr = (await store.all(peopleWithRole('hr'))).filter(isHr).map(({ id }) => id);
  const told = new Map<string, string[]>();
  for (const [{ orderedBy }, { id }] of rows)
    for (const to of hr.filter((one) => orderedBy === null || one === orderedBy))
      told.set(to, [...(told.get(to) ?? []), id]);
  return [...told].map(([to, handovers]) =>
    notify(
      'handover_report',
      `handover_report:${handovers[0]}:${handovers.length}:${to}`,
      to,
      { handovers },
      now,
      now + REPORT_AFTER_MS,
    ),
  );
}

/** Who still holds what is open where somebody had no supervisor for a time: the one before. */
async function lastHolder({ store }: Services, personId: string): Promise<string | null> {
  const last = (await store.all(handoversOf({ personId }))).at(-1);
  return last?.toId === null ? last.fromId : null;
}

/** What of a person is open with a supervisor. */
async function openWork(
  services: Services,
  personId: string,
  supervisorId: string | null,
  now: number,
): Promise<HandoverRow['counts']> {
  const days = (await openDays(services, personId, now)).length;
  if (supervisorId === null) return { days, plans: 0, dialogues: 0, evaluations: 0, requests: 0 };
  const pair = { personId, supervisorId };
  const [plans, dialogues, evaluations, requests] = await Promise.all(
    [openPlans(pair), openDialogues(pair), openEvaluations(pair), openRequests(pair)].map(async (query) =>
      Number((await first(services.store, query))?.count ?? 0),
    ),
  );
  return {
    days,
    plans: plans ?? 0,
    dialogues: dialogues ?? 0,
    evaluations: evaluations ?? 0,
    requests: requests ?? 0,
  };
}
