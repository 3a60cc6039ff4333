import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeWorkbook, { type SheetData } from 'write-excel-file/node';
import { readTableFile, tableFileLimit } from '../../src/app/table-file.ts';
import { readHolidays } from '../../src/core/import/holidays.ts';
import { readPeople } from '../../src/core/import/people.ts';
import type { Table } from '../../src/core/import/table.ts';
import { addDays, datesBetween } from '../../src/core/local-time.ts';

let folder = '';
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tutur-table-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function write(content: string | Uint8Array, ending = 'csv'): Promise<string> {
  const path = join(folder, `${++count}.${ending}`);
  await writeFile(path, content);
  return path;
}

async function workbook(rows: SheetData): Promise<string> {
  const path = join(folder, `${++count}.xlsx`);
  await writeWorkbook(rows).toFile(path);
  return path;
}

async function tableIn(path: string): Promise<Table> {
  const file = await readTableFile(path);
  if (!file.ok) throw new Error(`not read: ${JSON.stringify(file.problem)}`);
  return file.table;
}

describe('a CSV file', () => {
  it.each([
    ['commas', 'nip,nama,unit\n1,"Budi, S.Sos",Umum\n'],
    ['semicolons', 'nip;nama;unit\r\n1;Budi, S.Sos;Umum\r\n'],
    ['tabs', 'nip\tnama\tunit\r1\tBudi, S.Sos\tUmum'],
    ['the separator that its first line announces', 'sep=|\nnip|nama|unit\n1|Budi, S.Sos|Umum\n'],
    ['semicolons under a title with a comma', 'DAFTAR, 2026;;;\nnip;nama;unit\n1;Budi, S.Sos;Umum\n'],
  ])('may be separated by %s', async (_, text) => {
    const table = await tableIn(await write(text));
    expect(table.header).toEqual(['nip', 'nama', 'unit']);
    expect(table.rows.map(({ cells }) => cells)).toEqual([{ nip: '1', nama: 'Budi, S.Sos', unit: 'Umum' }]);
  });

  it.each([
    ['UTF-8', Buffer.from('nip,nama\n1,Café\n')],
    ['UTF-8 with a byte order mark', Buffer.from('\ufeffnip,nama\n1,Café\n')],
    ['UTF-16 with a byte order mark', Buffer.from('\ufeffnip\tnama\n1\tCafé\n', 'utf16le')],
    ['Windows-1252', Buffer.from('nip,nama\n1,Café\n', 'latin1')],
  ])('may be encoded as %s', async (_, bytes) => {
    const table = await tableIn(await write(bytes));
    expect(table).toEqual({
      ...{ header: ['nip', 'nama'], headerLine: 1 },
      rows: [{ line: 2, cells: { nip: '1', nama: 'Café' } }],
    });
  });

  it('keeps the line numbers of the file over empty lines and cells of several lines', async () => {
    const table = await tableIn(await write('nip,nama\r\n\r\n1,"A\r\nB"\r\n,\r\n2,C\r\n'));
    expect(table.rows).toEqual([
      { line: 3, cells: { nip: '1', nama: 'A B' } },
      { line: 6, cells: { nip: '2', nama: 'C' } },
    ]);
  });

  it('counts the line that announces the separator', async () => {
    expect((await tableIn(await write('sep=;\nnip;nama\n1;A\n'))).rows[0]?.line).toBe(3);
  });

  it('may have quotes inside a cell', async () => {
    const table = await tableIn(await write('nip,nama\n1,Budi "Bud" S\n2,B\n'));
    expect(table.rows.map(({ cells }) => cells.nama)).toEqual(['Budi "Bud" S', 'B']);
  });

  it('with a quote that never ends names the line where it begins', async () => {
    const path = await write('nip,nama\n1,A\n2,"B\n3,C\n');
    expect(await readTableFile(path)).toMatchObject({
      ok: false,
      problem: { code: 'csv_syntax', path, line: 3 },
    });
  });

  it('gives every cell and line back, whatever the cells hold', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'B', ' ', ',', ';', '"', '\n', 'é', '1', '\t') });
    const row = fc.tuple(cell, cell);
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
        const quoted = rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
        const table = await tableIn(await write(['nip,nama', ...quoted].join('\n')));
        let line = 2;
        const expected = rows.flatMap((cells) => {
          const at = line;
          line += cells.join('').split('\n').length;
          const [nip, nama] = cells.map((text) => text.replace(/\s+/g, ' ').trim()) as [string, string];
          return nip || nama ? [{ line: at, cells: { nip, nama } }] : [];
        });
        expect(table.rows).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a workbook', () => {
  it('gives text, whole numbers, fractions and dates as a person writes them', async () => {
    const date = { value: new Date(Date.UTC(2026, 7, 17)), type: Date, format: 'dd/mm/yyyy' } as const;
    const path = await workbook([
      ['tanggal', 'nip', 'target', 'rhk_no', 'nama'],
      [date, '198609262015051001', 1.5, 12, '  Siti '],
      [null, null, null, null, null],
      ['17/08/2026', '007', 0.1 + 0.2, 2_000_000_000_000, true],
    ]);
    expect((await tableIn(path)).rows).toEqual([
      {
        line: 2,
        cells: {
          tanggal: '2026-08-17',
          nip: '198609262015051001',
          target: '1,5',
          rhk_no: '12',
          nama: 'Siti',
        },
      },
      {
        line: 4,
        cells: { tanggal: '17/08/2026', nip: '007', target: '0,3', rhk_no: '2000000000000', nama: 'true' },
      },
    ]);
  });

  it('that kept an employee number as a number shows that its digits are lost', async () => {
    const path = await workbook([
      ['nip', 'nama', 'unit'],
      [Number('198609262015051001'), 'Budi', 'Umum'],
    ]);
    const { problems } = readPeople(await tableIn(path), { today: '2026-11-22', known: { nips: [] } });
    expect(problems).toMatchObject([
      { line: 2, column: 'nip', code: 'employee_number_lost_digits', form: 'scientific' },
    ]);
  });

  it('may have a title and an empty row above its header', async () => {
    const path = await workbook([
      ['DAFTAR PEGAWAI', null],
      [null, null],
      ['nip', 'nama'],
      ['1', 'A'],
    ]);
    expect(await tableIn(path)).toMatchObject({ headerLine: 3, rows: [{ line: 4 }] });
  });

  it('is known by its content, whatever the file is called', async () => {
    const path = await workbook([
      ['nip', 'nama'],
      ['1', 'A'],
    ]);
    expect((await tableIn(await write(await readFile(path), 'csv'))).header).toEqual(['nip', 'nama']);
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['nothing at all', '', 'empty'],
    ['only separators', ',,,\n\n', 'empty'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old_excel'],
    ['a damaged workbook', Buffer.from('PK\x03\x04 not really a zip'), 'broken_workbook'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'unknown_format'],
  ])('with %s says so', async (_, content, code) => {
    const path = await write(content);
    expect(await readTableFile(path)).toMatchObject({ ok: false, problem: { code, path } });
  });

  it('because there is none says so', async () => {
    const path = join(folder, 'none.csv');
    expect(await readTableFile(path)).toEqual({ ok: false, problem: { code: 'not_found', path } });
  });

  it('because it is a folder says so', async () => {
    expect(await readTableFile(folder)).toEqual({
      ok: false,
      problem: { code: 'not_readable', path: folder, reason: 'EISDIR' },
    });
  });

  it('because it is too large says how large it may be', async () => {
    const path = await write('');
    await truncate(path, tableFileLimit + 1);
    expect(await readTableFile(path)).toEqual({
      ok: false,
      problem: { code: 'too_large', path, bytes: tableFileLimit + 1, limit: tableFileLimit },
    });
  });
});

describe('times of the day in a workbook', () => {
  it('are given as they are shown', async () => {
    const time = (value: number) => ({ value, type: Number, format: 'hh:mm' }) as const;
    const path = await workbook([
      ['mulai', 'selesai', 'lain'],
      [time(0.3125), time(0.999_988), time(1)],
    ]);
    expect((await tableIn(path)).rows[0]!.cells).toEqual({ mulai: '07:30', selesai: '24:00', lain: '24:00' });
  });
});

describe('the shipped spans of Ramadan', () => {
  it('end on the day before Idulfitri, and last 29 or 30 days', async () => {
    const shipped = (name: string) => new URL(`../../data-files/${name}`, import.meta.url).pathname;
    const { seasons, problems } = readHolidays(await tableIn(shipped('ramadan.csv')));
    const { holidays } = readHolidays(await tableIn(shipped('holidays.csv')));
    expect(problems).toEqual([]);
    expect(seasons).toHaveLength(4);
    for (const { fromDate, toDate, name, provisional } of seasons) {
      const feast = holidays.find(
        (day) =>
          day.kind === 'libur_nasional' && day.name === `Hari Raya Idulfitri ${name.replace('Ramadan ', '')}`,
      );
      expect(feast?.date).toBe(addDays(toDate, 1));
      expect(feast?.provisional).toBe(provisional);
      expect([29, 30]).toContain(datesBetween(fromDate, toDate).length);
    }
  });
});

describe('the shipped holidays', () => {
  const shipped = new URL('../../data-files/holidays.csv', import.meta.url).pathname;

  it('are read without a problem, in the order of the calendar', async () => {
    const { holidays, problems, warnings } = readHolidays(await tableIn(shipped));
    expect([problems, warnings]).toEqual([[], []]);
    const dates = holidays.map(({ date }) => date);
    expect(dates).toEqual(dates.toSorted());
  });

  it.each([
    ['2024', 19, 10, false],
    ['2025', 17, 11, false],
    ['2026', 17, 8, false],
    ['2027', 18, 8, true],
  ])('have all days of the joint decree for %s', async (year, national, collective, provisional) => {
    const { holidays } = readHolidays(await tableIn(shipped));
    const days = holidays.filter(({ date }) => date.startsWith(year));
    expect(days.filter(({ kind }) => kind === 'libur_nasional')).toHaveLength(national);
    expect(days.filter(({ kind }) => kind === 'cuti_bersama')).toHaveLength(collective);
    expect(days.every((day) => day.provisional === provisional)).toBe(true);
  });

  it('put collective leave on working days only', async () => {
    const { holidays } = readHolidays(await tableIn(shipped));
    const weekdays = holidays
      .filter(({ kind }) => kind === 'cuti_bersama')
      .map(({ date }) => new Date(date).getUTCDay());
    expect(weekdays.filter((day) => day === 0 || day === 6)).toEqual([]);
  });
});
