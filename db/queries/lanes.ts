import { and, asc, eq, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { Platform } from '../../src/core/model.ts';
import { atMost, type Build, prepared, type Statement, statement } from '../store.ts';
import type { Tables } from '../tables.ts';
import type { OutboxRow } from './outbox.ts';

const p = sql.placeholder;

/** Written out, as the kinds below are: a bound value would keep SQLite from using the indexes of pending rows. */
const isPending = (t: Tables) => sql`${t.outbox.status} = 'pending'`;

/** Kinds that go to many people at once or take long; in lanes of their own, they hold nothing else up. */
const isBulk = (t: Tables) => sql`${t.outbox.kind} in ('announcement', 'fetch')`;
const isPersonal = (t: Tables) => sql`${t.outbox.kind} not in ('announcement', 'fetch')`;

/** Pending rows that wait for the same thing: their platform, null while it is not known, and whether they are bulk. */
export interface Lane {
  platform: Platform | null;
  bulk: boolean;
}

/** At most so many rows of a lane are looked at together. */
const MAX_DUE = 400;

const within = (t: Tables, { platform, bulk }: Lane) =>
  and(
    isPending(t),
    bulk ? isBulk(t) : isPersonal(t),
    platform === null ? isNull(t.outbox.platform) : eq(t.outbox.platform, p('platform')),
  );

/** A statement for lanes: the platform is a parameter where there is one. */
function forLanes<Params extends Record<string, unknown>, Row>(
  label: string,
  build: (lane: Lane) => Build<Row>,
): (lane: Lane, params: Params) => Statement<Row> {
  const built = new Map<string, Build<Row>>();
  return (lane, params) => {
    const shape = `${lane.bulk} ${lane.platform === null}`;
    const known = built.get(shape) ?? build(lane);
    built.set(shape, known);
    return prepared<Record<string, unknown>>()(label, known)({ ...params, platform: lane.platform });
  };
}

/** What is due to leave in a lane, oldest first. */
export const dueInLane = forLanes<{ now: number }, OutboxRow>(
  'dueInLane',
  (lane) => (db, t) =>
    db
      .select()
      .from(t.outbox)
      .where(and(within(t, lane), lte(t.outbox.dueAt, p('now'))))
      // The platform is the same in all of them; PostgreSQL sees from it that the index has them in order.
      .orderBy(asc(t.outbox.platform), asc(t.outbox.dueAt), asc(t.outbox.createdAt), asc(t.outbox.key))
      .limit(atMost(MAX_DUE)),
);

/** When the next pending row of a lane is due. */
export const nextInLane = forLanes<Record<string, never>, { dueAt: number }>(
  'nextInLane',
  (lane) => (db, t) =>
    db
      .select({ dueAt: t.outbox.dueAt })
      .from(t.outbox)
      .where(within(t, lane))
      .orderBy(asc(t.outbox.platform), asc(t.outbox.dueAt))
      .limit(atMost(1)),
);

/** Lets rows whose platform is known now wait in its lane. */
export const sortIntoLane = (platform: Platform, keys: readonly string[]) =>
  statement('sortIntoLane', (db, t) =>
    db
      .update(t.outbox)
      .set({ platform })
      .where(and(inArray(t.outbox.key, [...keys]), isNull(t.outbox.platform)))
      .returning({ key: t.outbox.key }),
  );
