import { unlockForm } from '../../../conversations/evaluation.ts';
import { type BoundForm, bind } from '../../../conversations/form.ts';
import { insertPeriodLock, type PeriodLockRow, periodLocksOf } from '../../../db/queries/achievements.ts';
import { insertAudit } from '../../../db/queries/calendar.ts';
import { type DraftRow, deleteDraft } from '../../../db/queries/drafts.ts';
import { evaluationsInUnits, unevaluatedIn } from '../../../db/queries/evaluation-boards.ts';
import { type EvaluationRow, insertTrail, moveEvaluations } from '../../../db/queries/evaluations.ts';
import { insertNotices } from '../../../db/queries/outbox.ts';
import { allUnits, type UnitRow } from '../../../db/queries/people.ts';
import type { Statement } from '../../../db/store.ts';
import { inChunks } from '../../core/chunks.ts';
import { type EvaluationPeriod, periodNamed } from '../../core/evaluation/period.ts';
import { lockFor } from '../../core/evaluation/period-lock.ts';
import { addDays, longDate } from '../../core/local-time.ts';
import { say, withButtons } from '../../core/message.ts';
import { canLockPeriods } from '../../core/permissions.ts';
import { unitChain } from '../../core/rules.ts';
import { withUnitsBelow } from '../../core/unit-tree.ts';
import { noticeRow } from '../notices.ts';
import { answered, edited, type Outcome } from '../outcome.ts';
import type { Services } from '../services.ts';
import type { Session } from '../session.ts';
import { evaluationButton } from './button.ts';
import { stepRow } from './trail.ts';

/** Evaluations that one statement moves. */
const CHUNK = 300;
/** People of whom HR is told the number at most. */
const MAX_COUNTED = 10_000;

/** A unit with those below it, or the agency, in a period. */
interface Scope {
  period: EvaluationPeriod;
  /** Null: the agency. */
  unit: UnitRow | null;
  unitIds: string[] | null;
  /** Whether every unit of the scope is locked, or some are. */
  locked: 'all' | 'some' | 'none';
}

/** Shows HR what locking a period would mean, with the button that does it. */
export async function askToLock(
  session: Session,
  unitId: string | null,
  period: EvaluationPeriod,
): Promise<Outcome> {
  const { services, person, t } = session;
  const texts = t.evaluation.board.lock;
  if (!canLockPeriods(person)) return answered(say(texts.onlyHr()));
  const early = notOver(session, period);
  if (early) return answered(say(early));
  const scope = await scopeOf(services, unitId, period);
  if (!scope) return answered(say(t.problem.gone()));
  const rated = await services.store.all(evaluationsInUnits(period.text, scope.unitIds, ['rated']));
  const names = namesOf(session, scope);
  if (scope.locked === 'all' && rated.length === 0) return answered(say(texts.already(...names)));
  const open = await services.store.all(unevaluatedIn(period.text, period.to, scope.unitIds, MAX_COUNTED));
  return answered(
    withButtons(
      say(texts.ask(...names, rated.length), ...(open.length > 0 ? [texts.unfinished(open.length)] : [])),
      [
        { ...evaluationButton('lock!', texts.yes(), unitId, period.text), style: 'primary' },
        { label: t.button.cancel(), action: 'x:no' },
      ],
    ),
  );
}

/** Locks a period: what is rated cannot be changed any more, and what is not cannot go on. */
export async function lockPeriod(
  session: Session,
  unitId: string | null,
  period: EvaluationPeriod,
): Promise<Outcome> {
  const { services, person, t, now } = session;
  const texts = t.evaluation.board.lock;
  if (!canLockPeriods(person)) return answered(say(texts.onlyHr()));
  const early = notOver(session, period);
  if (early) return edited(say(early));
  const scope = await scopeOf(services, unitId, period);
  if (!scope) return answered(say(t.problem.gone()));
  const names = namesOf(session, scope);
  const rated = await services.store.all(evaluationsInUnits(period.text, scope.unitIds, ['rated']));
  if (scope.locked === 'all' && rated.length === 0) return edited(say(texts.already(...names)));
  const rows = rated.map(({ evaluation }) => evaluation);
  return edited(
    withButtons(say(texts.done(...names, rows.length)), [
      evaluationButton('unlock', texts.openButton(), unitId, period.text),
    ]),
    ...lockWrites(lockRow(session, scope, true, null), session),
    ...moveWrites(session, rows, { status: 'locked', lockedAt: now }, null),
  );
}

/** Why a period cannot be opened again now; null: it can. */
export async function unlockProblem(
  session: Session,
  unitId: string | null,
  period: EvaluationPeriod,
): Promise<string | null> {
  const { services, person, t } = session;
  const texts = t.evaluation.board.lock;
  if (!canLockPeriods(person)) return texts.onlyHr();
  const scope = await scopeOf(services, unitId, period);
  if (!scope) return t.problem.gone();
  return scope.locked === 'none' ? texts.notLocked(...namesOf(session, scope)) : null;
}

/** The question why a period is opened again; null for whoever may not open it. */
export async function bindUnlock(session: Session): Promise<BoundForm | null> {
  return canLockPeriods(session.person) ? bind(unlockForm, { t: session.t }) : null;
}

/** Opens the period that a form is about. */
export async function finishUnlock(session: Session, draft: DraftRow): Promise<Outcome> {
  const { unitId = '', period = '' } = draft.subject;
  const outcome = await unlockPeriod(
    session,
    unitId === '' ? null : unitId,
    periodNamed(period),
    String(draft.answers.reason),
  );
  return { ...outcome, writes: [deleteDraft(draft.id, draft.revision), ...outcome.writes] };
}

/** Opens a locked period again, with the reason; whoever is concerned is told once. */
export async function unlockPeriod(
  session: Session,
  unitId: string | null,
  period: EvaluationPeriod,
  reason: string,
): Promise<Outcome> {
  const { services, person, t, now } = session;
  const texts = t.evaluation.board.lock;
  if (!canLockPeriods(person)) return answered(say(texts.onlyHr()));
  const scope = await scopeOf(services, unitId, period);
  if (!scope) return answered(say(t.problem.gone()));
  const names = namesOf(session, scope);
  if (scope.locked === 'none') return answered(say(texts.notLocked(...names)));
  const locked = await services.store.all(evaluationsInUnits(period.text, scope.unitIds, ['locked']));
  const rows = locked.map(({ evaluation }) => evaluation);
  const lock = lockRow(session, scope, false, reason);
  const concerned = [...new Set(rows.flatMap((row) => [row.personId, row.evaluatorId]))];
  const notices = concerned.map((id) =>
    noticeRow('evaluation_unlocked', `evaluation_unlocked:${lock.id}:${id}`, id, { lockId: lock.id }, now),
  );
  return answered(
    say(texts.opened(...names, rows.length)),
    ...lockWrites(lock, session),
    ...moveWrites(session, rows, { status: 'rated', lockedAt: null }, reason),
    ...inChunks(notices, CHUNK).map(insertNotices),
  );
}

function lockRow(
  { services, person, now }: Session,
  { unit, period }: Scope,
  locked: boolean,
  reason: string | null,
): PeriodLockRow {
  const { newId } = services;
  return {
    id: newId(),
    unitId: unit?.id ?? null,
    period: period.text,
    locked,
    reason,
    actorId: person.id,
    at: now,
  };
}

function lockWrites(lock: PeriodLockRow, { services }: Session): Statement[] {
  const { id, unitId, period, locked, actorId, at } = lock;
  return [
    insertPeriodLock(lock),
    insertAudit({
      ...{ id: services.newId(), at, actorId, action: locked ? 'period_locked' : 'period_unlocked' },
      // The reason is kept with the lock itself.
      ...{ subject: period, detail: { unitId, lockId: id } },
    }),
  ];
}

/** Moves evaluations between rated and locked, with a step in the trail of each. */
function moveWrites(
  { services, person, now }: Session,
  rows: readonly EvaluationRow[],
  change: Pick<EvaluationRow, 'status' | 'lockedAt'>,
  reason: string | null,
): Statement[] {
  const from = change.status === 'locked' ? 'rated' : 'locked';
  const action = change.status === 'locked' ? 'locked' : 'reopened';
  return inChunks(rows, CHUNK).flatMap((some) => [
    moveEvaluations(
      some.map(({ id }) => id),
      from,
      change,
    ),
    insertTrail(
      some.map((row) =>
        stepRow(
          services,
          { ...row, ...change, revision: row.revision + 1 },
          { action, actorId: person.id, at: now, reason },
        ),
      ),
    ),
  ]);
}

/** Says that a period goes on and from when it can be locked; null once it is over. */
function notOver({ t, locale, today }: Session, period: EvaluationPeriod): string | null {
  if (period.to < today) return null;
  return t.evaluation.board.lock.notOver(t.period(period.text), longDate(addDays(period.to, 1), locale));
}

async function scopeOf(
  { store }: Pick<Services, 'store'>,
  unitId: string | null,
  period: EvaluationPeriod,
): Promise<Scope | null> {
  const [units, locks] = await Promise.all([
    store.all(allUnits()),
    store.all(periodLocksOf({ period: period.text })),
  ]);
  const unit = units.find(({ id }) => id === unitId) ?? null;
  if (unitId !== null && !unit) return null;
  const places = new Map(units.map((one) => [one.id, one]));
  const unitIds = unit ? [...withUnitsBelow([unit.id], units)] : null;
  const held = (unitIds ?? units.map(({ id }) => id)).map((id) => lockFor(locks, unitChain(id, places)));
  const some = held.some((lock) => lock !== null);
  return { period, unit, unitIds, locked: !some ? 'none' : held.includes(null) ? 'some' : 'all' };
}

function namesOf({ t }: Session, { period, unit }: Scope): [period: string, scope: string] {
  return [t.period(period.text), unit?.name ?? t.evaluation.board.lock.everywhere()];
}
