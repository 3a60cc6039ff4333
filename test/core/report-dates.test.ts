import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, instantOf, localDate } from '../../src/core/local-time.ts';
import { reportDates, reportingDate } from '../../src/core/report-dates.ts';
import { closingOf, stateOf, windowOf } from '../../src/core/report-window.ts';

const ZONE = 'Asia/Makassar';
const MINUTE = 60_000;
const rules = { closeAt: '24:00', graceMinutes: 0, lateDays: 3, aheadDays: 1 };
const zone = fc.constantFrom('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura');
const someRules = fc.record({
  closeAt: fc.constantFrom('14:00', '16:00', '24:00', '26:30', '32:00'),
  graceMinutes: fc.constantFrom(0, 30, 600),
  lateDays: fc.nat(10),
  aheadDays: fc.nat(5),
});
const shift = fc.constantFrom(null, { start: 420, end: 840 }, { start: 1200, end: 1920 });

describe('a report window', () => {
  it('opens, closes, ends its grace and its late span in this order, and an extension only ever adds', () => {
    fc.assert(
      fc.property(zone, someRules, shift, fc.integer({ min: -600, max: 3_000 }), (z, r, s, later) => {
        const plain = windowOf('2026-11-23', z, r, s, []);
        expect(plain.opensAt).toBeLessThan(plain.closesAt);
        expect(plain.closesAt).toBeLessThanOrEqual(plain.graceUntil);
        expect(plain.graceUntil).toBeLessThanOrEqual(plain.lateUntil);
        const given = windowOf('2026-11-23', z, r, s, [plain.closesAt + later * MINUTE]);
        expect(given.closesAt).toBe(plain.closesAt + Math.max(0, later) * MINUTE);
        expect(given.extended).toBe(later > 0);
        expect(given.lateUntil).toBeGreaterThanOrEqual(plain.lateUntil);
        expect(closingOf('2026-11-23', z, r, s, [])).toEqual({
          ...{ closesAt: plain.closesAt, graceUntil: plain.graceUntil, extended: false },
        });
      }),
    );
  });

  it('never makes a later report stand better than an earlier one', () => {
    const order = ['on_time', 'grace', 'late'];
    fc.assert(
      fc.property(someRules, shift, fc.integer(), fc.nat(5_000), (r, s, at, more) => {
        const window = windowOf('2026-11-23', ZONE, r, s, []);
        const first = window.closesAt + (at % 3_000) * MINUTE;
        const rank = (instant: number) => order.indexOf(stateOf(instant, window, instant));
        expect(rank(first + more * MINUTE)).toBeGreaterThanOrEqual(rank(first));
      }),
    );
  });
});

describe('the dates that can be reported', () => {
  const dates = (now: number, change: Partial<typeof rules> = {}) => {
    const r = { ...rules, ...change };
    const window = (date: string) => windowOf(date, ZONE, r, null, []);
    return reportDates({ today: localDate(now, ZONE), now, window });
  };
  const noon = instantOf('2026-11-23', 720, ZONE);

  it('are today, those before within the late limit, and those ahead that the agency allows', () => {
    expect(dates(noon)).toEqual([
      { date: '2026-11-20', state: 'late' },
      { date: '2026-11-21', state: 'late' },
      { date: '2026-11-22', state: 'late' },
      { date: '2026-11-23', state: 'open' },
      { date: '2026-11-24', state: 'ahead' },
    ]);
    expect(dates(noon, { lateDays: 0, aheadDays: 0 })).toEqual([{ date: '2026-11-23', state: 'open' }]);
  });

  it('always hold today, late once its own cut-off has passed', () => {
    const evening = instantOf('2026-11-23', 1_000, ZONE);
    expect(dates(evening, { closeAt: '16:00', lateDays: 0 })).toContainEqual({
      date: '2026-11-23',
      state: 'late',
    });
    fc.assert(
      fc.property(someRules, fc.nat(1439), (r, minute) => {
        const found = dates(instantOf('2026-11-23', minute, ZONE), r);
        expect(found.map(({ date }) => date)).toContain('2026-11-23');
        expect(found.map(({ date }) => date)).toEqual([...found.map(({ date }) => date)].sort());
        for (const { date, state } of found) expect(state === 'ahead').toBe(date > '2026-11-23');
      }),
    );
  });
});

describe('the day that is meant without a date', () => {
  const facts = (minute: number, change: Partial<Parameters<typeof reportingDate>[0]['yesterday']> = {}) => ({
    ...{ now: instantOf('2026-11-24', minute, ZONE), zone: ZONE, today: '2026-11-24', startsAt: 450 },
    yesterday: {
      ...{ off: null, nightShift: false, reported: false },
      window: { graceUntil: instantOf('2026-11-24', 120, ZONE) },
      ...change,
    },
  });

  it('is yesterday while yesterday is open and today’s work has not begun', () => {
    expect(reportingDate(facts(30))).toBe('2026-11-23');
    expect(reportingDate(facts(121))).toBe('2026-11-24');
  });

  it('is today where yesterday was reported or not expected, or once work has begun', () => {
    expect(reportingDate(facts(30, { reported: true }))).toBe('2026-11-24');
    expect(reportingDate(facts(30, { off: { kind: 'weekend' } }))).toBe('2026-11-24');
    const window = { graceUntil: instantOf('2026-11-24', 600, ZONE) };
    expect(reportingDate(facts(460, { window }))).toBe('2026-11-24');
  });

  it('stays with a night shift until its window closes, also for further activities', () => {
    const window = { graceUntil: instantOf('2026-11-24', 600, ZONE) };
    const night = { window, nightShift: true, reported: true };
    expect(reportingDate({ ...facts(400, night), startsAt: 1_200 })).toBe('2026-11-23');
    expect(reportingDate({ ...facts(540, night), startsAt: null })).toBe('2026-11-23');
    expect(reportingDate({ ...facts(601, night), startsAt: 1_200 })).toBe('2026-11-24');
  });

  it('is never any other day than today and yesterday', () => {
    fc.assert(
      fc.property(
        fc.nat(1439),
        fc.boolean(),
        fc.boolean(),
        fc.option(fc.nat(1439)),
        (minute, reported, nightShift, startsAt) => {
          const date = reportingDate({ ...facts(minute, { reported, nightShift }), startsAt });
          expect([addDays('2026-11-24', -1), '2026-11-24']).toContain(date);
        },
      ),
    );
  });
});
