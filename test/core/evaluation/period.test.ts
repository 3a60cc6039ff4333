import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dueOn,
  lastPeriodicBefore,
  periodNamed,
  periodsOfYear,
  periodsOver,
  readEvaluationPeriod,
} from '../../../src/core/evaluation/period.ts';
import { addDays, datesBetween } from '../../../src/core/local-time.ts';
import { periodAfter, periodOf } from '../../../src/core/named-period.ts';
import { defaultRules } from '../../../src/core/rules.ts';

describe('a period of evaluation', () => {
  it.each([
    ['2026-03', '2026-03', '2026-03-01', '2026-03-31'],
    ['2024-02', '2024-02', '2024-02-01', '2024-02-29'],
    ['2026-Q1', '2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026 q4', '2026-Q4', '2026-10-01', '2026-12-31'],
    ['triwulan II 2026', '2026-Q2', '2026-04-01', '2026-06-30'],
    ['TW3 2026', '2026-Q3', '2026-07-01', '2026-09-30'],
    ['2026 triwulan 3', '2026-Q3', '2026-07-01', '2026-09-30'],
    ['2026', '2026', '2026-01-01', '2026-12-31'],
    ['tahun 2026', '2026', '2026-01-01', '2026-12-31'],
  ])('reads %s', (text, name, from, to) => {
    expect(readEvaluationPeriod(text)).toMatchObject({ ok: true, period: { text: name, from, to } });
  });

  it.each(['', 'kapan', '2026-13', '2026-00', '2026-Q5', '26', 'triwulan 2026', '2026-03-01'])(
    'does not take %j for one',
    (text) => {
      expect(readEvaluationPeriod(text)).toMatchObject({ ok: false, problem: { code: 'unclear' } });
    },
  );

  it.each([
    ['2021', 'integration2021'],
    ['2021-Q4', 'pp30'],
    ['2021-06', 'pp46'],
    ['2015', 'pp46'],
    ['2010', null],
  ])('before 2022 names the rule book of %s instead', (text, regime) => {
    expect(readEvaluationPeriod(text)).toMatchObject({ ok: false, problem: { code: 'other_rules', regime } });
  });

  it('is due when the rules say so', () => {
    expect(dueOn(periodNamed('2026-Q1'), defaultRules)).toBe('2026-04-15');
    expect(dueOn(periodNamed('2026-02'), { ...defaultRules, periodicDueDays: 10 })).toBe('2026-03-10');
    expect(dueOn(periodNamed('2026'), defaultRules)).toBe('2027-02-28');
  });

  it('that is over is the newest one, with the year before', () => {
    expect(periodsOver('2027-01-04', 'quarter').map(({ text }) => text)).toEqual(['2026-Q4', '2026']);
    expect(periodsOver('2026-05-10', 'month').map(({ text }) => text)).toEqual(['2026-04', '2025']);
  });

  it('covers each day of a year once, and is read back from its name', () => {
    const kinds = fc.constantFrom('month' as const, 'quarter' as const);
    fc.assert(
      fc.property(kinds, fc.integer({ min: 2022, max: 2090 }), (kind, year) => {
        const periods = periodsOfYear(year, kind);
        const days = periods.flatMap(({ from, to }) => datesBetween(from, to));
        expect(days).toEqual(datesBetween(`${year}-01-01`, `${year}-12-31`));
        for (const period of periods) expect(periodNamed(period.text)).toEqual(period);
      }),
    );
  });

  it('that was over yesterday is followed by the one that runs today', () => {
    const kinds = fc.constantFrom('month' as const, 'quarter' as const);
    fc.assert(
      fc.property(kinds, fc.integer({ min: 0, max: 5_000 }), (kind, days) => {
        const today = addDays('2022-01-01', days);
        const last = lastPeriodicBefore(today, kind);
        const running = periodAfter(last);
        expect(last.to < today && running.from <= today && today <= running.to).toBe(true);
        expect(addDays(last.to, 1)).toBe(running.from);
      }),
    );
    expect(periodAfter(periodOf('year', 2026, 0)!).text).toBe('2027');
  });
});
