import { drawable, type Face } from './text.ts';

/** A drawing that becomes a picture when it is sent; sizes are pixels. */
export interface Drawing {
  svg: string;
  width: number;
  height: number;
}

/** A part of a drawing: as large as it says, drawn with its upper left corner at a point. */
export interface Part {
  width: number;
  height: number;
  /** The part as SVG; `height` may be more than its own, where a frame has to fill its row. */
  draw(x: number, y: number, height: number): string;
}

/** How a rectangle looks. */
export interface RectStyle {
  fill: string;
  stroke?: string;
  radius?: number;
  dashed?: boolean;
}

/** The family that pictures are drawn with; its files come with the program. */
export const FONT_FAMILY = 'DejaVu Sans';

/** A rectangle. */
export function rect(x: number, y: number, width: number, height: number, style: RectStyle): string {
  const { fill, stroke, radius = 0, dashed = false } = style;
  const edge = stroke ? ` stroke="${stroke}"${dashed ? ' stroke-dasharray="5 4"' : ''}` : '';
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="${radius}" fill="${fill}"${edge}/>`;
}

/** A line along corners. */
export function polyline(points: readonly (readonly [number, number])[], stroke: string): string {
  const path = points.map(([x, y]) => `${n(x)},${n(y)}`).join(' ');
  return `<polyline points="${path}" fill="none" stroke="${stroke}" stroke-width="1.5" stroke-linejoin="round"/>`;
}

/** Lines of text below each other; `y` is the upper edge of the first one. */
export function textLines(
  lines: readonly string[],
  x: number,
  y: number,
  face: Face & { color: string },
): string {
  const { size, bold, color } = face;
  const attributes = `font-size="${size}" fill="${color}"${bold ? ' font-weight="bold"' : ''}`;
  return lines
    .map((line, index) => {
      const base = y + index * lineHeight(size) + size;
      return `<text x="${n(x)}" y="${n(base)}" ${attributes}>${escapeXml(drawable(line))}</text>`;
    })
    .join('');
}

/** Pixels from one line of text to the next. */
export const lineHeight = (size: number) => Math.round(size * 1.36 * 10) / 10;

/** A whole drawing on a ground of one colour. */
export function drawing(width: number, height: number, ground: string, content: string): Drawing {
  const [w, h] = [Math.ceil(width), Math.ceil(height)];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" font-family="${FONT_FAMILY}">${rect(0, 0, w, h, { fill: ground })}${content}</svg>`;
  return { svg, width: w, height: h };
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

const n = (value: number) => String(Math.round(value * 10) / 10);
