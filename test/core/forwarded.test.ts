import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followUp, shorten } from '../../src/core/forwarded.ts';

const title = (line: string) => `Menindaklanjuti: ${line}`;

describe('a forwarded text', () => {
  it('is named by its first line, and the rest follows', () => {
    expect(followUp('\n Undangan  rapat \n\nRabu, di aula\n', title, 1000)).toBe(
      'Menindaklanjuti: Undangan rapat\nRabu, di aula',
    );
  });

  it('with a long first line shows it cut in the title and whole below', () => {
    const line = 'a'.repeat(200);
    const [head, body] = followUp(line, title, 1000).split('\n');
    expect(head).toBe(`Menindaklanjuti: ${'a'.repeat(119)}…`);
    expect(body).toBe(line);
  });

  it('always fits, and is never cut within a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 3000 }),
        fc.integer({ min: 40, max: 1000 }),
        (text, max) => {
          const what = followUp(text, title, max);
          expect(what.length).toBeLessThanOrEqual(max);
          expect(/\p{Cs}/u.test(what)).toBe(false);
          expect(shorten(text, text.length)).toBe(text);
        },
      ),
    );
  });
});
