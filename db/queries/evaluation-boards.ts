import { and, asc, count, eq, inArray, isNotNull, notInArray, sql } from 'drizzle-orm';
import type { EvaluationStatus } from '../../src/core/evaluation/content.ts';
import { statement } from '../store.ts';
import type { Tables } from '../tables.ts';

/** The evaluations of a period that stand somehow, of some units (null: all), with the names of their people. */
export const evaluationsInUnits = (
  period: string,
  unitIds: readonly string[] | null,
  statuses: readonly EvaluationStatus[],
) =>
  statement('evaluationsInUnits', (db, t) =>
    db
      .select({ evaluation: t.evaluations, name: t.people.name })
      .from(t.evaluations)
      .innerJoin(t.people, eq(t.people.id, t.evaluations.personId))
      .where(
        and(
          eq(t.evaluations.period, period),
          inArray(t.evaluations.status, [...statuses]),
          unitIds === null ? undefined : inArray(t.evaluations.unitId, [...unitIds]),
        ),
      )
      .orderBy(asc(t.people.name), asc(t.evaluations.id)),
  );

/** How often each pair of ratings was given in some units and a period; some people can be left out. */
export const ratingCounts = (period: string, unitIds: readonly string[], except: readonly string[]) =>
  statement('ratingCounts', (db, t) =>
    db
      .select({
        resultRating: t.evaluations.resultRating,
        behaviourRating: t.evaluations.behaviourRating,
        count: count().mapWith(Number),
      })
      .from(t.evaluations)
      .where(
        and(
          inArray(t.evaluations.unitId, [...unitIds]),
          eq(t.evaluations.period, period),
          inArray(t.evaluations.status, ['rated', 'locked']),
          isNotNull(t.evaluations.resultRating),
          except.length === 0 ? undefined : notInArray(t.evaluations.personId, [...except]),
        ),
      )
      .groupBy(t.evaluations.resultRating, t.evaluations.behaviourRating),
  );

/** How many evaluations of a period stand how, by the unit that people are in now. */
export const evaluationStates = (period: string) =>
  statement('evaluationStates', (db, t) =>
    db
      .select({
        unitId: t.people.unitId,
        status: t.evaluations.status,
        count: count().mapWith(Number),
      })
      .from(t.evaluations)
      .innerJoin(t.people, eq(t.people.id, t.evaluations.personId))
      .where(and(eq(t.evaluations.period, period), ...evaluated(t)))
      .groupBy(t.people.unitId, t.evaluations.status),
  );

/** How many people of each unit are to be evaluated in a period that ends on a date. */
export const evaluatedByUnit = (until: string) =>
  statement('evaluatedByUnit', (db, t) =>
    db
      .select({ unitId: t.people.unitId, count: count().mapWith(Number) })
      .from(t.people)
      .where(and(...evaluated(t), sql`${t.people.activeFrom} <= ${until}`))
      .groupBy(t.people.unitId),
  );

/** People of some units (null: all) whose evaluation of a period is not rated yet, with how it stands (null: not begun). */
export const unevaluatedIn = (
  period: string,
  until: string,
  unitIds: readonly string[] | null,
  limit: number,
) =>
  statement('unevaluatedIn', (db, t) =>
    db
      .select({
        personId: t.people.id,
        name: t.people.name,
        unitId: t.people.unitId,
        supervisorId: t.people.supervisorId,
        status: t.evaluations.status,
        evaluatorId: t.evaluations.evaluatorId,
      })
      .from(t.people)
      .leftJoin(t.evaluations, and(eq(t.evaluations.personId, t.people.id), eq(t.evaluations.period, period)))
      .where(
        and(
          ...evaluated(t),
          sql`${t.people.activeFrom} <= ${until}`,
          unitIds === null ? undefined : inArray(t.people.unitId, [...unitIds]),
          sql`(${t.evaluations.status} is null or ${t.evaluations.status} in ('open', 'returned', 'submitted'))`,
        ),
      )
      .orderBy(asc(t.people.name), asc(t.people.id))
      .limit(limit),
  );

/** Whoever is evaluated: active, and an employee rather than an observer. */
const evaluated = (t: Tables) => [
  eq(t.people.active, true),
  sql`cast(${t.people.roles} as text) like '%"pegawai"%'`,
];
