import type { Part } from './svg.ts';

/** Parts in rows, as many in a row as fit; all of a row get its height. */
export interface Flow extends Part {
  /** Where each part comes to stand, relative to the flow's corner, row by row. */
  rows: { part: Part; x: number; y: number; height: number }[][];
}

/** Sets parts side by side, and below each other where `width` pixels are used up. */
export function flow(parts: readonly Part[], width: number, gapX: number, gapY: number): Flow {
  const groups: Part[][] = [];
  let used = 0;
  for (const part of parts) {
    const row = groups.at(-1);
    if (row && used + gapX + part.width <= width) {
      row.push(part);
      used += gapX + part.width;
    } else {
      groups.push([part]);
      used = part.width;
    }
  }
  let y = 0;
  const rows = groups.map((group) => {
    const height = Math.max(...group.map((part) => part.height));
    let x = 0;
    const row = group.map((part) => {
      const placed = { part, x, y, height };
      x += part.width + gapX;
      return placed;
    });
    y += height + gapY;
    return row;
  });
  return {
    rows,
    width: Math.max(0, ...rows.map((row) => row.at(-1)!.x + row.at(-1)!.part.width)),
    height: Math.max(0, y - gapY),
    draw: (left, top) =>
      rows
        .flat()
        .map(({ part, x, y, height }) => part.draw(left + x, top + y, height))
        .join(''),
  };
}
