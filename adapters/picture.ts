import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { OutFile } from '../src/core/message.ts';

const fonts = dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json'));
/** Fonts of pictures; only these are used, so that a picture looks the same on every machine. */
export const fontFiles = ['DejaVuSansCondensed.ttf', 'DejaVuSansCondensed-Bold.ttf'].map((file) =>
  join(fonts, 'ttf', file),
);
/** Pixels of the picture for each one of the drawing: sharp on a phone. */
const SCALE = 2;

/** Draws an SVG as PNG, outside of the event loop; the library is loaded with the first picture. */
export async function toPng(svg: string): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const picture = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: SCALE },
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'DejaVu Sans' },
  });
  return picture.asPng();
}

/** The bytes of a file of a message: read from below `evidenceDir`, or drawn. */
export async function bytesOf(file: OutFile, evidenceDir: string): Promise<Uint8Array> {
  return 'svg' in file ? toPng(file.svg) : readFile(join(evidenceDir, file.path));
}

/** The longer side of a PNG in pixels. */
export function longerSide(png: Uint8Array): number {
  const header = new DataView(png.buffer, png.byteOffset);
  return Math.max(header.getUint32(16), header.getUint32(20));
}
