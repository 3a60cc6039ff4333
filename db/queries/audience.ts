import { and, asc, count, countDistinct, eq, gt, inArray, type SQL, sql } from 'drizzle-orm';
import type { AnnouncementGoal } from '../../src/core/announcement.ts';
import { statement } from '../store.ts';
import type { Tables } from '../tables.ts';
import type { AnnouncementRow, RoundRow } from './announcements.ts';
import { personColumns } from './people.ts';

/** Active people of some units (null: all) in the order of their ids, behind one of them. */
export const activePeopleAfter = (unitIds: readonly string[] | null, after: string | null, limit: number) =>
  statement('activePeopleAfter', (db, t) =>
    db
      .select(personColumns(t))
      .from(t.people)
      .innerJoin(t.units, eq(t.units.id, t.people.unitId))
      .where(
        and(
          eq(t.people.active, true),
          unitIds === null ? undefined : inArray(t.people.unitId, [...unitIds]),
          after === null ? undefined : gt(t.people.id, after),
        ),
      )
      .orderBy(asc(t.people.id))
      .limit(limit),
  );

/** Which of some people lead somebody who is active. */
export const leadersAmong = (personIds: readonly string[]) =>
  statement('leadersAmong', (db, t) =>
    db
      .selectDistinct({ id: t.people.supervisorId })
      .from(t.people)
      .where(and(inArray(t.people.supervisorId, [...personIds]), eq(t.people.active, true))),
  );

/** Which of some people have a plan, and of which years. */
export const planYearsOf = (personIds: readonly string[]) =>
  statement('planYearsOf', (db, t) =>
    db
      .select({ personId: t.plans.personId, year: t.plans.year })
      .from(t.plans)
      .where(inArray(t.plans.personId, [...personIds])),
  );

/** What makes the recipients of an announcement's first round complete. */
export interface Completion {
  goal: AnnouncementGoal;
  /** The year of the plan, and the local date of the report, that are asked for. */
  year: number;
  date: string;
}

/** Written as text, so that the same words hold whether roles are JSON or text. */
const reports = (t: Tables) => sql`cast(${t.people.roles} as text) like '%"pegawai"%'`;

/** True of a recipient who has done what is wanted; each part goes through an index by person. */
function isComplete(t: Tables, { goal, year, date }: Completion): SQL {
  const { personId, announcementId } = t.recipients;
  if (goal === 'read')
    return sql`exists (select 1 from ${t.acknowledgements} where ${t.acknowledgements.id} = ${announcementId} || ':' || ${personId})`;
  if (goal === 'plan')
    return sql`exists (select 1 from ${t.plans} where ${t.plans.personId} = ${personId} and ${t.plans.year} = ${year})`;
  return sql`exists (select 1 from ${t.entries} where ${t.entries.personId} = ${personId} and ${t.entries.localDate} = ${date} and ${t.entries.status} <> 'withdrawn')`;
}

/** Recipients of a round, without those who were left out because they moved away. */
function wanted(t: Tables, round: Pick<RoundRow, 'id'>): SQL | undefined {
  return and(
    eq(t.recipients.roundId, round.id),
    sql`coalesce(${t.recipients.reason}, '') not in ('moved', 'inactive')`,
  );
}

/** How many recipients of a round are complete, by unit. */
export const completeCounts = (round: Pick<RoundRow, 'id'>, completion: Completion) =>
  statement('completeCounts', (db, t) =>
    db
      .select({ unitId: t.recipients.unitId, count: count() })
      .from(t.recipients)
      .where(and(eq(t.recipients.roundId, round.id), isComplete(t, completion)))
      .groupBy(t.recipients.unitId),
  );

/** How many people have marked an announcement as read. */
export const readCount = ({ id }: Pick<AnnouncementRow, 'id'>) =>
  statement('readCount', (db, t) =>
    db.select({ count: count() }).from(t.acknowledgements).where(eq(t.acknowledgements.announcementId, id)),
  );

/** The recipients of a round who are not complete, by platform; somebody with several accounts counts in each. */
export const incompleteByPlatform = (round: Pick<RoundRow, 'id'>, completion: Completion) =>
  statement('incompleteByPlatform', (db, t) =>
    db
      .select({ platform: t.accounts.platform, count: countDistinct(t.recipients.personId) })
      .from(t.recipients)
      .innerJoin(t.people, eq(t.people.id, t.recipients.personId))
      .innerJoin(t.accounts, eq(t.accounts.personId, t.recipients.personId))
      .where(
        and(
          wanted(t, round),
          eq(t.people.active, true),
          eq(t.accounts.current, true),
          eq(t.accounts.reachable, true),
          sql`not ${isComplete(t, completion)}`,
        ),
      )
      .groupBy(t.accounts.platform),
  );

/** How many recipients of a round are not complete, and how many of them still wait for it. */
export const incompleteCount = (round: Pick<RoundRow, 'id'>, completion: Completion) =>
  statement('incompleteCount', (db, t) =>
    db
      .select({
        count: count(),
        waiting: count(sql`case when ${t.recipients.outcome} = 'waiting' then 1 end`),
      })
      .from(t.recipients)
      .innerJoin(t.people, eq(t.people.id, t.recipients.personId))
      .where(and(wanted(t, round), eq(t.people.active, true), sql`not ${isComplete(t, completion)}`)),
  );

/** A page of the recipients of a round who are not complete, by unit and name. */
export const incompletePage = (
  round: Pick<RoundRow, 'id'>,
  completion: Completion,
  { offset, limit }: { offset: number; limit: number },
) =>
  statement('incompletePage', (db, t) =>
    db
      .select({
        name: t.people.name,
        nip: t.people.nip,
        unitName: t.units.name,
        outcome: t.recipients.outcome,
      })
      .from(t.recipients)
      .innerJoin(t.people, eq(t.people.id, t.recipients.personId))
      .innerJoin(t.units, eq(t.units.id, t.people.unitId))
      .where(and(wanted(t, round), eq(t.people.active, true), sql`not ${isComplete(t, completion)}`))
      .orderBy(asc(t.units.name), asc(t.people.name), asc(t.people.id))
      .limit(limit)
      .offset(offset),
  );

const reporting = (t: Tables) => and(eq(t.people.active, true), reports(t));
const hasReported = (t: Tables, date: string) =>
  sql`exists (select 1 from ${t.entries} where ${t.entries.personId} = ${t.people.id} and ${t.entries.localDate} = ${date} and ${t.entries.status} <> 'withdrawn')`;

/** Active people who report, by unit. */
export const peopleByUnit = () =>
  statement('peopleByUnit', (db, t) =>
    db
      .select({ unitId: t.people.unitId, count: count() })
      .from(t.people)
      .where(reporting(t))
      .groupBy(t.people.unitId),
  );

/** People who report and are linked, by unit. */
export const linkedByUnit = () =>
  statement('linkedByUnit', (db, t) =>
    db
      .select({ unitId: t.people.unitId, count: countDistinct(t.people.id) })
      .from(t.people)
      .innerJoin(t.accounts, and(eq(t.accounts.personId, t.people.id), eq(t.accounts.current, true)))
      .where(reporting(t))
      .groupBy(t.people.unitId),
  );

/** People who have reported a date, by unit. */
export const reportedByUnit = (date: string) =>
  statement('reportedByUnit', (db, t) =>
    db
      .select({ unitId: t.people.unitId, count: count() })
      .from(t.people)
      .where(and(reporting(t), hasReported(t, date)))
      .groupBy(t.people.unitId),
  );

/** People who are absent on a date and have not reported it, by unit. */
export const absentByUnit = (date: string) =>
  statement('absentByUnit', (db, t) =>
    db
      .select({ unitId: t.people.unitId, count: count() })
      .from(t.people)
      .where(
        and(
          reporting(t),
          sql`not ${hasReported(t, date)}`,
          sql`exists (select 1 from ${t.absences} where ${t.absences.personId} = ${t.people.id} and ${t.absences.toDate} >= ${date} and ${t.absences.fromDate} <= ${date} and ${t.absences.cancelledAt} is null)`,
        ),
      )
      .groupBy(t.people.unitId),
  );

/** People with a duty on a date, or free by the roster (`onDuty` false), who have not reported it, by unit. */
export const rosterByUnit = (date: string) =>
  statement('rosterByUnit', (db, t) =>
    db
      .select({
        unitId: t.people.unitId,
        onDuty: sql<number>`sum(case when ${t.shifts.startMinute} is null then 0 else 1 end)`.mapWith(Number),
        free: sql<number>`sum(case when ${t.shifts.startMinute} is null then 1 else 0 end)`.mapWith(Number),
      })
      .from(t.people)
      .innerJoin(t.shifts, eq(t.shifts.id, sql`${t.people.id} || '|' || ${date}`))
      .where(
        and(
          reporting(t),
          sql`not ${hasReported(t, date)}`,
          sql`not exists (select 1 from ${t.absences} where ${t.absences.personId} = ${t.people.id} and ${t.absences.toDate} >= ${date} and ${t.absences.fromDate} <= ${date} and ${t.absences.cancelledAt} is null)`,
        ),
      )
      .groupBy(t.people.unitId),
  );
