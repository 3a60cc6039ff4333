import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  datesBetween,
  instantOf,
  localDate,
  localMinute,
  weekday,
} from '../../src/core/local-time.ts';

const ZONES = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'Asia/Kathmandu', 'Europe/Berlin'];
const zone = fc.constantFrom(...ZONES);
const instant = fc.integer({ min: Date.parse('2000-01-01Z'), max: Date.parse('2060-01-01Z') });
const date = instant.map((ms) => new Date(ms).toISOString().slice(0, 10));

describe('local time', () => {
  it('is what luxon says, in every zone and with summer time', () => {
    fc.assert(
      fc.property(instant, zone, (now, name) => {
        const t = DateTime.fromMillis(now, { zone: name });
        expect(localDate(now, name)).toBe(t.toFormat('yyyy-MM-dd'));
        expect(localMinute(now, name)).toBe(t.hour * 60 + t.minute);
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds the instant of a minute of a day, counted from local midnight', () => {
    fc.assert(
      fc.property(date, zone, fc.integer({ min: 0, max: 2160 }), (day, name, minute) => {
        const t = DateTime.fromISO(day, { zone: name }).startOf('day').plus({ minutes: minute });
        expect(instantOf(day, minute, name)).toBe(t.toMillis());
      }),
    );
  });

  it('counts days and weekdays as the calendar does', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -800, max: 800 }), (day, days) => {
        const t = DateTime.fromISO(day, { zone: 'utc' });
        expect(addDays(day, days)).toBe(t.plus({ days }).toFormat('yyyy-MM-dd'));
        expect(weekday(day)).toBe(t.weekday);
      }),
    );
    expect(datesBetween('2026-02-27', '2026-03-01')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
    expect(datesBetween('2026-03-01', '2026-02-27')).toEqual([]);
  });
});
