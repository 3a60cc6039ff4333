import { fraction } from '../../rulebooks/fraction.ts';
import type { Pp30Indicator } from '../../rulebooks/pp30-indicator.ts';
import type { StaffResult } from '../../rulebooks/pp30-staff.ts';
import type { Regime } from '../../rulebooks/regime.ts';
import type { Cells } from './cells.ts';
import {
  ASPECT_COLUMNS,
  type AspectColumn,
  BEHAVIOURS,
  CATEGORIES,
  CREATIVITY_POINTS,
  type Part,
  RATINGS,
} from './columns.ts';
import type { PartContent } from './row.ts';

const MAX_TASKS = 999;
const CASCADES: ReadonlyMap<string, StaffResult['cascade']> = new Map([
  ['langsung', 'direct'],
  ['direct', 'direct'],
  ['tidak_langsung', 'non_direct'],
  ['non_direct', 'non_direct'],
]);
const YES_NO: ReadonlyMap<string, boolean> = new Map([
  ['ya', true],
  ['yes', true],
  ['tidak', false],
  ['no', false],
]);
const SPECIAL = 'khusus';
const MAXIMAL = 'maksimal';

/** Reads what a row says of its part; null where its cells have a problem. */
export function readContent(cells: Cells, part: Part, regime: Regime): PartContent | null {
  switch (part) {
    case 'activity':
      return readActivity(cells);
    case 'tasks':
      return readTasks(cells);
    case 'creativity': {
      const creativity = cells.word('nilai', CREATIVITY_POINTS);
      return creativity && { part, creativity };
    }
    case 'plan':
    case 'first_half':
    case 'second_half': {
      const max = part === 'second_half' ? 120 : regime === 'pp30' ? 130 : 200;
      const value = cells.number('nilai', { max });
      return value && { part, value };
    }
    case 'behaviour':
      return regime === 'p2022' ? readRating(cells, 'behaviour_rating') : readBehaviour(cells, regime);
    case 'result':
      return readResult(cells);
    case 'agreement':
    case 'initiative':
      return readIndicator(cells, part);
    case 'additional':
      return readAdditional(cells);
    case 'new_idea':
      return readIdea(cells);
    case 'integrated': {
      if (cells.text('nilai') === '') return { part, value: null };
      const value = cells.number('nilai', { max: 120 });
      return value && { part, value };
    }
    case 'results':
      return readRating(cells, 'result_rating');
  }
}

function readActivity(cells: Cells): PartContent | null {
  const [quantity, quality, time] = (['kuantitas', 'kualitas', 'waktu'] as const).map((aspect) =>
    readMeasure(cells, aspect),
  );
  const costless = cells.text('target_biaya') === '' && cells.text('realisasi_biaya') === '';
  const cost = costless ? null : readMeasure(cells, 'biaya');
  if (!quantity || !quality || !time || (!costless && !cost)) return null;
  return { part: 'activity', activity: { quantity, quality, time, cost } };
}

function readMeasure(cells: Cells, aspect: AspectColumn) {
  const target = cells.target(`target_${aspect}`);
  const realised = cells.number(`realisasi_${aspect}`);
  return target && realised && { target, realised };
}

/** How many tasks a row stands for: one, or the whole number in `nilai`. */
function readTasks(cells: Cells): PartContent | null {
  if (cells.text('nilai') === '') return { part: 'tasks', count: 1 };
  const value = cells.number('nilai', { max: MAX_TASKS });
  if (value && value.denominator !== 1n) {
    const { line } = cells;
    cells.problems.push({
      ...{ line, column: 'nilai', code: 'score', value: cells.text('nilai'), min: 0, max: MAX_TASKS },
    });
    return null;
  }
  return value && { part: 'tasks', count: Number(value.numerator) };
}

function readBehaviour(cells: Cells, regime: Regime): PartContent | null {
  const known = new Map(
    [...BEHAVIOURS].filter(
      ([, behaviour]) =>
        behaviour !== (regime === 'pp46' ? 'initiative' : 'integrity') &&
        (regime === 'pp46' || behaviour !== 'discipline'),
    ),
  );
  const name = cells.text('uraian') === '' ? null : cells.word('uraian', known);
  const value = cells.number('nilai', { max: regime === 'pp46' ? 100 : 120 });
  if (!value || (name === null && cells.text('uraian') !== '')) return null;
  return { part: 'behaviour', name, value };
}

function readIdea(cells: Cells): PartContent | null {
  const given = cells.text('nilai') === '' ? true : cells.word('nilai', YES_NO);
  return given === null ? null : { part: 'new_idea', given };
}

function readRating(cells: Cells, part: 'behaviour_rating' | 'result_rating'): PartContent | null {
  const rating = cells.word('kategori', RATINGS);
  return rating && { part, rating };
}

/** A planned result: the level that was reached (`kategori`), or its aspects, those in `kondisi` with less being better. */
function readResult(cells: Cells): PartContent | null {
  const cascade = cells.text('cara') === '' ? 'direct' : cells.word('cara', CASCADES);
  const aspects = ASPECT_COLUMNS.filter(
    (aspect) => cells.text(`target_${aspect}`) !== '' || cells.text(`realisasi_${aspect}`) !== '',
  );
  const special = readConditions(cells, ASPECT_COLUMNS);
  if (aspects.length === 0) {
    const level = cells.word('kategori', CATEGORIES);
    return level && cascade && { part: 'result', result: { outcome: { level }, cascade } };
  }
  const read = aspects.map((aspect) => readPp30(cells, aspect, special?.includes(aspect) ?? false));
  const indicators = read.flatMap((indicator) => indicator ?? []);
  if (!cascade || !special || indicators.length < aspects.length) return null;
  return { part: 'result', result: { outcome: { aspects: indicators }, cascade } };
}

function readIndicator(cells: Cells, part: 'agreement' | 'initiative'): PartContent | null {
  const conditions = readConditions(cells, [SPECIAL, MAXIMAL]);
  const indicator = readPp30(cells, 'kuantitas', conditions?.includes(SPECIAL) ?? false);
  if (!indicator || !conditions) return null;
  return { part, indicator: { ...indicator, maximal: conditions.includes(MAXIMAL) } };
}

function readPp30(cells: Cells, aspect: AspectColumn, special: boolean): Pp30Indicator | null {
  const target = cells.targetOrRange(`target_${aspect}`);
  const realised = cells.number(`realisasi_${aspect}`);
  return target && realised && { target, realised, condition: special ? 'special' : 'normal' };
}

function readAdditional(cells: Cells): PartContent | null {
  const category = cells.word('kategori', CATEGORIES);
  const scope = cells.number('bobot', { max: 100 });
  const value = cells.text('nilai') === '' ? fraction(100) : cells.number('nilai', { max: 120 });
  return category && scope && value && { part: 'additional', additional: { category, scope, value } };
}

/** The words of `kondisi`, several joined by a comma or `+`; null where one is unknown. */
function readConditions<W extends string>(cells: Cells, known: readonly W[]): W[] | null {
  const words = cells
    .text('kondisi')
    .toLowerCase()
    .split(/\s*[,;+]\s*/)
    .filter((word) => word !== '' && word !== 'normal');
  const found = words.flatMap((word) => known.find((one) => one === word) ?? []);
  if (found.length === words.length) return found;
  const value = cells.text('kondisi');
  cells.problems.push({ line: cells.line, column: 'kondisi', code: 'evaluation_word', value, known });
  return null;
}
