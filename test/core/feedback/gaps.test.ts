import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GapFacts, gapsOf } from '../../../src/core/feedback/gaps.ts';
import { gapsToTell, weeklySpan } from '../../../src/core/feedback/weekly.ts';
import { addDays } from '../../../src/core/local-time.ts';

const TODAY = '2026-11-23';
const staff = (name: string, change: Partial<GapFacts> = {}): GapFacts => ({
  id: name,
  name,
  since: '2026-01-05',
  last: null,
  isAbsent: () => false,
  ...change,
});
const between = (from: string, to: string) => (date: string) => from <= date && date <= to;

describe('the gauge of feedback', () => {
  it('names who had none for a fortnight', () => {
    const people = [staff('Siti', { last: '2026-11-09' }), staff('Rudi', { last: '2026-11-10' })];
    expect(gapsOf(people, 14, TODAY)).toEqual([
      { id: 'Siti', name: 'Siti', last: '2026-11-09', days: 14, reachedOn: TODAY },
    ]);
  });

  it('does not count days of absence, and does not name whoever is absent', () => {
    const away = between('2026-11-16', '2026-11-20');
    expect(gapsOf([staff('Siti', { last: '2026-11-05', isAbsent: away })], 14, TODAY)).toEqual([]);
    expect(gapsOf([staff('Siti', { last: '2026-11-04', isAbsent: away })], 14, TODAY)).toMatchObject([
      { days: 14, reachedOn: TODAY },
    ]);
    const today = between(TODAY, TODAY);
    expect(gapsOf([staff('Siti', { isAbsent: today })], 14, TODAY)).toEqual([]);
  });

  it('begins with the first day on which somebody was there', () => {
    expect(gapsOf([staff('Siti', { since: '2026-11-10' })], 14, TODAY)).toEqual([]);
    expect(gapsOf([staff('Siti', { since: '2026-11-09' })], 14, TODAY)).toHaveLength(1);
    expect(gapsOf([staff('Siti', { since: '2026-11-10', last: '2026-10-01' })], 14, TODAY)).toEqual([]);
  });

  it('is in the order of names, whatever the length of the gaps: never a ranking', () => {
    const person = fc.record({
      name: fc.constantFrom('Ani', 'Budi', 'Citra', 'Dewi', 'Eka'),
      back: fc.integer({ min: 0, max: 100 }),
    });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 8 }), fc.integer({ min: 1, max: 30 }), (people, gapDays) => {
        const facts = people.map(({ name, back }, index) => ({
          ...staff(name, { last: addDays(TODAY, -back) }),
          id: String(index),
        }));
        const gaps = gapsOf(facts, gapDays, TODAY);
        const names = gaps.map(({ name }) => name);
        expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'id')));
        expect(gaps.map(({ id }) => id).toSorted()).toEqual(
          facts
            .filter(({ last }) => last !== null && addDays(last, gapDays) <= TODAY)
            .map(({ id }) => id)
            .toSorted(),
        );
        for (const { days, reachedOn } of gaps) expect(addDays(reachedOn, days - gapDays)).toBe(TODAY);
      }),
    );
  });
});

describe('telling a supervisor about gaps', () => {
  it('is for the first list of a week', () => {
    expect(weeklySpan('2026-11-23', [])).toEqual({ after: null });
    expect(weeklySpan('2026-11-24', ['2026-11-23'])).toBe(null);
    expect(weeklySpan('2026-11-23', ['2026-11-20', '2026-11-17'])).toEqual({ after: '2026-11-17' });
    expect(weeklySpan('2026-11-23', ['2026-11-04', '2026-11-03'])).toEqual({ after: '2026-11-03' });
  });

  it('names each gap once, however the lists fall', () => {
    const dates = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 40 }), (offsets, back) => {
        const lists = offsets.toSorted((a, b) => a - b).map((offset) => addDays(TODAY, offset));
        const person = staff('Siti', { last: addDays(TODAY, -back) });
        const told = lists.filter((date, index) => {
          const span = weeklySpan(date, lists.slice(0, index));
          return span !== null && gapsToTell(gapsOf([person], 14, date), span).length > 0;
        });
        const first = lists.findIndex(
          (date, index) =>
            weeklySpan(date, lists.slice(0, index)) !== null && gapsOf([person], 14, date).length > 0,
        );
        expect(told).toEqual(first < 0 ? [] : [lists[first]]);
      }),
    );
  });
});
