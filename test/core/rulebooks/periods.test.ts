import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { predicateOf, ratings } from '../../../src/core/evaluation/predicate.ts';
import { addDays } from '../../../src/core/local-time.ts';
import { band } from '../../../src/core/rulebooks/bands.ts';
import {
  type ConversionTable,
  checkConversion,
  convert,
  reconstructedConversion,
} from '../../../src/core/rulebooks/conversion.ts';
import { compare, decimal, fixed, fraction } from '../../../src/core/rulebooks/fraction.ts';
import { integration2021 } from '../../../src/core/rulebooks/integration2021.ts';
import { p2022 } from '../../../src/core/rulebooks/p2022.ts';
import { defaultPp30Settings, pp30 } from '../../../src/core/rulebooks/pp30.ts';
import { pp46 } from '../../../src/core/rulebooks/pp46.ts';
import { regimeOf, type Span } from '../../../src/core/rulebooks/regime.ts';
import { rulebookFor } from '../../../src/core/rulebooks/rulebooks.ts';

const known = { mean: decimal(90) };
const books = {
  pp46: (period: Span) =>
    pp46.evaluate(period, {
      ...{ plan: { value: decimal(90) }, behaviour: known },
    }),
  pp30: (period: Span) =>
    pp30.evaluate(period, {
      ...{ plan: { kind: 'value', value: decimal(90) }, behaviour: known },
      ...{ newIdea: false, settings: defaultPp30Settings },
    }),
  integration2021: (period: Span) =>
    integration2021.evaluate(period, { kind: 'official', value: decimal(90), newIdea: false }),
  p2022: (period: Span) => p2022.evaluate(period, { resultRating: 'meets', behaviourRating: 'meets' }),
};

describe('which rules hold when (domain §0)', () => {
  it.each([
    ['2014-01-01', '2014-12-31', 'pp46'],
    ['2019-03-01', '2019-03-31', 'pp46'],
    ['2020-01-01', '2020-12-31', 'pp46'],
    ['2021-01-01', '2021-06-30', 'pp46'],
    ['2020-07-01', '2021-06-30', 'pp46'],
    ['2021-07-01', '2021-12-31', 'pp30'],
    ['2021-10-01', '2021-12-31', 'pp30'],
    ['2021-01-01', '2021-12-31', 'integration2021'],
    ['2022-01-01', '2022-12-31', 'p2022'],
    ['2026-04-01', '2026-06-30', 'p2022'],
  ])('from %s to %s it is %s', (from, to, regime) => {
    expect(rulebookFor({ from, to })).toMatchObject({ ok: true, book: { regime } });
  });

  it.each([
    ['2013-01-01', '2013-12-31', { code: 'before_2014' }],
    ['2013-12-31', '2014-12-31', { code: 'before_2014' }],
    ['2021-03-01', '2021-09-30', { code: 'straddles', change: '2021-07-01' }],
    ['2021-12-01', '2022-01-31', { code: 'straddles', change: '2022-01-01' }],
    ['2021-01-01', '2022-12-31', { code: 'straddles', change: '2021-07-01' }],
    ['2021-02-01', '2021-01-01', { code: 'not_a_period' }],
    ['2021-02-30', '2021-03-01', { code: 'not_a_period' }],
    ['last year', 'now', { code: 'not_a_period' }],
  ])('from %s to %s there is none', (from, to, problem) => {
    expect(rulebookFor({ from, to })).toEqual({ ok: false, problem });
  });

  it('uses no rule book outside its period', () => {
    const date = fc.integer({ min: 0, max: 6000 }).map((days) => addDays('2012-06-01', days));
    const span = fc.tuple(date, fc.integer({ min: 0, max: 400 })).map(([from, days]) => ({
      ...{ from, to: addDays(from, days) },
    }));
    const year2021 = fc.constant({ from: '2021-01-01', to: '2021-12-31' });
    fc.assert(
      fc.property(fc.oneof(span, year2021), (period) => {
        const answer = regimeOf(period);
        for (const [regime, evaluate] of Object.entries(books)) {
          const found = evaluate(period);
          if (answer.ok && answer.regime === regime) expect(found.ok).toBe(true);
          else
            expect(found).toEqual({
              ok: false,
              problem: answer.ok
                ? { code: 'other_rules', wanted: answer.regime, given: regime }
                : answer.problem,
            });
        }
      }),
    );
  });

  it('computes no number from 2022 on', () => {
    const found = books.p2022({ from: '2022-01-01', to: '2022-12-31' });
    expect(found).toEqual({
      ok: true,
      evaluation: {
        ...{ regime: 'p2022', resultRating: 'meets', behaviourRating: 'meets', predicate: 'good' },
      },
    });
  });
});

describe('values and predicates', () => {
  const centi = fc.integer({ min: 0, max: 10_000 });
  const value = (found: ReturnType<typeof pp46.evaluate> | ReturnType<typeof pp30.evaluate>) =>
    found.ok && fixed(found.evaluation.value);
  const share = (percent: number, hundredths: number) => Math.floor((percent * hundredths + 50) / 100);

  it('are weighted and rounded part by part: 60/40, 70/30', () => {
    fc.assert(
      fc.property(centi, centi, fc.constantFrom(70 as const, 60 as const), (plan, behaviour, planWeight) => {
        const given = { value: fraction(plan, 100) };
        const mean = { mean: fraction(behaviour, 100) };
        const of = (weight: number) =>
          ((share(weight, plan) + share(100 - weight, behaviour)) / 100).toFixed(2);
        const year = { from: '2018-01-01', to: '2018-12-31' };
        expect(value(pp46.evaluate(year, { plan: given, behaviour: mean }))).toBe(of(60));
        const half = { from: '2021-07-01', to: '2021-12-31' };
        const settings = { ...defaultPp30Settings, planWeight };
        const input = {
          plan: { kind: 'value' as const, ...given },
          behaviour: mean,
          newIdea: false,
          settings,
        };
        expect(value(pp30.evaluate(half, input))).toBe(of(planWeight));
      }),
    );
  });

  it('since 2022 depend on nothing but the two ratings', () => {
    const rating = fc.constantFrom(...ratings);
    const year = fc.integer({ min: 2022, max: 2099 });
    fc.assert(
      fc.property(rating, rating, year, (resultRating, behaviourRating, y) => {
        const period = { from: `${y}-01-01`, to: `${y}-12-31` };
        expect(p2022.evaluate(period, { resultRating, behaviourRating })).toMatchObject({
          evaluation: { predicate: predicateOf(resultRating, behaviourRating) },
        });
      }),
    );
  });
});

describe('the integration of 2021 (domain §5)', () => {
  const year = { from: '2021-01-01', to: '2021-12-31' };
  const halves = (first: number, second: number, conversion: ConversionTable = reconstructedConversion) => {
    const answer = integration2021.evaluate(year, {
      ...{ kind: 'halves', first: decimal(first), second: decimal(second), newIdea: false, conversion },
    });
    if (!answer.ok) throw new Error(answer.problem.code);
    return answer.evaluation;
  };

  it.each([
    [88.67, '107.20', 104.5, '105.85'],
    [90, '109.00', 109, '109.00'],
    [76, '90.00', 90, '90.00'],
    [70, '82.21', 85, '83.60'],
  ])('converts %d to %s, and with %d makes %s', (first, converted, second, value) => {
    const found = halves(first, second);
    expect([fixed(found.converted!), fixed(found.value), found.unverified]).toEqual([converted, value, true]);
  });

  it.each([
    [100, '120.00'],
    [91, '110.00'],
    [90.4, '109.00'],
    [75.5, '89.00'],
    [61, '70.00'],
    [60.5, '69.00'],
    [51, '50.00'],
    [50.5, '49.00'],
    [50, '49.00'],
    [25, '24.50'],
    [0, '0.00'],
    [104, '120.00'],
  ])('converts %d to %s', (value, converted) => {
    expect(fixed(convert(decimal(value), reconstructedConversion))).toBe(converted);
  });

  it('never falls when a half gets better', () => {
    const score = fc.integer({ min: 0, max: 12_000 });
    fc.assert(
      fc.property(score, score, (a, b) => {
        const of = (hundredths: number) => convert(fraction(hundredths, 100), reconstructedConversion);
        expect(compare(of(Math.min(a, b)), of(Math.max(a, b)))).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('takes the official value as it is', () => {
    const official = (value: number, newIdea: boolean) =>
      integration2021.evaluate(year, { kind: 'official', value: decimal(value), newIdea });
    expect(official(111.37, true)).toMatchObject({
      ok: true,
      evaluation: { value: decimal(111.37), category: 'very_good', converted: null, unverified: false },
    });
    expect(official(111.37, false)).toMatchObject({ evaluation: { category: 'good' } });
    expect(official(121, false)).toMatchObject({ ok: false, problem: { code: 'out_of_range' } });
  });

  it('uses the table of an agency that has the circular', () => {
    const bands = [band(51, 100, 60, 120), band(0, 50, 0, 59)];
    const found = halves(100, 100, { bands, verified: true });
    expect([fixed(found.value), found.unverified]).toEqual(['110.00', false]);
  });

  it('says what is wrong with a table', () => {
    expect(checkConversion([])).toEqual({ code: 'no_bands' });
    expect(checkConversion(reconstructedConversion.bands)).toBeNull();
    expect(checkConversion([band(50, 50, 0, 9)])).toEqual({ code: 'band', band: 0 });
    expect(checkConversion([...reconstructedConversion.bands].reverse())).toEqual({
      ...{ code: 'overlap', band: 1 },
    });
  });
});
