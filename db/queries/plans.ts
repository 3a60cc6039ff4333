import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { prepared, statement } from '../store.ts';
import type { Tables } from '../tables.ts';

const p = sql.placeholder;

/** A work result (RHK) of a plan. */
export type WorkResultRow = Tables['workResults']['$inferSelect'];
/** An indicator (IKI) of a work result. */
export type IndicatorRow = Tables['indicators']['$inferSelect'];

/** The current work results of a person's plan of a year, by number. */
export const workResultsOf = prepared<{ personId: string; year: number }>()('workResultsOf', (db, t) =>
  db
    .select({
      id: t.workResults.id,
      number: t.workResults.number,
      title: t.workResults.title,
      additional: t.workResults.additional,
      superiorNumber: t.workResults.superiorNumber,
    })
    .from(t.plans)
    .innerJoin(t.workResults, eq(t.workResults.planId, t.plans.id))
    .where(
      and(eq(t.plans.personId, p('personId')), eq(t.plans.year, p('year')), eq(t.workResults.current, true)),
    )
    .orderBy(asc(t.workResults.number)),
);

/** The current work results of some people's plans of a year, by person and number. */
export const workResultsOfMany = (personIds: readonly string[], year: number) =>
  statement('workResultsOfMany', (db, t) =>
    db
      .select({
        id: t.workResults.id,
        personId: t.plans.personId,
        number: t.workResults.number,
        title: t.workResults.title,
        additional: t.workResults.additional,
        superiorNumber: t.workResults.superiorNumber,
        supportsId: t.workResults.supportsId,
        method: t.workResults.method,
      })
      .from(t.plans)
      .innerJoin(t.workResults, eq(t.workResults.planId, t.plans.id))
      .where(
        and(
          inArray(t.plans.personId, [...personIds]),
          eq(t.plans.year, year),
          eq(t.workResults.current, true),
        ),
      )
      .orderBy(asc(t.plans.personId), asc(t.workResults.number)),
  );

/** Work results by id, current or not. */
export const workResultsById = (ids: string[]) =>
  statement('workResultsById', (db, t) =>
    db.select().from(t.workResults).where(inArray(t.workResults.id, ids)),
  );

/** The plan of a person and year. */
export const planOf = prepared<{ personId: string; year: number }>()('planOf', (db, t) =>
  db
    .select()
    .from(t.plans)
    .where(and(eq(t.plans.personId, p('personId')), eq(t.plans.year, p('year')))),
);

/** Every work result of a plan, current or not. */
export const workResultsOfPlan = prepared<{ planId: string }>()('workResultsOfPlan', (db, t) =>
  db
    .select()
    .from(t.workResults)
    .where(eq(t.workResults.planId, p('planId'))),
);

/** The indicators of some work results, in their order. */
export const indicatorsOf = (workResultIds: string[]) =>
  statement('indicatorsOf', (db, t) =>
    db
      .select()
      .from(t.indicators)
      .where(inArray(t.indicators.workResultId, workResultIds))
      .orderBy(asc(t.indicators.position)),
  );

/** Adds a plan. */
export const insertPlan = (row: Tables['plans']['$inferInsert']) =>
  statement('insertPlan', (db, t) => db.insert(t.plans).values(row).returning({ id: t.plans.id }));

/** Adds a work result. */
export const insertWorkResult = (row: Tables['workResults']['$inferInsert']) =>
  statement('insertWorkResult', (db, t) =>
    db.insert(t.workResults).values(row).returning({ id: t.workResults.id }),
  );

/** Changes a work result. */
export const updateWorkResult = (id: string, change: Partial<WorkResultRow>) =>
  statement('updateWorkResult', (db, t) =>
    db.update(t.workResults).set(change).where(eq(t.workResults.id, id)).returning({ id: t.workResults.id }),
  );

/** Removes the indicators of a work result, to be written anew. */
export const dropIndicators = (workResultId: string) =>
  statement('dropIndicators', (db, t) =>
    db
      .delete(t.indicators)
      .where(eq(t.indicators.workResultId, workResultId))
      .returning({ id: t.indicators.id }),
  );

/** Adds an indicator. */
export const insertIndicator = (row: Tables['indicators']['$inferInsert']) =>
  statement('insertIndicator', (db, t) =>
    db.insert(t.indicators).values(row).returning({ id: t.indicators.id }),
  );
