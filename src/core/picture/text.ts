/** How text is set in a picture; sizes are pixels of the drawing. */
export interface Face {
  size: number;
  bold: boolean;
}

/** Advance widths of U+0020 to U+007E in thousandths of the size: DejaVu Sans Condensed 2.37, and its bold. */
const REGULAR =
  '286 360 414 754 572 855 702 247 351 351 450 754 286 325 286 303 572 572 572 572 572 572 572 572 572 572 303 303 754 754 754 478 900 615 617 628 693 568 518 697 677 265 265 590 501 776 673 708 542 708 625 571 549 659 615 890 616 549 616 351 303 351 754 450 450 551 571 495 571 554 316 571 570 250 250 521 250 876 570 550 571 571 370 469 353 570 532 736 532 532 472 572 303 572 754';
const BOLD =
  '313 410 469 754 626 901 785 275 411 411 470 754 342 374 342 329 626 626 626 626 626 626 626 626 626 626 360 360 754 754 754 522 900 696 686 660 747 615 615 738 753 334 334 697 573 896 753 765 659 765 693 648 614 730 696 993 694 651 652 411 329 411 754 450 450 607 644 533 644 610 391 644 641 308 308 598 308 938 641 618 644 644 444 536 430 641 586 831 580 586 523 641 329 641 754';
const widths = { regular: REGULAR.split(' ').map(Number), bold: BOLD.split(' ').map(Number) };
/** What is not in the tables is taken for a wide letter, so that text rather ends too early than too late. */
const OTHER = 900;
const FULL_WIDTH = 1_100;

/** The width of a text in pixels, near enough to break lines by. */
export function textWidth(text: string, { size, bold }: Face): number {
  const table = bold ? widths.bold : widths.regular;
  let sum = 0;
  for (const char of text) {
    const code = char.codePointAt(0)!;
    if (/\p{M}/u.test(char)) continue;
    sum += table[code - 32] ?? (code > 0x2e7f ? FULL_WIDTH : code < 0x250 ? 720 : OTHER);
  }
  return (sum * size) / 1000;
}

/**
 * A text as it may stand in a picture: one line without control and direction characters, emoji, and piles of marks.
 *
 * XML 1.0 knows no control characters, and a lone surrogate would spoil the whole drawing; the font has no emoji.
 */
export function drawable(text: string): string {
  return text
    .replace(/[\u{1f000}-\u{1faff}]\ufe0f?/gu, '')
    .replace(/[\p{Zs}\p{Zl}\p{Zp}\t\n\r]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .trim();
}

/** Breaks a text into lines of at most `width` pixels; what does not fit into `max` lines ends in an ellipsis. */
export function wrapText(text: string, face: Face, width: number, max: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of drawable(text)
    .split(' ')
    .flatMap((one) => pieces(one, face, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer, face) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
    if (lines.length > max) break;
  }
  if (line !== '') lines.push(line);
  if (lines.length <= max) return lines;
  return [...lines.slice(0, max - 1), shortened(`${lines[max - 1]!}…`, face, width)];
}

/** A word in pieces that fit into a line each. */
function pieces(word: string, face: Face, width: number): string[] {
  if (textWidth(word, face) <= width) return [word];
  const found: string[] = [];
  let piece = '';
  for (const char of word) {
    if (piece !== '' && textWidth(piece + char, face) > width) {
      found.push(piece);
      piece = '';
    }
    piece += char;
  }
  return [...found, piece];
}

/** The text before its ellipsis, made shorter until both fit. */
function shortened(text: string, face: Face, width: number): string {
  const chars = [...text.slice(0, -1)];
  while (chars.length > 1 && textWidth(`${chars.join('')}…`, face) > width) chars.pop();
  return `${chars.join('').trimEnd()}…`;
}
