import { and, asc, count, eq, gte, inArray, isNull, lte, sql } from 'drizzle-orm';
import { expecting, prepared, remembered, statement } from '../store.ts';
import type { Tables } from '../tables.ts';

const p = sql.placeholder;

/** A day off for everybody. */
export type HolidayRow = Tables['holidays']['$inferSelect'];
/** Days on which a person is not expected to report. */
export type AbsenceRow = Tables['absences']['$inferSelect'];
/** A version of the rules. */
export type RulesRow = Tables['rules']['$inferSelect'];
/** A decision about a person at a prompt slot. */
export type PromptRow = Tables['prompts']['$inferSelect'];

/** Holidays in a span of dates. */
export const holidaysBetween = prepared<{ from: string; to: string }>()('holidaysBetween', (db, t) =>
  db
    .select()
    .from(t.holidays)
    .where(and(gte(t.holidays.date, p('from')), lte(t.holidays.date, p('to'))))
    .orderBy(asc(t.holidays.date)),
);

/** Writes a holiday. */
export const putHoliday = (row: HolidayRow) =>
  statement('putHoliday', (db, t) =>
    db
      .insert(t.holidays)
      .values(row)
      .onConflictDoUpdate({ target: t.holidays.date, set: row })
      .returning({ date: t.holidays.date }),
  );

/** Takes a holiday back. */
export const dropHoliday = (date: string) =>
  statement('dropHoliday', (db, t) =>
    db.delete(t.holidays).where(eq(t.holidays.date, date)).returning({ date: t.holidays.date }),
  );

/** Absences of a person that touch a span of dates. */
export const absencesOf = prepared<{ personId: string; from: string; to: string }>()('absencesOf', (db, t) =>
  db
    .select()
    .from(t.absences)
    .where(
      and(
        eq(t.absences.personId, p('personId')),
        lte(t.absences.fromDate, p('to')),
        gte(t.absences.toDate, p('from')),
        isNull(t.absences.cancelledAt),
      ),
    )
    .orderBy(asc(t.absences.fromDate), asc(t.absences.id)),
);

/** Absences of some people that touch a span of dates. */
export const absencesBetween = (people: readonly string[], from: string, to: string) =>
  statement('absencesBetween', (db, t) =>
    db
      .select()
      .from(t.absences)
      .where(
        and(
          inArray(t.absences.personId, [...people]),
          lte(t.absences.fromDate, to),
          gte(t.absences.toDate, from),
          isNull(t.absences.cancelledAt),
        ),
      )
      .orderBy(asc(t.absences.fromDate), asc(t.absences.id)),
  );

/** One absence. */
export const absenceById = prepared<{ id: string }>()('absenceById', (db, t) =>
  db
    .select()
    .from(t.absences)
    .where(eq(t.absences.id, p('id'))),
);

/** Adds an absence. */
export const insertAbsence = (row: AbsenceRow) =>
  statement('insertAbsence', (db, t) => db.insert(t.absences).values(row).returning({ id: t.absences.id }));

/** Takes an absence back, once. */
export const cancelAbsence = (id: string, now: number) =>
  expecting(
    1,
    statement('cancelAbsence', (db, t) =>
      db
        .update(t.absences)
        .set({ cancelledAt: now })
        .where(and(eq(t.absences.id, id), isNull(t.absences.cancelledAt)))
        .returning({ id: t.absences.id }),
    ),
  );

/** Every version of the rules, oldest first. */
export const allRules = remembered('allRules', 'rules', (db, t) =>
  db.select().from(t.rules).orderBy(asc(t.rules.effectiveFrom), asc(t.rules.id)),
);

/** Adds a version of the rules. */
export const insertRules = (row: RulesRow) =>
  statement('insertRules', (db, t) => db.insert(t.rules).values(row).returning({ id: t.rules.id }));

/** Removes the versions of a unit's rules that were to take effect on a date. */
export const dropRules = (unitId: string | null, effectiveFrom: string) =>
  statement('dropRules', (db, t) =>
    db
      .delete(t.rules)
      .where(
        and(
          unitId === null ? isNull(t.rules.unitId) : eq(t.rules.unitId, unitId),
          eq(t.rules.effectiveFrom, effectiveFrom),
        ),
      )
      .returning({ id: t.rules.id }),
  );

/** Records what was decided about people at their slots; a miss means that another process was faster. */
export const insertPrompts = (rows: PromptRow[]) =>
  expecting(
    rows.length,
    statement('insertPrompts', (db, t) =>
      db.insert(t.prompts).values(rows).onConflictDoNothing().returning({ id: t.prompts.id }),
    ),
  );

/** What has been decided about some people on some dates. */
export const promptsOn = (people: readonly string[], from: string, to: string) =>
  statement('promptsOn', (db, t) =>
    db
      .select()
      .from(t.prompts)
      .where(
        and(
          inArray(t.prompts.personId, [...people]),
          gte(t.prompts.localDate, from),
          lte(t.prompts.localDate, to),
        ),
      )
      .orderBy(asc(t.prompts.localDate), asc(t.prompts.slotAt), asc(t.prompts.slot)),
  );

/** Records what became of a prompt at sending: `sent`, or why it was left out. */
export const settlePrompt = (personId: string, date: string, slot: string, settled: string, now: number) =>
  statement('settlePrompt', (db, t) =>
    db
      .update(t.prompts)
      .set({ settled, settledAt: now })
      .where(and(eq(t.prompts.personId, personId), eq(t.prompts.localDate, date), eq(t.prompts.slot, slot)))
      .returning({ id: t.prompts.id }),
  );

/** A fact about the installation. */
export const factOf = prepared<{ key: string }>()('factOf', (db, t) =>
  db
    .select()
    .from(t.facts)
    .where(eq(t.facts.key, p('key'))),
);

/** Writes a fact about the installation. */
export const putFact = (key: string, value: string) =>
  statement('putFact', (db, t) =>
    db
      .insert(t.facts)
      .values({ key, value })
      .onConflictDoUpdate({ target: t.facts.key, set: { value } })
      .returning({ key: t.facts.key }),
  );

/** Adds to the audit trail. */
export const insertAudit = (row: Tables['audit']['$inferInsert']) =>
  statement('insertAudit', (db, t) => db.insert(t.audit).values(row).returning({ id: t.audit.id }));

/** One line of the audit trail. */
export const auditById = prepared<{ id: string }>()('auditById', (db, t) =>
  db
    .select()
    .from(t.audit)
    .where(eq(t.audit.id, p('id'))),
);

/** How many lines of the audit trail are about something. */
export const auditCount = prepared<{ subject: string }>()('auditCount', (db, t) =>
  db
    .select({ count: count() })
    .from(t.audit)
    .where(eq(t.audit.subject, p('subject'))),
);
