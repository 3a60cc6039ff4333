import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { netMinutes } from '../../src/core/calendar.ts';
import { defaultRules, type Hours, type WeekHours } from '../../src/core/rules.ts';
import { readClock, readDaySpan, readHours, weekHours } from '../../src/core/work-hours.ts';

const week = (hours: WeekHours) =>
  [1, 2, 3, 4, 5].reduce((sum, day) => sum + netMinutes(hours[String(day)] ?? hours['1']!), 0);

describe('the hours of Perpres 21/2023', () => {
  it('are 37 hours 30 a week, and 32 hours 30 in Ramadan, with a longer pause on Friday', () => {
    expect(week(defaultRules.workHours)).toBe(37 * 60 + 30);
    expect(week(defaultRules.ramadanHours)).toBe(32 * 60 + 30);
    expect([1, 5].map((day) => defaultRules.workHours[String(day)]!.pause)).toEqual([60, 90]);
    expect([1, 5].map((day) => defaultRules.ramadanHours[String(day)]!.pause)).toEqual([30, 60]);
  });
});

describe('written hours', () => {
  it('are read with dots or colons, with and without a pause, in both languages', () => {
    const day = { start: 450, end: 960, pause: 60 };
    for (const text of ['07:30-16:00 istirahat 60', '7.30 – 16.00, break 60 menit'])
      expect(readHours(text)).toEqual(day);
    expect(readHours('08:00-24:00')).toEqual({ start: 480, end: 1440, pause: 0 });
    expect(readHours('22:00-06:00')).toEqual({ start: 1320, end: 1800, pause: 0 });
  });

  it.each([
    '',
    '07:30',
    '07:30-16:00 60',
    '07:30-07:30',
    '07:60-16:00',
    '07:30-25:00',
    '08:00-09:00 break 60',
  ])('are refused where they are none: %s', (text) => expect(readHours(text)).toBeNull());

  it('come back as they were written, whatever they are', () => {
    const two = (n: number) => String(n).padStart(2, '0');
    const clock = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(minute, minute, fc.integer({ min: 0, max: 120 }), (start, end, pause) => {
        const length = (end - start + 1440) % 1440;
        fc.pre(pause < length);
        const read = readHours(`${clock(start)}-${clock(end)} istirahat ${pause}`);
        expect(read).toEqual({ start, end: start + length, pause });
        expect(netMinutes(read!)).toBe(length - pause);
      }),
    );
  });
});

describe('written days', () => {
  it('are single days, spans and lists, in both languages or by number', () => {
    expect(readDaySpan('sen-kam')).toEqual([1, 2, 3, 4]);
    expect(readDaySpan('Mon - Fri')).toEqual([1, 2, 3, 4, 5]);
    expect(readDaySpan('jum’at')).toEqual([5]);
    expect(readDaySpan('6, sen-sel')).toEqual([1, 2, 6]);
    for (const text of ['', 'sen-', 'jum-sen', 'sen-sel-rab', 'x', '8']) expect(readDaySpan(text)).toBeNull();
  });

  it('are kept in the shortest form: Monday, and what differs from it', () => {
    const hours = fc.constantFrom<Hours>(
      { start: 450, end: 960, pause: 60 },
      { start: 450, end: 990, pause: 90 },
      { start: 480, end: 900, pause: 30 },
    );
    fc.assert(
      fc.property(fc.array(hours, { minLength: 7, maxLength: 7 }), (days) => {
        const short = weekHours(new Map(days.map((each, at) => [at + 1, each])))!;
        days.forEach((each, at) => {
          expect(short[String(at + 1)] ?? short['1']).toEqual(each);
        });
        for (const [day, each] of Object.entries(short))
          if (day !== '1') expect(each).not.toEqual(short['1']);
      }),
    );
    expect(weekHours(new Map([[5, { start: 450, end: 990, pause: 90 }]]))).toBeNull();
  });
});

it('a written clock has no minute above 59 and ends where it is told to', () => {
  expect([readClock('7.05'), readClock('23:59'), readClock('24:00'), readClock('12:60')]).toEqual([
    ...[425, 1439, null, null],
  ]);
  expect([readClock('36:00', 2160), readClock('36:01', 2160)]).toEqual([2160, null]);
});
