import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isAbove,
  type Staff,
  supervisionProblem,
  type WantedSupervision,
} from '../../../src/core/staffing/supervision-problem.ts';

const TODAY = '2026-11-23';
const people = (links: Record<string, string | null>, left: string[] = []): Map<string, Staff> =>
  new Map(
    Object.entries(links).map(([id, supervisorId]) => [id, { id, supervisorId, active: !left.includes(id) }]),
  );
const agency = people({ kadis: null, budi: 'kadis', siti: 'budi', dewi: 'kadis', lama: 'kadis' }, ['lama']);
const wish = (change: Partial<WantedSupervision>): WantedSupervision => ({
  ...{ personId: 'siti', supervisorId: 'dewi', kind: 'definitive', fromDate: TODAY, toDate: null },
  ...change,
});

describe('a change of the supervisor', () => {
  it.each<[string | null, Partial<WantedSupervision>]>([
    [null, {}],
    [null, { fromDate: '2026-05-01' }],
    [null, { kind: 'plt', toDate: '2026-12-31' }],
    ['self', { supervisorId: 'siti' }],
    ['cycle', { personId: 'kadis', supervisorId: 'siti' }],
    ['person_inactive', { personId: 'lama' }],
    ['supervisor_inactive', { supervisorId: 'lama' }],
    ['supervisor_inactive', { supervisorId: 'nobody' }],
    ['until_missing', { kind: 'plh' }],
    ['until_too_early', { kind: 'plh', toDate: '2026-11-22' }],
    ['until_not_acting', { toDate: '2026-12-31' }],
    ['too_early', { fromDate: '2023-01-01' }],
    ['too_late', { fromDate: '2028-06-01' }],
    ['too_late', { kind: 'plt', toDate: '2028-06-01' }],
  ])('is %s', (problem, change) => {
    expect(supervisionProblem(wish(change), agency, TODAY)).toBe(problem);
  });

  it('never leads to somebody above themselves', () => {
    const size = 8;
    const tree = fc.array(fc.integer({ min: 0, max: size - 1 }), { minLength: size, maxLength: size });
    fc.assert(
      fc.property(tree, fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1))), (parents, changes) => {
        const staff = people(
          Object.fromEntries(parents.map((p, i) => [`${i}`, i === 0 ? null : `${p % i}`])),
        );
        for (const [a, b] of changes) {
          const wanted = wish({ personId: `${a}`, supervisorId: `${b}` });
          if (supervisionProblem(wanted, staff, TODAY) === null)
            staff.set(`${a}`, { ...staff.get(`${a}`)!, supervisorId: `${b}` });
        }
        for (const id of staff.keys()) expect(isAbove(id, id, staff)).toBe(false);
      }),
    );
  });
});
