import { type PastEvaluationRow, putPastEvaluations } from '../../../db/queries/past-evaluations.ts';
import type { Statement } from '../../../db/store.ts';
import type { Player } from './agency.ts';
import type { Stage } from './stage.ts';

/** Values of 2021 in hundredths: its halves under their own rules, and the official one of the whole year. */
const of2021: readonly [who: Player, first: number, second: number, year: number][] = [
  ['wayan', 8_740, 9_860, 9_915],
  ['dewi', 8_655, 10_120, 10_010],
  ['maria', 8_410, 9_240, 9_385],
  ['siti', 8_290, 9_105, 9_260],
];

/** Predicates of the two years before the present one. */
const annual: readonly [who: Player, earlier: string, last: string][] = [
  ['wayan', 'good', 'very_good'],
  ['andi', 'good', 'good'],
  ['baso', 'good', 'good'],
  ['dewi', 'very_good', 'very_good'],
  ['maria', 'good', 'very_good'],
  ['siti', 'good', 'good'],
  ['yusuf', 'good', 'good'],
];

/** Results of the past, as an agency would import them. */
export function historyWrites(stage: Stage, year: number): Statement[] {
  const at = stage.now;
  const row = (who: Player, period: string, result: Partial<PastEvaluationRow>): PastEvaluationRow => ({
    ...{ id: stage.dice.id(at), personId: stage.ids[who], period, regime: 'p2022', valueCenti: null },
    ...{ predicate: 'good', source: 'Arsip BKPSDM', official: true, at },
    ...result,
  });
  return [
    putPastEvaluations([
      ...of2021.flatMap(([who, first, second, whole]) => [
        row(who, '2021-H1', { regime: 'pp46', valueCenti: first }),
        row(who, '2021-H2', { regime: 'pp30', valueCenti: second }),
        row(who, '2021', { regime: 'integration2021', valueCenti: whole, source: 'e-Kinerja BKN' }),
      ]),
      ...annual.flatMap(([who, earlier, last]) => [
        row(who, `${year - 2}`, { predicate: earlier }),
        row(who, `${year - 1}`, { predicate: last }),
      ]),
    ]),
  ];
}
