import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DayHours } from '../../src/core/calendar.ts';
import { clockTime, instantOf, localMinute } from '../../src/core/local-time.ts';
import { APART, type SlotFacts, slotsOf } from '../../src/core/prompt-slots.ts';
import { quietSpan } from '../../src/core/quiet-hours.ts';
import { windowOf } from '../../src/core/report-window.ts';
import { defaultRules, type Rules } from '../../src/core/rules.ts';

const DATE = '2026-11-23';
const ZONE = 'Asia/Makassar';
const WEEK: DayHours = { start: 450, end: 960, pause: 60, by: 'week' };

function facts(change: Partial<SlotFacts> = {}, rules: Partial<Rules> = {}): SlotFacts {
  const all = { ...defaultRules, ...rules };
  const hours = change.hours ?? WEEK;
  const shift = hours.by === 'shift' ? hours : null;
  return {
    ...{ date: DATE, zone: ZONE, rules: all, hours, level: 'normal', chosenAt: null },
    window: windowOf(DATE, ZONE, all, shift, []),
    ...change,
  };
}
const told = (given: SlotFacts) =>
  slotsOf(given).map(({ name, at }) => `${name} ${clockTime(localMinute(at, ZONE), 'id')}`);

const time = fc.integer({ min: 0, max: 1439 }).map((minute) => clockTime(minute, 'en'));
const anyFacts = fc
  .record({
    ...{ promptAt: time, quietFrom: time, quietTo: time, chosen: fc.option(time) },
    closeAt: fc.integer({ min: 60, max: 1800 }).map((minute) => clockTime(minute, 'en')),
    before: fc.integer({ min: 0, max: 480 }),
    level: fc.constantFrom('once' as const, 'normal' as const, 'more' as const),
    start: fc.integer({ min: 0, max: 1380 }),
    length: fc.integer({ min: 60, max: 720 }),
    by: fc.constantFrom('week' as const, 'shift' as const, 'ramadan' as const),
  })
  .map((g) =>
    facts(
      {
        hours: { start: g.start, end: g.start + g.length, pause: 0, by: g.by },
        ...{ level: g.level, chosenAt: g.chosen },
      },
      {
        ...{ promptAt: g.promptAt, quietFrom: g.quietFrom, quietTo: g.quietTo, closeAt: g.closeAt },
        secondPromptBefore: g.before,
      },
    ),
  );

describe('the slots of a day', () => {
  it('lie in order, at least a quarter of an hour apart, before the cut-off, and outside quiet hours', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const slots = slotsOf(given);
        slots.forEach(({ at }, n) => {
          expect(quietSpan(at, given.zone, given.rules)).toBeNull();
          expect(at).toBeLessThan(given.window.closesAt);
          expect(at).toBeGreaterThanOrEqual(instantOf(DATE, 0, ZONE));
          if (n > 0) expect(at - slots[n - 1]!.at).toBeGreaterThanOrEqual(APART);
        });
        expect(new Set(slots.map((slot) => slot.name)).size).toBe(slots.length);
      }),
      { numRuns: 2_000 },
    );
  });

  it('are one, two or three, as the person wishes', () => {
    expect(told(facts({ level: 'once' }))).toEqual(['first 15.30']);
    expect(told(facts())).toEqual(['first 15.30', 'last 20.45']);
    expect(told(facts({ level: 'more' }))).toEqual(['first 15.30', 'extra 16.30', 'last 20.45']);
    expect(told(facts({ chosenAt: '17:10' }))).toEqual(['first 17.10', 'last 20.45']);
  });

  it('keep their distance to the end of work in Ramadan and on a shift', () => {
    const ramadan: DayHours = { start: 480, end: 900, pause: 30, by: 'ramadan' };
    const early: DayHours = { start: 420, end: 840, pause: 0, by: 'shift' };
    expect(told(facts({ hours: ramadan }))[0]).toBe('first 14.30');
    expect(told(facts({ hours: ramadan, chosenAt: '16:00' }))[0]).toBe('first 16.00');
    expect(told(facts({ hours: early, chosenAt: '16:00' }))[0]).toBe('first 13.30');
    fc.assert(
      fc.property(fc.integer({ min: 600, max: 1200 }), (end) => {
        const hours: DayHours = { start: end - 480, end, pause: 0, by: 'shift' };
        expect(localMinute(slotsOf(facts({ hours }))[0]!.at, ZONE)).toBe(end - 30);
      }),
    );
  });

  it('come after quiet hours where a night shift ends in them', () => {
    const night: DayHours = { start: 1260, end: 1740, pause: 0, by: 'shift' };
    expect(told(facts({ hours: night }))).toEqual(['first 06.00']);
  });
});
