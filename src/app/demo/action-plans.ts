import { type ActionPlanRow, insertActionPlan } from '../../../db/queries/action-plans.ts';
import type { Statement } from '../../../db/store.ts';
import { periodBefore, periodOn } from '../../core/named-period.ts';
import type { Player } from './agency.ts';
import type { DemoPlans } from './plans.ts';
import { type Stage, todayOf } from './stage.ts';

type DemoAction = readonly [
  who: Player,
  result: number,
  kind: 'month' | 'quarter',
  title: string,
  target: string | null,
  unit: string | null,
];

/** The playground’s first step reports for the second result of `andi`, which asks for nothing more. */
const actions: readonly DemoAction[] = [
  ['andi', 1, 'quarter', 'Penyelidikan kasus demam berdarah di empat kecamatan', '9', 'kasus'],
  ['andi', 1, 'month', 'Laporan mingguan surveilans', '4', 'laporan'],
  ['baso', 1, 'quarter', 'Imunisasi kejar di enam desa', '350', 'orang'],
  ['baso', 2, 'month', 'Pembinaan kader posyandu', '5', 'unit'],
  ['wayan', 3, 'quarter', 'Penyuluhan sanitasi di sekolah', '12', 'kegiatan'],
  ['dewi', 1, 'quarter', 'Usul kenaikan pangkat periode ini', '60', 'berkas'],
  ['maria', 1, 'quarter', 'Pemeliharaan ruas Wamena–Kurulu', '12', 'km'],
];

/** Action plans of the present month or quarter, and of the one before, so that there is something to copy. */
export function stageActionPlans(
  stage: Stage,
  plans: DemoPlans,
): { of(who: Player): ActionPlanRow[]; writes: Statement[] } {
  const rows = new Map<Player, ActionPlanRow[]>();
  for (const [who, result, kind, title, target, unit] of actions) {
    const today = todayOf(stage, who);
    const present = periodOn(kind, today);
    const before = periodBefore(present);
    for (const { text: period, year } of kind === 'month' ? [before, present] : [present]) {
      const work = plans.of(who, year)?.work[result - 1];
      if (!work) continue;
      const own = rows.get(who) ?? [];
      const number = own.filter((row) => row.year === year).length + 1;
      own.push({
        ...{
          id: stage.dice.id(stage.now),
          personId: stage.ids[who],
          year,
          workResultId: work.row.id,
          period,
        },
        ...{ number, title, target, unit, current: true, revision: 1, updatedAt: stage.now },
      });
      rows.set(who, own);
    }
  }
  return { of: (who) => rows.get(who) ?? [], writes: [...rows.values()].flat().map(insertActionPlan) };
}
