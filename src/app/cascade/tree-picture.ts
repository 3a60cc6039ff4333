import type { CardTone } from '../../core/cascade/card-look.ts';
import { type Branch, firstNodes } from '../../core/cascade/forest.ts';
import { type Card, drawTree, type TreePicture } from '../../core/cascade/picture.ts';
import { longDate } from '../../core/local-time.ts';
import type { DrawnOutFile } from '../../core/message.ts';
import type { Session } from '../session.ts';
import { summaryOf } from './tree-view.ts';
import { labelOf, remarksOn } from './tree-words.ts';
import type { UnitTree } from './unit-tree.ts';

/** Goals and results in one picture; more of them could not be read. */
const MAX_NODES = 90;
const MAX_ORPHANS = 12;
const MAX_INDICATORS = 3;
/** Shared cells below one result. */
const MAX_CELLS = 6;

/** The tree of a unit as a picture that is drawn when it is sent. */
export function treeFile(session: Session, tree: UnitTree): DrawnOutFile {
  const { svg } = drawTree(treePicture(session, tree));
  const name = session.t.cascade.tree.file(tree.unit.name, tree.year).replace(/[^\p{L}\p{N} ._-]+/gu, ' ');
  return { svg, name: `${name.replace(/\s+/g, ' ').trim()}.png`, mime: 'image/png' };
}

/** Everything that the picture of a unit's tree says. */
function treePicture({ t, locale, today }: Session, tree: UnitTree): TreePicture {
  const texts = t.cascade.tree;
  const { forest, around, unit, year } = tree;
  const roots = firstNodes(forest.roots, MAX_NODES);
  const orphans = firstNodes(forest.orphans, MAX_ORPHANS);
  const tones = new Set<CardTone>();
  const cards = roots.branches.map((branch) => cardOf(branch));
  const apart = orphans.branches.map((branch) => cardOf(branch));
  const hidden = roots.hidden + orphans.hidden;
  return {
    title: texts.title(unit.name, year),
    subtitle: summaryOf(t, tree),
    cards,
    apart: apart.length > 0 ? { title: texts.orphans(forest.orphans.length), cards: apart } : null,
    legend: Object.entries(texts.legend)
      .filter(([tone]) => tones.has(tone as CardTone))
      .map(([tone, text]) => ({ tone: tone as CardTone, text: text() })),
    foot: [...(hidden > 0 ? [texts.left(hidden)] : []), texts.asOf(longDate(today, locale))],
  };

  function card(tone: CardTone, label: string, title: string, notes: string[], children: Card[]): Card {
    tones.add(tone);
    return { tone, label, title, notes, children };
  }

  function cardOf(branch: Branch): Card {
    const { node, cells, gap, hidden: left, children } = branch;
    const remarks = remarksOn(t, { ...branch, gap: false }, tree);
    const out = left + Math.max(0, cells.length - MAX_CELLS);
    const more = out > 0 ? [texts.hidden(out)] : [];
    const below = [
      ...children.map(cardOf),
      ...cells
        .slice(0, MAX_CELLS)
        .map((cell) =>
          card(
            'role',
            texts.role(around.cascade.people.get(cell.personId)?.name ?? '–'),
            cell.contribution,
            [],
            [],
          ),
        ),
      ...(gap ? [card('gap', '', texts.legend.gap(), [], [])] : []),
    ];
    if (node.kind === 'goal') {
      const measures = node.goal.indicators.slice(0, MAX_INDICATORS).map(({ title, target, unit: each }) => {
        const goal = [target, each].filter(Boolean).join(' ');
        return t.cascade.indicator(title, goal);
      });
      return card(
        node.goal.kind,
        labelOf(t, node),
        node.goal.title,
        [...measures, ...remarks, ...more],
        below,
      );
    }
    const leads = around.facts.people.some(({ supervisorId }) => supervisorId === node.owner.id);
    const tone = branch.orphan ? 'orphan' : leads ? 'leader' : 'result';
    return card(tone, labelOf(t, node), node.result.title, [...remarks, ...more], below);
  }
}

/** The same in one line, for those who cannot see the picture. */
export const pictureCaption = (session: Session, tree: UnitTree): string[] => [
  session.t.cascade.tree.title(tree.unit.name, tree.year),
  summaryOf(session.t, tree),
];
