import { describe, expect, it } from 'vitest';
import { readActions, unknownWorkResults } from '../../../src/core/import/actions.ts';
import { nip, tableOf, today } from './builders.ts';

const columns = ['nip', 'tahun', 'rhk_no', 'periode', 'rencana_aksi', 'target', 'satuan'];
const row = (change: Record<string, string> = {}) => ({
  ...{ nip: nip(1), tahun: '2026', rhk_no: '1', periode: '2026-Q4', rencana_aksi: 'Menyusun draf' },
  ...{ target: '3', satuan: 'dokumen' },
  ...change,
});
const read = (...rows: Record<string, string>[]) =>
  readActions(tableOf(columns, rows), { knownNips: [nip(1), nip(2)], today, maxTitle: 300 });
const codes = (...rows: Record<string, string>[]) =>
  read(...rows).problems.map(({ line, column, code }) => [line, column, code]);

describe('an action plans file', () => {
  it('has one row an action plan', () => {
    expect(read(row())).toEqual({
      rows: [
        {
          ...{ line: 2, nip: nip(1), year: 2026, workResultNumber: 1, period: '2026-Q4' },
          ...{ title: 'Menyusun draf', target: '3', unit: 'dokumen' },
        },
      ],
      problems: [],
      warnings: [],
    });
  });

  it.each([
    ['2026-11', '2026-11'],
    ['11', '2026-11'],
    ['TW4', '2026-Q4'],
    ['q1', '2026-Q1'],
  ])('reads the period %s', (periode, period) => {
    expect(read(row({ periode })).rows).toMatchObject([{ period }]);
  });

  it.each([
    ['a person who is not stored', { nip: nip(9) }, 'nip', 'person_unknown'],
    ['a year far away', { tahun: '2029', periode: '2029-Q1' }, 'tahun', 'year'],
    ['no number of a work result', { rhk_no: 'satu' }, 'rhk_no', 'work_result_number'],
    ['no period', { periode: 'sekarang' }, 'periode', 'action_period'],
    ['a period of another year', { periode: '2025-Q4' }, 'periode', 'action_period_year'],
    ['a long text', { rencana_aksi: 'a'.repeat(301) }, 'rencana_aksi', 'action_too_long'],
    ['an empty cell', { rencana_aksi: '' }, 'rencana_aksi', 'empty'],
    ['a wrong NIP', { nip: '123' }, 'nip', 'employee_number'],
  ])('is refused for %s', (_, change, column, code) => {
    expect(codes(row(), row({ rencana_aksi: 'Lain', ...change }))).toEqual([[3, column, code]]);
  });

  it('has nothing twice, whatever its case and punctuation', () => {
    expect(codes(row(), row({ rencana_aksi: 'menyusun  DRAF.' }), row({ nip: nip(2) }))).toEqual([
      [3, 'rencana_aksi', 'duplicate_action'],
    ]);
  });

  it('names only work results of the plan', () => {
    const { rows } = read(row(), row({ rhk_no: '7', rencana_aksi: 'Lain' }));
    expect(unknownWorkResults(rows, () => new Set([1]))).toEqual([
      { line: 3, column: 'rhk_no', code: 'work_result_unknown', value: '7', year: 2026 },
    ]);
  });
});
