/** Start and end of an activity in minutes after local midnight; `end` may be 1440 (24.00). */
export interface TimeSpan {
  start: number;
  end: number;
}

/** Why a time span was not understood. */
export type TimeSpanProblem = 'unclear' | 'across_midnight' | 'empty';

const CLOCK = String.raw`(\d{1,2})(?:[.:](\d{2}))?`;
const JOIN = String.raw`\s*(?:-|–|—|s\.?\s?d\.?|sampai|hingga|to|until)\s*`;
const SPAN = new RegExp(
  `^(?:jam|pukul|pkl\\.?|at|from)?\\s*${CLOCK}${JOIN}(?:jam|pukul)?\\s*${CLOCK}(?:\\s*(?:wib|wita|wit))?$`,
  'i',
);
const SPAN_IN_TEXT = new RegExp(
  `(?:(?:jam|pukul|pkl\\.?)\\s*${CLOCK}${JOIN}(?:jam|pukul)?\\s*${CLOCK}|(?<![\\d.:,])(\\d{1,2})[.:](\\d{2})${JOIN}(\\d{1,2})[.:](\\d{2}))(?![\\d:])(?:\\s*(?:wib|wita|wit)\\b)?`,
  'i',
);

/** Reads an answer such as `08.00-10.00`, `8-10` or `jam 8 sampai 10`. */
export function parseTimeSpan(text: string): TimeSpan | { problem: TimeSpanProblem } {
  const match = SPAN.exec(text.trim());
  if (!match) return { problem: 'unclear' };
  return span(match[1], match[2], match[3], match[4]);
}

/** Finds a time span inside a sentence; plain `8-10` is left alone there, because it may count something. */
export function findTimeSpan(
  text: string,
): { span: TimeSpan | { problem: TimeSpanProblem }; rest: string } | null {
  const match = SPAN_IN_TEXT.exec(text);
  if (!match) return null;
  const [, a, b, c, d, e, f, g, h] = match;
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
  return { span: a === undefined ? span(e, f, g, h) : span(a, b, c, d), rest };
}

function span(h1 = '', m1 = '0', h2 = '', m2 = '0'): TimeSpan | { problem: TimeSpanProblem } {
  const [startMinutes, endMinutes] = [Number(m1), Number(m2)];
  const start = Number(h1) * 60 + startMinutes;
  const end = Number(h2) * 60 + endMinutes;
  if (startMinutes > 59 || endMinutes > 59 || start >= 1440 || end > 1440) return { problem: 'unclear' };
  if (end === start) return { problem: 'empty' };
  if (end < start) return { problem: 'across_midnight' };
  return { start, end };
}

/** Minutes between start and end. */
export function minutesOf(entry: { startMinute: number | null; endMinute: number | null }): number {
  return entry.startMinute === null || entry.endMinute === null ? 0 : entry.endMinute - entry.startMinute;
}
