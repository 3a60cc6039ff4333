import { type GoalRow, insertGoal } from '../../../db/queries/goals.ts';
import type { Statement } from '../../../db/store.ts';
import type { Stage } from './stage.ts';

type Measure = readonly [title: string, target: string, unit: string | null];
/** A goal with the number of the goal that it supports: of the same unit's strategic plan, or of the agreement above. */
type DemoGoal = readonly [title: string, supports: number | null, measures: readonly Measure[]];

const strategy: readonly DemoGoal[] = [
  ['Terwujudnya pelayanan publik yang prima', null, [['Indeks pelayanan publik', '4,2', 'indeks']]],
  [
    'Terwujudnya tata kelola yang bersih dan akuntabel',
    null,
    [['Indeks reformasi birokrasi', '75', 'nilai']],
  ],
];

const agreements: Record<string, readonly DemoGoal[]> = {
  root: [
    ['Meningkatnya kepuasan masyarakat', 1, [['Indeks kepuasan masyarakat', '88', 'nilai']]],
    [
      'Meningkatnya akuntabilitas kinerja',
      2,
      [
        ['Nilai SAKIP', '80', 'nilai'],
        ['Opini atas laporan keuangan', 'WTP', null],
      ],
    ],
    ['Meningkatnya profesionalitas aparatur', 2, [['Indeks profesionalitas ASN', '75', 'nilai']]],
  ],
  bkpsdm: [
    ['Meningkatnya kompetensi aparatur', 3, [['Pegawai yang mengikuti pengembangan', '90', 'persen']]],
    ['Meningkatnya kualitas manajemen kinerja', 2, [['Pegawai dengan SKP tepat waktu', '98', 'persen']]],
  ],
  dinkes: [
    [
      'Meningkatnya derajat kesehatan masyarakat',
      1,
      [
        ['Usia harapan hidup', '71,5', 'tahun'],
        ['Prevalensi stunting', '14', 'persen'],
      ],
    ],
    ['Meningkatnya mutu pelayanan kesehatan', 1, [['Puskesmas terakreditasi paripurna', '9', 'puskesmas']]],
  ],
  pu: [['Meningkatnya kemantapan jalan', 1, [['Jalan dalam kondisi mantap', '72', 'persen']]]],
};

/** The goals of the agreements, by `<unit>|<year>|<number>`, and everything that is written for them. */
export function stageGoals(stage: Stage): { goals: ReadonlyMap<string, GoalRow>; writes: Statement[] } {
  const goals = new Map<string, GoalRow>();
  const writes: Statement[] = [];
  for (const year of stage.years) {
    const row = (key: string, kind: GoalRow['kind'], goal: DemoGoal, at: number, parentId: string | null) => {
      const [title, , measures] = goal;
      const made: GoalRow = {
        ...{ id: stage.dice.id(stage.now), unitId: stage.unitIds.get(key)!, year, kind },
        ...{ number: at + 1, title, parentId, current: true },
        indicators: measures.map(([name, target, unit]) => ({ title: name, target, unit })),
      };
      writes.push(insertGoal(made));
      return made;
    };
    const above = strategy.map((goal, at) => row('root', 'strategy', goal, at, null));
    for (const [key, own] of Object.entries(agreements))
      for (const [at, goal] of own.entries()) {
        const supports = goal[1]!;
        const parent = key === 'root' ? above[supports - 1]! : goals.get(`root|${year}|${supports}`)!;
        goals.set(`${key}|${year}|${at + 1}`, row(key, 'agreement', goal, at, parent.id));
      }
  }
  return { goals, writes };
}
