import { describe, expect, it } from 'vitest';
import { cascadeOf } from '../../../src/core/cascade/cascade.ts';
import { forestOf } from '../../../src/core/cascade/forest.ts';
import { leaderOf } from '../../../src/core/cascade/unit-leader.ts';
import { by, cell, facts, goal, named, person, result } from './builders.ts';

const ids = (nodes: readonly { id: string }[]) => nodes.map(({ id }) => id);

describe('the chain of domain.md §6: renstra, agreement, the leader’s plan, subordinates', () => {
  const cascade = cascadeOf(
    facts({
      goals: [goal('renstra', { kind: 'strategy' }), goal('pk', { parentId: 'renstra' })],
      people: [
        person('budi', null, [result('b1', { supports: by('pk', 'goal') }), result('b2', { number: 2 })]),
        person('siti', 'budi', [result('s1', { supports: by('b1') })]),
        person('andi', 'siti', [result('a1', { supports: by('s1') })]),
      ],
    }),
  );

  it('leads from a result up to the goals of the unit, the nearest first', () => {
    expect(ids(cascade.chain('a1'))).toEqual(['s1', 'b1', 'pk', 'renstra']);
    expect(ids(cascade.chain('renstra'))).toEqual([]);
  });

  it('says who carries what further down', () => {
    expect(ids(cascade.below('pk'))).toEqual(['b1']);
    expect(ids(cascade.below('b1'))).toEqual(['s1']);
    expect(ids(cascade.below('a1'))).toEqual([]);
  });

  it('lists what nobody carries, among those whose results somebody should carry', () => {
    expect(ids(cascade.gaps)).toEqual(['b2']);
    expect(ids(cascade.carried)).toEqual(['renstra', 'pk', 'b1', 's1']);
  });

  it('lists what supports nothing', () => {
    expect(cascade.orphans.map(({ node, orphan }) => [node.id, orphan])).toEqual([['b2', 'nothing']]);
  });
});

describe('a gap', () => {
  const team = [person('budi', null, [result('b1')]), person('siti', 'budi', null)];
  const gapsWith = (...cells: ReturnType<typeof cell>[]) =>
    ids(cascadeOf(facts({ people: team, cells })).gaps);

  it.each([
    ['draft', ['b1']],
    ['shared', []],
    ['taken', []],
    ['withdrawn', ['b1']],
  ] as const)('is or is not closed by a cell that is %s', (status, gaps) => {
    expect(gapsWith(cell('siti', 'b1', { status }))).toEqual(gaps);
  });

  it('is not closed by a cell of somebody who has left', () => {
    expect(gapsWith(cell('gone', 'b1'))).toEqual(['b1']);
  });

  it('is not seen in the results of somebody without a team, nor in additional tasks', () => {
    const additional = person('budi', null, [result('b1', { additional: true })]);
    expect(cascadeOf(facts({ people: [additional, team[1]!] })).gaps).toEqual([]);
    expect(cascadeOf(facts({ people: [person('siti', null, [result('s1')])] })).gaps).toEqual([]);
  });

  it('is seen in a goal that neither a result nor a goal below supports', () => {
    const goals = [
      goal('pk'),
      goal('section', { unitId: 'section', parentId: 'pk', number: 2 }),
      goal('alone', { number: 3 }),
    ];
    expect(ids(cascadeOf(facts({ goals })).gaps)).toEqual(['section', 'alone']);
  });
});

describe('the part of the cascade that is looked at', () => {
  const team = (results: Parameters<typeof person>[2]) => [
    person('budi', null, [result('b1')]),
    person('siti', 'budi', results),
  ];
  const cellsOf = (results: Parameters<typeof person>[2], status: 'shared' | 'taken') => {
    const given = facts({ people: team(results), cells: [cell('siti', 'b1', { status })] });
    return forestOf(cascadeOf(given), () => true).orphans[0]!.cells.length;
  };

  it.each(['shared', 'taken'] as const)('shows a %s cell until it is in a plan in force', (status) => {
    expect(cellsOf(null, status)).toBe(1);
    expect(cellsOf([result('siti-b1', { title: 'Lain' })], status)).toBe(0);
    expect(cellsOf([result('s1', { title: 'peran', supports: by('b1') })], status)).toBe(0);
  });

  it('says of its roots that they support something outside', () => {
    const given = facts({ people: team([result('s1', { supports: by('b1') })]) });
    const forest = forestOf(cascadeOf(given), (node) => node.id === 's1');
    expect(forest.roots).toMatchObject([{ node: { id: 's1' }, parent: { id: 'b1' }, cut: true }]);
  });

  it('has additional tasks that support nothing behind everything else', () => {
    const extra = result('s1', { additional: true });
    const people = [
      person('budi', null, [result('b1', { supports: by('pk', 'goal') })]),
      person('andi', 'budi', [extra]),
    ];
    const cascade = cascadeOf(facts({ goals: [goal('pk')], people }));
    const forest = forestOf(cascade, ({ kind }) => kind === 'result');
    expect(forest.roots.map(({ node }) => node.id)).toEqual(['b1', 's1']);
  });
});

describe('an orphan', () => {
  const budi = person('budi', null, [result('b1', { supports: by('pk', 'goal') })]);
  const orphanOf = (supports: Parameters<typeof result>[1], superior = budi) => {
    const people = [superior, person('siti', 'budi', [result('s1', supports)])];
    return cascadeOf(facts({ goals: [goal('pk')], people })).places.get('s1')!.orphan;
  };

  it('names nothing', () => expect(orphanOf({ supports: null })).toBe('nothing'));
  it('may be an additional task, which need not support anything', () =>
    expect(orphanOf({ supports: null, additional: true })).toBeNull());
  it('names a result or a goal that is not in force any more', () => {
    expect(orphanOf({ supports: by('b9') })).toBe('gone');
    expect(orphanOf({ supports: by('pk9', 'goal') })).toBe('gone');
    expect(orphanOf({ supports: named(9) })).toBe('gone');
  });
  it('names its superior’s result by number while no plan of theirs is in force', () =>
    expect(orphanOf({ supports: named(1) }, { ...budi, results: null })).toBe('no_plan_above'));
  it('supports itself', () => expect(orphanOf({ supports: by('s1') })).toBe('circle'));
});

describe('what is named by hand', () => {
  const units = [
    { id: 'top', name: 'Dinas', parentId: null, leaderId: null },
    { id: 'unit', name: 'Seksi', parentId: 'top', leaderId: null },
  ];
  const parentOf = (supports: Parameters<typeof result>[1]) => {
    const people = [
      person('budi', null, [result('b1'), result('b2', { number: 2, title: 'Tertatanya trayek' })]),
      person('siti', 'budi', [result('s1', supports)]),
    ];
    const goals = [goal('above', { unitId: 'top', number: 4 }), goal('own', { number: 1 })];
    return cascadeOf(facts({ units, goals, people })).places.get('s1')!.parent?.id;
  };

  it('is found by the number of the superior’s result, or by its words', () => {
    expect(parentOf({ supports: named(2) })).toBe('b2');
    expect(parentOf({ supports: named(null, 'tertatanya  TRAYEK.') })).toBe('b2');
  });
  it('is found among the goals of the own unit, else of the nearest one above', () => {
    expect(parentOf({ supports: named(1, null, 'goal') })).toBe('own');
    expect(parentOf({ supports: named(4, null, 'goal') })).toBe('above');
    expect(parentOf({ supports: named(null, 'Sasaran above', 'goal') })).toBe('above');
  });
});

describe('a circle', () => {
  const people = [
    person('budi', null, [result('b1', { supports: by('s1') })]),
    person('siti', 'budi', [result('s1', { supports: by('b1') })]),
    person('andi', 'siti', [result('a1', { supports: by('s1') })]),
  ];

  it('is cut: its members are orphans, and what hangs on it stays', () => {
    const cascade = cascadeOf(facts({ people }));
    expect(cascade.orphans.map(({ node, orphan }) => [node.id, orphan])).toEqual([
      ['b1', 'circle'],
      ['s1', 'circle'],
    ]);
    expect(ids(cascade.chain('a1'))).toEqual(['s1']);
  });

  it('of goals is cut as well', () => {
    const goals = [goal('a', { parentId: 'b' }), goal('b', { parentId: 'a', number: 2 })];
    const forest = forestOf(cascadeOf(facts({ goals })), () => true);
    expect(forest.roots.map(({ node }) => node.id)).toEqual(['a', 'b']);
  });
});

describe('whoever leads a unit', () => {
  const unit = { leaderId: null };
  const [head, staff] = [
    { id: 'head', supervisorId: 'above' },
    { id: 'staff', supervisorId: 'head' },
  ];
  it('is as recorded', () => expect(leaderOf({ leaderId: 'x' }, [head], new Set())).toBe('x'));
  it('else the only supervisor there whose own supervisor is elsewhere', () =>
    expect(leaderOf(unit, [head, staff], new Set(['head']))).toBe('head'));
  it('else nobody', () => {
    expect(leaderOf(unit, [head, staff], new Set())).toBeNull();
    const second = { id: 'second', supervisorId: null };
    expect(leaderOf(unit, [head, second], new Set(['head', 'second']))).toBeNull();
  });
});
