import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PromptRow } from '../../db/queries/calendar.ts';
import { statement } from '../../db/store.ts';
import { groupBy } from '../../src/core/group.ts';
import { addDays, datesBetween, localMinute, weekday } from '../../src/core/local-time.ts';
import { minuteOf, type Rules } from '../../src/core/rules.ts';
import { type Employee, UNITS } from './agency.ts';
import { liveThrough, type SentPrompt, type Year } from './year.ts';

const SIZE = 30;
let year: Year;
let decisions: PromptRow[];

beforeAll(async () => {
  year = await liveThrough(SIZE, 20_260_101);
  decisions = await year.services.store.all(statement('all', (db, t) => db.select().from(t.prompts)));
}, 110_000);
afterAll(() => year?.services.store.close());

/** Why nobody may be asked about a date at an instant, by what the simulation itself remembers; null where one may. */
function offBy(employee: Employee, date: string, at: number): string | null {
  const diary = year.diaries.get(employee.id)!;
  if (diary.absences.some((a) => a.from <= date && date <= a.to && a.knownAt <= at && at < a.endedAt))
    return 'absent';
  const shift = diary.shifts.get(date);
  if (employee.roster) return shift ? null : 'off duty';
  const workDays: readonly number[] = employee.unit === 'school' ? [1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5];
  if (!workDays.includes(weekday(date))) return 'weekend';
  return (year.holidays.get(date)?.knownAt ?? Number.POSITIVE_INFINITY) <= at ? 'holiday' : null;
}

function isQuiet({ employee, at }: SentPrompt): boolean {
  const rules: Partial<Rules> = UNITS[employee.unit].rules;
  const minute = localMinute(at, employee.zone);
  return minute >= minuteOf(rules.quietFrom ?? '21:00') || minute < minuteOf(rules.quietTo ?? '06:00');
}

describe('a year of an agency in three zones, with shifts, absences, late holidays, outages and clock jumps', () => {
  it('prompts nobody while absent, off duty or on a holiday', () => {
    const wrong = year.sent.filter(({ employee, date, truth }) => offBy(employee, date, truth) !== null);
    expect(wrong).toEqual([]);
  });

  it('prompts nobody in quiet hours', () => {
    expect(year.sent.filter(isQuiet)).toEqual([]);
  });

  it('prompts nobody after the report', () => {
    const late = ({ employee, date, truth }: SentPrompt) =>
      (year.diaries.get(employee.id)!.reports.get(date) ?? Number.POSITIVE_INFINITY) <= truth;
    expect(year.sent.filter(late)).toEqual([]);
  });

  it('prompts nobody twice at one slot, whatever the clock does', () => {
    const slots = year.sent.map(({ employee, date, slot }) => `${employee.id} ${date} ${slot}`);
    expect(slots.length - new Set(slots).size).toBe(0);
    expect(slots.length).toBe(year.counts.prompted - decisions.filter((d) => isDropped(d)).length);
  });

  it('prompts everybody else: each working day of a linked person without a report has its prompt', () => {
    const asked = new Set(year.sent.map(({ employee, date }) => `${employee.id} ${date}`));
    const reasons = groupBy(decisions, (d) => `${d.personId} ${d.localDate}`);
    const forgotten: string[] = [];
    for (const employee of year.employees.filter((e) => e.linked)) {
      const { reports } = year.diaries.get(employee.id)!;
      for (const date of datesBetween('2026-01-02', '2026-12-29')) {
        const end = Date.parse(`${addDays(date, 1)}T12:00:00Z`);
        if (reports.has(date) || asked.has(`${employee.id} ${date}`)) continue;
        const why = (reasons.get(`${employee.id} ${date}`) ?? []).map((d) => d.reason ?? d.settled);
        // Silence has its reason, and "too late" only comes from an outage or a clock that jumped.
        const sound = why.length > 0 && why.every((reason) => reason !== null && reason !== 'sent');
        if (!sound || (why.every((r) => r === 'too_late') && !nearTrouble(date))) {
          if (offBy(employee, date, end) === null) forgotten.push(`${employee.id} ${date} ${why}`);
        }
      }
    }
    expect(forgotten).toEqual([]);
  });

  it('adds up every day: everybody has exactly one decision at each of their slots', () => {
    const days = groupBy(decisions, (d) => d.localDate);
    for (const date of datesBetween('2026-01-02', '2026-12-30')) {
      const rows = days.get(date) ?? [];
      const firsts = rows.filter((d) => d.slot === 'first');
      expect([date, new Set(firsts.map((d) => d.personId)).size, firsts.length]).toEqual([date, SIZE, SIZE]);
      const prompted = rows.filter((d) => d.outcome === 'prompted').length;
      const skipped = rows.filter((d) => d.outcome === 'skipped' && d.reason !== null).length;
      expect([date, prompted + skipped]).toEqual([date, rows.length]);
    }
  });

  it('prints what happened', () => {
    const reasons = groupBy(decisions, (d) => d.reason ?? d.settled ?? 'prompted');
    const rows = [...reasons].map(([reason, list]) => `${reason} ${list.length}`).toSorted();
    const { ticks, prompted, reports, absences, jumps } = year.counts;
    process.stdout.write(
      `\n  a simulated year: ${SIZE} people, ${ticks} ticks, ${reports} reports, ${absences} absences, ` +
        `${year.outages.length} outages, ${jumps} clock jumps\n` +
        `  ${decisions.length} decisions, ${prompted} prompts wanted, ${year.sent.length} sent: ${rows.join(', ')}\n`,
    );
    expect(prompted).toBeGreaterThan(1_000);
  });
});

/** Wanted, but dropped at the moment of sending. */
function isDropped(decision: PromptRow): boolean {
  return decision.outcome === 'prompted' && decision.settled !== 'sent';
}

/** Whether the program was down, or the clock may have jumped, around a date. */
function nearTrouble(date: string): boolean {
  const [from, to] = [Date.parse(`${date}T00:00:00Z`), Date.parse(`${addDays(date, 2)}T00:00:00Z`)];
  return year.counts.jumps > 0 || year.outages.some((o) => o.from < to && o.to > from);
}
