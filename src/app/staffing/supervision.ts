import { joinAgenda, lookAgain } from '../../../db/queries/agenda.ts';
import { insertAudit } from '../../../db/queries/calendar.ts';
import type { PersonRow } from '../../../db/queries/people.ts';
import {
  insertSupervision,
  moveSupervisor,
  type SupervisionRow,
  supervisionsOf,
  updateSupervision,
} from '../../../db/queries/supervisions.ts';
import type { Statement } from '../../../db/store.ts';
import { groupBy } from '../../core/group.ts';
import { addDays, localDate } from '../../core/local-time.ts';
import { assessorsIn } from '../../core/staffing/assessors.ts';
import {
  placeSpan,
  type SupervisionKind,
  type SupervisionSpan,
  stateOn,
  supervisorOn,
  takeOut,
} from '../../core/staffing/supervision.ts';
import type { Services } from '../services.ts';
import { zoneOf } from '../session.ts';
import { handoverWrites, type Move } from './handover.ts';

/** A change of who supervises, as it was ordered. */
export interface SupervisionOrder {
  supervisorId: string | null;
  kind: SupervisionKind;
  /** Null: today, where the person works. */
  fromDate: string | null;
  toDate: string | null;
  reason: string | null;
  /** Whoever in HR ordered it; null: the operator. */
  createdBy: string | null;
}

type Who = Pick<PersonRow, 'id' | 'supervisorId' | 'activeFrom' | 'zone' | 'unitZone'>;

/** A person with everything that was recorded about who supervises them; `count` names this state of it. */
export interface KnownSupervision {
  person: Who;
  rows: SupervisionRow[];
  /** What is in force or to come, and what was. */
  spans: SupervisionSpan[];
  count: number;
}

/** What a decision about somebody's supervisor leads to. */
export interface SupervisionDecision {
  writes: Statement[];
  /** Set where the person comes under another supervisor at this moment. */
  move: Move | null;
}

/** Loads who supervises some people, and when. */
export async function knownSupervisions(
  { store }: Pick<Services, 'store'>,
  people: readonly Who[],
): Promise<KnownSupervision[]> {
  if (people.length === 0) return [];
  const rows = groupBy(await store.all(supervisionsOf(people.map(({ id }) => id))), (row) => row.personId);
  return people.map((person) => {
    const own = rows.get(person.id) ?? [];
    return {
      person,
      rows: own,
      spans: own.filter(({ status }) => status !== 'cancelled').map(spanOf),
      count: own.reduce((sum, { revision }) => sum + revision, 0),
    };
  });
}

/** The spans of a person where nothing was ever recorded: whoever supervises them now, since they are expected to report. */
export function assumedSpans({ person, spans }: KnownSupervision): SupervisionSpan[] {
  if (spans.some(({ kind }) => kind === 'definitive')) return spans;
  const { supervisorId, activeFrom: fromDate } = person;
  return [{ id: null, supervisorId, kind: 'definitive', fromDate, toDate: null }, ...spans];
}

/**
 * Decides about an order: how spans change, and, where it is in force at this moment, who moves.
 *
 * The first change records the previous relation as well, so that the history is whole.
 */
export function decideOrder(
  services: Pick<Services, 'newId' | 'agency'>,
  known: KnownSupervision,
  order: SupervisionOrder,
  now: number,
): SupervisionDecision {
  const today = todayOf(services, known.person, now);
  const { supervisorId, kind, toDate } = order;
  const fromDate = order.fromDate ?? today;
  const next: SupervisionSpan = { id: null, supervisorId, kind, fromDate, toDate };
  const before = known.spans.some((span) => span.kind === 'definitive')
    ? known.spans
    : [...previousRelation(known.person, next), ...known.spans];
  return decide(services, known, placeSpan(before, next), order, now);
}

/** Decides to take back a change that has not begun, or to end an acting one now. */
export function decideCancelled(
  services: Services,
  known: KnownSupervision,
  row: SupervisionRow,
  actorId: string | null,
  now: number,
): SupervisionDecision {
  const yesterday = addDays(todayOf(services, known.person, now), -1);
  const spans =
    row.fromDate > yesterday
      ? takeOut(known.spans, row.id)
      : known.spans.map((span) => (span.id === row.id ? { ...span, toDate: yesterday } : span));
  const order = { ...spanOf(row), reason: row.reason, createdBy: actorId };
  return decide(services, known, spans, order, now);
}

/** Decides what a day that has come brings: spans begin and end, and the person moves. */
export function decideDay(services: Services, known: KnownSupervision, now: number): SupervisionDecision {
  return decide(services, known, known.spans, null, now);
}

/** The writes of several decisions together, the handover of all who move among them. */
export async function supervisionWrites(
  services: Services,
  decisions: readonly SupervisionDecision[],
  now: number,
): Promise<Statement[]> {
  const moves = decisions.flatMap(({ move }) => move ?? []);
  return [...decisions.flatMap(({ writes }) => writes), ...(await handoverWrites(services, moves, now))];
}

function decide(
  services: Pick<Services, 'newId' | 'agency'>,
  { person, rows, count }: KnownSupervision,
  spans: readonly SupervisionSpan[],
  order: SupervisionOrder | null,
  now: number,
): SupervisionDecision {
  const today = todayOf(services, person, now);
  const stored = new Map(rows.map((row) => [row.id, row]));
  const kept = new Set(spans.map(({ id }) => id));
  const dropped = rows.filter(({ id, status }) => status !== 'cancelled' && !kept.has(id));
  const writes: Statement[] = [
    ...dropped.map(({ id, revision }) => updateSupervision(id, revision, { status: 'cancelled' })),
    ...spans.flatMap((span): Statement[] => {
      const { fromDate, toDate, supervisorId, kind } = span;
      const status = stateOn(span, today);
      const row = span.id === null ? undefined : stored.get(span.id);
      if (row) {
        const same = row.fromDate === fromDate && row.toDate === toDate && row.status === status;
        return same ? [] : [updateSupervision(row.id, row.revision, { fromDate, toDate, status })];
      }
      const { reason = null, createdBy = null } = order ?? {};
      return [
        insertSupervision({
          ...{ id: services.newId(), personId: person.id, supervisorId, kind, fromDate, toDate, status },
          ...{ reason, createdBy, createdAt: now, revision: 1 },
        }),
      ];
    }),
  ];
  const inForce = supervisorOn(spans, today);
  const moved = inForce !== null && inForce.supervisorId !== person.supervisorId;
  if (order !== null) {
    // The reason is kept with the change itself, where HR reads it.
    const { reason: _, ...detail } = order;
    writes.push(
      // Numbered by what was read, so that of two orders at the same moment one is decided again.
      insertAudit({
        ...{ id: `supervision|${person.id}|${count}`, at: now, actorId: order.createdBy },
        ...{ action: 'supervision.ordered', subject: person.id, detail },
      }),
      joinAgenda('staffing', [person.id], now),
      lookAgain([person.id]),
    );
  }
  if (!moved) return { writes, move: null };
  writes.push(moveSupervisor(person.id, person.supervisorId, inForce.supervisorId, now));
  const orderedBy = order ? order.createdBy : (stored.get(inForce.id ?? '')?.createdBy ?? null);
  const onDate = assessorsIn(spans, { from: addDays(today, -800), to: today }).at(-1)?.from ?? today;
  const move = { personId: person.id, from: person.supervisorId, to: inForce.supervisorId };
  return { writes, move: { ...move, onDate, orderedBy } };
}

/** The relation before the first recorded change; nothing where it never was in force. */
function previousRelation(person: Who, next: SupervisionSpan): SupervisionSpan[] {
  const { supervisorId, activeFrom } = person;
  const starts = next.kind === 'definitive' ? activeFrom : earlier(activeFrom, next.fromDate);
  if (next.kind === 'definitive' && starts >= next.fromDate) return [];
  return [{ id: null, supervisorId, kind: 'definitive', fromDate: starts, toDate: null }];
}

const spanOf = ({ id, supervisorId, kind, fromDate, toDate }: SupervisionRow): SupervisionSpan => ({
  ...{ id, supervisorId, kind, fromDate, toDate },
});

const earlier = (a: string, b: string) => (a < b ? a : b);

const todayOf = (services: Pick<Services, 'agency'>, person: Who, now: number) =>
  localDate(now, zoneOf(person, services));
