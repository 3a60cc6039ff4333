import { and, eq, inArray } from 'drizzle-orm';
import { statement } from '../store.ts';

/** Where the evaluations of some people for a period stand. */
export const evaluationStates = (personIds: readonly string[], period: string) =>
  statement('evaluationStates', (db, t) =>
    db
      .select({ personId: t.evaluations.personId, status: t.evaluations.status })
      .from(t.evaluations)
      .where(and(inArray(t.evaluations.personId, [...personIds]), eq(t.evaluations.period, period))),
  );
