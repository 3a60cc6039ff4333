import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHistory } from '../../../src/core/import/history.ts';
import { nip, tableOf, today } from './builders.ts';

const columns = ['nip', 'periode', 'nilai', 'predikat', 'sumber', 'resmi'];

function read(...rows: Record<string, string>[]) {
  const table = tableOf(
    columns,
    rows.map((row) => ({ nip: nip(1), ...row })),
  );
  return readHistory(table, { knownNips: [nip(1), nip(2)], today });
}

describe('a history file', () => {
  it('keeps values as they are, with where they came from', () => {
    const { results, problems } = read(
      { periode: '2019', nilai: '87,96' },
      { periode: '2020', nilai: '90,5', predikat: 'Sangat Baik', sumber: 'PPKP 2020' },
      { periode: '2021', nilai: '105,85', sumber: 'SIASN', resmi: 'ya' },
      { periode: '2021 I', nilai: '88.67', resmi: 'tidak' },
      { periode: '2024', predikat: 'Butuh Perbaikan' },
      { periode: '2023', predikat: 'Kurang/misconduct' },
    );
    expect(problems).toEqual([]);
    expect(results.map(({ line, nip: _, ...rest }) => Object.values(rest))).toEqual([
      ['2019', 'pp46', 8796, 'good', null, true],
      ['2020', 'pp46', 9050, 'very_good', 'PPKP 2020', true],
      ['2021', 'integration2021', 10585, 'good', 'SIASN', true],
      ['2021-H1', 'pp46', 8867, 'good', null, false],
      ['2024', 'p2022', null, 'needs_improvement', null, true],
      ['2023', 'p2022', null, 'poor', null, true],
    ]);
  });

  it.each([
    [{ periode: '2024', predikat: 'baik', nilai: '95' }, 'nilai', 'number_since_2022'],
    [{ periode: '2024' }, 'predikat', 'empty'],
    [{ periode: '2019' }, 'nilai', 'empty'],
    [{ periode: '2019', nilai: '-1' }, 'nilai', 'score'],
    [{ periode: '2021', nilai: '121', sumber: 'SIASN' }, 'nilai', 'score'],
    [{ periode: '2021', nilai: '110' }, 'sumber', 'empty'],
    [{ periode: '2019', nilai: '80', predikat: 'istimewa' }, 'predikat', 'evaluation_word'],
    [{ periode: '2019', nilai: '80', predikat: 'sangat kurang' }, 'predikat', 'evaluation_word'],
    [{ periode: '2019', nilai: '80', resmi: 'mungkin' }, 'resmi', 'evaluation_word'],
    [{ periode: '2012', nilai: '80' }, 'periode', 'before_2014'],
    [{ periode: '2021-06-01..2021-07-31', nilai: '80' }, 'periode', 'straddles'],
    [{ periode: '2026', predikat: 'baik' }, 'periode', 'period_not_over'],
    [{ nip: nip(3), periode: '2019', nilai: '80' }, 'nip', 'person_unknown'],
  ])('refuses %j', (row, column, code) => {
    const { results, problems } = read(row);
    expect(problems).toMatchObject([{ line: 2, column, code }]);
    expect(results).toEqual([]);
  });

  it('takes one row a person and period, however the period is written', () => {
    const { problems } = read(
      { periode: '2019', nilai: '80' },
      { periode: '2019-01-01..2019-12-31', nilai: '81' },
      { nip: nip(2), periode: '2019', nilai: '82' },
    );
    expect(problems).toEqual([
      { line: 3, column: 'periode', code: 'duplicate_period', value: '2019', firstLine: 2 },
    ]);
  });

  it('stores no number for a period since 2022, whatever is written', () => {
    const cell = fc.constantFrom('', '90', 'baik', 'sangat baik', '100,5');
    const period = fc.constantFrom('2019', '2021', '2021-H2', '2022', '2024-Q1', '2025');
    fc.assert(
      fc.property(period, cell, cell, (periode, nilai, predikat) => {
        for (const result of read({ periode, nilai, predikat, sumber: 'x' }).results)
          expect(result.valueCenti === null).toBe(result.regime === 'p2022');
      }),
    );
  });
});
