import { insertAchievement } from '../../../db/queries/achievements.ts';
import type { EntryRow } from '../../../db/queries/entries.ts';
import {
  type EvaluationRow,
  type EvaluationTrailRow,
  insertEvaluation,
  insertTrail,
} from '../../../db/queries/evaluations.ts';
import type { Statement } from '../../../db/store.ts';
import { leaderResultRating } from '../../core/evaluation/achievement.ts';
import type { Achievement, EvaluationContent, Rating } from '../../core/evaluation/content.ts';
import { addDays, instantOf } from '../../core/local-time.ts';
import { textsOf } from '../../i18n/texts.ts';
import { newContent } from '../evaluation/proposals.ts';
import { stepRow } from '../evaluation/trail.ts';
import { demoPeople, demoUnits, type Player } from './agency.ts';
import type { DemoPlans } from './plans.ts';
import { personNamed, type Stage, todayOf, zoneOfPlayer } from './stage.ts';

const MINUTE = 60_000;

/** What the units achieved; that of the field of public health is still to be set. */
const achieved: Readonly<Record<string, Achievement>> = {
  ...{ setda: 'good', bkpsdm: 'excellent', dinkes: 'good', pu: 'needs_improvement' },
};

/** Ratings of work results (leaders have their unit's achievement) and of behaviour; all others meet expectations. */
const rated: Partial<Record<Player, readonly [result: Rating, behaviour: Rating]>> = {
  dewi: ['above', 'above'],
  baso: ['below', 'meets'],
  ratna: ['above', 'meets'],
};

/** Whose evaluation waits for the supervisor. */
const SUBMITTED: readonly Player[] = ['andi', 'wayan'];
/** Why somebody was rated below expectations. */
const REMARKS: Partial<Record<Player, string>> = {
  baso: 'Cakupan imunisasi belum mencapai target triwulan; catatannya sering menyusul.',
  yohanes: 'Kemantapan jalan baru 61 persen dari target 72 persen.',
};

/** The evaluations of the last period by person, and everything that is written for them and for the units. */
export function stageEvaluations(
  stage: Stage,
  plans: DemoPlans,
  entries: readonly EntryRow[],
): { of: ReadonlyMap<Player, EvaluationRow>; writes: Statement[] } {
  const { lastPeriod: period } = stage;
  const rows = new Map<Player, EvaluationRow>();
  const trail: EvaluationTrailRow[] = [];
  for (const { who, supervisor } of demoPeople) {
    const plan = plans.of(who, period.year);
    if (!plan || supervisor === null) continue;
    const own = entries.filter(
      ({ personId, localDate }) =>
        personId === stage.ids[who] && period.from <= localDate && localDate <= period.to,
    );
    const { results, expectations } = plan.version.content;
    const words = { t: textsOf('id'), locale: 'id' as const, today: todayOf(stage, who) };
    const evaluated = { version: plan.version, results, expectations };
    const counted = own.map((entry) => ({ ...entry, evidence: 0 }));
    const steps = stepsOf(stage, who, supervisor, newContent(evaluated, counted, words));
    rows.set(who, { ...steps.at(-1)!.row, planVersionId: plan.version.id });
    trail.push(...steps.map(({ row, step }) => stepRow(stage.services, row, step)));
  }
  const at = stage.now - 120 * MINUTE;
  const units = demoUnits.filter(({ key }) => achieved[key]);
  return {
    of: rows,
    writes: [
      ...units.map(({ key }) =>
        insertAchievement({
          ...{ id: stage.dice.id(at), unitId: stage.unitIds.get(key)!, period: period.text },
          ...{ level: achieved[key]!, note: null, setBy: stage.ids.bambang, at, revision: 1 },
        }),
      ),
      ...[...rows.values()].map(insertEvaluation),
      insertTrail(trail),
    ],
  };
}

/** An evaluation as it was opened, submitted, and rated, unless it still waits. */
function stepsOf(stage: Stage, who: Player, supervisor: Player, content: EvaluationContent) {
  const { lastPeriod: period, ids } = stage;
  // In the first days after a period all of it has happened just now.
  const moment = (days: number, latest: number) =>
    Math.min(instantOf(addDays(period.to, days), 540, zoneOfPlayer(who)), stage.now - latest * MINUTE);
  const [openedAt, submittedAt, ratedAt] = [moment(2, 90), moment(4, 60), moment(7, 30)];
  const opened: EvaluationRow = {
    ...{ id: stage.dice.id(openedAt), personId: ids[who], period: period.text },
    ...{ fromDate: period.from, toDate: period.to, unitId: stage.unitIds.get(personNamed(who).unit)! },
    ...{ evaluatorId: ids[supervisor], planVersionId: null, status: 'open', content, revision: 1, openedAt },
    ...{ resultRating: null, behaviourRating: null, submittedAt: null, ratedAt: null, ratedBy: null },
    lockedAt: null,
  };
  const submitted: EvaluationRow = { ...opened, status: 'submitted', submittedAt, revision: 2 };
  const by = { actorId: ids[who] };
  const steps = [
    { row: opened, step: { action: 'opened' as const, ...by, at: openedAt } },
    { row: submitted, step: { action: 'submitted' as const, ...by, at: submittedAt } },
  ];
  if (SUBMITTED.includes(who)) return steps;
  const [resultRating, behaviourRating] = ratingsOf(who);
  const final: EvaluationRow = {
    ...submitted,
    ...{ status: 'rated', resultRating, behaviourRating, revision: 3, ratedAt, ratedBy: ids[supervisor] },
    content: {
      ...content,
      resultFeedback: { [content.results[0]!.id]: 'Pertahankan ritme dan ketepatan laporannya.' },
      behaviourFeedback: { akuntabel: 'Bukti dukung semakin lengkap.' },
      remark: REMARKS[who] ?? null,
    },
  };
  return [
    ...steps,
    { row: final, step: { action: 'rated' as const, actorId: ids[supervisor], at: ratedAt } },
  ];
}

function ratingsOf(who: Player): readonly [Rating, Rating] {
  const [result, behaviour] = rated[who] ?? ['meets', 'meets'];
  const led = demoUnits.find(({ leader, key }) => leader === who && achieved[key]);
  return [led ? leaderResultRating(achieved[led.key]!) : result, behaviour];
}
