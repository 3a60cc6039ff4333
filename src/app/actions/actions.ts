import {
  type ActionPlanRow,
  actionPlanById,
  actionPlansFrom,
  insertActionPlan,
  updateActionPlan,
} from '../../../db/queries/action-plans.ts';
import { personById, subordinatesOf } from '../../../db/queries/people.ts';
import { workResultsById } from '../../../db/queries/plans.ts';
import { first } from '../../../db/store.ts';
import { nextNumber } from '../../core/actions/action-plan.ts';
import { type ActionPeriod, readActionPeriod } from '../../core/actions/period.ts';
import { peopleMeant } from '../../core/find-person.ts';
import { localDate } from '../../core/local-time.ts';
import { type Message, say, withButtons } from '../../core/message.ts';
import { canReadActionPlans } from '../../core/permissions.ts';
import { begin } from '../drafts.ts';
import { answered, edited, type Outcome, toast } from '../outcome.ts';
import type { RoomAction } from '../rooms.ts';
import { type Session, zoneOf } from '../session.ts';
import { actionContext, newActionDraft } from './draft.ts';
import { periodActions, presentPeriod, progressIn } from './facts.ts';
import { copiesFor, listActions, listActionsOf } from './list.ts';
import { pauseRadar, reportFor } from './radar.ts';
import { actionsButton, planRows } from './view.ts';

/** At most this many people are offered as buttons. */
const MAX_PEOPLE = 8;

/** Answers `aksi`: one's own action plans, one of them (`aksi RA3`), another period's, or those of somebody in the team. */
export async function actions(session: Session, args: string): Promise<Outcome> {
  const { services, person, t, today } = session;
  const said = args.trim();
  if (said === '')
    return answered(await listActions(session, await presentPeriod(services.store, person, today)));
  const period = readActionPeriod(said);
  if (period) return answered(await listActions(session, period));
  const number = Number(/^ra\s*(\d{1,3})$/i.exec(said)?.[1] ?? Number.NaN);
  if (Number.isNaN(number)) return actionsOfNamed(session, said);
  const year = Number(today.slice(0, 4));
  const rows = await services.store.all(actionPlansFrom({ personId: person.id, year }));
  const row = rows.find((one) => one.current && one.year === year && one.number === number);
  return row ? answered(await detail(session, row)) : answered(say(t.actions.problem.notOpen(number)));
}

/** Does what a button at action plans, or at a quiet work result, says. */
export async function pressActions(session: Session, action: RoomAction): Promise<Outcome> {
  const { t } = session;
  const { op, id, arg } = action;
  switch (op) {
    case 'list':
      return turnTo(session, id, arg);
    case 'of':
      return actionsOf(session, id);
    case 'add':
      return addAction(session);
    case 'copy':
      return copyActions(session);
    case 'report':
      return id === null ? toast(t.problem.unknownButton()) : reportFor(session, id);
    case 'pause':
      return pauseRadar(session, action);
    case 'show':
    case 'edit':
    case 'remove':
    case 'remove!':
      return pressPlan(session, op, id);
    default:
      return toast(t.problem.unknownButton());
  }
}

async function pressPlan(
  session: Session,
  op: 'show' | 'edit' | 'remove' | 'remove!',
  id: string | null,
): Promise<Outcome> {
  const { services, person, t, now } = session;
  const plan = id === null ? null : await first(services.store, actionPlanById({ id }));
  if (!plan) return toast(t.problem.gone());
  if (plan.personId !== person.id) return toast(t.problem.notYours());
  if (!plan.current) return toast(t.actions.problem.removed(plan.number));
  if (op === 'show') return edited(await detail(session, plan));
  if (op === 'edit') return begin(session, newActionDraft(session, plan));
  const period = readActionPeriod(plan.period)!;
  if (op === 'remove') {
    const progress = (await progressIn(services.store, person.id, [plan])).get(plan.id);
    return edited(
      withButtons(say(t.actions.removeAsk(plan.number, plan.title, progress?.count ?? 0)), [
        { ...actionsButton(t.actions.button.removeYes(), 'remove!', plan.id), style: 'danger' },
        actionsButton(t.button.back(), 'show', plan.id),
      ]),
    );
  }
  const list = await listActions(session, period, [{ ...plan, current: false }]);
  return withToast(
    edited(list, updateActionPlan(plan.id, plan.revision, { current: false, updatedAt: now })),
    t.actions.removed(plan.number),
  );
}

async function detail(session: Session, plan: ActionPlanRow): Promise<Message> {
  const { services, person, t } = session;
  const [progress, [result]] = await Promise.all([
    progressIn(services.store, person.id, [plan]),
    services.store.all(workResultsById([plan.workResultId])),
  ]);
  return withButtons(
    say(
      { kind: 'title', text: t.actions.named(plan.number, plan.title) },
      { kind: 'fields', rows: planRows(session, plan, result ?? null, progress.get(plan.id)) },
      { kind: 'note', text: t.actions.howto(plan.number) },
    ),
    [
      actionsButton(t.button.edit(), 'edit', plan.id),
      actionsButton(t.actions.button.remove(), 'remove', plan.id),
      actionsButton(t.button.back(), 'list', null, plan.period),
    ],
  );
}

async function addAction(session: Session): Promise<Outcome> {
  const { t, today } = session;
  const draft = newActionDraft(session, null);
  if (!(await actionContext(session, draft))) return toast(t.plan.notInForce(Number(today.slice(0, 4))));
  return begin(session, draft);
}

/** Copies the last periods' action plans that the present ones lack, under new numbers. */
async function copyActions(session: Session): Promise<Outcome> {
  const { services, person, t, today, now } = session;
  const period = await presentPeriod(services.store, person, today);
  const facts = await periodActions(services, person, period, today);
  const copies = await copiesFor(session, facts);
  if (copies.length === 0) return toast(t.actions.problem.nothingToCopy());
  const year = Number(today.slice(0, 4));
  const all = await services.store.all(actionPlansFrom({ personId: person.id, year }));
  const next = nextNumber(all.filter((row) => row.year === year));
  const rows = copies.map(({ plan, period: text }, index): ActionPlanRow => {
    const { workResultId, title, target, unit } = plan;
    return {
      ...{ id: services.newId(), personId: person.id, year, workResultId, period: text },
      ...{ number: next + index, title, target, unit, current: true, revision: 1, updatedAt: now },
    };
  });
  const list = await listActions(session, period, rows);
  return withToast(edited(list, ...rows.map(insertActionPlan)), t.actions.copied(rows.length));
}

async function turnTo(session: Session, personId: string | null, arg: string): Promise<Outcome> {
  const period = readActionPeriod(arg);
  if (!period) return toast(session.t.problem.unknownButton());
  if (personId !== null && personId !== session.person.id) return actionsOf(session, personId, period);
  return edited(await listActions(session, period));
}

async function actionsOf(
  session: Session,
  personId: string | null,
  period: ActionPeriod | null = null,
): Promise<Outcome> {
  const { services, person, t, now } = session;
  const employee = personId === null ? null : await first(services.store, personById({ id: personId }));
  if (!employee || !canReadActionPlans(person, employee)) return toast(t.actions.problem.notAllowed());
  const today = localDate(now, zoneOf(employee, services));
  const shown = period ?? (await presentPeriod(services.store, employee, today));
  return edited(await listActionsOf(session, employee, shown, today));
}

/** The action plans of somebody in the team whose name is meant. */
async function actionsOfNamed(session: Session, name: string): Promise<Outcome> {
  const { services, person, t } = session;
  const team = await services.store.all(subordinatesOf({ supervisorId: person.id }));
  if (team.length === 0) return answered(say(t.actions.problem.notAllowed()));
  const found = peopleMeant(name, team).filter((employee) => canReadActionPlans(person, employee));
  const [only] = found;
  if (!only) return answered(say(t.actions.problem.notFound(name)));
  if (found.length === 1) {
    const { reply } = await actionsOf(session, only.id);
    return answered(reply.edit ?? say(t.problem.gone()));
  }
  const buttons = found.slice(0, MAX_PEOPLE).map((one) => [actionsButton(one.name, 'of', one.id)]);
  return answered(withButtons(say(t.actions.which(name)), ...buttons));
}

const withToast = (outcome: Outcome, text: string): Outcome => ({
  ...outcome,
  reply: { ...outcome.reply, toast: text },
});
