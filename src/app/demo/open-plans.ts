import { insertPlanVersion, type PlanVersionRow } from '../../../db/queries/plan-versions.ts';
import type { Statement } from '../../../db/store.ts';
import { emptyPlan, type PlanContent } from '../../core/plan/content.ts';
import { withResult } from '../../core/plan/edit.ts';
import { proposalNotice } from '../plan/propose.ts';
import type { Player } from './agency.ts';
import { demoPlans } from './plan-texts.ts';
import { type DemoPlans, planStep, resultOf } from './plans.ts';
import { personNamed, type Stage, todayOf } from './stage.ts';

const HOUR = 3_600_000;

/** Plans that are under way: a first draft, a change that waits for the supervisor, and one that was returned. */
export function openPlanWrites(stage: Stage, plans: DemoPlans, year: number): Statement[] {
  return [...draft(stage, plans, year), ...proposed(stage, plans, year), ...returned(stage, plans, year)];
}

/** A first plan without everything that it needs. */
function draft(stage: Stage, plans: DemoPlans, year: number): Statement[] {
  const above = plans.of('yohanes', year)!.work[0]!.row;
  const supports = { kind: 'result' as const, id: above.id, number: above.number, title: above.title };
  const [roads, documents] = demoPlans.roads;
  const results = [
    resultOf(stage, roads!, { number: 1, year, supports }),
    resultOf(stage, { ...documents!, indicators: [] }, { number: 2, year, supports: null }),
  ];
  const version = versionOf(stage, 'agustinus', year, { ...emptyPlan, results });
  return [insertPlanVersion({ ...version, reason: 'first', fromDate: `${year}-01-01` })];
}

/** A higher target, which the supervisor has not seen yet. */
function proposed(stage: Stage, plans: DemoPlans, year: number): Statement[] {
  const { version: before } = plans.of('baso', year)!;
  const [first] = before.content.results;
  const indicators = first!.indicators.map((one, at) => (at === 0 ? { ...one, target: '1600' } : one));
  const version: PlanVersionRow = {
    ...versionOf(stage, 'baso', year, withResult(before.content, { ...first!, indicators })),
    ...{ planId: before.planId, number: 2, status: 'proposed', revision: 2 },
    proposedAt: stage.now - 3 * HOUR,
  };
  return [
    insertPlanVersion(version),
    planStep(version, 3, 'proposed', version.proposedAt!),
    proposalNotice(version, version.supervisorId!, stage.now),
  ];
}

/** Another result, which the supervisor wants to be measured in another way. */
function returned(stage: Stage, plans: DemoPlans, year: number): Statement[] {
  const { version: before } = plans.of('rizky', year)!;
  const { id, number: superior, title } = plans.of('bambang', year)!.work[1]!.row;
  const added = resultOf(
    stage,
    {
      ...{ title: 'Tersedianya ringkasan kinerja daerah bagi warga', method: 'non_direct' },
      indicators: [['kuantitas', 'Infografik kinerja', '4', 'infografik']],
      activities: [],
    },
    { number: 4, year, supports: { kind: 'result', id, number: superior, title } },
  );
  const at = stage.now - 20 * HOUR;
  const version: PlanVersionRow = {
    ...versionOf(stage, 'rizky', year, withResult(before.content, added)),
    ...{ planId: before.planId, number: 2, status: 'returned', revision: 3 },
    ...{ proposedAt: at - 6 * HOUR, decidedAt: at, decidedBy: stage.ids.bambang },
    remark: 'Baik. Tambahkan satu indikator mutu, misalnya keterbacaan menurut warga.',
  };
  return [
    insertPlanVersion(version),
    planStep(version, 3, 'proposed', version.proposedAt!),
    planStep(version, 4, 'returned', at),
  ];
}

function versionOf(stage: Stage, who: Player, year: number, content: PlanContent): PlanVersionRow {
  const { unit, position, supervisor } = personNamed(who);
  return {
    ...{ id: stage.dice.id(stage.now), planId: stage.dice.id(stage.now), personId: stage.ids[who], year },
    ...{ number: 1, status: 'draft', reason: 'expectation', fromDate: todayOf(stage, who), toDate: null },
    ...{ unitId: stage.unitIds.get(unit)!, position, supervisorId: supervisor && stage.ids[supervisor] },
    ...{ content, remark: null, revision: 1, createdAt: stage.now - 30 * HOUR },
    ...{ proposedAt: null, decidedAt: null, decidedBy: null },
  };
}
