import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, decimal, type Fraction, fixed, fraction } from '../../../src/core/rulebooks/fraction.ts';
import {
  additionalTaskPoints,
  type Pp46Behaviour,
  type Pp46Input,
  pp46,
  pp46CategoryOf,
} from '../../../src/core/rulebooks/pp46.ts';
import { evaluateActivity, type Pp46Activity } from '../../../src/core/rulebooks/pp46-activity.ts';

const measure = (target: number, realised: number) => ({
  target: decimal(target),
  realised: decimal(realised),
});

function activity(
  quantity: [number, number],
  quality: [number, number],
  time: [number, number],
  cost: [number, number] | null = null,
): Pp46Activity {
  return {
    quantity: measure(...quantity),
    quality: measure(...quality),
    time: measure(...time),
    cost: cost && measure(...cost),
  };
}

function behaviour(five: number[], leadership: number | null = null): Pp46Behaviour {
  const [service, integrity, commitment, discipline, cooperation] = five.map(decimal) as [
    Fraction,
    Fraction,
    Fraction,
    Fraction,
    Fraction,
  ];
  const head = leadership === null ? null : decimal(leadership);
  return { service, integrity, commitment, discipline, cooperation, leadership: head };
}

function activityValue(one: Pp46Activity) {
  const answer = evaluateActivity(one, 0);
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
}

const K1 = activity([2, 2], [100, 90], [12, 12]);
const K2 = activity([100, 100], [100, 85], [12, 12], [50_000_000, 50_000_000]);
const K3 = activity([12, 12], [100, 88], [12, 9]);
const K4 = activity([12, 12], [100, 88], [12, 10]);
const year = { from: '2019-01-01', to: '2019-12-31' };

const plan = { activities: [K1, K2, K3, K4], additionalTasks: 2, creativity: 'none' } as const;
const P1: Pp46Input = {
  plan,
  behaviour: behaviour([85, 86, 84, 88, 85]),
};

function evaluated(input: Pp46Input) {
  const answer = pp46.evaluate(year, input);
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.evaluation;
}

describe('an activity under Perka BKN 1/2013 (domain §3)', () => {
  it.each([
    ['K1', K1, '100.00', '90.00', '76.00', null, '88.67'],
    ['K2', K2, '100.00', '85.00', '76.00', '76.00', '84.25'],
    ['K3', K3, '100.00', '88.00', '75.00', null, '87.67'],
    ['K4', K4, '100.00', '88.00', '92.67', null, '93.56'],
  ])('%s', (_, one, quantity, quality, time, cost, value) => {
    const found = activityValue(one);
    expect([found.quantity, found.quality, found.time, found.value].map((part) => fixed(part))).toEqual([
      quantity,
      quality,
      time,
      value,
    ]);
    expect(found.cost && fixed(found.cost)).toBe(cost);
  });

  it('has its cliff exactly at 24%', () => {
    const timeOf = (target: number, realised: number) =>
      fixed(activityValue(activity([1, 1], [100, 100], [target, realised])).time);
    expect(timeOf(100, 76)).toBe('100.00');
    expect(timeOf(100, 75.99)).toBe('75.99');
    expect(timeOf(12.5, 9.5)).toBe('100.00');
    expect(timeOf(0.25, 0.19)).toBe('100.00');
  });

  it('is on the right side of the cliff for every pair of integers', () => {
    const amount = fc.integer({ min: 1, max: 1_000_000_000 });
    fc.assert(
      fc.property(amount, amount, (t, r) => {
        const { time } = activityValue(activity([1, 1], [100, 100], [t, r]));
        const [T, R] = [BigInt(t), BigInt(r)];
        const expected =
          (T - R) * 100n <= 24n * T ? fraction(17_600n * T - 10_000n * R, 100n * T) : fraction(100n * R, T);
        expect(time).toEqual(expected);
      }),
    );
  });

  it('is worth nothing in time and cost where it was not performed', () => {
    const { time, cost, value } = activityValue(activity([4, 0], [100, 0], [12, 12], [10, 5]));
    expect([time, cost, value].map((part) => fixed(part!))).toEqual(['0.00', '0.00', '0.00']);
  });

  it('does not become less when more or better is done', () => {
    const amount = fc.integer({ min: 1, max: 10_000 });
    fc.assert(
      fc.property(amount, amount, amount, (target, less, more) => {
        const of = (realised: number) =>
          activityValue(activity([target, realised], [100, 80], [12, 12])).value;
        const better = (realised: number) =>
          activityValue(activity([1, 1], [target, realised], [12, 12])).value;
        const [low, high] = [Math.min(less, more), Math.max(less, more)];
        expect(compare(of(low), of(high))).toBeLessThanOrEqual(0);
        expect(compare(better(low), better(high))).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('an evaluation under PP 46/2011', () => {
  it('makes 87.96, Baik, of the example P1', () => {
    const found = evaluated(P1);
    expect({
      plan: fixed(found.plan),
      behaviour: fixed(found.behaviour),
      weightedPlan: fixed(found.weightedPlan),
      weightedBehaviour: fixed(found.weightedBehaviour),
      value: fixed(found.value),
      category: found.category,
      points: [found.additionalPoints, found.creativityPoints],
    }).toEqual({
      plan: '89.53',
      behaviour: '85.60',
      weightedPlan: '53.72',
      weightedBehaviour: '34.24',
      value: '87.96',
      category: 'good',
      points: [1, 0],
    });
  });

  it('divides the behaviours by six only where leadership is assessed', () => {
    const led = evaluated({ ...P1, behaviour: behaviour([85, 86, 84, 88, 85], 91) });
    expect(fixed(led.behaviour)).toBe('86.50');
  });

  it.each([
    [0, 0],
    [1, 1],
    [3, 1],
    [4, 2],
    [6, 2],
    [7, 3],
    [20, 3],
  ])('gives for %i additional tasks %i points', (tasks, points) => {
    expect(additionalTaskPoints(tasks)).toBe(points);
  });

  it.each([
    ['none', '88.53'],
    ['unit', '91.53'],
    ['agency', '94.53'],
    ['state', '100.53'],
  ] as const)('adds points for creativity: %s', (creativity, value) => {
    expect(fixed(evaluated({ ...P1, plan: { ...plan, additionalTasks: 0, creativity } }).plan)).toBe(value);
  });

  it.each([
    [91, 'very_good'],
    [90.99, 'good'],
    [90.5, 'good'],
    [76, 'good'],
    [75.99, 'sufficient'],
    [61, 'sufficient'],
    [60.99, 'poor'],
    [51, 'poor'],
    [50.99, 'bad'],
    [0, 'bad'],
  ])('calls %d %s', (value, category) => {
    expect(pp46CategoryOf(decimal(value))).toBe(category);
  });

  it('takes a plan value and a mean that are known already', () => {
    const found = evaluated({
      plan: { value: decimal(89.53) },
      behaviour: { mean: decimal(85.6) },
    });
    expect(fixed(found.value)).toBe('87.96');
  });

  it('says what is wrong with what it is given', () => {
    const problemOf = (input: Partial<Pp46Input>) => {
      const answer = pp46.evaluate(year, { ...P1, ...input });
      return answer.ok ? null : answer.problem;
    };
    expect(problemOf({ plan: { ...plan, activities: [] } })).toEqual({
      code: 'nothing_to_evaluate',
      field: 'activities',
    });
    expect(problemOf({ plan: { ...plan, activities: [K1, activity([1, 1], [100, 90], [0, 1])] } })).toEqual({
      ...{ code: 'target', field: 'time', item: 1 },
    });
    expect(problemOf({ behaviour: behaviour([85, 101, 84, 88, 85]) })).toEqual({
      ...{ code: 'out_of_range', field: 'behaviour', item: 1, min: 0, max: 100 },
    });
  });
});
