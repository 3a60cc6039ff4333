import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditPointsOf } from '../../../src/core/evaluation/credit-points.ts';
import { predicates } from '../../../src/core/evaluation/predicate.ts';
import { type AnnualResult, candidatesOf } from '../../../src/core/follow-up/candidates.ts';
import { creditList, type FinalResult } from '../../../src/core/follow-up/credit-list.ts';
import { wholeMonths } from '../../../src/core/follow-up/months.ts';
import { POSITION_LEVELS } from '../../../src/core/model.ts';

it.each([
  ['2026-01-01', '2026-12-31', 12],
  ['2026-07-01', '2026-09-30', 3],
  ['2026-02-01', '2026-02-28', 1],
  ['2026-08-15', '2026-12-31', 4],
  ['2026-01-01', '2026-02-15', 1],
  ['2026-03-02', '2026-03-31', 0],
  ['2025-01-01', '2026-12-31', 12],
])('%s to %s are %i whole months', (from, to, months) => {
  expect(wholeMonths(from, to)).toBe(months);
});

describe('a list of credit points', () => {
  const year = { from: '2026-01-01', to: '2026-12-31', disputed: false };

  it('says what each earned, whose level is unknown, and who has no final evaluation', () => {
    const people = [
      { id: 'a', level: 'ahli_pertama' as const },
      { id: 'b', level: 'ahli_muda' as const },
      { id: 'c', level: null },
      { id: 'd', level: 'mahir' as const },
      { id: 'e', level: 'pengawas' as const },
    ];
    const results: FinalResult[] = [
      { personId: 'a', predicate: 'very_good', ...year },
      { personId: 'b', predicate: 'very_good', ...year, from: '2026-08-01', disputed: true },
      { personId: 'c', predicate: 'good', ...year },
      { personId: 'e', predicate: 'good', ...year },
    ];
    const list = creditList(people, results);
    expect(
      list.credits.map(({ person, months, points, disputed }) => [person.id, months, points, disputed]),
    ).toEqual([
      ['a', 12, 1875, false],
      ['b', 5, 1563, true],
    ]);
    expect(list.unknownLevel.map(({ id }) => id)).toEqual(['c']);
    expect(list.notEvaluated.map(({ id }) => id)).toEqual(['d']);
    expect(list.without).toBe(1);
  });

  it('has everybody in exactly one place', () => {
    const person = fc.record({ level: fc.constantFrom(null, ...POSITION_LEVELS), rated: fc.boolean() });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 20 }), fc.constantFrom(...predicates), (drawn, predicate) => {
        const people = drawn.map(({ level }, at) => ({ id: String(at), level }));
        const results = people
          .filter((_, at) => drawn[at]!.rated)
          .map(({ id }) => ({ personId: id, predicate, ...year }));
        const { credits, unknownLevel, notEvaluated, without } = creditList(people, results);
        const named = [...credits.map((one) => one.person), ...unknownLevel, ...notEvaluated];
        expect(new Set(named).size).toBe(named.length);
        expect(named.length + without).toBe(people.length);
        for (const { level, points } of credits) expect(points).toBe(creditPointsOf(level, predicate));
      }),
    );
  });
});

describe('candidates', () => {
  const result = (
    personId: string,
    year: number,
    predicate: AnnualResult['predicate'],
    disputed = false,
  ) => ({
    ...{ personId, year, predicate, disputed },
  });

  it('are talents after two very good years in a row, and candidates for an award after one', () => {
    const people = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
    const { talents, awards } = candidatesOf(
      people,
      [
        ...[result('a', 2025, 'very_good'), result('a', 2024, 'very_good', true)],
        ...[result('b', 2025, 'very_good'), result('b', 2024, 'good')],
        ...[result('c', 2025, 'good'), result('c', 2024, 'very_good')],
        ...[result('d', 2025, 'very_good'), result('d', 2023, 'very_good')],
      ],
      2025,
    );
    expect(talents).toEqual([{ person: { id: 'a' }, disputed: true }]);
    expect(awards.map(({ person, disputed }) => [person.id, disputed])).toEqual([
      ['a', false],
      ['b', false],
      ['d', false],
    ]);
  });

  it('are never talents without being candidates for an award', () => {
    const one = fc.record({
      personId: fc.constantFrom('a', 'b', 'c'),
      year: fc.integer({ min: 2022, max: 2026 }),
      predicate: fc.constantFrom(...predicates),
      disputed: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(one), fc.integer({ min: 2022, max: 2026 }), (results, year) => {
        const people = ['a', 'b', 'c'].map((id) => ({ id }));
        const { talents, awards } = candidatesOf(people, results, year);
        const awarded = awards.map(({ person }) => person.id);
        for (const { person } of talents) expect(awarded).toContain(person.id);
      }),
    );
  });
});
