import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ProposalEntry, proposeRealisations } from '../../../src/core/evaluation/proposal.ts';
import type { PlanIndicator, PlanResult } from '../../../src/core/plan/content.ts';

const indicator = (target: string | null, unit: string | null): PlanIndicator => ({
  ...{ aspect: 'kuantitas', title: 'Jumlah', target, unit, dueOn: null },
});
const result = (id: string, indicators: PlanIndicator[]): PlanResult => ({
  ...{ id, number: 1, additional: false, title: id, supports: null, method: null, perspective: null },
  indicators,
});
const entry = (change: Partial<ProposalEntry> = {}): ProposalEntry => ({
  ...{ localDate: '2026-01-05', workResultId: 'a', quantityMilli: 1000, unit: 'laporan', status: 'approved' },
  evidence: 0,
  ...change,
});

describe('the proposal of a realisation', () => {
  it('sums what was reported in the unit of the indicator', () => {
    const entries = [
      entry({ quantityMilli: 5000, evidence: 4 }),
      entry({ quantityMilli: 7000, localDate: '2026-03-28', evidence: 5 }),
      entry({ quantityMilli: 2000, unit: 'rapat' }),
      entry({ workResultId: 'b' }),
      entry({ status: 'withdrawn' }),
    ];
    expect(proposeRealisations([result('a', [indicator('12', 'laporan')])], entries)).toEqual([
      {
        ...{ workResultId: 'a', indicator: 0, count: 3, evidence: 9 },
        matched: { unit: 'laporan', milli: 12_000 },
        others: [{ unit: 'rapat', milli: 2000 }],
        ...{ firstDate: '2026-01-05', lastDate: '2026-03-28' },
      },
    ]);
  });

  it.each([
    ['12', 'Laporan', { unit: 'laporan', milli: 1000 }],
    ['12 laporan', null, { unit: 'laporan', milli: 1000 }],
    ['tepat waktu', null, null],
    ['12', 'dokumen', null],
    [null, null, null],
  ])('finds the unit of a target of %j %j', (target, unit, matched) => {
    expect(proposeRealisations([result('a', [indicator(target, unit)])], [entry()])[0]?.matched).toEqual(
      matched,
    );
  });

  it('never adds shares up', () => {
    const entries = [
      entry({ unit: 'persen', quantityMilli: 80_000 }),
      entry({ unit: '%', quantityMilli: 90_000 }),
    ];
    const [proposal] = proposeRealisations([result('a', [indicator('90', 'persen')])], entries);
    expect(proposal).toMatchObject({ count: 2, matched: null, others: [] });
  });

  it('takes a result without indicators as a whole, and one without activities as nothing done', () => {
    expect(proposeRealisations([result('a', [])], [])).toMatchObject([
      { count: 0, evidence: 0, matched: null, others: [], firstDate: null, lastDate: null },
    ]);
  });

  const entries = fc.array(
    fc.record({
      localDate: fc.constantFrom('2026-01-02', '2026-02-03', '2026-03-31'),
      workResultId: fc.constantFrom('a', 'b', null),
      quantityMilli: fc.option(fc.integer({ min: 0, max: 10_000_000 })),
      unit: fc.constantFrom('laporan', 'Laporan', 'dok', 'dokumen', 'rapat', null),
      status: fc.constantFrom(
        'submitted' as const,
        'approved' as const,
        'returned' as const,
        'withdrawn' as const,
      ),
      evidence: fc.integer({ min: 0, max: 3 }),
    }),
  );
  const plan = [result('a', [indicator('1', 'laporan'), indicator('1', 'dokumen')]), result('b', [])];

  it('is the same in whatever order the activities come, and again from the same ones', () => {
    fc.assert(
      fc.property(entries, (some) => {
        const proposals = proposeRealisations(plan, some);
        expect(proposeRealisations(plan, [...some].reverse())).toEqual(proposals);
        expect(proposeRealisations(plan, some)).toEqual(proposals);
      }),
    );
  });

  it('counts each activity of a result once, and every quantity in exactly one sum', () => {
    fc.assert(
      fc.property(entries, (some) => {
        const proposals = proposeRealisations(plan, some);
        for (const { id } of plan) {
          const own = some.filter((e) => e.workResultId === id && e.status !== 'withdrawn');
          const milli = own.reduce((sum, e) => sum + (e.unit === null ? 0 : (e.quantityMilli ?? 0)), 0);
          for (const proposal of proposals.filter((p) => p.workResultId === id)) {
            expect(proposal.count).toBe(own.length);
            expect(proposal.evidence).toBe(own.reduce((sum, e) => sum + e.evidence, 0));
            const sums = [...(proposal.matched ? [proposal.matched] : []), ...proposal.others];
            expect(sums.reduce((sum, one) => sum + one.milli, 0)).toBe(milli);
          }
        }
      }),
    );
  });
});
