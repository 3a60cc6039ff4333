import { and, asc, desc, eq, inArray, isNotNull, like, sql } from 'drizzle-orm';
import { prepared, statement } from '../store.ts';

const p = sql.placeholder;

/** The goals of some units' agreements (perjanjian kinerja) of a year, by unit and number. */
export const agreementGoalsOf = (unitIds: readonly string[], year: number) =>
  statement('agreementGoalsOf', (db, t) =>
    db
      .select()
      .from(t.unitGoals)
      .where(
        and(
          inArray(t.unitGoals.unitId, [...unitIds]),
          eq(t.unitGoals.year, year),
          eq(t.unitGoals.kind, 'agreement'),
          eq(t.unitGoals.current, true),
        ),
      )
      .orderBy(asc(t.unitGoals.unitId), asc(t.unitGoals.number)),
  );

/** The audit trail of something, the newest first. */
export const auditOf = prepared<{ subject: string }>()('auditOf', (db, t) =>
  db
    .select()
    .from(t.audit)
    .where(eq(t.audit.subject, p('subject')))
    .orderBy(desc(t.audit.at), desc(t.audit.id)),
);

/** Last days of a person's evaluations that are locked, the latest first. */
export const lockedEvaluationsOf = prepared<{ personId: string }>()('lockedEvaluationsOf', (db, t) =>
  db
    .select({ toDate: t.evaluations.toDate })
    .from(t.evaluations)
    .where(and(eq(t.evaluations.personId, p('personId')), isNotNull(t.evaluations.lockedAt)))
    .orderBy(desc(t.evaluations.toDate)),
);

/** Locks of the periods of a year, for units and for the agency, the newest first. */
export const periodLocksOf = (year: number) =>
  statement('periodLocksOf', (db, t) =>
    db
      .select()
      .from(t.periodLocks)
      .where(like(t.periodLocks.period, `${year}%`))
      .orderBy(desc(t.periodLocks.at), desc(t.periodLocks.id)),
  );
