/** Lines of minutes at most; three are usual. */
export const MAX_LINES = 5;
/** Characters of one line at most. */
export const MAX_LINE = 300;

/** Minutes as lines, or why a text is none; `line` counts from 1. */
export type MinutesReading =
  | { lines: string[] }
  | { problem: 'empty' }
  | { problem: 'too_many'; count: number }
  | { problem: 'too_long'; line: number; length: number };

const BULLET = /^(?:[-–—*•]|\d{1,2}[.)])\s+/;

/** Reads a text as lines, without numbers or bullets before them; empty lines do not count. */
export function textLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim().replace(BULLET, '').replace(/\s+/g, ' ').trim())
    .filter((line) => /[\p{L}\d]/u.test(line));
}

/** Reads the minutes of a dialogue: one to five lines. */
export function readMinutes(text: string): MinutesReading {
  const lines = textLines(text);
  if (lines.length === 0) return { problem: 'empty' };
  if (lines.length > MAX_LINES) return { problem: 'too_many', count: lines.length };
  const long = lines.findIndex((line) => line.length > MAX_LINE);
  return long < 0 ? { lines } : { problem: 'too_long', line: long + 1, length: lines[long]!.length };
}
