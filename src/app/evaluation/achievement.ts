import { achievementForm, achievementIn } from '../../../conversations/achievement.ts';
import { type BoundForm, bind } from '../../../conversations/form.ts';
import {
  type AchievementRow,
  insertAchievement,
  periodLocksOf,
  updateAchievement,
} from '../../../db/queries/achievements.ts';
import { insertAudit } from '../../../db/queries/calendar.ts';
import { type DraftRow, deleteDraft } from '../../../db/queries/drafts.ts';
import { evaluationOf, insertTrail, updateEvaluation } from '../../../db/queries/evaluations.ts';
import { allUnits, type UnitRow } from '../../../db/queries/people.ts';
import { first, type Statement } from '../../../db/store.ts';
import { leaderResultRating } from '../../core/evaluation/achievement.ts';
import { type EvaluationPeriod, periodNamed } from '../../core/evaluation/period.ts';
import { lockFor } from '../../core/evaluation/period-lock.ts';
import { say } from '../../core/message.ts';
import { canSetAchievement } from '../../core/permissions.ts';
import { unitChain } from '../../core/rules.ts';
import { notify } from '../notices.ts';
import { answered, type Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';
import { achievementOf, caseOf, type EvaluationCase } from './case.ts';
import { setterName, setterOf } from './setter.ts';
import { stepRow } from './trail.ts';

/** Why somebody cannot set the achievement of a unit now, with whoever can; null: they can. */
export async function achievementProblem(
  session: Session,
  unit: UnitRow,
  period: EvaluationPeriod,
): Promise<string | null> {
  const { services, person, t, today } = session;
  const texts = t.evaluation.board.achievement;
  const name = t.period(period.text);
  if (!canSetAchievement(person, unit, await setterOf(services.store, unit.id)))
    return texts.notAllowed(unit.name, await setterName(services, t, unit.id));
  if (today < period.from) return texts.notBegun(name);
  const units = new Map((await services.store.all(allUnits())).map((one) => [one.id, one]));
  const locks = await services.store.all(periodLocksOf({ period: period.text }));
  const leaders = await leadersEvaluation(session, unit, period.text);
  const locked = lockFor(locks, unitChain(unit.id, units)) !== null || leaders?.row.status === 'locked';
  return locked ? texts.closed(unit.name, name) : null;
}

/** The questions about the achievement of a unit; null where the unit is gone or somebody else sets it. */
export async function bindAchievement(session: Session, draft: DraftRow): Promise<BoundForm | null> {
  const { services, person, t } = session;
  const unit = await unitOf(session, draft);
  if (!unit) return null;
  const setter = await setterOf(services.store, unit.id);
  if (!canSetAchievement(person, unit, setter)) return null;
  const period = t.period(draft.subject.period ?? '');
  return bind(achievementForm, { t, unit: unit.name, period, recommended: setter.kind === 'hr' });
}

/** Sets the achievement of a unit; the result rating of whoever leads it follows at once. */
export async function finishAchievement(session: Session, draft: DraftRow): Promise<Outcome> {
  const { services, person, t, now } = session;
  const done = deleteDraft(draft.id, draft.revision);
  const unit = await unitOf(session, draft);
  const period = periodNamed(draft.subject.period ?? '');
  const problem = unit ? await achievementProblem(session, unit, period) : t.problem.gone();
  if (!unit || problem) return answered(say(problem ?? ''), done);
  const { level, note } = achievementIn(draft.answers);
  const before = await achievementOf(services.store, unit.id, period.text);
  const set = { level, note, setBy: person.id, at: now };
  const row: AchievementRow = {
    id: before?.id ?? services.newId(),
    ...{ unitId: unit.id, period: period.text, ...set },
    revision: (before?.revision ?? 0) + 1,
  };
  const leader = await leadersEvaluation(session, unit, period.text);
  const follows = leader ? followWrites(session, leader, row) : [];
  const texts = t.evaluation.board.achievement;
  const name = t.evaluation.achievement(level);
  return answered(
    say(
      texts.done(unit.name, t.period(period.text), name),
      ...(leader && follows.length > 0 ? [texts.refreshed(leader.employee.name)] : []),
    ),
    done,
    before ? updateAchievement(before.id, before.revision, set) : insertAchievement(row),
    insertAudit({
      ...{ id: services.newId(), at: now, actorId: person.id, action: 'achievement_set' },
      subject: `${unit.id}:${period.text}`,
      detail: { level, note, before: before?.level ?? null },
    }),
    ...follows,
  );
}

/** What has to be written so that a rated leader's result rating is again what the unit's achievement says. */
function followWrites(session: Session, leader: EvaluationCase, achievement: AchievementRow): Statement[] {
  const { services, person, t, now } = session;
  const { row } = leader;
  const resultRating = leaderResultRating(achievement.level);
  if (row.status !== 'rated' || row.resultRating === resultRating) return [];
  const revision = row.revision + 1;
  const changed = { ...row, resultRating, revision };
  const reason = t.evaluation.page.unitAchievement(
    leader.leads?.name ?? leader.employee.unitName,
    t.evaluation.achievement(achievement.level),
  );
  const about = { evaluationId: row.id, revision };
  return [
    updateEvaluation(row.id, row.revision, { resultRating }),
    insertTrail([stepRow(services, changed, { action: 'rated', actorId: person.id, at: now, reason })]),
    notify('evaluation_result', `evaluation_result:${row.id}:${revision}`, row.personId, about, now),
    // Whoever sets the achievement is mostly the one who rates the leader, and has just been told.
    ...(row.evaluatorId === person.id
      ? []
      : [notify('evaluation_task', `evaluation_task:${row.id}:${revision}`, row.evaluatorId, about, now)]),
  ];
}

/** The evaluation of whoever leads a unit, where the unit's achievement is their result rating. */
async function leadersEvaluation(
  { services }: Session,
  unit: UnitRow,
  period: string,
): Promise<EvaluationCase | null> {
  if (unit.leaderId === null) return null;
  const row = await first(services.store, evaluationOf({ personId: unit.leaderId, period }));
  const found = row && (await caseOf(services, row));
  return found?.leads?.id === unit.id ? found : null;
}

async function unitOf({ services }: Session, draft: DraftRow): Promise<UnitRow | null> {
  const units = await services.store.all(allUnits());
  return units.find(({ id }) => id === draft.subject.unitId) ?? null;
}
