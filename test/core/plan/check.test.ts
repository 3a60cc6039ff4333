import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlan, isComplete, PRINCIPLES } from '../../../src/core/plan/check.ts';
import {
  emptyPlan,
  type PlanContent,
  type PlanIndicator,
  type PlanResult,
} from '../../../src/core/plan/content.ts';
import { isMeasurable } from '../../../src/core/plan/measurable.ts';

const at = { leads: false, supervised: true, year: 2026 };

const measure = (change: Partial<PlanIndicator> = {}): PlanIndicator => ({
  ...{ aspect: 'kuantitas', title: 'Jumlah laporan', target: '12', unit: 'laporan', dueOn: '2026-12-31' },
  ...change,
});
const result = (change: Partial<PlanResult> = {}): PlanResult => ({
  ...{ id: 'r1', number: 1, additional: false, title: 'Tersusunnya laporan kinerja', method: 'direct' },
  ...{ supports: { kind: 'result', id: 's1', number: 2, title: 'Akuntabilitas' }, perspective: null },
  indicators: [measure()],
  ...change,
});
const plan = (results: PlanResult[], change: Partial<PlanContent> = {}): PlanContent => ({
  ...emptyPlan,
  results,
  expectations: { akuntabel: 'Laporan tanpa revisi' },
  annexes: { resources: ['Laptop'], accountability: ['Laporan bulanan'], consequences: ['Penghargaan'] },
  ...change,
});
const codes = (content: PlanContent, circumstances = at) =>
  checkPlan(content, circumstances).map(({ code }) => code);

describe('the check of a plan', () => {
  it('finds nothing where nothing is missing', () => expect(codes(plan([result()]))).toEqual([]));

  it.each<[string, Partial<PlanIndicator>, string]>([
    ['a target', { target: null, unit: null }, 'no_target'],
    ['a target that can be measured', { target: 'baik sekali kiranya', unit: null }, 'not_measurable'],
    ['a unit behind a bare number', { unit: null }, 'no_unit'],
    ['an aspect', { aspect: null }, 'no_aspect'],
    ['a due date', { dueOn: null }, 'no_due'],
    ['a due date in its year', { dueOn: '2027-01-31' }, 'due_outside'],
  ])('asks each indicator for %s', (_, change, code) =>
    expect(checkPlan(plan([result({ indicators: [measure(), measure(change)] })]), at)).toMatchObject([
      { code, result: 1, indicator: 2 },
    ]),
  );

  it.each([
    '12',
    '95%',
    '80–90 %',
    'tepat waktu',
    'WTP',
    'predikat B',
    'seluruh usulan',
    'nihil',
    'dua belas',
  ])('takes “%s” for a measure', (target) => expect(isMeasurable(target)).toBe(true));

  it.each(['baik', 'optimal', 'meningkat', 'sesuai kebutuhan', 'duatiga'])('takes “%s” for none', (target) =>
    expect(isMeasurable(target)).toBe(false),
  );

  it('asks for one main work result at least', () => {
    expect(codes(plan([]))).toEqual(['no_results']);
    expect(codes(plan([result({ additional: true })]))).toEqual(['no_main']);
  });

  it('asks those who lead for a perspective on each main work result', () => {
    const results = [result(), result({ number: 2, title: 'Terlaksananya rapat', additional: true })];
    expect(checkPlan(plan(results), { ...at, leads: true })).toMatchObject([
      { code: 'no_perspective', result: 1, weight: 'problem' },
    ]);
    expect(codes(plan([result({ perspective: 'anggaran' })]), { ...at, leads: true })).toEqual([]);
  });

  it('asks the qualitative approach for one narrative, without a target beside it', () => {
    const narrative = (title: string, target: string | null = null) =>
      plan([result({ indicators: [measure({ aspect: null, title, target, unit: null, dueOn: null })] })], {
        approach: 'qualitative',
      });
    expect(codes(narrative('Laporan kinerja tersusun lengkap dan disampaikan sebelum akhir bulan'))).toEqual(
      [],
    );
    expect(codes(narrative('Laporan baik'))).toEqual(['narrative_short']);
    expect(codes(narrative('Laporan kinerja tersusun lengkap dan disampaikan', '12'))).toEqual([
      'narrative_target',
    ]);
    expect(codes(plan([result({ indicators: [] })], { approach: 'qualitative' }))).toEqual([
      'narrative_missing',
    ]);
  });

  it('only hints at what does not stand in the way', () => {
    const bare = plan([result({ supports: null })], { expectations: {}, annexes: emptyPlan.annexes });
    const found = checkPlan(bare, at);
    expect(found.map(({ code }) => code)).toEqual([
      ...['no_expectations', 'no_resources', 'no_accountability', 'no_consequences', 'no_support'],
    ]);
    expect(isComplete(found)).toBe(true);
    expect(codes(plan([result({ supports: null })]), { ...at, supervised: false })).toEqual([]);
  });

  it('finds the same title twice', () =>
    expect(codes(plan([result(), result({ number: 2 })]))).toEqual(['same_title']));

  it('names a principle with each finding and never a number that would be a score', () => {
    const text = fc.constantFrom('', '12', 'baik', 'tepat waktu', 'Tersusunnya laporan kinerja');
    const indicators = fc.array(
      fc.record({
        ...{ aspect: fc.constantFrom('waktu' as const, null), title: text, target: fc.option(text) },
        ...{
          unit: fc.constantFrom('laporan', null),
          dueOn: fc.constantFrom('2026-12-31', '2027-01-01', null),
        },
      }),
      { maxLength: 3 },
    );
    const results = fc.array(
      fc.record({ additional: fc.boolean(), title: text, indicators }).map((change) => result(change)),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(
        results,
        fc.boolean(),
        fc.constantFrom('quantitative', 'qualitative'),
        (list, leads, approach) => {
          const numbered = list.map((one, index) => ({ ...one, number: index + 1 }));
          const found = checkPlan(plan(numbered, { approach }), { ...at, leads });
          for (const finding of found) {
            expect(PRINCIPLES).toContain(finding.principle);
            expect(Object.keys(finding).sort()).toEqual([
              'code',
              'indicator',
              'principle',
              'result',
              'weight',
            ]);
          }
        },
      ),
    );
  });
});
