import { expect, it } from 'vitest';
import { textsOf } from '../../src/i18n/texts.ts';

it.each([
  ['2026-03', 'Maret 2026', 'March 2026'],
  ['2026-Q1', 'Triwulan I 2026', 'Quarter 1 of 2026'],
  ['2021-H2', 'Semester II 2021', 'Half 2 of 2021'],
  ['2026', 'Tahun 2026', 'Year 2026'],
  ['2019-03-01..2019-08-31', '2019-03-01..2019-08-31', '2019-03-01..2019-08-31'],
])('the period %s is called %s, and %s', (text, indonesian, english) => {
  expect(textsOf('id').period(text)).toBe(indonesian);
  expect(textsOf('en').period(text)).toBe(english);
});
