import { describe, expect, it } from 'vitest';
import { readPlans } from '../../../src/core/import/plans.ts';
import { nip, tableOf, today } from './builders.ts';

const base = { nip: nip(1), tahun: '2026', rhk_no: '1', rhk: 'Tersusunnya laporan', iki: 'Jumlah laporan' };

function read(...rows: Record<string, string>[]) {
  const all = rows.map((row) => ({ ...base, ...row }));
  const columns = [...new Set(all.flatMap((row) => Object.keys(row)))];
  return readPlans(tableOf(columns, all), { knownNips: [nip(1)], today });
}

describe('a plans file that says more', () => {
  it('reads perspective, method and due date, in words or numbers', () => {
    const { plans, problems } = read(
      { perspektif: 'Penerima Layanan', metode: 'Tidak langsung', tenggat: '31 Des' },
      { iki: 'Nilai laporan', tenggat: '30/06/2026' },
    );
    expect(problems).toEqual([]);
    expect(plans[0]!.workResults).toMatchObject([
      {
        ...{ perspective: 'penerima_layanan', method: 'non_direct' },
        indicators: [{ dueOn: '2026-12-31' }, { dueOn: '2026-06-30' }],
      },
    ]);
  });

  it('reads what is said about the plan as a whole from any of its rows', () => {
    const { plans, problems } = read(
      { pendekatan: '', berlaku_mulai: '2026-03-01', lampiran_sumber_daya: 'Laptop; Akses data ;' },
      { iki: 'Nilai laporan', pendekatan: 'Kualitatif', ekspektasi_akuntabel: 'Tanpa revisi' },
    );
    expect(problems).toEqual([]);
    expect(plans[0]).toMatchObject({
      ...{ approach: 'qualitative', from: '2026-03-01', expectations: { akuntabel: 'Tanpa revisi' } },
      annexes: { resources: ['Laptop', 'Akses data'] },
    });
    expect(Object.keys(plans[0]!.annexes)).toEqual(['resources']);
  });

  it.each([
    ['perspektif', 'laba', 'perspective'],
    ['metode', 'separuh', 'cascade_method'],
    ['tenggat', '31 Feb', 'plan_date'],
    ['pendekatan', 'campuran', 'approach'],
    ['berlaku_mulai', '2027-01-01', 'plan_date'],
  ])('refuses a %s “%s”', (column, value, code) =>
    expect(read({ [column]: value }).problems).toEqual([{ line: 2, column, code, value }]),
  );

  it('refuses rows that contradict each other', () => {
    const { problems } = read(
      { pendekatan: 'kuantitatif', metode: 'langsung' },
      { iki: 'Nilai laporan', pendekatan: 'kualitatif', metode: 'tidak langsung' },
    );
    expect(problems.map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, 'metode', 'work_result_conflict'],
      [3, 'pendekatan', 'plan_conflict'],
    ]);
  });
});
