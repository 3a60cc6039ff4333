import { asc, inArray, sql } from 'drizzle-orm';
import { statement } from '../store.ts';
import type { Tables } from '../tables.ts';

/** A result of a past period, as imported. */
export type PastEvaluationRow = Tables['pastEvaluations']['$inferSelect'];

/** What is known of some people's past, by person and period. */
export const pastEvaluationsOf = (personIds: readonly string[]) =>
  statement('pastEvaluationsOf', (db, t) =>
    db
      .select()
      .from(t.pastEvaluations)
      .where(inArray(t.pastEvaluations.personId, [...personIds]))
      .orderBy(asc(t.pastEvaluations.personId), asc(t.pastEvaluations.period)),
  );

/** Writes results; what is known of the same person and period is replaced. */
export const putPastEvaluations = (rows: PastEvaluationRow[]) =>
  statement('putPastEvaluations', (db, t) =>
    db
      .insert(t.pastEvaluations)
      .values(rows)
      .onConflictDoUpdate({
        target: [t.pastEvaluations.personId, t.pastEvaluations.period],
        set: {
          regime: sql`excluded.regime`,
          valueCenti: sql`excluded.value_centi`,
          predicate: sql`excluded.predicate`,
          source: sql`excluded.source`,
          official: sql`excluded.official`,
          at: sql`excluded.at`,
        },
      })
      .returning({ id: t.pastEvaluations.id }),
  );
