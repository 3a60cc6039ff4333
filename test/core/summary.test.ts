import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarFacts } from '../../src/core/calendar.ts';
import type { TimingFacts } from '../../src/core/day-states.ts';
import { addDays, instantOf } from '../../src/core/local-time.ts';
import { closingOf } from '../../src/core/report-window.ts';
import { type CountedEntry, summarise } from '../../src/core/summary.ts';

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };
const SPAN = { since: '2026-11-01', until: '2026-11-30' };

const ZONE = 'Asia/Jakarta';
/** Cut-off at 16.00 with an hour of grace; late in November all of it is over. */
const timing = (change: Partial<TimingFacts> = {}): TimingFacts => ({
  now: instantOf('2026-12-15', 0, ZONE),
  closing: (date) => closingOf(date, ZONE, { closeAt: '16:00', graceMinutes: 60 }, null, []),
  accepted: new Set(),
  ...change,
});

const calendar = (change: Partial<CalendarFacts> = {}): CalendarFacts => ({
  workDays: () => [1, 2, 3, 4, 5],
  holidays: new Map(),
  shifts: new Map(),
  ramadan: [],
  absences: [],
  ...change,
});

const entry = (change: Partial<CountedEntry> = {}): CountedEntry => ({
  localDate: '2026-11-23',
  kind: 'work_result',
  workResultId: 'r1',
  startMinute: 480,
  endMinute: 600,
  quantityMilli: 3000,
  unit: 'dokumen',
  status: 'submitted',
  evidence: 1,
  submittedAt: instantOf(change.localDate ?? '2026-11-23', 900, ZONE),
  ...change,
});

describe('a summary', () => {
  it('counts entries, minutes, evidence and quantities per unit for each work result', () => {
    const summary = summarise(
      NOVEMBER,
      [
        entry(),
        entry({ localDate: '2026-11-24', quantityMilli: 1500, unit: 'Dokumen ' }),
        entry({ unit: 'rapat', quantityMilli: 1000, startMinute: null, endMinute: null, evidence: 0 }),
        entry({ kind: 'additional', workResultId: null, quantityMilli: null, unit: null }),
      ],
      calendar(),
      SPAN,
      timing(),
    );
    expect(summary.lines).toEqual([
      {
        kind: 'work_result',
        workResultId: 'r1',
        count: 3,
        minutes: 240,
        evidence: 2,
        quantities: [
          { unit: 'dokumen', milli: 4500 },
          { unit: 'rapat', milli: 1000 },
        ],
        lastDate: '2026-11-24',
      },
      {
        kind: 'additional',
        workResultId: null,
        count: 1,
        minutes: 120,
        evidence: 1,
        quantities: [],
        lastDate: '2026-11-23',
      },
    ]);
    expect(summary).toMatchObject({ count: 4, minutes: 360, evidence: 3 });
  });

  it('expects working days only: no weekend, holiday or absence', () => {
    const summary = summarise(
      NOVEMBER,
      [entry()],
      calendar({
        holidays: new Map([['2026-11-10', 'Hari libur']]),
        absences: [{ fromDate: '2026-11-12', toDate: '2026-11-16', kind: 'cuti' }],
      }),
      SPAN,
      timing(),
    );
    expect(summary).toMatchObject({ expected: 21 - 1 - 3, reported: 1, absent: 3 });
    expect(summary.missing).not.toContain('2026-11-23');
  });

  it('expects nothing before the first day or after today', () => {
    const summary = summarise(
      NOVEMBER,
      [],
      calendar(),
      { since: '2026-11-23', until: '2026-11-25' },
      timing(),
    );
    expect(summary.missing).toEqual(['2026-11-23', '2026-11-24', '2026-11-25']);
  });

  it('shows a report on a day off without calling it expected', () => {
    const summary = summarise(NOVEMBER, [entry({ localDate: '2026-11-22' })], calendar(), SPAN, timing());
    expect(summary).toMatchObject({ reported: 0, reportedOff: 1, count: 1 });
  });

  it('leaves withdrawn entries and other periods out', () => {
    const entries = [entry({ status: 'withdrawn' }), entry({ localDate: '2026-10-31' })];
    expect(summarise(NOVEMBER, entries, calendar(), SPAN, timing())).toMatchObject({ count: 0, lines: [] });
  });

  it('is the same whatever the order of the entries, and its lines add up', () => {
    const some = fc.record({
      localDate: fc.constantFrom('2026-11-02', '2026-11-07', '2026-11-23'),
      workResultId: fc.constantFrom('r1', 'r2', 'r3'),
      quantityMilli: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
      unit: fc.constantFrom('dokumen', 'rapat'),
      evidence: fc.nat(3),
      status: fc.constantFrom(
        'submitted' as const,
        'approved' as const,
        'returned' as const,
        'withdrawn' as const,
      ),
    });
    fc.assert(
      fc.property(
        fc.array(some, { maxLength: 20 }),
        fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
        (list, keys) => {
          const entries = list.map((e) => entry(e));
          const shuffled = entries
            .map((e, i) => ({ e, k: keys[i]! }))
            .sort((a, b) => a.k - b.k)
            .map(({ e }) => e);
          const summary = summarise(NOVEMBER, entries, calendar(), SPAN, timing());
          expect(summarise(NOVEMBER, shuffled, calendar(), SPAN, timing())).toEqual(summary);
          expect(summary.lines.reduce((n, l) => n + l.count, 0)).toBe(summary.count);
          expect(summary.lines.reduce((n, l) => n + l.minutes, 0)).toBe(summary.minutes);
          expect(summary.reported + summary.missing.length).toBe(summary.expected);
        },
      ),
    );
  });

  it('splits the expected days by how they were reported, by the first report of each', () => {
    const at = (localDate: string, day: string, minute: number) =>
      entry({ localDate, submittedAt: instantOf(day, minute, ZONE) });
    const summary = summarise(
      { from: '2026-11-16', to: '2026-11-24' },
      [
        at('2026-11-16', '2026-11-16', 960),
        at('2026-11-16', '2026-11-18', 600),
        at('2026-11-17', '2026-11-17', 961),
        at('2026-11-18', '2026-11-18', 1021),
        at('2026-11-19', '2026-11-20', 600),
        at('2026-11-21', '2026-11-23', 600),
      ],
      calendar(),
      { since: '2026-11-01', until: '2026-11-24' },
      timing({ now: instantOf('2026-11-24', 1000, ZONE), accepted: new Set(['2026-11-19']) }),
    );
    expect(summary.states).toEqual({
      onTime: ['2026-11-16'],
      grace: ['2026-11-17'],
      late: ['2026-11-18'],
      excused: ['2026-11-19'],
      open: ['2026-11-24'],
      missed: ['2026-11-20', '2026-11-23'],
    });
    expect(summary.missing).toEqual(['2026-11-20', '2026-11-23', '2026-11-24']);
  });

  it('puts every expected day into exactly one state', () => {
    const date = fc.nat(29).map((n) => addDays('2026-11-01', n));
    const some = fc.record({ localDate: date, late: fc.integer({ min: -2_000, max: 6_000 }) });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 30 }), fc.array(date), date, (list, accepted, today) => {
        const entries = list.map(({ localDate, late }) =>
          entry({ localDate, submittedAt: instantOf(localDate, 960, ZONE) + late * 60_000 }),
        );
        const facts = timing({ now: instantOf(today, 1_000, ZONE), accepted: new Set(accepted) });
        const span = { since: '2026-11-03', until: today };
        const { states, expected, missing, reported } = summarise(NOVEMBER, entries, calendar(), span, facts);
        const all = Object.values(states).flat();
        expect(all).toHaveLength(expected);
        expect(new Set(all).size).toBe(expected);
        expect([...states.open, ...states.missed].sort()).toEqual(missing);
        expect(states.onTime.length + states.grace.length + states.late.length + states.excused.length).toBe(
          reported,
        );
      }),
    );
  });
});
