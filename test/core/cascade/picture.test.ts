import { describe, expect, it } from 'vitest';
import { type Card, drawTree, type TreePicture } from '../../../src/core/cascade/picture.ts';

const card = (tone: Card['tone'], title: string, children: Card[] = []): Card => ({
  ...{ tone, label: `label ${title}`, title, notes: [`catatan ${title}`], children },
});

const tree = (cards: Card[], change: Partial<TreePicture> = {}): TreePicture => ({
  ...{ title: 'Pohon', subtitle: 'Ringkasan', cards, apart: null, legend: [], foot: ['Keadaan hari ini'] },
  ...change,
});

/** How many columns of results stand side by side under one goal. */
const goalWith = (columns: number) =>
  card(
    'agreement',
    'Sasaran',
    Array.from({ length: columns }, (_, n) => card('leader', `Hasil ${n}`)),
  );

describe('the picture of a tree', () => {
  it('says every label, title and note once', () => {
    const { svg } = drawTree(
      tree([card('agreement', 'Alpha', [card('leader', 'Beta', [card('gap', 'Gamma')])])]),
    );
    for (const title of ['Alpha', 'Beta', 'Gamma'])
      for (const text of [`>label ${title}<`, `>${title}<`, `>catatan ${title}<`])
        expect(svg.split(text)).toHaveLength(2);
  });

  it('grows downwards, not sideways, with the number of results', () => {
    const [few, many] = [drawTree(tree([goalWith(3)])), drawTree(tree([goalWith(40)]))];
    expect(many.width).toBeLessThanOrEqual(1_280);
    expect(many.height).toBeGreaterThan(few.height * 3);
  });

  it('stays within its width however deep it is', () => {
    let deep = card('result', 'Paling bawah');
    for (let level = 0; level < 30; level += 1) deep = card('result', `Tingkat ${level}`, [deep]);
    let goals = card('agreement', 'Sasaran terdalam', [deep]);
    for (let level = 0; level < 5; level += 1) goals = card('strategy', `Sasaran ${level}`, [goals]);
    const { svg, width } = drawTree(tree([goals]));
    const rights = [...svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)].map(
      ([, x, w]) => Number(x) + Number(w),
    );
    expect(Math.max(...rights)).toBeLessThanOrEqual(width);
    expect(width).toBeLessThanOrEqual(1_280);
  });

  it('marks gaps with a broken line', () => {
    expect(drawTree(tree([card('gap', 'Celah')])).svg).toContain('stroke-dasharray');
    expect(drawTree(tree([card('leader', 'Hasil')])).svg).not.toContain('stroke-dasharray');
  });

  it('has nothing in it but shapes and escaped text, whatever people typed', () => {
    const hostile =
      '</text><script>alert(1)</script><image href="file:///etc/passwd"/>&xxe; "\' \u0000\uD800';
    const { svg } = drawTree(
      tree([card('agreement', hostile, [card('leader', hostile)])], { title: hostile, foot: [hostile] }),
    );
    const elements = new Set([...svg.matchAll(/<\/?([a-z]+)/gi)].map(([, name]) => name));
    expect([...elements].toSorted()).toEqual(['polyline', 'rect', 'svg', 'text']);
    expect(svg).not.toMatch(/&(?!#\d+;)/);
    expect(svg).not.toContain('\u0000');
  });
});
