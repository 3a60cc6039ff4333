import {
  type ActionPlanContext,
  type ActionTarget,
  actionPlanForm,
} from '../../../conversations/action-plan.ts';
import type { BoundForm } from '../../../conversations/form.ts';
import {
  type ActionPlanRow,
  actionPlanById,
  actionPlansFrom,
  insertActionPlan,
  updateActionPlan,
} from '../../../db/queries/action-plans.ts';
import { type DraftRow, deleteDraft } from '../../../db/queries/drafts.ts';
import { first } from '../../../db/store.ts';
import { nextNumber } from '../../core/actions/action-plan.ts';
import { readActionPeriod } from '../../core/actions/period.ts';
import { type Block, type Message, say, withButtons } from '../../core/message.ts';
import { periodAfter, periodOn } from '../../core/named-period.ts';
import { sameText } from '../../core/same-text.ts';
import { draftButton } from '../draft-view.ts';
import { answered, noted, type Outcome } from '../outcome.ts';
import { planOn } from '../plan/in-force.ts';
import type { Session } from '../session.ts';
import { presentPeriod, progressIn } from './facts.ts';
import { listActions } from './list.ts';

/** A draft of a new action plan, or of a change of one. */
export function newActionDraft(session: Session, plan: ActionPlanRow | null): DraftRow {
  const { services, person, now } = session;
  return {
    ...{ id: services.newId(), personId: person.id, form: actionPlanForm.id },
    subject: plan ? { actionPlanId: plan.id } : {},
    answers: plan
      ? {
          ...{ rhk: plan.workResultId, period: plan.period, what: plan.title },
          target: plan.target === null ? null : { target: plan.target, unit: plan.unit },
        }
      : {},
    ...{ editing: null, listening: false, revision: 1, updatedAt: now },
  };
}

/** What the questions need to know; null where there is nothing to plan for, or the action plan is gone. */
export async function actionContext(session: Session, draft: DraftRow): Promise<ActionPlanContext | null> {
  const { services, person, t, today } = session;
  const { store } = services;
  const changed = await changedPlan(session, draft);
  if (draft.subject.actionPlanId && !changed) return null;
  const { kind } = await presentPeriod(store, person, today);
  const kinds = kind === 'month' ? (['month', 'quarter'] as const) : (['quarter', 'month'] as const);
  const present = kinds.map((one) => periodOn(one, today));
  const own = changed ? readActionPeriod(changed.period) : null;
  const offered = [...present, ...present.map(periodAfter)];
  const periods = own && !offered.some(({ text }) => text === own.text) ? [own, ...offered] : offered;
  const years = [...new Set(periods.map(({ year }) => year))].sort((a, b) => a - b);
  const results: ActionPlanContext['results'][number][] = [];
  for (const year of years) {
    const span = periods.find((one) => one.year === year)!;
    const date = span.from <= today && today <= span.to ? today : span.from;
    const plan = await planOn(store, person.id, date);
    results.push(
      ...(plan?.content.results ?? []).map(({ id, number, title }) => ({ id, number, title, year })),
    );
  }
  const progress = changed ? await progressIn(store, person.id, [changed]) : null;
  const fixed = changed !== null && progress?.get(changed.id) !== undefined;
  if (results.length === 0 && !fixed) return null;
  const planned = new Set(results.map(({ year }) => year));
  return {
    ...{ t, results, fixed },
    periods: periods
      .filter(({ year }) => planned.has(year) || year === own?.year)
      .map((one) => ({ text: one.text, name: t.period(one.text), year: one.year })),
  };
}

/** Everything as it will be stored. */
export async function actionReview({ t }: Session, draft: DraftRow, form: BoundForm): Promise<Message> {
  const op = draftButton(draft);
  const rows = form
    .shown(draft)
    .map(({ label, value }): [string, string] => [label, value ?? t.draft.empty()]);
  const blocks: Block[] = [
    { kind: 'title', text: t.draft.review() },
    { kind: 'fields', rows },
  ];
  return withButtons({ blocks, buttons: [], files: [] }, [
    { ...op('confirm', t.button.save()), style: 'primary' },
    op('menu', t.button.change()),
    op('cancel', t.button.cancel()),
  ]);
}

/** Stores the action plan that a finished draft holds. */
export async function saveActionPlan(session: Session, draft: DraftRow): Promise<Outcome> {
  const { services, person, t, now } = session;
  const done = deleteDraft(draft.id, draft.revision);
  const changed = await changedPlan(session, draft);
  if (draft.subject.actionPlanId && !changed) return answered(say(t.problem.gone()), done);
  const { rhk, period, what, target } = draft.answers;
  const workResultId = changed && rhk === undefined ? changed.workResultId : String(rhk);
  const text = changed && period === undefined ? changed.period : String(period);
  const span = readActionPeriod(text);
  if (!span) return answered(say(t.problem.gone()), done);
  const all = await services.store.all(actionPlansFrom({ personId: person.id, year: span.year }));
  const ofYear = all.filter(({ year }) => year === span.year);
  const title = String(what);
  const same = ofYear.find(
    (one) =>
      one.current &&
      one.id !== changed?.id &&
      one.workResultId === workResultId &&
      one.period === text &&
      sameText(one.title, title),
  );
  if (same) return answered(say(t.actions.problem.known(same.number)), done);
  const said = (target as ActionTarget | null | undefined) ?? { target: null, unit: null };
  const content = { ...{ workResultId, period: text, title }, ...said, updatedAt: now };
  // A number belongs to its year, so an action plan that moves to another one gets a new number.
  const moved = changed !== null && changed.year !== span.year;
  const number = changed && !moved ? changed.number : nextNumber(ofYear);
  const row: ActionPlanRow = {
    ...{ id: changed?.id ?? services.newId(), personId: person.id, year: span.year, number },
    ...{ current: true, revision: 1 },
    ...content,
  };
  const write = changed
    ? updateActionPlan(changed.id, changed.revision, { ...content, year: span.year, number })
    : insertActionPlan(row);
  const list = await listActions(session, span, [row]);
  return noted(answered(list, done, write), [changed ? t.actions.changed(number) : t.actions.saved(number)]);
}

/** The action plan that a draft changes; null where it is none of one's own any more. */
async function changedPlan({ services, person }: Session, draft: DraftRow): Promise<ActionPlanRow | null> {
  const id = draft.subject.actionPlanId;
  const plan = id ? await first(services.store, actionPlanById({ id })) : null;
  return plan?.personId === person.id && plan.current ? plan : null;
}
