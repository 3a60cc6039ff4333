import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ActionPlan, fits, nextNumber, toBeCopied } from '../../../src/core/actions/action-plan.ts';
import { progressOf } from '../../../src/core/actions/progress.ts';

const plan = (change: Partial<ActionPlan>): ActionPlan => ({
  ...{ id: 'a', workResultId: 'r1', period: '2026-Q3', number: 1, title: 'Menyusun draf' },
  ...{ target: '3', unit: 'dokumen', current: true },
  ...change,
});

describe('an action plan', () => {
  it('is carried out by activities of its work result and period only', () => {
    expect(fits(plan({}), 'r1', '2026-09-30')).toBe(true);
    expect(fits(plan({}), 'r1', '2026-10-01')).toBe(false);
    expect(fits(plan({}), 'r2', '2026-09-30')).toBe(false);
    expect(fits(plan({}), null, '2026-09-30')).toBe(false);
  });

  it('gets a number that no other one of the year has had', () => {
    expect(nextNumber([])).toBe(1);
    fc.assert(
      fc.property(fc.array(fc.record({ number: fc.integer({ min: 1, max: 999 }) })), (plans) => {
        expect(plans.map(({ number }) => number)).not.toContain(nextNumber(plans));
      }),
    );
  });
});

describe('copying from the last period', () => {
  const today = '2026-11-23';
  const results = new Set(['r1', 'r2']);
  const copies = (...plans: ActionPlan[]) =>
    toBeCopied(plans, today, results).map(({ plan: { id }, period }) => [id, period]);

  it('takes last month and last quarter to the present ones', () => {
    expect(copies(plan({}), plan({ id: 'b', period: '2026-10' }))).toEqual([
      ['a', '2026-Q4'],
      ['b', '2026-11'],
    ]);
  });

  it('leaves out what is older, later, removed, of no plan in force, or there already', () => {
    expect(
      copies(
        plan({ id: 'old', period: '2026-Q2' }),
        plan({ id: 'now', period: '2026-Q4', title: 'Lain' }),
        plan({ id: 'gone', current: false, title: 'Dihapus' }),
        plan({ id: 'left', workResultId: 'r9' }),
        plan({ id: 'twice' }),
        plan({ id: 'there', period: '2026-Q4', title: 'menyusun  DRAF.' }),
      ),
    ).toEqual([]);
  });

  it('goes over the year', () => {
    const january = toBeCopied([plan({ period: '2026-Q4' })], '2027-01-04', results);
    expect(january.map(({ period }) => period)).toEqual(['2027-Q1']);
  });

  it('copies nothing twice', () => {
    const action = fc.record({
      workResultId: fc.constantFrom('r1', 'r2', 'r3'),
      period: fc.constantFrom('2026-Q3', '2026-Q4', '2026-10', '2026-11'),
      title: fc.constantFrom('a', 'b'),
      current: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(action), (plans) => {
        const made = toBeCopied(plans, today, results).map(({ plan: one, period }) => ({ ...one, period }));
        expect(toBeCopied([...plans, ...made], today, results)).toEqual([]);
      }),
    );
  });
});

describe('what was done for action plans', () => {
  const entry = (change: object) => ({
    ...{ actionPlanId: 'a', status: 'submitted' as const, quantityMilli: 2_000, unit: 'Dokumen' },
    ...change,
  });

  it('is counted and summed by unit, without what was withdrawn or is not linked', () => {
    const found = progressOf([
      entry({}),
      entry({ quantityMilli: 500, unit: 'dokumen ' }),
      entry({ quantityMilli: 1_000, unit: 'laporan' }),
      entry({ quantityMilli: null, unit: null }),
      entry({ status: 'withdrawn' }),
      entry({ actionPlanId: null }),
    ]);
    expect([...found]).toEqual([
      [
        'a',
        {
          count: 4,
          quantities: [
            { unit: 'dokumen', milli: 2_500 },
            { unit: 'laporan', milli: 1_000 },
          ],
        },
      ],
    ]);
  });
});
