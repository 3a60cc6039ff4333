import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosenTimeProblem, readChosenTime } from '../../src/core/chosen-time.ts';
import { instantOf } from '../../src/core/local-time.ts';
import { quietSpan } from '../../src/core/quiet-hours.ts';
import { windowOf } from '../../src/core/report-window.ts';
import { defaultRules } from '../../src/core/rules.ts';
import { openSnoozes, SNOOZES, type SnoozeFacts, snoozeAt } from '../../src/core/snooze.ts';
import { type WorkingTimes, workingMoment } from '../../src/core/working-moment.ts';

const ZONE = 'Asia/Jakarta';
const DATE = '2026-11-23';
const at = (minute: number, date = DATE) => instantOf(date, minute, ZONE);
const facts = (rules = defaultRules): SnoozeFacts => ({
  ...{ date: DATE, zone: ZONE, rules, hours: { end: 960 } },
  window: windowOf(DATE, ZONE, rules, null, []),
});

describe('putting a prompt off', () => {
  it('goes a quarter of an hour, an hour, or until work is over', () => {
    expect(SNOOZES.map((choice) => snoozeAt(choice, at(930) - 1, facts()).at)).toEqual([
      at(945),
      at(990),
      at(960),
    ]);
  });

  it('never goes into quiet hours, past the cut-off, or to an end of work that has passed', () => {
    expect(snoozeAt('work', at(960), facts()).problem).toBe('work_over');
    expect(snoozeAt('hour', at(1_200), facts()).problem).toBe('quiet');
    expect(openSnoozes(at(1_200), facts())).toEqual(['minutes']);
    const early = { ...defaultRules, closeAt: '17:00' };
    expect(snoozeAt('hour', at(960), facts(early)).problem).toBe('closed');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), fc.constantFrom(...SNOOZES), (minute, choice) => {
        const { at: until, problem } = snoozeAt(choice, at(minute), facts());
        if (problem !== null) return;
        expect(until).toBeGreaterThan(at(minute));
        expect(until).toBeLessThan(facts().window.closesAt);
        expect(quietSpan(until, ZONE, defaultRules)).toBeNull();
      }),
    );
  });
});

describe('a time of one’s own', () => {
  it('is read as people write it, and nothing else is', () => {
    expect(['16.30', '7:05', 'pukul 16.30', ' 09.00 '].map(readChosenTime)).toEqual([
      '16:30',
      '07:05',
      '16:30',
      '09:00',
    ]);
    expect(['25.00', '16.61', '1630', 'sore', ''].map(readChosenTime)).toEqual(Array(5).fill(null));
  });

  it('lies in or after working hours, outside quiet hours, and not after the last reminder', () => {
    const problem = (time: string) => chosenTimeProblem(time, defaultRules, { start: 450 }, 1_245);
    expect(['07:30', '16:30', '20:45'].map(problem)).toEqual([null, null, null]);
    expect(['07:29', '20:46', '21:00', '05:59'].map(problem)).toEqual([
      'before_work',
      'too_late',
      'quiet',
      'quiet',
    ]);
  });
});

describe('the first working moment', () => {
  const times = (change: Partial<WorkingTimes> = {}): WorkingTimes => ({
    zone: ZONE,
    isOff: (date) => ['2026-11-28', '2026-11-29'].includes(date),
    hours: () => ({ start: 450, end: 960 }),
    rules: () => defaultRules,
    ...change,
  });
  const until = '2026-12-05';

  it('is at once during work, else at the next start of work, past days off', () => {
    expect(workingMoment(at(600), until, times())).toBe(at(600));
    expect(workingMoment(at(1440), until, times())).toBe(at(450, '2026-11-24'));
    expect(workingMoment(at(1440, '2026-11-27'), until, times())).toBe(at(450, '2026-11-30'));
    expect(workingMoment(at(0), '2026-11-30', times({ isOff: () => true }))).toBeNull();
  });

  it('waits for the end of quiet hours where a shift lies in them', () => {
    const night = times({ hours: () => ({ start: 1_320, end: 1_740 }) });
    expect(workingMoment(at(1440), until, night)).toBe(at(360, '2026-11-24'));
  });
});
