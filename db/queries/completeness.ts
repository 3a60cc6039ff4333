import { and, asc, eq, inArray } from 'drizzle-orm';
import { statement } from '../store.ts';

/** Where the evaluations of some people for a period stand. */
export const evaluationStates = (personIds: readonly string[], period: string) =>
  statement('evaluationStates', (db, t) =>
    db
      .select({ personId: t.evaluations.personId, status: t.evaluations.status })
      .from(t.evaluations)
      .where(and(inArray(t.evaluations.personId, [...personIds]), eq(t.evaluations.period, period))),
  );

/** The current work results of some people's plans of a year, by person and number. */
export const workResultsOfMany = (personIds: readonly string[], year: number) =>
  statement('workResultsOfMany', (db, t) =>
    db
      .select({
        personId: t.plans.personId,
        id: t.workResults.id,
        number: t.workResults.number,
        title: t.workResults.title,
        additional: t.workResults.additional,
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
