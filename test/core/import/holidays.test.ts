import { describe, expect, it } from 'vitest';
import { readHolidays } from '../../../src/core/import/holidays.ts';
import { tableOf } from './builders.ts';

const columns = ['tanggal', 'nama', 'jenis', 'sumber', 'status'];

function holiday(other: Record<string, string> = {}): Record<string, string> {
  return { tanggal: '2026-08-17', nama: 'Proklamasi Kemerdekaan', jenis: 'libur_nasional', ...other };
}

function read(...rows: Record<string, string>[]) {
  return readHolidays(tableOf(columns, rows));
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
        ...{ source: 'SKB 3 Menteri', provisional: false },
      },
      { line: 3, date: '2027-12-24', name, kind: 'cuti_bersama', source: null, provisional: true },
      { line: 4, date: '2026-01-09', name, kind: 'libur_daerah', source: null, provisional: false },
    ]);
  });

  it.each([
    [{ tanggal: '' }, { column: 'tanggal', code: 'empty' }],
    [{ nama: '' }, { column: 'nama', code: 'empty' }],
    [{ jenis: '' }, { column: 'jenis', code: 'empty' }],
    [{ tanggal: '31/02/2026' }, { column: 'tanggal', code: 'date', value: '31/02/2026' }],
    [{ jenis: 'pasar' }, { column: 'jenis', code: 'holiday_kind', value: 'pasar' }],
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
});
