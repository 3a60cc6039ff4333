import { describe, expect, it } from 'vitest';
import { emptyPlan, type PlanContent, type PlanIndicator } from '../../../src/core/plan/content.ts';
import { type CheckedPerson, findingsOf } from '../../../src/core/staffing/data-check.ts';

const indicator = (target: string | null): PlanIndicator => ({
  ...{ aspect: 'kuantitas', title: 'Jumlah laporan', target, unit: 'laporan', dueOn: null },
});
const plan = (indicators: PlanIndicator[], approach: PlanContent['approach'] = 'quantitative') => ({
  ...emptyPlan,
  approach,
  results: [
    {
      ...{ id: 'r', number: 1, additional: false, title: 'Tersusunnya laporan', supports: null },
      ...{ method: null, perspective: null, indicators },
    },
  ],
});
const ready: CheckedPerson = {
  ...{ plans: true, linked: true, top: false, inLoop: false, levelKnown: true },
  supervisor: { active: true, linked: true },
  plan: plan([indicator('12')]),
};

describe('the check before a cycle starts', () => {
  it('finds nothing about somebody who is ready', () => {
    expect(findingsOf(ready)).toEqual([]);
  });

  it.each<[string, Partial<CheckedPerson>]>([
    ['no_supervisor', { supervisor: null }],
    ['supervisor_left', { supervisor: { active: false, linked: true } }],
    ['supervisor_apart', { supervisor: { active: true, linked: false } }],
    ['supervisor_loop', { inLoop: true }],
    ['not_linked', { linked: false }],
    ['level', { levelKnown: false }],
    ['no_plan', { plan: null }],
    ['no_results', { plan: emptyPlan }],
    ['no_measures', { plan: plan([]) }],
    ['no_targets', { plan: plan([indicator(' ')]) }],
  ])('finds %s', (finding, change) => {
    expect(findingsOf({ ...ready, ...change })).toEqual([finding]);
  });

  it('expects no superior of the head, no plan of an observer, and no target besides a narrative', () => {
    expect(findingsOf({ ...ready, supervisor: null, top: true })).toEqual([]);
    const observer = { ...ready, plans: false, supervisor: null, plan: null, levelKnown: false };
    expect(findingsOf(observer)).toEqual([]);
    expect(findingsOf({ ...ready, plan: plan([indicator(null)], 'qualitative') })).toEqual([]);
  });
});
