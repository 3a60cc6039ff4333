import { and, asc, eq, inArray } from 'drizzle-orm';
import { statement } from '../store.ts';
import { personColumns } from './people.ts';

/** Active people of some units, by name. */
export const peopleOfUnits = (unitIds: readonly string[]) =>
  statement('peopleOfUnits', (db, t) =>
    db
      .select(personColumns(t))
      .from(t.people)
      .innerJoin(t.units, eq(t.units.id, t.people.unitId))
      .where(and(inArray(t.people.unitId, [...unitIds]), eq(t.people.active, true)))
      .orderBy(asc(t.people.name), asc(t.people.id)),
  );

/** The current work results of some people's plans of a year, by number. */
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
      .orderBy(asc(t.workResults.number)),
  );

/** Whose plans some work results belong to. */
export const ownersOfResults = (resultIds: readonly string[]) =>
  statement('ownersOfResults', (db, t) =>
    db
      .selectDistinct({ personId: t.plans.personId })
      .from(t.workResults)
      .innerJoin(t.plans, eq(t.plans.id, t.workResults.planId))
      .where(inArray(t.workResults.id, [...resultIds])),
  );
