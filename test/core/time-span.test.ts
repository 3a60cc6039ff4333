import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockTime } from '../../src/core/local-time.ts';
import { findTimeSpan, parseTimeSpan } from '../../src/core/time-span.ts';

describe('an answer to "from when to when"', () => {
  it.each([
    ['08.00-10.00', 480, 600],
    ['8-10', 480, 600],
    ['08:15 – 10:45', 495, 645],
    ['jam 8 sampai 10', 480, 600],
    ['pukul 07.30 s.d. 16.00 WITA', 450, 960],
    ['22.00-24.00', 1320, 1440],
  ])('reads %s', (text, start, end) => {
    expect(parseTimeSpan(text)).toEqual({ start, end });
  });

  it.each([
    ['22.00-02.00', 'across_midnight'],
    ['08.00-08.00', 'empty'],
    ['tadi pagi', 'unclear'],
    ['25.00-26.00', 'unclear'],
    ['08.75-09.00', 'unclear'],
    ['', 'unclear'],
  ])('says why %s is not one', (text, problem) => {
    expect(parseTimeSpan(text)).toEqual({ problem });
  });

  it('reads back what is shown, for every start before every end', () => {
    const minute = fc.integer({ min: 0, max: 1440 });
    fc.assert(
      fc.property(minute, minute, fc.constantFrom('id' as const, 'en' as const), (a, b, locale) => {
        fc.pre(a < b);
        expect(parseTimeSpan(`${clockTime(a, locale)}-${clockTime(b, locale)}`)).toEqual({
          start: a,
          end: b,
        });
      }),
    );
  });
});

describe('a time span in a sentence', () => {
  it('is found with minutes or after "jam", and taken out of the text', () => {
    expect(findTimeSpan('Rapat 08.00-10.00 di aula')).toEqual({
      span: { start: 480, end: 600 },
      rest: 'Rapat   di aula',
    });
    expect(findTimeSpan('rapat jam 8 sampai 10')?.span).toEqual({ start: 480, end: 600 });
  });

  it('is not seen in numbers that count something', () => {
    expect(findTimeSpan('Rapat dengan 8-10 peserta')).toBeNull();
    expect(findTimeSpan('Perwali 12.2024-2025')).toBeNull();
  });
});
