import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, decimal, fixed, fraction } from '../../../src/core/rulebooks/fraction.ts';
import {
  defaultPp30Settings,
  type Pp30Input,
  pp30,
  pp30PredicateOf,
} from '../../../src/core/rulebooks/pp30.ts';
import { additionalPointsOf, additionalValueOf } from '../../../src/core/rulebooks/pp30-additional.ts';
import { achievementOf, type Pp30Category } from '../../../src/core/rulebooks/pp30-indicator.ts';
import {
  type LeaderIndicator,
  leaderMainValue,
  leaderValueOf,
  periodicPlanValue,
} from '../../../src/core/rulebooks/pp30-leader.ts';
import {
  indicatorCategoryOf,
  resultCategoryOf,
  type StaffResult,
  staffMainValue,
} from '../../../src/core/rulebooks/pp30-staff.ts';

const half = { from: '2021-07-01', to: '2021-12-31' };
const best: Pp30Category[] = ['very_good', 'good', 'sufficient', 'poor', 'very_poor'];

function given(plan: number, behaviour: number, planWeight: 70 | 60, newIdea = false): Pp30Input {
  return {
    plan: { kind: 'value', value: decimal(plan) },
    behaviour: { mean: decimal(behaviour) },
    newIdea,
    settings: { ...defaultPp30Settings, planWeight },
  };
}

function evaluated(input: Pp30Input) {
  const answer = pp30.evaluate(half, input);
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.evaluation;
}

describe('weights and predicates of PP 30/2019 art. 41 (domain §4.1)', () => {
  it.each([
    [112, 108, 70, true, '110.80', 'very_good'],
    [112, 108, 70, false, '110.80', 'good'],
    [102.8, 100, 70, false, '101.96', 'good'],
    [60, 72, 60, false, '64.80', 'poor'],
  ] as const)('%d and %d at %d (idea: %s) make %s, %s', (plan, behaviour, weight, idea, value, category) => {
    const found = evaluated(given(plan, behaviour, weight, idea));
    expect([fixed(found.value), found.category]).toEqual([value, category]);
  });

  it.each([
    [120, true, 'very_good'],
    [110, true, 'very_good'],
    [109.99, true, 'good'],
    [120, false, 'good'],
    [90, false, 'good'],
    [89.99, true, 'sufficient'],
    [70, false, 'sufficient'],
    [69.99, false, 'poor'],
    [50, false, 'poor'],
    [49.99, false, 'very_poor'],
  ] as const)('%d with a new idea: %s is %s', (value, idea, category) => {
    expect(pp30PredicateOf(decimal(value), idea)).toBe(category);
  });

  it('never goes beyond 120', () => {
    expect(fixed(evaluated(given(130, 120, 70)).value)).toBe('120.00');
  });

  it('never gets less from a better plan, better behaviour or a new idea', () => {
    const score = fc.integer({ min: 0, max: 12_000 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(
        ...([score, score, score, fc.constantFrom(70 as const, 60 as const)] as const),
        (a, b, other, weight) => {
          const [low, high] = [Math.min(a, b), Math.max(a, b)];
          const of = (plan: number, behaviour: number) => evaluated(given(plan, behaviour, weight)).value;
          expect(compare(of(low, other), of(high, other))).toBeLessThanOrEqual(0);
          expect(compare(of(other, low), of(other, high))).toBeLessThanOrEqual(0);
          const rank = (idea: boolean) => best.indexOf(pp30PredicateOf(decimal(a), idea));
          expect(rank(true)).toBeLessThanOrEqual(rank(false));
        },
      ),
    );
  });

  it('takes the mean of the behaviours, with leadership where it is assessed', () => {
    const behaviour = {
      service: decimal(100),
      commitment: decimal(110),
      initiative: decimal(90),
      cooperation: decimal(100),
    };
    const of = (leadership: number | null) =>
      fixed(
        evaluated({
          ...given(100, 0, 70),
          behaviour: { ...behaviour, leadership: leadership === null ? null : decimal(leadership) },
        }).behaviour,
      );
    expect([of(null), of(115)]).toEqual(['100.00', '103.00']);
  });
});

describe('the achievement of an indicator (domain §4.2)', () => {
  const percent = (
    low: number,
    high: number | null,
    realised: number,
    condition: 'normal' | 'special' = 'normal',
  ) => {
    const target = high === null ? decimal(low) : { low: decimal(low), high: decimal(high) };
    const answer = achievementOf({ target, realised: decimal(realised), condition }, 'x', 0);
    return answer.ok ? fixed(answer.percent) : answer.problem;
  };

  it('is 102.22% for 92% of 80–90%, where the regulation prints 113%', () => {
    expect(percent(80, 90, 92)).toBe('102.22');
  });

  it.each([
    [80, 90, 70, 'normal', '87.50'],
    [7, 8, 6.5, 'special', '107.14'],
    [7, 8, 9, 'special', '87.50'],
    [80, 90, 85, 'normal', '100.00'],
    [7, 8, 8, 'special', '100.00'],
    [12, null, 9, 'normal', '75.00'],
    [12, null, 9, 'special', '125.00'],
    [12, null, 12, 'special', '100.00'],
    [10, null, 25, 'special', '-50.00'],
  ] as const)('for a target of %s–%s and %s (%s) is right', (low, high, realised, condition, value) => {
    expect(percent(low, high, realised, condition)).toBe(value);
  });

  it('asks for a target above zero whose range does not run backwards', () => {
    expect(percent(0, null, 1)).toEqual({ code: 'target', field: 'x', item: 0 });
    expect(percent(9, 8, 1)).toEqual({ code: 'target', field: 'x', item: 0 });
  });
});

describe('the value of an indicator of a JPT (domain §4.3)', () => {
  it.each([
    [130, 'very_good', '120.00'],
    [110.01, 'very_good', '120.00'],
    [110, 'very_good', '120.00'],
    [105.5, 'very_good', '115.00'],
    [101, 'very_good', '110.00'],
    [100, 'good', '109.00'],
    [99, 'sufficient', '89.00'],
    [98, 'sufficient', '88.00'],
    [90, 'sufficient', '80.00'],
    [80, 'sufficient', '70.00'],
    [79, 'poor', '69.00'],
    [60, 'poor', '50.00'],
    [59, 'very_poor', '49.00'],
    [40, 'very_poor', '33.22'],
    [0, 'very_poor', '0.00'],
    [-20, 'very_poor', '0.00'],
  ] as const)('for %d%% is %s', (percent, category, value) => {
    const found = leaderValueOf(decimal(percent), false);
    expect([found.category, fixed(found.value)]).toEqual([category, value]);
  });

  it('is 120 and Sangat Baik at 100% where the target is the most that can be attained', () => {
    const found = leaderValueOf(decimal(100), true);
    expect([found.category, fixed(found.value)]).toEqual(['very_good', '120.00']);
    expect(fixed(leaderValueOf(decimal(98), true).value)).toBe('88.00');
  });

  it('takes the top of the lower band between two bands', () => {
    expect(fixed(leaderValueOf(decimal(99.5), false).value)).toBe('89.00');
    expect(fixed(leaderValueOf(decimal(100.5), false).value)).toBe('109.00');
    expect(fixed(leaderValueOf(decimal(79.5), false).value)).toBe('69.00');
    expect(fixed(leaderValueOf(decimal(59.5), false).value)).toBe('49.00');
  });

  it('never falls when more is achieved', () => {
    const share = fc.integer({ min: 0, max: 15_000 });
    fc.assert(
      fc.property(share, share, fc.boolean(), (a, b, maximal) => {
        const of = (hundredths: number) => leaderValueOf(fraction(hundredths, 100), maximal).value;
        expect(compare(of(Math.min(a, b)), of(Math.max(a, b)))).toBeLessThanOrEqual(0);
      }),
    );
  });

  const indicator = (realised: number, maximal = false): LeaderIndicator => ({
    ...{ target: decimal(100), realised: decimal(realised), condition: 'normal', maximal },
  });

  it('makes 102.8 of the printed example, 59.2 + 43.6 + 0, and 101.96 with behaviour 100', () => {
    const plan = { agreement: [115, 98, 98].map((one) => indicator(one)), initiatives: [indicator(100)] };
    const answer = leaderMainValue(plan, fraction(60));
    expect(answer.ok && fixed(answer.value)).toBe('102.80');
    const found = evaluated({ ...given(0, 100, 70), plan: { kind: 'leader', ...plan, additional: [] } });
    expect([fixed(found.value), found.category]).toEqual(['101.96', 'good']);
  });

  it('lets the agreement or the initiatives count alone where there is only one of them', () => {
    const alone = leaderMainValue({ agreement: [], initiatives: [indicator(100)] }, fraction(60));
    expect(alone.ok && fixed(alone.value)).toBe('109.00');
    const none = leaderMainValue({ agreement: [], initiatives: [] }, fraction(60));
    expect(none).toEqual({ ok: false, problem: { code: 'nothing_to_evaluate', field: 'agreement' } });
  });

  it('is, in a periodic evaluation, half action plans and half what can be measured', () => {
    expect(fixed(periodicPlanValue([decimal(100), decimal(90)], [decimal(109)]))).toBe('102.00');
  });
});

describe('additional performance (8/2021 p. 95)', () => {
  const one = (category: Pp30Category, scope: number, value = 100) => ({
    ...{ category, scope: decimal(scope), value: decimal(value) },
  });

  it.each([
    ['very_good', '5.00'],
    ['good', '4.00'],
    ['sufficient', '3.00'],
    ['poor', '2.00'],
    ['very_poor', '1.00'],
  ] as const)('%s of a scope of 5 adds %s', (category, points) => {
    expect(fixed(additionalPointsOf(one(category, 5)))).toBe(points);
  });

  it('counts by its value, and adds at most 10 in all', () => {
    expect(fixed(additionalPointsOf(one('good', 5, 120)))).toBe('4.80');
    expect(fixed(additionalValueOf([one('very_good', 6), one('very_good', 6)]))).toBe('10.00');
    expect(fixed(additionalValueOf([]))).toBe('0.00');
  });
});

describe('planned results of JA and JF (domain §4.4)', () => {
  it.each([
    [100.01, 'very_good'],
    [100, 'good'],
    [99.99, 'sufficient'],
    [80, 'sufficient'],
    [79.99, 'poor'],
    [60, 'poor'],
    [59.99, 'very_poor'],
  ] as const)('an indicator at %d%% is %s', (percent, category) => {
    expect(indicatorCategoryOf(decimal(percent))).toBe(category);
  });

  it.each([
    [['very_good', 'very_good', 'good'], 'very_good'],
    [['very_good', 'very_good', 'very_poor'], 'very_good'],
    [['good', 'very_poor', 'very_poor'], 'very_poor'],
    [['good', 'poor', 'poor'], 'poor'],
    [['very_good', 'good', 'very_poor'], 'poor'],
    [['good', 'good', 'poor'], 'sufficient'],
    [['good', 'sufficient', 'sufficient'], 'sufficient'],
    [['good', 'good', 'sufficient'], 'good'],
    [['very_good', 'good', 'good'], 'good'],
  ] as [Pp30Category[], Pp30Category][])('%j make %s', (aspects, category) => {
    expect(resultCategoryOf(aspects)).toBe(category);
  });

  it('never gets worse when one aspect gets better', () => {
    for (const a of best)
      for (const b of best)
        for (const c of best)
          for (const better of best.slice(0, best.indexOf(a)))
            expect(best.indexOf(resultCategoryOf([better, b, c]))).toBeLessThanOrEqual(
              best.indexOf(resultCategoryOf([a, b, c])),
            );
  });

  const result = (realised: [number, number, number], cascade: StaffResult['cascade']): StaffResult => ({
    cascade,
    outcome: {
      aspects: realised.map((one) => ({
        ...{ target: decimal(100), realised: decimal(one), condition: 'normal' as const },
      })),
    },
  });

  it('are worth 120, 100, 80, 60 or 25, and 80% of it with a non-direct cascade', () => {
    const answer = staffMainValue(
      [
        result([110, 110, 100], 'direct'),
        result([100, 100, 100], 'non_direct'),
        { outcome: { level: 'very_poor' }, cascade: 'direct' },
      ],
      fraction(80),
    );
    if (!answer.ok) throw new Error(answer.problem.code);
    expect(answer.results.map(({ value, weighted }) => [fixed(value), fixed(weighted)])).toEqual([
      ['120.00', '120.00'],
      ['100.00', '80.00'],
      ['25.00', '25.00'],
    ]);
    expect(fixed(answer.value)).toBe('75.00');
  });

  it('make a whole evaluation with additional performance', () => {
    const found = evaluated({
      ...given(0, 100, 60),
      plan: {
        kind: 'staff',
        results: [result([100, 100, 100], 'direct')],
        additional: [{ category: 'very_good', scope: decimal(5), value: decimal(100) }],
      },
    });
    expect([found.main, found.additional, found.plan, found.value].map((part) => fixed(part))).toEqual([
      '100.00',
      '5.00',
      '105.00',
      '103.00',
    ]);
  });
});
