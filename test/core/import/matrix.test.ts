import { describe, expect, it } from 'vitest';
import { readMatrix } from '../../../src/core/import/matrix.ts';
import { nip, tableOf, today } from './builders.ts';

const columns = ['atasan_nip', 'rhk_no', 'nip', 'kontribusi', 'metode', 'dibagi_menurut', 'tahun'];
const row = (other: Record<string, string> = {}): Record<string, string> => ({
  ...{ atasan_nip: nip(1), rhk_no: '1', nip: nip(2), kontribusi: 'Tersusunnya laporan' },
  ...{ metode: 'tidak langsung', dibagi_menurut: '', tahun: '2026', ...other },
});
const read = (...rows: Record<string, string>[]) =>
  readMatrix(tableOf(columns, rows), {
    today,
    supervisors: new Map([
      [nip(1), null],
      [nip(2), nip(1)],
      [nip(3), nip(2)],
    ]),
    results: new Map([[`${nip(1)} 2026`, new Set([1, 2])]]),
  });

describe('a matrix file', () => {
  it('has one contribution a row, indirect or divided by aspect, region or share', () => {
    const { cells, problems } = read(
      row(),
      row({ rhk_no: 'RHK 2', metode: 'Langsung', dibagi_menurut: 'wilayah' }),
      row({ rhk_no: '2', metode: 'langsung', dibagi_menurut: 'beban target' }),
    );
    expect(problems.map(({ code }) => code)).toEqual(['duplicate_role']);
    expect(cells.map(({ number, method, divided }) => [number, method, divided])).toEqual([
      [1, 'non_direct', null],
      [2, 'direct', 'region'],
    ]);
  });

  it.each([
    ['an empty cell', row({ kontribusi: '' }), 'kontribusi empty'],
    ['a direct division by nothing', row({ metode: 'langsung' }), 'dibagi_menurut empty'],
    ['an indirect one by something', row({ dibagi_menurut: 'aspek' }), 'dibagi_menurut cascade_division'],
    [
      'an unknown division',
      row({ metode: 'langsung', dibagi_menurut: 'umur' }),
      'dibagi_menurut cascade_division',
    ],
    ['an unknown method', row({ metode: 'kira-kira' }), 'metode cascade_method'],
    ['somebody unknown', row({ nip: nip(9) }), 'nip person_unknown'],
    ['somebody of another team', row({ nip: nip(3) }), 'nip not_subordinate'],
    ['a result that the leader does not have', row({ rhk_no: '7' }), 'rhk_no leader_result_unknown'],
    ['a year without a plan', row({ tahun: '2025' }), 'rhk_no leader_result_unknown'],
    ['no number', row({ rhk_no: 'x' }), 'rhk_no work_result_number'],
    ['a year far away', row({ tahun: '2062' }), 'tahun year'],
  ])('names %s', (_, given, problem) => {
    const { cells, problems } = read(given);
    expect(problems.map(({ column, code }) => `${column} ${code}`)).toContain(problem);
    expect(cells).toEqual([]);
  });
});
