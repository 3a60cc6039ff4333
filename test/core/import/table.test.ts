import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ColumnSpec,
  cleanText,
  extraCells,
  makeTable,
  normaliseHeader,
  selectColumns,
  synonymsOf,
} from '../../../src/core/import/table.ts';
import { tableOf } from './builders.ts';

type Column = 'nip' | 'nama' | 'rhk_no';
const spec: ColumnSpec<Column> = {
  required: ['nip', 'nama'],
  optional: ['rhk_no'],
  synonyms: synonymsOf<Column>({ rhk_no: ['no_rhk'], nama: ['nama_lengkap'] }),
};

describe('a heading', () => {
  it.each([
    ['\ufeffNIP', 'nip'],
    ['  Nama   Lengkap ', 'nama_lengkap'],
    ['No. RHK *', 'no_rhk'],
    ['E-mail', 'e_mail'],
    ['__proto__', 'proto'],
    ['***', ''],
  ])('%j is compared as %j', (text, name) => {
    expect(normaliseHeader(text)).toBe(name);
  });
});

describe('a table', () => {
  const gridOf = (...rows: string[][]) => rows.map((cells, at) => ({ line: at + 1, cells }));

  it('begins at the first row with two filled cells, so a title above does no harm', () => {
    const table = makeTable(gridOf(['DAFTAR PEGAWAI', '', ''], ['', ''], ['NIP', 'Nama'], ['1', 'Budi']));
    expect(table).toEqual({
      header: ['nip', 'nama'],
      headerLine: 3,
      rows: [{ line: 4, cells: { nip: '1', nama: 'Budi' } }],
    });
  });

  it('leaves out empty rows and keeps the line numbers of the others', () => {
    const table = makeTable(gridOf(['nip', 'nama'], [], ['1', 'A'], [' ', '\u00a0'], ['2', 'B']));
    expect(table.rows.map(({ line }) => line)).toEqual([3, 5]);
  });

  it('keeps what stands right of the last heading apart', () => {
    const table = makeTable(gridOf(['nip', 'nama', ''], ['1', 'Budi', 'S.Sos', 'M.Si']));
    expect(table.rows[0]?.cells).toEqual({ nip: '1', nama: 'Budi', [extraCells]: 'S.Sos M.Si' });
  });

  it('leaves out a column without a heading between others', () => {
    const table = makeTable(gridOf(['nip', '', 'nama'], ['1', 'catatan', 'Budi']));
    expect(table.rows[0]?.cells).toEqual({ nip: '1', nama: 'Budi' });
  });

  it('is empty where nothing is filled', () => {
    expect(makeTable(gridOf([''], []))).toEqual({ header: [], rows: [] });
  });

  it('has the line of every filled row, whatever lies between', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean()), (filled) => {
        const grid = gridOf(['nip', 'nama'], ...filled.map((full) => (full ? ['1', 'x'] : ['', ' '])));
        const lines = filled.flatMap((full, at) => (full ? [at + 2] : []));
        expect(makeTable(grid).rows.map(({ line }) => line)).toEqual(lines);
      }),
    );
  });

  it('holds cells that are clean, and cleaning them again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = cleanText(text);
        expect(cleanText(clean)).toBe(clean);
        expect(clean).toBe(clean.trim());
        expect(clean).not.toContain('\0');
      }),
    );
  });
});

describe('columns', () => {
  it('are found by name and by synonym', () => {
    const table = tableOf(
      ['NIP', 'Nama Lengkap', 'No. RHK'],
      [{ NIP: '1', 'Nama Lengkap': 'A', 'No. RHK': '2' }],
    );
    expect(selectColumns(table, spec)).toEqual({
      columns: ['nip', 'nama', 'rhk_no'],
      rows: [{ line: 2, cells: { nip: '1', nama: 'A', rhk_no: '2' } }],
      problems: [],
      warnings: [],
    });
  });

  it('that are required and missing are named, and no row is read', () => {
    const { rows, problems } = selectColumns(tableOf(['nip', 'x'], [{ nip: '1' }]), spec);
    expect(problems).toEqual([{ line: 1, column: 'nama', code: 'missing_column' }]);
    expect(rows).toEqual([]);
  });

  it('that are unknown are named and ignored, be they called like a part of an object', () => {
    const { problems, warnings } = selectColumns(
      tableOf(['nip', 'nama', 'constructor'], [{ nip: '1', nama: 'A', constructor: 'x' }]),
      spec,
    );
    expect(problems).toEqual([]);
    expect(warnings).toEqual([{ line: 1, column: 'constructor', code: 'unknown_column' }]);
  });

  it('that come twice, by name and synonym, are a problem', () => {
    const { problems } = selectColumns(tableOf(['nip', 'nama', 'nama lengkap'], [{ nip: '1' }]), spec);
    expect(problems).toEqual([{ line: 1, column: 'nama', code: 'duplicate_column' }]);
  });

  it('with a lone dash are empty', () => {
    const { rows } = selectColumns(
      tableOf(['nip', 'nama', 'rhk_no'], [{ nip: '1', nama: '-', rhk_no: '–' }]),
      spec,
    );
    expect(rows[0]?.cells).toEqual({ nip: '1', nama: '', rhk_no: '' });
  });

  it('without any row below are a problem', () => {
    expect(selectColumns(tableOf(['nip', 'nama'], []), spec).problems).toEqual([
      { line: 1, column: '', code: 'no_rows' },
    ]);
  });

  it('shifted by an unquoted separator are a problem of that row', () => {
    const table = makeTable([
      { line: 1, cells: ['nip', 'nama'] },
      { line: 2, cells: ['1', 'Budi', 'S.Sos'] },
    ]);
    expect(selectColumns(table, spec).problems).toEqual([
      { line: 2, column: '', code: 'extra_cells', value: 'S.Sos' },
    ]);
  });
});
