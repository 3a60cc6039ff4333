import { lookAgain } from '../../db/queries/agenda.ts';
import { cancelAbsence, insertAbsence, insertRules, putHoliday } from '../../db/queries/calendar.ts';
import { insertEntry } from '../../db/queries/entries.ts';
import { dueInLane } from '../../db/queries/lanes.ts';
import { settleOutbox } from '../../db/queries/outbox.ts';
import { updatePerson } from '../../db/queries/people.ts';
import { putShift, shiftId } from '../../db/queries/roster.ts';
import { openSqlite } from '../../db/sqlite.ts';
import { createDice, type Dice } from '../../src/app/demo/dice.ts';
import { allHolidays } from '../../src/app/import/holidays.ts';
import { render } from '../../src/app/render.ts';
import type { Services } from '../../src/app/services.ts';
import { settledWrites } from '../../src/app/settled.ts';
import { addDays, datesBetween, localDate, localMinute } from '../../src/core/local-time.ts';
import { runPrompts } from '../../src/scheduler/prompts.ts';
import { entryRow } from '../contracts/rows.ts';
import { type Employee, foundAgency } from './agency.ts';

/** A prompt that reached somebody. */
export interface SentPrompt {
  employee: Employee;
  date: string;
  slot: string;
  /** What the clock showed. */
  at: number;
  /** What it should have shown. */
  truth: number;
}

/** What a person did or was told, as the simulation itself remembers it. */
export interface Diary {
  /** When the first report for a date came. */
  reports: Map<string, number>;
  absences: { from: string; to: string; knownAt: number; endedAt: number }[];
  /** A shift, or null for a day off by the roster. */
  shifts: Map<string, { start: number; end: number } | null>;
}

/** A year that was lived through. */
export interface Year {
  employees: Employee[];
  diaries: Map<string, Diary>;
  holidays: Map<string, { name: string; knownAt: number }>;
  sent: SentPrompt[];
  services: Services;
  /** Spans in which the program did not run. */
  outages: { from: number; to: number }[];
  counts: {
    ticks: number;
    prompted: number;
    skipped: number;
    reports: number;
    absences: number;
    jumps: number;
  };
}

const STEP = 15 * 60_000;
const DAY = 24 * 60 * 60_000;
/** Shifts of the hospital: early, late, night, free. */
const SHIFTS = [
  { start: 420, end: 840 },
  { start: 840, end: 1260 },
  { start: 1260, end: 1860 },
  null,
] as const;

/**
 * Lives through 2026 with a fake clock: people report, fall ill, come back and change their minds; holidays are
 * announced late; the program is down; the clock jumps. Prompts are decided and rendered by the real code on SQLite.
 */
export async function liveThrough(size: number, seed: number): Promise<Year> {
  const dice = createDice(seed);
  const store = openSqlite(':memory:');
  let now = Date.parse('2026-01-01T00:00:00+07:00');
  const end = Date.parse('2027-01-01T00:00:00+07:00');
  let ids = 0;
  const services: Services = {
    store,
    now: () => now,
    newId: () => `id${++ids}`,
    random: (bytes) => dice.bytes(bytes),
    agency: { zone: 'Asia/Jakarta', locale: 'id' },
    log: { info() {}, warn() {}, error() {} },
    arrived: async () => {},
    pages: () => 1,
  };
  const employees = await foundAgency(store, size, dice, now);
  const holidays = new Map((await allHolidays(store)).map((h) => [h.date, { name: h.name, knownAt: 0 }]));
  const year: Year = {
    ...{ employees, services, holidays, sent: [], outages: [] },
    diaries: new Map(
      employees.map((e) => [e.id, { reports: new Map(), absences: [], shifts: new Map() } satisfies Diary]),
    ),
    counts: { ticks: 0, prompted: 0, skipped: 0, reports: 0, absences: 0, jumps: 0 },
  };
  await rosterFor(year, dice);
  const byId = new Map(employees.map((e) => [e.id, e]));
  let downUntil = 0;

  while (now < end) {
    for (const zone of new Set(employees.map((e) => e.zone))) {
      const local = { now, today: localDate(now, zone), minute: localMinute(now, zone) };
      // Nobody does anything at night.
      if (local.minute < 6 * 60) continue;
      for (const employee of employees.filter((e) => e.zone === zone))
        await live(year, employee, dice, local);
    }
    if (dice.number(96 * 30) === 0) await announceLate(year, now);
    if (dice.number(96 * 20) === 0 && downUntil < now) {
      downUntil = now + (1 + dice.number(40)) * STEP;
      year.outages.push({ from: now, to: downUntil });
    }
    if (now >= downUntil) {
      await tick(year, byId, now);
      if (dice.number(96 * 25) === 0) await jump(dice.pick([2 * 60 * 60_000, -3 * 60 * 60_000, DAY]));
    }
    now += STEP;
  }
  return year;

  /** The clock shows something else for one tick, then the truth again. */
  async function jump(by: number): Promise<void> {
    const truth = now;
    now += by;
    year.counts.jumps += 1;
    await tick(year, byId, truth);
    now = truth;
    await tick(year, byId, truth);
  }
}

async function tick(year: Year, byId: ReadonlyMap<string, Employee>, truth: number): Promise<void> {
  const { services, counts } = year;
  const { store } = services;
  const now = services.now();
  const decided = await runPrompts(services);
  counts.ticks += 1;
  counts.prompted += decided.prompted;
  counts.skipped += decided.skipped;
  if (decided.prompted === 0) return;
  for (const row of await store.all(dueInLane({ bulk: false, platform: null }, { now }))) {
    const rendered = await render(services, row);
    const status = 'message' in rendered ? 'sent' : 'skipped';
    const reason = 'skip' in rendered ? rendered.skip : null;
    const { key, version } = row;
    await store.commit([
      settleOutbox({ key, version, status, reason, now }),
      ...settledWrites(row, { status, reason, now }),
    ]);
    const { date, slot } = row.payload as { date: string; slot: string };
    if (status === 'sent' && row.kind === 'prompt')
      year.sent.push({ employee: byId.get(row.personId!)!, date, slot, at: now, truth });
  }
}

/** A quarter of an hour of somebody's life. */
async function live(
  year: Year,
  employee: Employee,
  dice: Dice,
  { now, today, minute }: { now: number; today: string; minute: number },
): Promise<void> {
  const { store } = year.services;
  const diary = year.diaries.get(employee.id)!;
  // Most report in the afternoon, some in the evening, some not at all.
  const eager = minute >= 14 * 60 ? (minute < 17 * 60 ? 7 : 3) : 1;
  if (!diary.reports.has(today) && minute >= 8 * 60 && dice.chance(eager)) {
    diary.reports.set(today, now);
    year.counts.reports += 1;
    await store.commit([
      insertEntry(entryRow(employee.id, { localDate: today, submittedAt: now, zone: employee.zone })),
    ]);
  }
  if (dice.number(72 * 40) === 0) {
    const from = addDays(today, dice.number(3));
    const absence = {
      from,
      to: addDays(from, dice.number(12)),
      knownAt: now,
      endedAt: Number.POSITIVE_INFINITY,
    };
    diary.absences.push(absence);
    year.counts.absences += 1;
    const id = `${employee.id}-${diary.absences.length}`;
    await store.commit([
      insertAbsence({
        ...{ id, personId: employee.id, kind: 'cuti', fromDate: from, toDate: absence.to },
        ...{ createdBy: employee.id, createdAt: now, cancelledAt: null },
      }),
      lookAgain([employee.id]),
    ]);
  }
  const last = diary.absences.at(-1);
  if (last && last.endedAt > now && last.to >= today && dice.number(72 * 15) === 0) {
    last.endedAt = now;
    await store.commit([
      cancelAbsence(`${employee.id}-${diary.absences.length}`, now),
      lookAgain([employee.id]),
    ]);
  }
  if (dice.number(72 * 60) === 0) {
    const reminderLevel = dice.pick(['once', 'normal', 'more'] as const);
    await store.commit([updatePerson(employee.id, { reminderLevel }), lookAgain([employee.id])]);
  }
}

/** Today, or the day before yesterday, turns out to be a holiday; or the rules change from tomorrow on. */
async function announceLate(year: Year, now: number): Promise<void> {
  const { store, newId } = year.services;
  const date = addDays(localDate(now, 'Asia/Jakarta'), (Math.floor(now / STEP) % 2) * -2);
  if (!year.holidays.has(date)) {
    year.holidays.set(date, { name: 'Cuti bersama (diumumkan kemudian)', knownAt: now });
    const row = { date, name: 'Cuti bersama (diumumkan kemudian)', kind: 'cuti_bersama' };
    await store.commit([putHoliday({ ...row, source: null, provisional: false }), lookAgain(null)]);
  }
  const effectiveFrom = addDays(localDate(now, 'Asia/Jakarta'), 1);
  const body = { promptAt: `15:${String(Math.floor(now / STEP) % 60).padStart(2, '0')}` };
  await store.commit([insertRules({ id: newId(), unitId: 'wib', effectiveFrom, body }), lookAgain(null)]);
}

/** The duty roster of the whole year, four shifts in turn. */
async function rosterFor({ employees, diaries, services }: Year, dice: Dice): Promise<void> {
  for (const { id } of employees.filter((e) => e.roster)) {
    const offset = dice.number(SHIFTS.length);
    const rows = datesBetween('2025-12-31', '2027-01-02').map((date, at) => {
      const shift = SHIFTS[(at + offset) % SHIFTS.length] ?? null;
      diaries.get(id)!.shifts.set(date, shift);
      const minutes = { startMinute: shift?.start ?? null, endMinute: shift?.end ?? null };
      return putShift({ id: shiftId(id, date), personId: id, date, ...minutes });
    });
    await services.store.commit(rows);
  }
}
