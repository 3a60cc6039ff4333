import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AudienceFilter, GOALS, isComplete, OUTCOMES, planYear } from '../../src/core/announcement.ts';
import { type AudienceFacts, belongs, inAudience, silentDays } from '../../src/core/audience.ts';
import type { CalendarFacts } from '../../src/core/calendar.ts';
import { COUNTDOWN_DAYS, countdownTo, daysUntil } from '../../src/core/countdown.ts';
import { foldTallies, sumTallies, tallyUnits } from '../../src/core/delivery-report.ts';
import { addDays, instantOf, localDate, localMinute, weekday } from '../../src/core/local-time.ts';
import type { Role } from '../../src/core/model.ts';
import { parseDay, parseMoment } from '../../src/core/moment.ts';
import { expectedSeconds, PACE } from '../../src/core/pace.ts';
import { readUnitNames } from '../../src/core/unit-names.ts';
import { withUnitsBelow } from '../../src/core/unit-tree.ts';

const ROLES: Role[] = ['pegawai', 'hr', 'admin', 'pengamat'];
const UNITS = ['a', 'b', 'c', 'd'];
const facts: fc.Arbitrary<AudienceFacts> = fc.record({
  active: fc.boolean(),
  unitId: fc.constantFrom(...UNITS),
  roles: fc.subarray(ROLES),
  supervises: fc.boolean(),
  linked: fc.boolean(),
  planYears: fc.subarray([2026, 2027]),
  silentDays: fc.nat(20),
  acknowledged: fc.subarray(['x', 'y']).map((ids) => new Set(ids)),
});
const filter: fc.Arbitrary<AudienceFilter> = fc.record({
  unitIds: fc.subarray(UNITS),
  roles: fc.subarray(ROLES),
  supervisorsOnly: fc.boolean(),
  state: fc.oneof(
    fc.constant(null),
    fc.constant({ kind: 'not_linked' as const }),
    fc.constant({ kind: 'no_plan' as const, year: 2026 }),
    fc.nat(20).map((days) => ({ kind: 'not_reported' as const, days })),
    fc.constant({ kind: 'not_acknowledged' as const, announcementId: 'x' }),
  ),
});
const within = (f: AudienceFilter) => (f.unitIds.length === 0 ? null : new Set(f.unitIds));
const everyday: CalendarFacts = {
  workDays: () => [1, 2, 3, 4, 5],
  holidays: new Map(),
  absences: [],
  shifts: new Map(),
  ramadan: [],
};

describe('an audience', () => {
  it('is narrowed by each part of the filter, never widened', () => {
    fc.assert(
      fc.property(facts, filter, (person, f) => {
        if (!inAudience(person, f, within(f))) return;
        expect(person.active).toBe(true);
        expect(belongs(person, f, within(f))).toBe(true);
        for (const wider of [
          { ...f, roles: [] },
          { ...f, supervisorsOnly: false },
          { ...f, state: null },
        ])
          expect(inAudience(person, wider, within(f))).toBe(true);
        expect(inAudience(person, f, null)).toBe(true);
      }),
    );
  });

  it('is every active person where nothing is asked for', () => {
    const all: AudienceFilter = { unitIds: [], roles: [], supervisorsOnly: false, state: null };
    fc.assert(fc.property(facts, (person) => inAudience(person, all, null) === person.active));
  });

  it('holds the units below those that are named', () => {
    const units = [
      { id: 'a', parentId: null },
      { id: 'b', parentId: 'a' },
      { id: 'c', parentId: 'b' },
      { id: 'd', parentId: null },
    ];
    expect([...withUnitsBelow(['a'], units)].sort()).toEqual(['a', 'b', 'c']);
    expect([...withUnitsBelow(['c', 'd'], units)].sort()).toEqual(['c', 'd']);
  });
});

describe('silence', () => {
  const monday = '2026-11-23';
  it('counts working days only, and ends at the last report', () => {
    // Friday, Thursday, Wednesday before it.
    expect(silentDays(monday, '2026-11-02', new Set(['2026-11-17']), everyday, 10)).toBe(3);
    const leave: CalendarFacts = {
      ...everyday,
      absences: [{ fromDate: '2026-11-18', toDate: '2026-11-20', kind: 'cuti' }],
    };
    expect(silentDays(monday, '2026-11-02', new Set(['2026-11-17']), leave, 10)).toBe(0);
  });

  it('is nothing for whoever has reported today, or has just joined', () => {
    expect(silentDays(monday, '2026-11-02', new Set([monday]), everyday, 10)).toBe(0);
    expect(silentDays(monday, monday, new Set(), everyday, 10)).toBe(0);
  });

  it('never exceeds what is asked for, and grows with the reports that are missing', () => {
    const day = fc.integer({ min: 1, max: 40 }).map((n) => addDays(monday, -n));
    fc.assert(
      fc.property(fc.uniqueArray(day), fc.integer({ min: 1, max: 20 }), (reported, most) => {
        const some = silentDays(monday, '2026-01-05', new Set(reported), everyday, most);
        expect(some).toBeLessThanOrEqual(most);
        expect(
          silentDays(monday, '2026-01-05', new Set(reported.slice(1)), everyday, most),
        ).toBeGreaterThanOrEqual(some);
      }),
    );
  });
});

describe('completeness', () => {
  it('asks for what the goal says and nothing else', () => {
    const none = { acknowledged: false, planned: false, reportedToday: false };
    for (const goal of GOALS) {
      expect(isComplete(goal, none)).toBe(false);
      const own = { read: 'acknowledged', plan: 'planned', report: 'reportedToday' }[goal];
      expect(isComplete(goal, { ...none, [own]: true })).toBe(true);
      expect(isComplete(goal, { acknowledged: true, planned: true, reportedToday: true, [own]: false })).toBe(
        false,
      );
    }
  });

  it('asks for the plan of the year of the deadline', () => {
    expect(planYear('2027-01-31', '2026-11-23')).toBe(2027);
    expect(planYear(null, '2026-11-23')).toBe(2026);
  });
});

describe('a countdown', () => {
  it('lies ahead of the first sending, at the hour of the sending, in order, never behind the deadline', () => {
    const from = Date.parse('2026-11-23T00:00:00Z');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 1439 }),
        fc.constantFrom('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'),
        (days, minute, zone) => {
          const deadline = addDays(localDate(from, zone), days);
          const steps = countdownTo(deadline, minute, zone, from);
          expect(steps.map(({ at }) => at)).toEqual(steps.map(({ at }) => at).toSorted((a, b) => a - b));
          for (const step of steps) {
            expect(step.at).toBeGreaterThan(from);
            expect(localMinute(step.at, zone)).toBe(minute);
            expect(localDate(step.at, zone)).toBe(step.date);
            expect(daysUntil(deadline, step.date)).toBe(step.daysBefore);
            expect(COUNTDOWN_DAYS).toContain(step.daysBefore);
          }
          if (days > 14) expect(steps).toHaveLength(COUNTDOWN_DAYS.length);
        },
      ),
    );
  });
});

describe('a delivery report', () => {
  const count = fc.record({
    unitId: fc.constantFrom('u1', 'u2', 'u3', 'u4', 'u5'),
    outcome: fc.constantFrom(...OUTCOMES),
    count: fc.nat(500),
  });
  it('sums to the audience: in each unit, over all of them, and folded', () => {
    fc.assert(
      fc.property(fc.array(count), fc.integer({ min: 1, max: 6 }), (counts, most) => {
        const units = tallyUnits(counts, []);
        const all = counts.reduce((sum, row) => sum + row.count, 0);
        for (const tally of [...units, ...foldTallies(units, most), sumTallies(units)])
          expect(OUTCOMES.reduce((sum, outcome) => sum + tally[outcome], 0)).toBe(tally.audience);
        expect(sumTallies(units).audience).toBe(all);
        expect(sumTallies(foldTallies(units, most)).audience).toBe(all);
      }),
    );
  });

  it('shows the units furthest behind first', () => {
    const units = tallyUnits(
      [
        { unitId: 'u1', outcome: 'delivered', count: 10 },
        { unitId: 'u2', outcome: 'delivered', count: 10 },
      ],
      [{ unitId: 'u1', count: 9 }],
    );
    expect(units.map((unit) => unit.unitId)).toEqual(['u2', 'u1']);
  });
});

describe('the expected duration', () => {
  it('is that of the slowest platform, because all are used at the same time', () => {
    expect(expectedSeconds({ telegram: PACE.telegram.perSecond * 60 }, {})).toBe(60);
    expect(expectedSeconds({ telegram: 29, slack: 400 }, { slack: 2 })).toBe(200);
    expect(expectedSeconds({}, {})).toBe(0);
  });
});

describe('a day and a moment in words', () => {
  const monday = '2026-11-23';
  const now = Date.parse('2026-11-23T08:00:00Z');
  it.each([
    ['besok', '2026-11-24'],
    ['lusa', '2026-11-25'],
    ['Jumat', '2026-11-27'],
    ['senin', '2026-11-30'],
    ['Friday', '2026-11-27'],
    ['Jumat, 31 Desember 2027', '2027-12-31'],
    ['31 Januari', '2027-01-31'],
    ['31/1/2027', '2027-01-31'],
    ['2027-01-31', '2027-01-31'],
    ['hari ini', monday],
    ['2027', null],
    ['minggu depan saja', null],
    ['', null],
  ])('%s is %s', (text, date) => expect(parseDay(text, monday)).toBe(date));

  it('a weekday lies within the next seven days', () => {
    for (const word of ['senin', 'selasa', 'rabu', 'kamis', 'jumat', 'sabtu', 'minggu']) {
      const date = parseDay(word, monday)!;
      expect(daysUntil(date, monday)).toBeGreaterThan(0);
      expect(daysUntil(date, monday)).toBeLessThanOrEqual(7);
    }
    expect(weekday(parseDay('minggu', monday)!)).toBe(7);
  });

  it.each([
    ['sekarang', null],
    ['besok 08.00', instantOf('2026-11-24', 480, 'Asia/Jakarta')],
    ['27 November pukul 08.00 WIB', instantOf('2026-11-27', 480, 'Asia/Jakarta')],
    ['2026-11-27 08:00', instantOf('2026-11-27', 480, 'Asia/Jakarta')],
    ['16.00', instantOf(monday, 960, 'Asia/Jakarta')],
    ['08:00', instantOf('2026-11-24', 480, 'Asia/Jakarta')],
  ])('%s is a moment', (text, at) => expect(parseMoment(text, now, 'Asia/Jakarta')).toEqual({ at }));

  it.each(['besok', '25.00', 'kapan-kapan', 'x'.repeat(500)])('%s is none', (text) =>
    expect(parseMoment(text, now, 'Asia/Jakarta')).toBeNull(),
  );
});

describe('names of units', () => {
  const units = [
    { id: 'a', name: 'Dinas Pekerjaan Umum, Perumahan' },
    { id: 'b', name: 'Bidang Keuangan' },
    { id: 'c', name: 'Bidang Perencanaan' },
  ];
  it('are whole, a part that fits one, or several; a comma may belong to a name', () => {
    expect(readUnitNames('dinas pekerjaan  umum, perumahan', units)).toEqual({ ok: true, unitIds: ['a'] });
    expect(readUnitNames('keuangan', units)).toEqual({ ok: true, unitIds: ['b'] });
    expect(readUnitNames('keuangan, perencanaan', units)).toEqual({ ok: true, unitIds: ['b', 'c'] });
    expect(readUnitNames('Dinas Pekerjaan Umum, Perumahan; keuangan', units)).toEqual({
      ok: true,
      unitIds: ['a', 'b'],
    });
  });
  it('say what they fit where that is more than one, and what is unknown', () => {
    expect(readUnitNames('bidang', units)).toMatchObject({ ok: false, problem: 'ambiguous' });
    expect(readUnitNames('keuangan; angkasa', units)).toMatchObject({
      ok: false,
      problem: 'unknown',
      text: 'angkasa',
    });
  });
});
