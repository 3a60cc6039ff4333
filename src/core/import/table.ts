/** One row of a file with its cells by column; `line` is the number that a person sees in the file. */
export interface TableRow {
  line: number;
  cells: Record<string, string>;
}

/** A file as a table, whatever it was: CSV or spreadsheet. */
export interface Table {
  header: string[];
  /** Line of the header; 1 where it is not given. */
  headerLine?: number;
  rows: TableRow[];
}

/** A row before its columns have names. */
export interface GridRow {
  line: number;
  cells: readonly string[];
}

/** Where in a file something was found; `column` is the documented name, or `''` for the whole row. */
export interface Place {
  line: number;
  column: string;
}

/** What makes a whole file unreadable, or shifts a row against its header. */
export type TableProblem =
  | (Place & { code: 'missing_column' })
  | (Place & { code: 'duplicate_column' })
  /** Text to the right of the last column: mostly a separator that should have been in quotes. */
  | (Place & { code: 'extra_cells'; value: string })
  | (Place & { code: 'no_rows' });

/** A column that is ignored, because its name is not known. */
export type TableWarning = Place & { code: 'unknown_column' };

/** The columns of one kind of file; `synonyms` leads from a normalised heading to a column. */
export interface ColumnSpec<C extends string> {
  required: readonly C[];
  optional: readonly C[];
  synonyms: ReadonlyMap<string, C>;
}

/** A row whose every documented column has a text, `''` where the file has none or a lone dash. */
export interface ColumnRow<C extends string> {
  line: number;
  cells: Record<C, string>;
}

/** The rows of a table by documented column; no rows where the header is wrong. */
export interface ColumnReading<C extends string> {
  /** Documented columns that the file has. */
  columns: C[];
  rows: ColumnRow<C>[];
  problems: TableProblem[];
  warnings: TableWarning[];
}

/** Turns lists of synonyms by column into the map that `selectColumns` asks. */
export function synonymsOf<C extends string>(lists: Partial<Record<C, readonly string[]>>): Map<string, C> {
  const pairs = Object.entries(lists) as [C, readonly string[]][];
  return new Map(pairs.flatMap(([column, names]) => names.map((name) => [name, column] as const)));
}

/** Key in `cells` of what stands to the right of the last heading. */
export const extraCells = '';

/**
 * Removes what nobody sees from a cell: byte order marks, control characters, doubled and outer spaces.
 *
 * Line breaks inside a cell become spaces. PostgreSQL would refuse NUL and lone surrogates.
 */
export function cleanText(text: string): string {
  return text
    .replace(/[\u200b\u2060\ufeff\p{Cs}]/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

/** Brings a heading to the form in which it is compared: `" No. RHK *"` becomes `no_rhk`. */
export function normaliseHeader(text: string): string {
  return cleanText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
}

/**
 * Gives the rows of a file their columns.
 *
 * The header is the first row with at least two filled cells, so that a title above it does no harm.
 * Empty rows and columns without a heading are left out; the other rows keep their line numbers.
 */
export function makeTable(grid: readonly GridRow[]): Table {
  const clean = grid.map(({ line, cells }) => ({ line, cells: cells.map(cleanText) }));
  const filled = clean.filter((row) => row.cells.some((cell) => cell !== ''));
  const wide = filled.findIndex((row) => row.cells.filter((cell) => cell !== '').length > 1);
  const start = Math.max(wide, 0);
  const head = filled[start];
  if (!head) return { header: [], rows: [] };
  const names = head.cells.map(normaliseHeader);
  const width = names.findLastIndex((name) => name !== '') + 1;
  return {
    header: names.filter((name) => name !== ''),
    headerLine: head.line,
    rows: filled.slice(start + 1).map(({ line, cells }) => ({ line, cells: nameCells(names, width, cells) })),
  };
}

/** Finds the documented columns in a table, by name or synonym, and says which are missing or unknown. */
export function selectColumns<C extends string>(table: Table, spec: ColumnSpec<C>): ColumnReading<C> {
  const line = table.headerLine ?? 1;
  const documented = [...spec.required, ...spec.optional];
  const problems: TableProblem[] = [];
  const warnings: TableWarning[] = [];
  const headings = new Map<C, string>();
  for (const heading of table.header) {
    const name = normaliseHeader(heading);
    const column = documented.find((known) => known === name) ?? spec.synonyms.get(name);
    if (column === undefined) warnings.push({ line, column: heading, code: 'unknown_column' });
    else if (headings.has(column)) problems.push({ line, column, code: 'duplicate_column' });
    else headings.set(column, heading);
  }
  for (const column of spec.required)
    if (!headings.has(column)) problems.push({ line, column, code: 'missing_column' });
  const columns = documented.filter((column) => headings.has(column));
  if (problems.length > 0) return { columns, rows: [], problems, warnings };
  const rows: ColumnRow<C>[] = [];
  for (const row of table.rows) {
    const texts = documented.map((column) => {
      const heading = headings.get(column);
      const text = heading === undefined ? '' : cleanText(row.cells[heading] ?? '');
      return /^[-–—]$/.test(text) ? '' : text;
    });
    const extra = cleanText(row.cells[extraCells] ?? '');
    if (extra !== '') problems.push({ line: row.line, column: '', code: 'extra_cells', value: extra });
    if (texts.every((text) => text === '')) continue;
    const cells = Object.fromEntries(documented.map((column, at) => [column, texts[at]!]));
    rows.push({ line: row.line, cells: cells as Record<C, string> });
  }
  if (rows.length === 0) problems.push({ line, column: '', code: 'no_rows' });
  return { columns, rows, problems, warnings };
}

/** Reads a cell that may stay empty. */
export function optionalText(text: string): string | null {
  return text === '' ? null : text;
}

/** Orders findings as the file shows them. */
export function byLine<T extends Place>(found: readonly T[]): T[] {
  return found.toSorted((a, b) => a.line - b.line);
}

function nameCells(names: string[], width: number, cells: string[]): Record<string, string> {
  const named: Record<string, string> = {};
  names.slice(0, width).forEach((name, at) => {
    // Of two columns with one name the first is kept; the header is reported anyway.
    if (name !== '') named[name] ??= cells[at] ?? '';
  });
  const extra = cells.slice(width).filter((cell) => cell !== '');
  if (extra.length > 0) named[extraCells] = extra.join(' ');
  return named;
}
