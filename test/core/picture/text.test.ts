import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fontFiles } from '../../../adapters/picture.ts';
import { FONT_FAMILY, textLines } from '../../../src/core/picture/svg.ts';
import { drawable, textWidth, wrapText } from '../../../src/core/picture/text.ts';

const face = { size: 20, bold: false };
const HEAD = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="40" font-family="${FONT_FAMILY}">`;

describe('the width of a text', () => {
  it.each([
    ['Tersusunnya dokumen RKPD yang selaras dengan RPJMD', false],
    ['Budi Santoso, S.T., M.Si. · RHK 12 (target 72,5%)', true],
    ['AVAV WAWA iiii llll MMMM 0123456789', false],
  ])('is that of the font: %s', (text, bold) => {
    const line = textLines([text], 0, 0, { ...face, bold, color: '#000000' });
    const font = { fontFiles, loadSystemFonts: false };
    const drawn = new Resvg(`${HEAD}${line}</svg>`, { font }).getBBox()!.width;
    expect(textWidth(text, { ...face, bold }) / drawn).toBeGreaterThan(0.97);
    expect(textWidth(text, { ...face, bold }) / drawn).toBeLessThan(1.06);
  });
});

describe('a wrapped text', () => {
  it('breaks between words, and a word that is too long within', () => {
    expect(wrapText('satu dua tiga', face, textWidth('satu dua', face), 5)).toEqual(['satu dua', 'tiga']);
    const [first, ...more] = wrapText('x'.repeat(100), face, 200, 50);
    expect(first!.length).toBeGreaterThan(5);
    expect([first, ...more].join('')).toBe('x'.repeat(100));
  });

  it('leaves out emoji, which the font does not have', () => {
    expect(drawable('Laporan 📊 kinerja 👩‍💻🇮🇩')).toBe('Laporan kinerja');
  });

  it('says by an ellipsis that there is more', () => {
    const lines = wrapText('satu dua tiga empat lima', face, textWidth('satu dua', face), 2);
    expect(lines).toEqual(['satu dua', expect.stringMatching(/^tiga.*…$/)]);
  });

  it('never has more lines than it may, nor lines that are too wide, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.integer({ min: 60, max: 400 }),
        fc.integer({ min: 1, max: 4 }),
        (text, width, max) => {
          const lines = wrapText(text, face, width, max);
          expect(lines.length).toBeLessThanOrEqual(max);
          for (const line of lines) expect(textWidth(line, face)).toBeLessThanOrEqual(width);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('keeps every word of a text that fits', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const lines = wrapText(text, face, 300, 1_000);
        expect(lines.join('').replaceAll(' ', '')).toBe(drawable(text).replaceAll(' ', ''));
      }),
    );
  });
});

describe('what may be drawn', () => {
  it.each([
    ['a\u0000b\u001bc', 'abc'],
    ['nama\u202Eterbalik', 'namaterbalik'],
    ['satu\n\tdua\u2028tiga', 'satu dua tiga'],
    ['\uD800lepas', 'lepas'],
    ['a\u0301\u0301\u0301\u0301\u0301', 'a\u0301\u0301'],
  ])('has no control or direction characters, lone surrogates or piles of marks: %j', (text, drawn) => {
    expect(drawable(text)).toBe(drawn);
  });
});
