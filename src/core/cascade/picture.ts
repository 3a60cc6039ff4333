import { flow } from '../picture/flow.ts';
import { type Drawing, drawing, lineHeight, type Part, polyline, rect, textLines } from '../picture/svg.ts';
import { type Face, textWidth, wrapText } from '../picture/text.ts';
import { type CardTone, FRAMES, INK, LOOKS, MUTED, RAIL } from './card-look.ts';

/** A card with those below it; all words come from outside. */
export interface Card {
  tone: CardTone;
  label: string;
  title: string;
  notes: readonly string[];
  children: readonly Card[];
}

/** Everything that a picture of a tree says. */
export interface TreePicture {
  title: string;
  subtitle: string;
  cards: readonly Card[];
  /** Results without a place in the tree; null: there are none. */
  apart: { title: string; cards: readonly Card[] } | null;
  legend: readonly { tone: CardTone; text: string }[];
  foot: readonly string[];
}

const LABEL: Face = { size: 10.5, bold: true };
const TITLE: Face = { size: 12.5, bold: false };
const BAR_TITLE: Face = { size: 13.5, bold: true };
const NOTE: Face = { size: 10.5, bold: false };
const HEAD: Face = { size: 21, bold: true };
const SUBHEAD: Face = { size: 12.5, bold: false };
const SECTION: Face = { size: 14, bold: true };

const MARGIN = 32;
/** Of everything between the margins, so that a picture stays readable on a phone. */
const MAX_WIDTH = 1216;
const COLUMN = 278;
/** Where there is only one column, so that the picture is not a strip. */
const ONLY_COLUMN = 514;
const PAD = 14;
const GAP = 14;
const INDENT = 18;
/** Deeper cards stay where they are, so that they do not become too narrow. */
const MAX_INDENTS = 4;
const MAX_TITLE_LINES = 4;

/** Draws a tree: goals as bars over frames, in them results in columns, and below each result whoever supports it. */
export function drawTree(tree: TreePicture): Drawing {
  const bodyIn = (each: number) =>
    flow(
      tree.cards.map((card) => block(card, MAX_WIDTH, each)),
      MAX_WIDTH,
      GAP,
      GAP,
    );
  const usual = bodyIn(COLUMN);
  const body = usual.width < 2 * COLUMN ? bodyIn(ONLY_COLUMN) : usual;
  const apart = flow(
    (tree.apart?.cards ?? []).map((card) => column(card, COLUMN, 0)),
    MAX_WIDTH,
    GAP,
    GAP,
  );
  const width = Math.max(2 * COLUMN + GAP, body.width, apart.width);
  const parts: string[] = [];
  let y = MARGIN;
  const write = (text: string, face: Face, color: string, max: number, after: number) => {
    const lines = wrapText(text, face, width, max);
    parts.push(textLines(lines, MARGIN, y, { ...face, color }));
    y += lines.length * lineHeight(face.size) + after;
  };
  const place = (part: Part) => {
    parts.push(part.draw(MARGIN, y, part.height));
    y += part.height;
  };
  write(tree.title, HEAD, INK, 2, 4);
  write(tree.subtitle, SUBHEAD, MUTED, 2, 20);
  place(body);
  if (tree.apart) {
    y += 22;
    write(tree.apart.title, SECTION, LOOKS.orphan.label, 1, 8);
    place(apart);
  }
  y += 20;
  place(flow(tree.legend.map(legendEntry), width, 18, 6));
  y += 10;
  for (const line of tree.foot) write(line, NOTE, MUTED, 2, 2);
  return drawing(width + 2 * MARGIN, y + MARGIN - 10, '#ffffff', parts.join(''));
}

const isGoal = (tone: CardTone): tone is 'strategy' | 'agreement' =>
  tone === 'strategy' || tone === 'agreement';

/** A goal with everything below it in a frame, or a result with its column. */
function block(card: Card, available: number, each: number): Part {
  if (!isGoal(card.tone)) return column(card, each, 0);
  const inner = flow(
    card.children.map((child) => block(child, available - 2 * PAD, each)),
    available - 2 * PAD,
    GAP,
    GAP + 10,
  );
  const width = Math.max(each + 2 * PAD, inner.width + 2 * PAD);
  const bar = cardPart(card, width);
  const top = bar.height + GAP + 4;
  const frame = FRAMES[card.tone];
  const height = card.children.length > 0 ? top + inner.height + PAD : bar.height;
  return {
    width,
    height,
    draw(x, y, full) {
      if (card.children.length === 0) return bar.draw(x, y, bar.height);
      const rails = inner.rows.map((row, index) => {
        const rowY = y + top + row[0]!.y;
        const centres = row.map(({ part, x: at }) => x + PAD + at + part.width / 2);
        const drops = centres.map((at) =>
          polyline(
            [
              [at, index === 0 ? y + bar.height : rowY - 12],
              [at, rowY],
            ],
            RAIL,
          ),
        );
        if (index === 0) return drops.join('');
        // Further rows hang on a trunk at the edge of the frame.
        const trunk = [
          [x + PAD / 2, y + bar.height],
          [x + PAD / 2, rowY - 12],
          [centres.at(-1)!, rowY - 12],
        ] as const;
        return polyline(trunk, RAIL) + drops.join('');
      });
      return [
        rect(x, y, width, full, { ...frame, radius: 10 }),
        ...rails,
        bar.draw(x, y, bar.height),
        inner.draw(x + PAD, y + top, inner.height),
      ].join('');
    },
  };
}

/** A result with those who support it below each other, each a step to the right. */
function column(card: Card, width: number, depth: number): Part {
  const head = cardPart(card, width);
  const indent = depth < MAX_INDENTS ? INDENT : 0;
  const children = card.children.map((child) => column(child, width - indent, depth + 1));
  const height = children.reduce((sum, child) => sum + 8 + child.height, head.height);
  return {
    width,
    height,
    draw(x, y) {
      const drawn: string[] = [];
      let at = y + head.height + 8;
      for (const [index, child] of children.entries()) {
        const down = [
          [x + 8, y + head.height],
          [x + 8, indent > 0 ? at + 16 : at],
        ] as const;
        const across = [x + indent, at + 16] as const;
        // Without a step to the right only the first one can be joined.
        if (indent > 0 || index === 0) drawn.push(polyline(indent > 0 ? [...down, across] : down, RAIL));
        drawn.push(child.draw(x + indent, at, child.height));
        at += child.height + 8;
      }
      return drawn.join('') + head.draw(x, y, head.height);
    },
  };
}

/** One card: label, title and notes, each wrapped to its width. */
function cardPart({ tone, label, title, notes }: Card, width: number): Part {
  const look = LOOKS[tone];
  const titleFace = isGoal(tone) ? BAR_TITLE : TITLE;
  const inner = width - 2 * 12;
  const texts = [
    { face: LABEL, color: look.label, lines: label === '' ? [] : wrapText(label, LABEL, inner, 2) },
    {
      face: titleFace,
      color: look.title,
      lines: title === '' ? [] : wrapText(title, titleFace, inner, MAX_TITLE_LINES),
    },
    ...notes.map((note) => ({ face: NOTE, color: look.note, lines: wrapText(note, NOTE, inner, 2) })),
  ].filter(({ lines }) => lines.length > 0);
  const height = texts.reduce((sum, { face, lines }) => sum + lines.length * lineHeight(face.size) + 3, 15);
  return {
    width,
    height,
    draw(x, y) {
      const parts = [
        rect(x, y, width, height, { fill: look.fill, stroke: look.stroke, radius: 7, dashed: look.dashed }),
        ...(isGoal(tone) ? [] : [rect(x, y + 7, 3.5, height - 14, { fill: look.accent, radius: 1.5 })]),
      ];
      let at = y + 8;
      for (const { face, color, lines } of texts) {
        parts.push(textLines(lines, x + 12, at, { ...face, color }));
        at += lines.length * lineHeight(face.size) + 3;
      }
      return parts.join('');
    },
  };
}

function legendEntry({ tone, text }: { tone: CardTone; text: string }): Part {
  const look = LOOKS[tone];
  return {
    width: 18 + textWidth(text, NOTE),
    height: 14,
    draw: (x, y) =>
      rect(x, y + 1, 12, 12, { fill: look.fill, stroke: look.accent, radius: 3 }) +
      textLines([text], x + 18, y + 1, { ...NOTE, color: MUTED }),
  };
}
