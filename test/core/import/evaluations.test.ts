import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConversion } from '../../../src/core/import/evaluations/conversion.ts';
import { evaluateTable } from '../../../src/core/import/evaluations/evaluations.ts';
import { reconstructedConversion } from '../../../src/core/rulebooks/conversion.ts';
import { fixed } from '../../../src/core/rulebooks/fraction.ts';
import { defaultPp30Settings } from '../../../src/core/rulebooks/pp30.ts';
import { nip, tableOf, today } from './builders.ts';

type Row = Record<string, string>;

const settings = { pp30: defaultPp30Settings, conversion: reconstructedConversion };

function read(rows: readonly Row[], changed: Partial<typeof settings> = {}) {
  const columns = [...new Set(['nip', 'periode', 'bagian', ...rows.flatMap((row) => Object.keys(row))])];
  const table = tableOf(columns, rows);
  return evaluateTable(table, { today, settings: { ...settings, ...changed } });
}

const of = (period: string, rows: readonly Row[], serial = 1): Row[] =>
  rows.map((row) => ({ nip: nip(serial), periode: period, ...row }));

const activity = (
  t: number,
  r: number,
  kt: number,
  kr: number,
  wt: number,
  wr: number,
  cost: Row = {},
): Row => ({
  ...{ bagian: 'kegiatan', target_kuantitas: String(t), realisasi_kuantitas: String(r) },
  ...{ target_kualitas: String(kt), realisasi_kualitas: String(kr) },
  ...{ target_waktu: String(wt), realisasi_waktu: String(wr), ...cost },
});

const behaviours = (values: Record<string, number>): Row[] =>
  Object.entries(values).map(([uraian, nilai]) => ({ bagian: 'perilaku', uraian, nilai: String(nilai) }));

const P1 = [
  activity(2, 2, 100, 90, 12, 12),
  activity(100, 100, 100, 85, 12, 12, { target_biaya: '50.000.000', realisasi_biaya: '50000000' }),
  activity(12, 12, 100, 88, 12, 9),
  activity(12, 12, 100, 88, 12, 10),
  { bagian: 'tugas_tambahan' },
  { bagian: 'tugas tambahan', uraian: 'Panitia' },
  ...behaviours({ 'orientasi pelayanan': 85, Integritas: 86, komitmen: 84, disiplin: 88, kerjasama: 85 }),
];

const value = (reading: ReturnType<typeof read>, at = 0) => {
  const evaluation = reading.evaluations[at]?.evaluation;
  return evaluation && 'value' in evaluation ? fixed(evaluation.value) : null;
};

describe('a table of evaluations', () => {
  it('evaluates the person P1 of domain §3', () => {
    const reading = read(of('2019', P1));
    expect(reading.problems).toEqual([]);
    expect(reading.evaluations).toMatchObject([
      { nip: nip(1), period: { text: '2019' }, evaluation: { regime: 'pp46', category: 'good' } },
    ]);
    expect(value(reading)).toBe('87.96');
  });

  it('groups rows to people and periods in whatever order they come', () => {
    const rows = [...of('2019', P1), ...of('2020', P1), ...of('2019', P1, 2)];
    const plain = read(rows);
    expect(plain.evaluations.map(({ nip: who, period }) => [who, period.text])).toEqual([
      [nip(1), '2019'],
      [nip(1), '2020'],
      [nip(2), '2019'],
    ]);
    const key = ({ nip: who, period, evaluation }: (typeof plain.evaluations)[number]) =>
      `${who} ${period.text} ${'value' in evaluation ? fixed(evaluation.value) : ''}`;
    const expected = plain.evaluations.map(key).sort();
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(read(shuffled).evaluations.map(key).sort()).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it('evaluates staff and leaders of the second half of 2021', () => {
    const staff = of('2021 II', [
      {
        ...{ bagian: 'rencana', target_kuantitas: '80-90', realisasi_kuantitas: '92', kondisi: 'waktu' },
        ...{ target_kualitas: '100', realisasi_kualitas: '101', target_waktu: '6', realisasi_waktu: '6' },
      },
      { bagian: 'rencana', kategori: 'baik', cara: 'tidak langsung' },
      { bagian: 'kinerja_tambahan', kategori: 'SB', bobot: '5' },
      { bagian: 'perilaku', nilai: '100' },
    ]);
    const leader = of(
      '2021-07-01..2021-12-31',
      [
        { bagian: 'iki_pk', target_kuantitas: '100', realisasi_kuantitas: '115' },
        { bagian: 'iki_pk', target_kuantitas: '100', realisasi_kuantitas: '98' },
        { bagian: 'iki_pk', target_kuantitas: '50%', realisasi_kuantitas: '49%' },
        { bagian: 'iki_inisiatif', target_kuantitas: '8', realisasi_kuantitas: '8', kondisi: 'khusus' },
        { bagian: 'perilaku', nilai: '100' },
      ],
      2,
    );
    const reading = read([...staff, ...leader]);
    expect(reading.problems).toEqual([]);
    expect([value(reading, 0), value(reading, 1)]).toEqual(['103.50', '101.96']);
    const other = read(staff, { pp30: { ...defaultPp30Settings, planWeight: 60 } });
    expect(value(other)).toBe('103.00');
  });

  it('integrates 2021 from rows, from halves of the same file, or takes the official value', () => {
    const halves = of('2021', [
      { bagian: 'periode_1', nilai: '88,67' },
      { bagian: 'periode_2', nilai: '104,5' },
    ]);
    expect(value(read(halves))).toBe('105.85');
    const inFile = [
      ...of('2021', [{ bagian: 'integrasi' }]),
      ...of('2021-H1', [
        { bagian: 'skp', nilai: '90,71' },
        { bagian: 'perilaku', nilai: '85,6' },
      ]),
      ...of('2021-H2', [
        { bagian: 'skp', nilai: '104,5' },
        { bagian: 'perilaku', nilai: '104,5' },
      ]),
    ];
    expect(read(inFile).evaluations.map((_, at) => value(read(inFile), at))).toEqual([
      '105.85',
      '88.67',
      '104.50',
    ]);
    const official = read(of('2021', [{ bagian: 'integrasi', nilai: '112,35' }, { bagian: 'ide_baru' }]));
    expect(official.evaluations[0]?.evaluation).toMatchObject({ category: 'very_good', unverified: false });
    expect(value(official)).toBe('112.35');
  });

  it('gives a predicate and no number since 2022', () => {
    const reading = read(
      of('2023', [
        { bagian: 'hasil_kerja', kategori: 'Di atas ekspektasi' },
        { bagian: 'perilaku', kategori: 'di bawah' },
      ]),
    );
    expect(reading.evaluations[0]?.evaluation).toMatchObject({ regime: 'p2022', predicate: 'poor' });
    expect(value(reading)).toBeNull();
  });

  it.each([
    [{ bagian: 'hasil_kerja', kategori: 'sesuai', nilai: '95' }, 'nilai', '95'],
    [{ bagian: 'skp', nilai: '95' }, 'bagian', 'skp'],
    [activity(1, 1, 100, 100, 1, 1), 'bagian', 'kegiatan'],
  ])('refuses a number of 2022 and later: %j', (row, column, text) => {
    expect(read(of('2022', [row])).problems).toEqual([
      { line: 2, column, code: 'number_since_2022', value: text },
    ]);
  });

  it('says in which row and column something is wrong', () => {
    const known = { bagian: 'perilaku', nilai: '85' };
    const problems = read([
      ...of('2019', [{ ...activity(2, 2, 100, 90, 12, 12), target_waktu: '0' }, known]),
      ...of('2013', [known], 2),
      ...of('2021-03-01..2021-09-30', [known], 2),
      ...of('kemarin', [known], 2),
      ...of('2020', [{ bagian: 'rencana' }, { bagian: 'mimpi' }, { ...known, nilai: '101' }], 3),
      ...of('2019', [{ bagian: 'perilaku', uraian: 'inisiatif kerja', nilai: '90' }], 4),
      ...of('2021-H2', [{ bagian: 'kinerja_tambahan', kategori: 'luar biasa', bobot: '' }], 5),
    ]).problems;
    expect(problems.map(({ line, column, code }) => `${line} ${column} ${code}`)).toEqual([
      '2 target_waktu target',
      '4 periode before_2014',
      '5 periode straddles',
      '6 periode evaluation_period',
      '7 bagian part_of_other_rules',
      '8 bagian evaluation_part',
      '9 nilai score',
      '10 uraian evaluation_word',
      '11 kategori evaluation_word',
      '11 bobot empty',
    ]);
  });

  it('says what is missing, twice, or does not go together', () => {
    const known = { bagian: 'perilaku', nilai: '85' };
    const problems = read([
      ...of('2019', [known]),
      ...of('2020', [activity(1, 1, 100, 90, 1, 1), { bagian: 'skp', nilai: '90' }, known]),
      ...of('2018', [{ bagian: 'skp', nilai: '90' }, known, known]),
      ...of('2017', [{ bagian: 'skp', nilai: '90' }, ...behaviours({ integritas: 90 })]),
      ...of('2021', [{ bagian: 'periode_1', nilai: '90' }]),
      ...of('2023', [{ bagian: 'perilaku', kategori: 'sesuai' }]),
    ]).problems;
    expect(problems).toEqual([
      { line: 2, column: 'bagian', code: 'missing_part', value: 'kegiatan' },
      { line: 4, column: 'bagian', code: 'mixed_plan', value: 'skp', other: 'kegiatan', firstLine: 3 },
      { line: 8, column: 'bagian', code: 'duplicate_part', value: 'perilaku', firstLine: 7 },
      ...['orientasi pelayanan', 'komitmen', 'disiplin', 'kerja sama'].map((word) => ({
        ...{ line: 10, column: 'bagian', code: 'missing_part', value: `perilaku: ${word}` },
      })),
      { line: 11, column: 'bagian', code: 'missing_half', value: 'periode_2' },
      { line: 12, column: 'bagian', code: 'missing_part', value: 'hasil_kerja' },
    ]);
  });

  it('leaves out whom a problem concerns, and everybody where a row does not say whose it is', () => {
    const faulty = { ...activity(1, 1, 100, 90, 1, 1), target_waktu: '-1' };
    const some = read([...of('2019', P1), ...of('2020', [faulty, ...P1]), ...of('2019', P1, 2)]);
    expect(some.evaluations.map(({ nip: who, period }) => [who, period.text])).toEqual([
      [nip(1), '2019'],
      [nip(2), '2019'],
    ]);
    const unsure = read([...of('2019', P1), { nip: '12345', periode: '2019', ...faulty }]);
    expect(unsure.evaluations).toEqual([]);
  });

  it('does not integrate a half that has a problem, and does not call it missing', () => {
    const reading = read([
      ...of('2021-H1', [{ bagian: 'skp', nilai: 'banyak' }]),
      ...of('2021', [{ bagian: 'integrasi' }, { bagian: 'periode_2', nilai: '100' }]),
    ]);
    expect(reading.problems.map(({ code }) => code)).toEqual(['score']);
    expect(reading.evaluations).toEqual([]);
  });

  it('never prints a number for a period since 2022, whatever the rows are', () => {
    const part = fc.constantFrom('kegiatan', 'skp', 'perilaku', 'hasil_kerja', 'integrasi', 'rencana');
    const cell = fc.constantFrom('', '90', 'sesuai', 'di atas');
    const row = fc.record({ bagian: part, nilai: cell, kategori: cell, target_kuantitas: cell });
    const period = fc.constantFrom('2022', '2023-Q1', '2024-02', '2026');
    fc.assert(
      fc.property(period, fc.array(row, { minLength: 1, maxLength: 6 }), (name, rows) => {
        const { evaluations } = read(of(name, rows));
        for (const { evaluation } of evaluations) {
          expect(evaluation.regime).toBe('p2022');
          expect('value' in evaluation).toBe(false);
        }
      }),
    );
  });
});

describe('a conversion table', () => {
  const columns = ['dari', 'sampai', 'nilai_dari', 'nilai_sampai'];
  const rows = (...bands: string[][]) =>
    tableOf(
      columns,
      bands.map((cells) => Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']))),
    );

  it('is read in any order and vouched for by whoever gives it', () => {
    const read = readConversion(rows(['0', '50', '0', '59'], ['50,01', '100', '60', '120']));
    expect(read).toMatchObject({ ok: true, conversion: { verified: true } });
    expect(read.ok && read.conversion.bands.map(({ high }) => fixed(high))).toEqual(['120.00', '59.00']);
  });

  it('is refused with line and column where it makes no sense', () => {
    expect(readConversion(rows(['0', 'x', '', '59']))).toMatchObject({
      ok: false,
      problems: [
        { line: 2, column: 'sampai', code: 'score' },
        { line: 2, column: 'nilai_dari', code: 'empty' },
      ],
    });
    expect(readConversion(rows(['60', '100', '60', '120'], ['0', '70', '0', '59']))).toMatchObject({
      problems: [{ line: 3, code: 'conversion_overlap' }],
    });
    expect(readConversion(rows(['60', '50', '60', '120']))).toMatchObject({
      problems: [{ line: 2, code: 'conversion_band' }],
    });
  });
});
