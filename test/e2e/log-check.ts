import { expect } from 'vitest';

/** Words shorter than this occur in any log by chance. */
const SHORTEST = 9;

/** Asserts that a log holds no token, no full employee number and nothing of what people typed. */
export function expectDiscreetLog(
  log: string,
  tokens: readonly string[],
  transcripts: readonly string[],
): void {
  expect(tokens.filter((token) => log.includes(token))).toEqual([]);
  expect(log.match(/(?<!\d)\d{18}(?!\d)/g) ?? [], 'full employee numbers in the log').toEqual([]);
  const typed = transcripts
    .flatMap((transcript) => transcript.split('\n'))
    .filter((line) => !line.startsWith('bot') && !line.startsWith('app'))
    .map((line) => line.replace(/^[^:]*: /, '').trim())
    .filter((text) => text.length >= SHORTEST && !/^(presses|clicks|fills|opens|submits)\b/.test(text));
  expect(typed.filter((text) => log.includes(text))).toEqual([]);
}
