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

/** Whose plans some work results belong to. */
export const ownersOfResults = (resultIds: readonly string[]) =>
  statement('ownersOfResults', (db, t) =>
    db
      .selectDistinct({ personId: t.plans.personId })
      .from(t.workResults)
      .innerJoin(t.plans, eq(t.plans.id, t.workResults.planId))
      .where(inArray(t.workResults.id, [...resultIds])),
  );
