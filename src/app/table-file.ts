import { readFile } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { type GridRow, makeTable, type Table } from '../core/import/table.ts';

/** Why a file could not be read as a table; nothing is said yet about what it holds. */
export type TableFileProblem =
  | { code: 'not_found'; path: string }
  /** A folder, no permission, a disk error; `reason` is the system's code, such as `EACCES`. */
  | { code: 'not_readable'; path: string; reason: string }
  /** More than `limit` bytes. */
  | { code: 'too_large'; path: string; bytes: number; limit: number }
  | { code: 'empty'; path: string }
  /** A workbook of Excel 97–2003 (or one with a password): save it as .xlsx or CSV. */
  | { code: 'old_excel'; path: string }
  /** Neither CSV nor a workbook. */
  | { code: 'unknown_format'; path: string }
  /** A damaged workbook; `reason` is the reader's own words. */
  | { code: 'broken_workbook'; path: string; reason: string }
  /** A quote that is never closed, or the like, in the row that begins at `line`. */
  | { code: 'csv_syntax'; path: string; line: number; reason: string };

/** The answer of `readTableFile`. */
export type TableFile = { ok: true; table: Table } | { ok: false; problem: TableFileProblem };

/** Largest file that is read, in bytes. */
export const tableFileLimit = 25_000_000;

/**
 * Reads a CSV file or the first sheet of an .xlsx workbook into a table.
 *
 * What a file is, is told from its content, not its name. CSV: comma, semicolon or tab; UTF-8, UTF-16 with a
 * byte order mark, or Windows-1252. Workbook: whole numbers as all their digits, or in scientific form where
 * the workbook itself has lost digits; fractions with a comma; dates as `yyyy-MM-dd`; times of the day as `HH:mm`.
 */
export async function readTableFile(path: string): Promise<TableFile> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return failed(reason === 'ENOENT' ? { code: 'not_found', path } : { code: 'not_readable', path, reason });
  }
  if (bytes.length > tableFileLimit)
    return failed({ code: 'too_large', path, bytes: bytes.length, limit: tableFileLimit });
  if (startsWith(bytes, [0x50, 0x4b])) return readWorkbook(bytes, path);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return failed({ code: 'old_excel', path });
  const text = decode(bytes);
  return text.includes('\0') ? failed({ code: 'unknown_format', path }) : readCsv(text, path);
}

async function readWorkbook(bytes: Buffer, path: string): Promise<TableFile> {
  try {
    const sheet: unknown[][] = await readSheet<string>(bytes, { parseNumber: writeNumber });
    return found(
      sheet.map((row, at) => ({ line: at + 1, cells: row.map(writeCell) })),
      path,
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return failed({ code: 'broken_workbook', path, reason });
  }
}

function readCsv(text: string, path: string): TableFile {
  const unified = text.replace(/\r\n?/g, '\n');
  // Excel's own hint about the separator is a line of the file, but no row of it.
  const hint = /^sep=(.)\n/i.exec(unified);
  const body = hint ? unified.slice(hint[0].length) : unified;
  const skipped = hint ? 1 : 0;
  const grid: GridRow[] = [];
  let last = skipped;
  try {
    parse(body, {
      delimiter: hint?.[1] ?? separatorOf(body),
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      on_record: (cells: string[], { lines }) => {
        grid.push({ line: last + 1, cells });
        last = skipped + lines;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return failed({ code: 'csv_syntax', path, line: last + 1, reason: error.message });
  }
  return found(grid, path);
}

/** Chooses the separator that the first line with any of them has most often, quotes aside. */
function separatorOf(text: string): string {
  for (const line of text.split('\n', 50)) {
    const bare = line.replace(/"[^"]*"/g, '');
    const counts = [',', ';', '\t'].map((mark) => ({ mark, count: bare.split(mark).length - 1 }));
    const best = counts.reduce((a, b) => (b.count > a.count ? b : a));
    if (best.count > 0) return best.mark;
  }
  return ',';
}

function decode(bytes: Buffer): string {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function writeNumber(raw: string): string {
  const number = Number(raw);
  if (!Number.isFinite(number)) return raw;
  // Beyond 2^53 a workbook keeps 15 digits; writing the rest as zeros would hide that they are lost.
  if (Number.isInteger(number)) return Number.isSafeInteger(number) ? String(number) : number.toExponential();
  return String(Number(number.toPrecision(15))).replace('.', ',');
}

function writeCell(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return writeDate(cell);
  return String(cell);
}

/** Day 0 of a workbook; a time of the day is a fraction of that day. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const MINUTE = 60_000;

function writeDate(date: Date): string {
  if (Number.isNaN(date.valueOf())) return '';
  if (date.getUTCFullYear() >= 1900) return date.toISOString().slice(0, 10);
  const minutes = Math.round((date.valueOf() - DAY_ZERO) / MINUTE);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function found(grid: GridRow[], path: string): TableFile {
  const table = makeTable(grid);
  return table.header.length === 0 ? failed({ code: 'empty', path }) : { ok: true, table };
}

function failed(problem: TableFileProblem): TableFile {
  return { ok: false, problem };
}

function startsWith(bytes: Buffer, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}
