import { describe, expect, it } from 'vitest';
import { emptyPlan, type PlanContent, type PlanResult } from '../../../src/core/plan/content.ts';
import {
  isSamePlan,
  nextNumber,
  planChanges,
  withoutResult,
  withResult,
} from '../../../src/core/plan/edit.ts';
import { plansByPerspective } from '../../../src/core/plan/leads.ts';
import { project } from '../../../src/core/plan/projection.ts';

const result = (number: number, title = `Hasil ${number}`, id = `new${number}`): PlanResult => ({
  ...{ id, number, title, additional: false, supports: null, method: null, perspective: null },
  indicators: [],
});
const plan = (...results: PlanResult[]): PlanContent => ({ ...emptyPlan, results });

describe('work results of a plan', () => {
  it('stay in the order of their numbers and keep them', () => {
    const numbers = (content: PlanContent) => content.results.map(({ number }) => number);
    const both = withResult(plan(result(3)), result(1));
    expect(numbers(both)).toEqual([1, 3]);
    expect(withResult(both, result(3, 'Lain')).results[1]!.title).toBe('Lain');
    expect(numbers(withoutResult(both, 1))).toEqual([3]);
    expect(nextNumber([1, 3])).toBe(4);
    expect(nextNumber([])).toBe(1);
  });

  it('are compared by number', () => {
    const before = plan(result(1), result(2));
    expect(planChanges(before, plan(result(2, 'Lain'), result(3)))).toEqual({
      ...{ added: [3], changed: [2], removed: [1], rest: false },
    });
    expect(isSamePlan(before, plan(result(1, 'Hasil 1', 'other'), result(2)))).toBe(true);
    expect(isSamePlan(before, { ...before, approach: 'qualitative' })).toBe(false);
    expect(isSamePlan(before, { ...before, expectations: { loyal: '' } })).toBe(true);
  });
});

describe('an agreed plan beside its stored work results', () => {
  const known = [
    { id: 'old1', number: 1, current: true },
    { id: 'old2', number: 2, current: true },
    { id: 'old3', number: 3, current: false },
  ];

  it('keeps the id of each number, whether or not it is current', () => {
    const { content, added, retired } = project(plan(result(1), result(3), result(4)), known);
    expect(content.results.map(({ id }) => id)).toEqual(['old1', 'old3', 'new4']);
    expect(added).toEqual(['new4']);
    expect(retired).toEqual(['old2']);
  });
});

it('asks JPT and heads of independent units for perspectives', () => {
  const units = [
    { leaderId: 'head', independent: true },
    { leaderId: 'chief', independent: null },
  ];
  expect(plansByPerspective({ id: 'x', level: 'jpt_pratama' }, units)).toBe(true);
  expect(plansByPerspective({ id: 'head', level: 'administrator' }, units)).toBe(true);
  expect(plansByPerspective({ id: 'chief', level: 'administrator' }, units)).toBe(false);
  expect(plansByPerspective({ id: 'x', level: null }, units)).toBe(false);
});
