import fc from 'fast-check';
import { expect, it } from 'vitest';
import { longerSide, toPng } from '../../adapters/picture.ts';
import { drawing, rect, textLines } from '../../src/core/picture/svg.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const face = { size: 14, bold: false, color: '#000000' };

it('is a PNG of twice the size of its drawing', async () => {
  const png = await toPng(drawing(300, 120, '#ffffff', rect(10, 10, 50, 50, { fill: '#1d5c8f' })).svg);
  const header = Buffer.from(png);
  expect([...header.subarray(0, 8)]).toEqual(SIGNATURE);
  expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([600, 240]);
  expect(longerSide(png)).toBe(600);
});

it('shows text in the font that comes with the program', async () => {
  const draw = (text: string) => toPng(drawing(300, 40, '#ffffff', textLines([text], 5, 5, face)).svg);
  const [nothing, one, other] = [await draw(''), await draw('Sasaran'), await draw('Hasil')];
  expect(Buffer.from(one).equals(nothing)).toBe(false);
  expect(Buffer.from(one).equals(other)).toBe(false);
  expect(Buffer.from(one).equals(await draw('Sasaran'))).toBe(true);
});

it('is drawn whatever people have typed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
      const png = await toPng(drawing(200, 40, '#ffffff', textLines([text], 5, 5, face)).svg);
      expect([...png.subarray(0, 8)]).toEqual(SIGNATURE);
    }),
    { numRuns: 20 },
  );
});
