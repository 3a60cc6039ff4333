import { describe, expect, it } from 'vitest';
import { type GoalKey, readGoals } from '../../../src/core/import/goals.ts';
import { tableOf, today } from './builders.ts';

const columns = [
  ...['unit', 'tahun', 'jenis', 'nomor', 'sasaran', 'iku', 'target', 'satuan', 'induk_unit', 'induk_nomor'],
];
const units = [
  { id: 'top', name: 'Dinas Perhubungan', parentId: null },
  { id: 'section', name: 'Seksi Angkutan', parentId: 'top' },
  { id: 'other', name: 'Dinas Kesehatan', parentId: null },
];

const row = (other: Record<string, string> = {}): Record<string, string> => ({
  ...{ unit: 'Dinas Perhubungan', tahun: '2026', jenis: 'pk', nomor: '1', sasaran: 'Sasaran' },
  ...{ iku: 'Angka kecelakaan', target: '12', satuan: 'kejadian', ...other },
});
const renstra = row({ jenis: 'renstra', sasaran: 'Arah', iku: 'Indeks' });

const read = (rows: Record<string, string>[], stored: GoalKey[] = []) =>
  readGoals(tableOf(columns, rows), { units, stored, today });
const codes = (rows: Record<string, string>[], stored: GoalKey[] = []) =>
  read(rows, stored).problems.map(({ line, column, code }) => `${line} ${column} ${code}`);

describe('an agreement file without faults', () => {
  it('groups indicators under their goal; its words may stand in one of its rows', () => {
    const { goals, problems } = read([
      row({ sasaran: '' }),
      row({ iku: 'Waktu tempuh', target: '', satuan: '' }),
      row({ nomor: '02', iku: '', target: '', satuan: '' }),
    ]);
    expect(problems).toEqual([]);
    expect(goals).toEqual([
      {
        ...{
          unitId: 'top',
          year: 2026,
          kind: 'agreement',
          number: 1,
          line: 2,
          title: 'Sasaran',
          parent: null,
        },
        indicators: [
          { title: 'Angka kecelakaan', target: '12', unit: 'kejadian' },
          { title: 'Waktu tempuh', target: null, unit: null },
        ],
      },
      {
        ...{
          unitId: 'top',
          year: 2026,
          kind: 'agreement',
          number: 2,
          line: 4,
          title: 'Sasaran',
          parent: null,
        },
        indicators: [],
      },
    ]);
  });

  const top = { unitId: 'top', year: 2026 };

  it('has an agreed goal support the strategic plan of its unit, or a goal of a unit above', () => {
    const section = { unit: 'seksi  ANGKUTAN', induk_unit: 'Dinas Perhubungan', induk_nomor: '1' };
    const { goals, problems } = read([renstra, row({ induk_nomor: '1' }), row(section)]);
    expect(problems).toEqual([]);
    expect(goals.map(({ parent }) => parent)).toEqual([
      null,
      { ...top, kind: 'strategy', number: 1 },
      { ...top, kind: 'agreement', number: 1 },
    ]);
  });

  it('may support what is stored already', () => {
    const stored = { ...top, kind: 'strategy' as const, number: 3 };
    const { goals } = read([row({ induk_nomor: '3' })], [stored]);
    expect(goals[0]!.parent).toEqual(stored);
  });
});

describe('an agreement file with faults', () => {
  it.each([
    ['an empty cell', row({ unit: '' }), '2 unit empty'],
    ['no words for a goal', row({ sasaran: '' }), '2 sasaran empty'],
    ['a target without an indicator', row({ iku: '' }), '2 iku empty'],
    ['a unit of the parent without its number', row({ induk_unit: 'Seksi Angkutan' }), '2 induk_nomor empty'],
    ['a year far away', row({ tahun: '2062' }), '2 tahun year'],
    ['another kind', row({ jenis: 'rpjmd' }), '2 jenis goal_kind'],
    ['no number', row({ nomor: 'satu' }), '2 nomor goal_number'],
    ['an unknown unit', row({ unit: 'Dinas Antariksa' }), '2 unit goal_unit_unknown'],
    [
      'a parent beside',
      row({ induk_unit: 'Dinas Kesehatan', induk_nomor: '1' }),
      '2 induk_unit goal_parent_unit',
    ],
    ['a parent that is nowhere', row({ induk_nomor: '1' }), '2 induk_nomor goal_parent_unknown'],
    [
      'a strategic goal below one of the same unit',
      row({ jenis: 'renstra', induk_nomor: '1' }),
      '2 induk_nomor goal_parent_kind',
    ],
  ])('names %s', (_, given, problem) => expect(codes([given])).toEqual([problem]));

  it('names rows that contradict each other, and indicators that come twice', () => {
    expect(codes([renstra, row(), row({ sasaran: 'Lain', iku: 'B' }), row()])).toEqual([
      '4 sasaran goal_conflict',
      '5 iku duplicate_goal_indicator',
    ]);
    expect(codes([renstra, row({ induk_nomor: '1' }), row({ iku: 'B', induk_nomor: '2' })])).toEqual([
      '4 induk_nomor goal_conflict',
    ]);
  });

  it('does not let a goal support one that the file retires', () => {
    const stored = { unitId: 'top', year: 2026, kind: 'strategy' as const, number: 3 };
    expect(codes([renstra, row({ induk_nomor: '3' })], [stored])).toEqual([
      '3 induk_nomor goal_parent_unknown',
    ]);
  });

  it('shows what had no problem', () => {
    expect(read([row({ jenis: '?' }), row({ nomor: '2' })]).goals.map(({ number }) => number)).toEqual([2]);
  });
});
