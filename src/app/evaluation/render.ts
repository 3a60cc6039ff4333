import { periodLockById, periodLocksOf } from '../../../db/queries/achievements.ts';
import { unevaluatedIn } from '../../../db/queries/evaluation-boards.ts';
import {
  type EvaluationTrailRow,
  evaluationOf,
  evaluationsWaitingFor,
} from '../../../db/queries/evaluations.ts';
import { type AccountRow, allUnits, type PersonRow } from '../../../db/queries/people.ts';
import { first } from '../../../db/store.ts';
import { dueOn, periodNamed } from '../../core/evaluation/period.ts';
import { longDate } from '../../core/local-time.ts';
import { say, withButtons } from '../../core/message.ts';
import { canEvaluate, canLockPeriods, isExpectedToReport } from '../../core/permissions.ts';
import type { Texts } from '../../i18n/texts.ts';
import { loadRules } from '../calendar-facts.ts';
import { accountFor, type NotRendered, personOf, plain, type Renderer, skip } from '../rendered.ts';
import type { Services } from '../services.ts';
import { type Session, sessionOf } from '../session.ts';
import { evaluationButton } from './button.ts';
import { caseById, type EvaluationCase } from './case.ts';
import { evaluatorName } from './problem.ts';
import { entriesOf, evaluatedPlan, isEarly } from './proposals.ts';
import { evaluationMessage } from './view.ts';

/** People of whom HR is told the number at most. */
const MAX_COUNTED = 10_000;

/** A period's evaluation can begin, or is soon due; the employee is told while they have something to do. */
export const evaluationDue: Renderer<'evaluation_due'> = async (services, row, { period: text, step }) => {
  const person = await personOf(services, row.personId);
  if (!person || !isExpectedToReport(person)) return skip('not_allowed');
  const known = await first(services.store, evaluationOf({ personId: person.id, period: text }));
  if (known && !isEarly(known)) return skip('submitted');
  const to = await sessionFor(services, person, 'employee');
  if ('skip' in to) return to;
  const { t, locale } = to.session;
  const period = periodNamed(text);
  const rules = (await loadRules(services.store))(period.to, person.unitId);
  const due = longDate(dueOn(period, rules), locale);
  const name = t.period(period.text);
  const texts = t.evaluation.notice;
  const begin = evaluationButton('begin', t.evaluation.button.begin(name), null, period.text);
  if (step === 'reminder') return plain(to.account, withButtons(say(texts.reminder(name, due)), [begin]));
  const entries = await entriesOf(services.store, person.id, period);
  const plan = await evaluatedPlan(services.store, person.id, period, entries);
  return plan
    ? plain(to.account, withButtons(say(texts.due(name, due)), [begin]))
    : plain(to.account, say(texts.dueWithoutPlan(name, due)));
};

/** An evaluation that waits for whoever rates it. */
export const evaluationTask: Renderer<'evaluation_task'> = async (services, row, payload) => {
  const person = await personOf(services, row.personId);
  const found = await caseById(services, payload.evaluationId);
  if (!person || !found || !canEvaluate(person, found.row)) return skip('not_allowed');
  const step = found.trail.findLast(({ action }) => action !== 'locked');
  if (step?.revision !== payload.revision) return skip('superseded');
  const to = await sessionFor(services, person, 'supervisor');
  if ('skip' in to) return to;
  const note = taskNote(to.session.t, found, step);
  return plain(to.account, await evaluationMessage(to.session, found, [note]));
};

function taskNote(t: Texts, found: EvaluationCase, { action, reason }: EvaluationTrailRow): string {
  const texts = t.evaluation.notice;
  const [name, period] = [found.employee.name, t.period(found.period.text)];
  if (action === 'handed_over') return texts.handedOver(name, period);
  if (action === 'reopened') return texts.reopened(name, period, reason ?? '–');
  if (action === 'rated') return texts.followed(name, period, found.leads?.name ?? found.employee.unitName);
  return texts.submitted(name, period);
}

/** What became of an evaluation, for its employee. */
export const evaluationResult: Renderer<'evaluation_result'> = async (services, row, payload) => {
  const person = await personOf(services, row.personId);
  const found = await caseById(services, payload.evaluationId);
  if (!person?.active || !found || person.id !== found.row.personId) return skip('not_allowed');
  const step = found.trail.findLast(({ action }) => action !== 'locked' && action !== 'handed_over');
  if (step?.revision !== payload.revision) return skip('superseded');
  const to = await sessionFor(services, person, 'employee');
  if ('skip' in to) return to;
  const { t } = to.session;
  const texts = t.evaluation.notice;
  const period = t.period(found.period.text);
  const [by, reason] = [evaluatorName(t, found), step.reason ?? '–'];
  const note =
    step.action === 'returned'
      ? texts.yourReturned(period, by, reason)
      : step.action === 'reopened'
        ? texts.yourReopened(period, reason)
        : texts.yourRated(period, by);
  return plain(to.account, await evaluationMessage(to.session, found, [note]));
};

/** Overdue evaluations that wait for somebody's ratings. */
export const evaluationWaiting: Renderer<'evaluation_waiting'> = async (services, row, { period: text }) => {
  const person = await personOf(services, row.personId);
  if (!person?.active) return skip('not_allowed');
  const waiting = await services.store.all(evaluationsWaitingFor({ evaluatorId: person.id }));
  const count = waiting.filter(({ period }) => period === text).length;
  if (count === 0) return skip('done');
  const to = await sessionFor(services, person, 'supervisor');
  if ('skip' in to) return to;
  const { t } = to.session;
  const name = t.period(text);
  return plain(
    to.account,
    withButtons(say(t.evaluation.notice.waiting(name, count)), [
      evaluationButton('team', t.evaluation.button.team(waiting.length), null),
    ]),
  );
};

/** A locked period was opened again, for whoever is concerned; nothing once it is locked again. */
export const evaluationUnlocked: Renderer<'evaluation_unlocked'> = async (services, row, { lockId }) => {
  const person = await personOf(services, row.personId);
  const lock = await first(services.store, periodLockById({ id: lockId }));
  if (!person?.active || !lock) return skip('not_allowed');
  const locks = await services.store.all(periodLocksOf({ period: lock.period }));
  if (locks.some((later) => later.locked && later.at > lock.at && later.unitId === lock.unitId))
    return skip('superseded');
  const to = await sessionFor(services, person, 'employee');
  if ('skip' in to) return to;
  const { t } = to.session;
  const units = await services.store.all(allUnits());
  const scope = units.find(({ id }) => id === lock.unitId)?.name ?? t.evaluation.board.lock.everywhere();
  const name = t.period(lock.period);
  return plain(to.account, say(t.evaluation.notice.unlocked(name, scope, lock.reason ?? '–')));
};

/** HR learns once that evaluations of a period are overdue. */
export const evaluationOverdue: Renderer<'evaluation_overdue'> = async (services, row, { period: text }) => {
  const person = await personOf(services, row.personId);
  if (!person || !canLockPeriods(person)) return skip('not_allowed');
  const period = periodNamed(text);
  const open = await services.store.all(unevaluatedIn(text, period.to, null, MAX_COUNTED));
  if (open.length === 0) return skip('done');
  const to = await sessionFor(services, person, 'supervisor');
  if ('skip' in to) return to;
  const { t } = to.session;
  const name = t.period(period.text);
  const texts = t.evaluation.board.progress;
  return plain(
    to.account,
    withButtons(say(texts.overdue(name, open.length)), [
      evaluationButton('board', texts.short(name), null, text),
    ]),
  );
};

async function sessionFor(
  services: Services,
  person: PersonRow,
  role: 'employee' | 'supervisor',
): Promise<{ session: Session; account: AccountRow } | NotRendered> {
  const account = await accountFor(services, person, role);
  return 'skip' in account ? account : { account, session: sessionOf(services, account, person) };
}
