import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { statement } from '../store.ts';
import type { Tables } from '../tables.ts';

/** Evaluations that are rated stand, whether their period is locked yet or not. */
const isFinal = (t: Tables) => inArray(t.evaluations.status, ['rated', 'locked']);

/** Periods that have a final evaluation, the latest first; of two that end together the longer first. */
export const finalPeriods = () =>
  statement('finalPeriods', (db, t) =>
    db
      .selectDistinct({
        period: t.evaluations.period,
        to: t.evaluations.toDate,
        from: t.evaluations.fromDate,
      })
      .from(t.evaluations)
      .where(isFinal(t))
      .orderBy(desc(t.evaluations.toDate), t.evaluations.fromDate),
  );

/** Whole years of which results were imported, the latest first. */
export const importedYears = () =>
  statement('importedYears', (db, t) =>
    db
      .selectDistinct({ period: t.pastEvaluations.period })
      .from(t.pastEvaluations)
      .where(sql`length(${t.pastEvaluations.period}) = 4`)
      .orderBy(desc(t.pastEvaluations.period)),
  );

/** Final evaluations of some periods. */
export const finalEvaluations = (periods: readonly string[]) =>
  statement('finalEvaluations', (db, t) =>
    db
      .select({
        id: t.evaluations.id,
        personId: t.evaluations.personId,
        period: t.evaluations.period,
        fromDate: t.evaluations.fromDate,
        toDate: t.evaluations.toDate,
        resultRating: t.evaluations.resultRating,
        behaviourRating: t.evaluations.behaviourRating,
      })
      .from(t.evaluations)
      .where(and(inArray(t.evaluations.period, [...periods]), isFinal(t))),
  );

/** Imported results of some periods. */
export const importedResults = (periods: readonly string[]) =>
  statement('importedResults', (db, t) =>
    db
      .select()
      .from(t.pastEvaluations)
      .where(inArray(t.pastEvaluations.period, [...periods])),
  );

/** Evaluations to which an objection is open. */
export const disputedEvaluations = () =>
  statement('disputedEvaluations', (db, t) =>
    db
      .select({ id: t.objections.subjectId })
      .from(t.objections)
      .where(and(eq(t.objections.status, 'open'), eq(t.objections.subjectKind, 'evaluation'))),
  );
