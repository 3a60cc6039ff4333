import { type AbsenceRow, insertAbsence, insertAudit } from '../../../db/queries/calendar.ts';
import type { EntryRow } from '../../../db/queries/entries.ts';
import { putAccount } from '../../../db/queries/linking.ts';
import { allPeople, allUnits, insertPerson, insertUnit } from '../../../db/queries/people.ts';
import type { Statement, Store } from '../../../db/store.ts';
import { lastPeriodicBefore } from '../../core/evaluation/period.ts';
import { addDays, localDate } from '../../core/local-time.ts';
import type { AbsenceKind } from '../../core/model.ts';
import { defaultRules } from '../../core/rules.ts';
import { allHolidays, importShippedHolidays } from '../import/holidays.ts';
import { stageActionPlans } from './action-plans.ts';
import { cast, type DemoPerson, demoPeople, demoUnits, type Player } from './agency.ts';
import { createDice, type Dice } from './dice.ts';
import { demoDays, earlierDays } from './entries.ts';
import { stageGoals } from './goals.ts';
import { managementWrites } from './management.ts';
import { type DemoPlans, stagePlans } from './plans.ts';
import { type Stage, todayOf } from './stage.ts';

const SEED = 20_261_122;
/** Days that everybody has reported about. */
const DAYS = 28;
const BATCH = 400;

/** Absences: whose, from how many days ago until when (negative: ahead), and why. */
const absences: readonly [who: Player, from: number, to: number, kind: AbsenceKind][] = [
  ['rizky', 16, 14, 'cuti'],
  ['andi', 9, 8, 'dinas_luar'],
  ['maria', 5, 5, 'sakit'],
  ['baso', 13, 11, 'diklat'],
  ['yusuf', -7, -9, 'cuti'],
  ['dewi', 2, 2, 'izin'],
];

/** What came of a demo; it leaves a database alone that is not empty. */
export type DemoOutcome =
  | { ok: true; units: number; people: number; entries: number }
  | { ok: false; units: number; people: number };

/**
 * Fills an empty database with a sample agency: people of all roles in three zones, goals and plans, about four weeks of
 * entries up to yesterday and some of the last period, approvals, talks, absences, dialogues, feedback and evaluations;
 * the same for the same day.
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
  const stage = await setStage(store, now, zone);
  const { goals, writes: goalWrites } = stageGoals(stage);
  const plans = stagePlans(stage, goals);
  const actions = stageActionPlans(stage, plans);
  const days = daysOf(stage, plans, actions.of);
  const entries = days.entries.length;
  await commit(store, [
    ...unitWrites(stage),
    ...peopleWrites(stage),
    ...[...stage.absences.values()].flat().map(insertAbsence),
    ...[...goalWrites, ...plans.writes, ...actions.writes, ...days.writes],
  ]);
  const detail = { people: demoPeople.length, entries };
  await commit(store, [
    ...(await managementWrites(stage, plans, days.entries)),
    insertAudit({
      ...{ id: stage.dice.id(now), at: now, actorId: null, action: 'demo', subject: 'agency', detail },
    }),
  ]);
  return { ok: true, units: demoUnits.length, people: demoPeople.length, entries };
}

async function setStage(store: Store, now: number, zone: string): Promise<Stage> {
  const dice = createDice(SEED);
  const today = localDate(now, zone);
  const year = Number(today.slice(0, 4));
  const lastPeriod = lastPeriodicBefore(today, defaultRules.evaluationPeriod);
  const ids = Object.fromEntries(Object.keys(cast).map((who) => [who, dice.id(now)]));
  return {
    services: { store, now: () => now, newId: () => dice.id(now), agency: { zone, locale: 'id' } },
    ...{ dice, now, lastPeriod, years: [...new Set([lastPeriod.year, year])] },
    ids: ids as Stage['ids'],
    unitIds: new Map(demoUnits.map(({ key }) => [key, dice.id(now)])),
    holidays: new Map((await allHolidays(store)).map(({ date, name }) => [date, name])),
    absences: absencesAt(now, dice, ids as Stage['ids']),
  };
}

function daysOf(
  stage: Stage,
  plans: DemoPlans,
  actions: ReturnType<typeof stageActionPlans>['of'],
): { entries: EntryRow[]; writes: Statement[] } {
  const all = demoPeople.flatMap(({ who, roles, supervisor }) => {
    if (!roles.includes('pegawai')) return [];
    const reporter = { who, supervisorId: supervisor && stage.ids[supervisor], actions: actions(who) };
    const today = todayOf(stage, who);
    const { from, to } = stage.lastPeriod;
    const before = addDays(today, -DAYS - 1);
    const early = { from, to: to < before ? to : before };
    return [
      ...(plans.of(who, stage.lastPeriod.year) ? [earlierDays(stage, reporter, plans, early)] : []),
      demoDays(stage, reporter, plans, { from: addDays(today, -DAYS), to: addDays(today, -1) }),
    ];
  });
  return { entries: all.flatMap(({ entries }) => entries), writes: all.flatMap(({ writes }) => writes) };
}

async function commit(store: Store, writes: readonly Statement[]): Promise<void> {
  for (let from = 0; from < writes.length; from += BATCH)
    await store.commit(writes.slice(from, from + BATCH));
}

function unitWrites({ unitIds, ids }: Stage): Statement[] {
  return demoUnits.map(({ key, name, parent, zone, leader }) =>
    insertUnit({
      ...{ id: unitIds.get(key)!, name, parentId: parent === null ? null : unitIds.get(parent)!, zone },
      leaderId: ids[leader],
    }),
  );
}

function peopleWrites(stage: Stage): Statement[] {
  const { ids, unitIds, now, dice } = stage;
  return demoPeople.flatMap((person): Statement[] => {
    const { who, name, position, level, unit, supervisor, roles } = person;
    const id = ids[who];
    const address = `${atDesk(person) ? 'desk' : 'chat'}:${id}`;
    return [
      insertPerson({
        ...{ id, nip: cast[who], name, position, level, roles, active: true, updatedAt: now },
        ...{ unitId: unitIds.get(unit)!, supervisorId: supervisor && ids[supervisor] },
        ...{
          email: emailOf(name),
          zone: null,
          locale: null,
          activeFrom: addDays(todayOf(stage, who), -DAYS),
        },
      }),
      putAccount({
        ...{ id: dice.id(now), personId: id, platform: 'playground', externalId: address, address },
        ...{ current: true, reachable: true, unreachableReason: null, linkedAt: now },
      }),
    ];
  });
}

function absencesAt(now: number, dice: Dice, ids: Stage['ids']): Map<Player, AbsenceRow[]> {
  return new Map(
    absences.map(([who, from, to, kind]) => {
      const today = todayOf({ now }, who);
      const personId = ids[who];
      const row: AbsenceRow = {
        ...{ id: dice.id(now), personId, kind, createdBy: personId, createdAt: now, cancelledAt: null },
        ...{ fromDate: addDays(today, -from), toDate: addDays(today, -to) },
      };
      return [who, [row]];
    }),
  );
}

/** Supervisors and HR work at a desk (as in Slack), the others with a telephone (as in Telegram). */
function atDesk({ who, roles }: DemoPerson): boolean {
  return roles.includes('hr') || demoPeople.some(({ supervisor }) => supervisor === who);
}

function emailOf(name: string): string {
  const plain = name.replace(/,.*$/, '').replace(/^(Drs|dr)\. /, '');
  return `${plain.toLowerCase().replaceAll(' ', '.')}@contohkab.go.id`;
}
