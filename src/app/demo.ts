import { type AbsenceRow, insertAbsence, insertAudit } from '../../db/queries/calendar.ts';
import { putAccount } from '../../db/queries/linking.ts';
import { allPeople, allUnits, insertPerson, insertUnit } from '../../db/queries/people.ts';
import { insertIndicator, insertPlan, insertWorkResult, type WorkResultRow } from '../../db/queries/plans.ts';
import type { Statement, Store } from '../../db/store.ts';
import { addDays, localDate } from '../core/local-time.ts';
import type { AbsenceKind } from '../core/model.ts';
import { type DemoPerson, demoPeople, demoUnits } from './demo-data.ts';
import { demoDays } from './demo-entries.ts';
import { type DemoPlan, demoPlans } from './demo-plans.ts';
import { createDice, type Dice } from './demo-random.ts';
import { allHolidays, importShippedHolidays } from './import/holidays.ts';

const SEED = 20_261_122;
const DAYS = 28;
const BATCH = 400;

/** Absences: whose (place in the list of people), from how many days ago until when (negative: ahead), and why. */
const absences: readonly [person: number, from: number, to: number, kind: AbsenceKind][] = [
  [2, 16, 14, 'cuti'],
  [9, 9, 8, 'dinas_luar'],
  [12, 5, 5, 'sakit'],
  [10, 2, -2, 'diklat'],
  [6, -7, -9, 'cuti'],
];

/** What came of a demo; it leaves a database alone that is not empty. */
export type DemoOutcome =
  | { ok: true; units: number; people: number; entries: number }
  | { ok: false; units: number; people: number };

interface Instant {
  now: number;
  year: number;
  dice: Dice;
}

/**
 * Fills an empty database with a sample agency: people of all roles in three zones, plans, about four weeks of
 * entries up to yesterday, approvals, talks and absences; the same for the same day.
 *
 * `now` is ms UTC; `zone` is the agency's. Everybody gets an account of the playground: `desk:<person>` for
 * supervisors and HR, `chat:<person>` for the others.
 */
export async function seedDemo(
  store: Store,
  { now, zone }: { now: number; zone: string },
): Promise<DemoOutcome> {
  const [units, people] = [await store.all(allUnits()), await store.all(allPeople())];
  if (units.length + people.length > 0) return { ok: false, units: units.length, people: people.length };
  await importShippedHolidays(store);
  const holidays = await allHolidays(store);
  const at: Instant = { now, year: Number(localDate(now, zone).slice(0, 4)), dice: createDice(SEED) };
  const unitIds = new Map(demoUnits.map(({ key }) => [key, at.dice.id(now)]));
  const personIds = new Map(demoPeople.map(({ nip }) => [nip, at.dice.id(now)]));
  const writes: Statement[] = [...unitWrites(unitIds), ...peopleWrites(unitIds, personIds, at)];
  let entries = 0;
  for (const [index, person] of demoPeople.entries()) {
    const id = personIds.get(person.nip)!;
    const unitZone = zoneOfUnit(person.unit);
    const today = localDate(now, unitZone);
    const own = absencesOf(index, id, today, at);
    const plan = person.plan === null ? null : planWrites(person.plan, id, at);
    writes.push(...own.map(insertAbsence), ...(plan?.writes ?? []));
    if (!person.roles.includes('pegawai')) continue;
    const supervisorId = person.supervisor === null ? null : personIds.get(person.supervisor)!;
    const reporter = { person: { id, supervisorId }, zone: unitZone, year: at.year, absences: own };
    // Whoever has no plan yet does the same work, only that it serves nothing named.
    const work = plan?.work ?? demoPlans.roads.map((result) => ({ row: null, result }));
    const span = { from: addDays(today, -DAYS), to: addDays(today, -1), holidays };
    const days = demoDays({ ...reporter, work }, span, at.dice);
    entries += days.entries;
    writes.push(...days.writes);
  }
  const detail = { people: demoPeople.length, entries };
  writes.push(
    insertAudit({ id: at.dice.id(now), at: now, actorId: null, action: 'demo', subject: 'agency', detail }),
  );
  for (let from = 0; from < writes.length; from += BATCH)
    await store.commit(writes.slice(from, from + BATCH));
  return { ok: true, units: demoUnits.length, people: demoPeople.length, entries };
}

function unitWrites(ids: ReadonlyMap<string, string>): Statement[] {
  return demoUnits.map(({ key, name, parent, zone }) =>
    insertUnit({ id: ids.get(key)!, name, parentId: parent === null ? null : ids.get(parent)!, zone }),
  );
}

function peopleWrites(
  unitIds: ReadonlyMap<string, string>,
  personIds: ReadonlyMap<string, string>,
  { now, dice }: Instant,
): Statement[] {
  return demoPeople.flatMap((person): Statement[] => {
    const { nip, name, position, unit, supervisor, roles } = person;
    const id = personIds.get(nip)!;
    const activeFrom = addDays(localDate(now, zoneOfUnit(unit)), -DAYS);
    const address = `${atDesk(person) ? 'desk' : 'chat'}:${id}`;
    return [
      insertPerson({
        ...{ id, nip, name, position, roles, activeFrom, active: true, updatedAt: now },
        ...{
          unitId: unitIds.get(unit)!,
          supervisorId: supervisor === null ? null : personIds.get(supervisor)!,
        },
        ...{ email: emailOf(name), zone: null, locale: null },
      }),
      putAccount({
        ...{ id: dice.id(now), personId: id, platform: 'playground', externalId: address, address },
        ...{ current: true, reachable: true, unreachableReason: null, linkedAt: now },
      }),
    ];
  });
}

/** The part of a work result that a sample plan has. */
type DemoResult = Pick<
  WorkResultRow,
  'id' | 'planId' | 'number' | 'additional' | 'title' | 'superiorNumber' | 'current'
>;

function planWrites(
  plan: DemoPlan,
  personId: string,
  { now, year, dice }: Instant,
): { writes: Statement[]; work: { row: DemoResult; result: (typeof demoPlans)[DemoPlan][number] }[] } {
  const planId = dice.id(now);
  const work = demoPlans[plan].map((result, at) => {
    const { title, additional, superior: superiorNumber } = result;
    const row = {
      id: dice.id(now),
      planId,
      number: at + 1,
      additional,
      title,
      superiorNumber,
      current: true,
    };
    return { row, result };
  });
  const indicators = work.flatMap(({ row, result }) =>
    result.indicators.map(([aspect, title, target, unit], position) =>
      insertIndicator({ id: dice.id(now), workResultId: row.id, position, aspect, title, target, unit }),
    ),
  );
  const rows = work.map(({ row }) => insertWorkResult(row));
  return { writes: [insertPlan({ id: planId, personId, year }), ...rows, ...indicators], work };
}

function absencesOf(index: number, personId: string, today: string, { now, dice }: Instant): AbsenceRow[] {
  return absences
    .filter(([person]) => person === index)
    .map(([, from, to, kind]) => ({
      ...{ id: dice.id(now), personId, kind, createdBy: personId, createdAt: now, cancelledAt: null },
      ...{ fromDate: addDays(today, -from), toDate: addDays(today, -to) },
    }));
}

/** Supervisors and HR work at a desk (as in Slack), the others with a telephone (as in Telegram). */
function atDesk({ nip, roles }: DemoPerson): boolean {
  return roles.includes('hr') || demoPeople.some(({ supervisor }) => supervisor === nip);
}

function zoneOfUnit(key: string): string {
  return demoUnits.find((unit) => unit.key === key)!.zone;
}

function emailOf(name: string): string {
  const plain = name.replace(/,.*$/, '').replace(/^(Drs|dr)\. /, '');
  return `${plain.toLowerCase().replaceAll(' ', '.')}@contohkab.go.id`;
}
