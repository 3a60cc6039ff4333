import { describe, expect, it } from 'vitest';
import { readHolidays } from '../../../src/core/import/holidays.ts';
import { tableOf } from './builders.ts';

const columns = ['tanggal', 'sampai', 'nama', 'jenis', 'unit', 'sumber', 'status'];
const units = [
  { id: 'u1', name: 'Dinas Kesehatan' },
  { id: 'u2', name: 'RSUD' },
];
const agency = { unitId: null, unit: null };

function holiday(other: Record<string, string> = {}): Record<string, string> {
  return { tanggal: '2026-08-17', nama: 'Proklamasi Kemerdekaan', jenis: 'libur_nasional', ...other };
}

function read(...rows: Record<string, string>[]) {
  return readHolidays(tableOf(columns, rows), { units });
}

describe('a holidays file', () => {
  it('gives date, kind, source and whether the day is certain', () => {
    const { holidays, problems } = read(
      holiday({ sumber: 'SKB 3 Menteri', status: 'pasti' }),
      holiday({ tanggal: '24/12/2027', jenis: 'Cuti Bersama', status: 'Sementara' }),
      holiday({ tanggal: '09-01-2026', jenis: 'daerah' }),
    );
    const name = 'Proklamasi Kemerdekaan';
    expect(problems).toEqual([]);
    expect(holidays).toEqual([
      {
        ...{ line: 2, date: '2026-08-17', name, kind: 'libur_nasional' },
        ...{ source: 'SKB 3 Menteri', provisional: false, ...agency },
      },
      { line: 3, date: '2027-12-24', name, kind: 'cuti_bersama', source: null, provisional: true, ...agency },
      {
        line: 4,
        date: '2026-01-09',
        name,
        kind: 'libur_daerah',
        source: null,
        provisional: false,
        ...agency,
      },
    ]);
  });

  it.each([
    [{ tanggal: '' }, { column: 'tanggal', code: 'empty' }],
    [{ nama: '' }, { column: 'nama', code: 'empty' }],
    [{ jenis: '' }, { column: 'jenis', code: 'empty' }],
    [{ tanggal: '31/02/2026' }, { column: 'tanggal', code: 'date', value: '31/02/2026' }],
    [{ jenis: 'pasar' }, { column: 'jenis', code: 'holiday_kind', value: 'pasar' }],
    [{ sampai: '2026-08-16' }, { column: 'sampai', code: 'date_span', value: '2026-08-16', max: 31 }],
    [{ sampai: '2027-08-17' }, { column: 'sampai', code: 'date_span', value: '2027-08-17', max: 31 }],
    [{ sampai: 'besok' }, { column: 'sampai', code: 'date', value: 'besok' }],
    [{ jenis: 'ramadan' }, { column: 'sampai', code: 'empty' }],
    [{ unit: 'RSUD' }, { column: 'unit', code: 'holiday_unit', value: 'RSUD' }],
    [
      { unit: 'Dinas X', jenis: 'daerah' },
      { column: 'unit', code: 'unit_unknown', value: 'Dinas X' },
    ],
    [
      { tanggal: '', status: 'batal' },
      { column: 'tanggal', code: 'empty' },
    ],
    [{ status: 'mungkin' }, { column: 'status', code: 'holiday_status', value: 'mungkin' }],
  ])('names the line and column of a faulty cell: %o', (fault, problem) => {
    const { holidays, problems } = read(holiday({ tanggal: '2026-01-01' }), holiday(fault));
    expect(problems).toEqual([{ line: 3, ...problem }]);
    expect(holidays).toHaveLength(1);
  });

  it('names both lines of a date that comes twice, however it is written', () => {
    expect(read(holiday(), holiday({ tanggal: '17/8/2026' })).problems).toEqual([
      { line: 3, column: 'tanggal', code: 'duplicate_date', value: '2026-08-17', firstLine: 2 },
    ]);
  });

  it('takes a span of days as one day off each', () => {
    const { holidays } = read(
      holiday({ tanggal: '2026-03-23', sampai: '2026-03-25', jenis: 'cuti bersama' }),
    );
    expect(holidays.map(({ date, kind }) => [date, kind])).toEqual([
      ['2026-03-23', 'cuti_bersama'],
      ['2026-03-24', 'cuti_bersama'],
      ['2026-03-25', 'cuti_bersama'],
    ]);
  });

  it('lets a unit have a regional holiday of its own, also on a date of the agency', () => {
    const regional = { jenis: 'libur_daerah', unit: 'rsud' };
    const { holidays, problems } = read(
      holiday(),
      holiday(regional),
      holiday({ ...regional, unit: 'Dinas Kesehatan' }),
    );
    expect(problems).toEqual([]);
    expect(holidays.map(({ unitId, unit }) => [unitId, unit])).toEqual([
      [null, null],
      ['u2', 'RSUD'],
      ['u1', 'Dinas Kesehatan'],
    ]);
    expect(read(holiday(regional), holiday(regional)).problems).toMatchObject([{ code: 'duplicate_date' }]);
  });

  it('gives spans of Ramadan apart from days off, and refuses two that overlap', () => {
    const ramadan = { jenis: 'Ramadhan', nama: 'Ramadan 1448', tanggal: '2027-02-08', sampai: '2027-03-09' };
    const { holidays, seasons } = read(ramadan, holiday());
    expect(holidays).toHaveLength(1);
    expect(seasons).toEqual([
      {
        ...{ line: 2, fromDate: '2027-02-08', toDate: '2027-03-09', name: 'Ramadan 1448' },
        ...{ source: null, provisional: false },
      },
    ]);
    expect(read(ramadan, { ...ramadan, tanggal: '2027-02-09', sampai: '2027-03-10' }).problems).toEqual([
      { line: 3, column: 'tanggal', code: 'duplicate_date', value: '2027-02-09', firstLine: 2 },
    ]);
  });

  it('lets a day be cancelled, by its date alone', () => {
    const { cancelled, cancelledSeasons, holidays, problems } = read(
      { tanggal: '2026-12-24', sampai: '2026-12-25', status: 'batal' },
      { tanggal: '2026-12-26', unit: 'RSUD', status: 'Cancelled' },
      { tanggal: '2027-02-08', jenis: 'ramadan', status: 'dibatalkan' },
    );
    expect([problems, holidays]).toEqual([[], []]);
    expect(cancelled.map(({ date, unitId }) => [date, unitId])).toEqual([
      ['2026-12-24', null],
      ['2026-12-25', null],
      ['2026-12-26', 'u2'],
    ]);
    expect(cancelledSeasons.map(({ date }) => date)).toEqual(['2027-02-08']);
  });
});
