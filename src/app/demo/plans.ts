import { insertAudit } from '../../../db/queries/calendar.ts';
import type { GoalRow } from '../../../db/queries/goals.ts';
import { insertPlanVersion, type PlanVersionRow } from '../../../db/queries/plan-versions.ts';
import { insertIndicator, insertPlan, insertWorkResult } from '../../../db/queries/plans.ts';
import type { Statement } from '../../../db/store.ts';
import { instantOf } from '../../core/local-time.ts';
import type { PlanContent, PlanResult, PlanSupport } from '../../core/plan/content.ts';
import { type DemoPerson, demoPeople, demoUnits, type Player } from './agency.ts';
import { type DemoWorkResult, demoAnnexes, demoExpectations, demoPlans } from './plan-texts.ts';
import { type Stage, zoneOfPlayer } from './stage.ts';

/** The agreed plan of a person of the sample agency in a year. */
export interface DemoPlanOfYear {
  version: PlanVersionRow;
  work: { row: PlanResult; text: DemoWorkResult }[];
}

/** The agreed plans of the sample agency. */
export interface DemoPlans {
  of(who: Player, year: number): DemoPlanOfYear | null;
  writes: Statement[];
}

/** Whose first plan is still a draft. */
const DRAFTS: readonly Player[] = ['agustinus'];
const JANUARY_14 = '01-14';

/** Agreed plans of everybody but those who still draft theirs, in force from the beginning of each year. */
export function stagePlans(stage: Stage, goals: ReadonlyMap<string, GoalRow>): DemoPlans {
  const plans = new Map<string, DemoPlanOfYear>();
  const writes: Statement[] = [];
  // Leaders come before those whom they lead, so that what is supported is there already.
  for (const year of stage.years)
    for (const person of byRank()) {
      if (person.plan === null || DRAFTS.includes(person.who)) continue;
      const above = person.supervisor && (plans.get(`${person.supervisor}|${year}`) ?? null);
      const plan = planOf(stage, person, year, (wanted) => supportOf(person, year, wanted, above, goals));
      plans.set(`${person.who}|${year}`, plan);
      writes.push(...planWrites(stage, plan));
    }
  return { of: (who, year) => plans.get(`${who}|${year}`) ?? null, writes };
}

/** A work result as a plan says it. */
export function resultOf(
  stage: Stage,
  { title, indicators, additional, method, perspective }: Omit<DemoWorkResult, 'supports'>,
  place: { number: number; year: number; supports: PlanSupport | null },
): PlanResult {
  const { number, year, supports } = place;
  return {
    ...{ id: stage.dice.id(stage.now), number, additional: additional ?? false, title, supports },
    ...{ method: method ?? null, perspective: perspective ?? null },
    indicators: indicators.map(([aspect, name, target, unit]) => ({
      ...{ aspect, title: name, target, unit },
      dueOn: `${year}-12-31`,
    })),
  };
}

/** A line in the trail of a plan; the lines are numbered from 1. */
export function planStep(
  version: PlanVersionRow,
  number: number,
  action: 'proposed' | 'agreed' | 'returned',
  at: number,
): Statement {
  const subject = `plan|${version.personId}|${version.year}`;
  const actorId = action === 'proposed' ? version.personId : version.supervisorId;
  const id = `${subject}|${number}`;
  return insertAudit({ id, at, actorId, action: `plan.${action}`, subject, detail: { version: version.id } });
}

function planOf(
  stage: Stage,
  { who, plan, position, unit, supervisor }: DemoPerson,
  year: number,
  support: (wanted: DemoWorkResult['supports']) => PlanSupport | null,
): DemoPlanOfYear {
  const work = demoPlans[plan!].map((text, at) => {
    const place = { number: at + 1, year, supports: support(text.supports) };
    return { row: resultOf(stage, text, place), text };
  });
  const content: PlanContent = {
    approach: 'quantitative',
    results: work.map(({ row }) => row),
    ...{ expectations: demoExpectations, annexes: demoAnnexes },
  };
  const settled = instantOf(`${year}-${JANUARY_14}`, 600, zoneOfPlayer(who));
  const decidedAt = Math.min(settled, stage.now - 3_600_000);
  const supervisorId = supervisor && stage.ids[supervisor];
  const version: PlanVersionRow = {
    ...{ id: stage.dice.id(stage.now), planId: stage.dice.id(stage.now), personId: stage.ids[who], year },
    ...{ number: 1, status: 'agreed', reason: 'first', fromDate: `${year}-01-01`, toDate: null },
    ...{ unitId: stage.unitIds.get(unit)!, position, supervisorId, content, remark: null, revision: 3 },
    ...{ createdAt: decidedAt - 172_800_000, proposedAt: decidedAt - 86_400_000 },
    // Whoever has no supervisor here agreed upon theirs elsewhere; HR brought it.
    ...(supervisorId === null ? { reason: 'import' as const, proposedAt: null, revision: 1 } : {}),
    ...{ decidedAt, decidedBy: supervisorId },
  };
  return { version, work };
}

function planWrites(stage: Stage, { version, work }: DemoPlanOfYear): Statement[] {
  const { planId, personId, year, supervisorId, proposedAt, decidedAt } = version;
  return [
    insertPlan({ id: planId, personId, year }),
    insertPlanVersion(version),
    ...(supervisorId === null
      ? []
      : [planStep(version, 1, 'proposed', proposedAt!), planStep(version, 2, 'agreed', decidedAt!)]),
    ...work.flatMap(({ row }) => {
      const { id, number, additional, title, supports, method, perspective, indicators } = row;
      const superiorNumber = supports?.kind === 'result' ? supports.number : null;
      return [
        insertWorkResult({
          ...{ id, planId, number, additional, title, superiorNumber, supportsId: supports?.id ?? null },
          ...{ method, perspective, current: true },
        }),
        ...indicators.map((indicator, position) =>
          insertIndicator({ id: stage.dice.id(stage.now), workResultId: id, position, ...indicator }),
        ),
      ];
    }),
  ];
}

function supportOf(
  { who }: DemoPerson,
  year: number,
  wanted: DemoWorkResult['supports'],
  above: DemoPlanOfYear | null,
  goals: ReadonlyMap<string, GoalRow>,
): PlanSupport | null {
  if (wanted === null) return null;
  if ('goal' in wanted) {
    const unit = demoUnits.find(({ leader }) => leader === who)!;
    const { id, number, title } = goals.get(`${unit.key}|${year}|${wanted.goal}`)!;
    return { kind: 'goal', id, number, title };
  }
  const { id, number, title } = above!.work[wanted.result - 1]!.row;
  return { kind: 'result', id, number, title };
}

function byRank(): DemoPerson[] {
  const depth = (who: Player | null): number =>
    who === null ? 0 : 1 + depth(demoPeople.find((one) => one.who === who)!.supervisor);
  return demoPeople.toSorted((a, b) => depth(a.who) - depth(b.who));
}
