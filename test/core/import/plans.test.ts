import { describe, expect, it } from 'vitest';
import { readPlans } from '../../../src/core/import/plans.ts';
import { nip, tableOf, today } from './builders.ts';

const columns = [
  ...['nip', 'tahun', 'jenis', 'rhk_no', 'rhk', 'rhk_atasan_no', 'aspek', 'iki', 'target', 'satuan'],
];

function indicator(other: Record<string, string> = {}): Record<string, string> {
  const plan = { nip: nip(1), tahun: '2026', jenis: 'utama', rhk_no: '1', rhk: 'Tersusunnya laporan' };
  return { ...plan, aspek: 'kuantitas', iki: 'Jumlah laporan', target: '12', satuan: 'dokumen', ...other };
}

function read(...rows: Record<string, string>[]) {
  return readPlans(tableOf(columns, rows), { knownNips: [nip(1), nip(2)], today });
}

describe('a plans file without faults', () => {
  it('groups indicators under their work result, and these under person and year', () => {
    const { plans, problems } = read(
      indicator({ rhk_no: '2', rhk: 'Terlaksananya rapat', jenis: 'tambahan', iki: 'Jumlah rapat' }),
      indicator({ rhk_atasan_no: '3' }),
      indicator({ aspek: 'waktu', iki: 'Ketepatan waktu', target: 'tepat waktu', satuan: '' }),
      indicator({ nip: '19860926 201505 1 002' }),
      indicator({ tahun: '2025' }),
    );
    expect(problems).toEqual([]);
    expect(plans.map((plan) => [plan.nip, plan.year, plan.workResults.length])).toEqual([
      [nip(1), 2026, 2],
      [nip(2), 2026, 1],
      [nip(1), 2025, 1],
    ]);
    expect(plans[0]?.workResults).toEqual([
      {
        ...{ line: 3, number: 1, additional: false, title: 'Tersusunnya laporan', superiorNumber: 3 },
        ...{ method: null, perspective: null },
        indicators: [
          {
            line: 3,
            aspect: 'kuantitas',
            title: 'Jumlah laporan',
            target: '12',
            unit: 'dokumen',
            dueOn: null,
          },
          {
            line: 4,
            aspect: 'waktu',
            title: 'Ketepatan waktu',
            target: 'tepat waktu',
            unit: null,
            dueOn: null,
          },
        ],
      },
      {
        ...{ line: 2, number: 2, additional: true, title: 'Terlaksananya rapat', superiorNumber: null },
        ...{ method: null, perspective: null },
        indicators: [
          { line: 2, aspect: 'kuantitas', title: 'Jumlah rapat', target: '12', unit: 'dokumen', dueOn: null },
        ],
      },
    ]);
  });

  it('may name text and kind of a work result in one of its rows only', () => {
    const { plans, problems } = read(
      indicator({ rhk: '', jenis: '' }),
      indicator({ iki: 'Lain', jenis: 'Tambahan' }),
    );
    expect(problems).toEqual([]);
    expect(plans[0]?.workResults).toMatchObject([{ title: 'Tersusunnya laporan', additional: true }]);
  });

  it('takes a work result without kind as main, and an indicator without aspect, target and unit', () => {
    const { plans } = read(indicator({ jenis: '', aspek: '', target: '-', satuan: '' }));
    expect(plans[0]?.workResults).toMatchObject([
      { additional: false, indicators: [{ aspect: null, target: null, unit: null }] },
    ]);
  });

  it('may write the number as people say it', () => {
    const numbers = ['RHK 3', 'rhk3', '03', '3.'];
    for (const rhk_no of numbers)
      expect(read(indicator({ rhk_no })).plans[0]?.workResults[0]?.number).toBe(3);
  });

  it('may be for the coming year', () => {
    expect(read(indicator({ tahun: '2027' })).problems).toEqual([]);
  });
});

describe('a faulty cell of a plan is named by line and column', () => {
  it.each([
    [{ nip: '' }, { column: 'nip', code: 'empty' }],
    [{ tahun: '' }, { column: 'tahun', code: 'empty' }],
    [{ rhk_no: '-' }, { column: 'rhk_no', code: 'empty' }],
    [{ iki: '' }, { column: 'iki', code: 'empty' }],
    [{ nip: nip(9) }, { column: 'nip', code: 'person_unknown', value: nip(9) }],
    [
      { nip: '1.98609E+17' },
      { column: 'nip', code: 'employee_number_lost_digits', value: '1.98609E+17', form: 'scientific' },
    ],
    [{ tahun: '26' }, { column: 'tahun', code: 'year', value: '26', min: 2000, max: 2027 }],
    [{ tahun: '2028' }, { column: 'tahun', code: 'year', value: '2028', min: 2000, max: 2027 }],
    [{ jenis: 'pokok' }, { column: 'jenis', code: 'work_result_kind', value: 'pokok' }],
    [{ rhk_no: '0' }, { column: 'rhk_no', code: 'work_result_number', value: '0' }],
    [{ rhk_no: '1,5' }, { column: 'rhk_no', code: 'work_result_number', value: '1,5' }],
    [{ rhk_atasan_no: 'x' }, { column: 'rhk_atasan_no', code: 'work_result_number', value: 'x' }],
    [{ aspek: 'mutu' }, { column: 'aspek', code: 'aspect', value: 'mutu' }],
    [
      { rhk_no: '7', rhk: '' },
      { column: 'rhk', code: 'empty' },
    ],
  ])('%o', (fault, problem) => {
    const { problems, plans } = read(
      indicator({ rhk_no: '8', rhk: 'Lain' }),
      indicator({ iki: 'Jumlah kegiatan', ...fault }),
    );
    expect(problems).toEqual([{ line: 3, ...problem }]);
    expect(plans.flatMap(({ workResults }) => workResults.map(({ number }) => number))).toEqual([8]);
  });
});

describe('rows of one work result', () => {
  it.each([
    [{ rhk: 'Lain' }, { column: 'rhk', value: 'Lain', firstValue: 'Tersusunnya laporan' }],
    [{ jenis: 'tambahan' }, { column: 'jenis', value: 'tambahan', firstValue: 'utama' }],
    [{ rhk_atasan_no: '4' }, { column: 'rhk_atasan_no', value: '4', firstValue: '2' }],
  ])('that contradict each other (%o) name both lines', (fault, problem) => {
    const { problems, plans } = read(
      indicator({ rhk_atasan_no: '2' }),
      indicator({ iki: 'Lain', rhk_atasan_no: '2', ...fault }),
    );
    expect(problems).toEqual([{ line: 3, code: 'work_result_conflict', firstLine: 2, ...problem }]);
    expect(plans).toEqual([]);
  });

  it('that repeat an indicator name both lines', () => {
    expect(read(indicator(), indicator({ iki: 'jumlah LAPORAN' })).problems).toEqual([
      { line: 3, column: 'iki', code: 'duplicate_indicator', value: 'jumlah LAPORAN', firstLine: 2 },
    ]);
  });

  it('may share the words of an indicator under different aspects', () => {
    expect(read(indicator(), indicator({ aspek: 'kualitas' })).problems).toEqual([]);
  });

  it('are told apart by person and year', () => {
    const other = { rhk: 'Lain' };
    expect(
      read(indicator(), indicator({ nip: nip(2), ...other }), indicator({ tahun: '2025', ...other }))
        .problems,
    ).toEqual([]);
  });
});
